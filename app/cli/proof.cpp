// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/proof.h"

#include <memory>

#include "app/cli/commands.h"
#include "app/cli/interruptible.h"
#include "app/cli/words.h"
#include "app/export/poster_input.h"
#include "inference/base/files.h"

namespace haibao::cli {
namespace {

constexpr std::uint64_t most_picture_bytes = 512u << 20;

struct Options {
    std::string file;
    std::vector<std::string> expect, fonts;
};

bool is_poster(const std::filesystem::path& file) { return file.extension() == ".haibao" || file.extension() == ".json"; }

Result<proof::Proof> proof_of(const Options& options, std::stop_token stop) {
    proof::Ocr ocr;
    if (is_poster(options.file)) {
        if (!options.expect.empty()) return fail(ErrorKind::invalid_input, "A poster says itself what it should show; --expect is for pictures.");
        auto poster = open_poster(options.file);
        if (!poster) return pass_on(poster);
        auto fonts = open_fonts(options.fonts);
        if (!fonts) return pass_on(fonts);
        return proof::proof_poster(*poster, **fonts, ocr, stop);
    }
    auto bytes = read_file(options.file, most_picture_bytes);
    if (!bytes) return pass_on(bytes);
    std::optional<QStringList> wanted;
    if (!options.expect.empty()) wanted.emplace();
    for (const std::string& text : options.expect) *wanted << QString::fromStdString(text);
    const std::span<const std::uint8_t> span(reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size());
    return proof::proof_file(span, std::filesystem::path(options.file).filename().string(), wanted, ocr, stop);
}

Exit check_texts(Console& console, const Options& options) {
    Result<proof::Proof> proof = fail(ErrorKind::cancelled, "Stopped.");
    run_interruptible([&](std::stop_token stop) { proof = proof_of(options, stop); });
    if (!proof) return console.error(proof.error(), Doing::reading);
    for (const QString& line : proof::lines_of(*proof)) console.line(translated(line.toStdString()));
    if (proof->texts() == 0) console.line(tr("There are no texts, and none were asked for."));
    auto data = proof::to_json(*proof);
    data["file"] = options.file;
    console.data(data);
    return proof->passed() ? Exit::done : Exit::problems_found;
}

}  // namespace

void add_proof(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("proof", tr("Read the texts of a picture or poster and compare them with what was asked for"));
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, tr("A picture, or a poster (.haibao or JSON)"))->required();
    command->add_option("--expect", options->expect, tr("A text that the picture should show, instead of what its record says; again for more"))->type_name("TEXT");
    command->add_option("--font", options->fonts, tr("Use only these font files instead of all installed fonts"));
    add_json_flag(*command, invocation);
    command->footer(tr("Each text is right, wrong (other characters are shown), missing, extra (nobody asked for it) or not judged (too small to be\n"
                       "read with certainty). Live text of a poster is not read: it is wrong where it is clipped, covered, off the page, without\n"
                       "contrast, or stands on another text. Ends with status 4 when something is wrong."));
    command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = check_texts(console, *options);
    });
}

}  // namespace haibao::cli
