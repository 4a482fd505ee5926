// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/interruptible.h"
#include "app/cli/words.h"
#include "app/export/poster_input.h"
#include "app/cli/preset_options.h"
#include "app/export/poster_export.h"
#include "app/proof/proof.h"

namespace haibao::cli {
namespace {

struct Options {
    std::string poster, out;
    std::vector<std::string> fonts;
    bool overwrite = false, strict = false, require_proof = false;
};

nlohmann::json json_of(const render::Finding& finding) {
    nlohmann::json json{{"code", finding.code.toStdString()}, {"message", finding.message.toStdString()}};
    if (!finding.layer.isEmpty()) json["layer"] = finding.layer.toStdString();
    return json;
}

nlohmann::json json_of(const ExportedFile& file) {
    nlohmann::json json{{"file", file.file.string()}, {"format", file.format}, {"bytes", file.bytes}, {"sha256", file.sha256}};
    if (file.width > 0) json.update({{"width", file.width}, {"height", file.height}, {"dpi", file.dpi}});
    if (file.quality > 0) json["quality"] = file.quality;
    if (file.pages > 0) json["pages"] = file.pages;
    if (file.most_ink_percent > 0) json["most_ink_percent"] = file.most_ink_percent;
    json["findings"] = nlohmann::json::array();
    for (const render::Finding& finding : file.findings) json["findings"].push_back(json_of(finding));
    return json;
}

/// What a print shop asks first: how many pixels of a picture there are for an inch of the finished page.
struct PictureDpi {
    std::string name;
    double dpi = 0;
};
std::vector<PictureDpi> resolutions(const document::Poster& poster, const typeset::FontSet& fonts, const Preset& preset) {
    const auto planned = plan_poster(poster.page, preset);
    const double enlarged = planned ? planned->points.width() / poster.page.points().width() : 1;
    std::vector<PictureDpi> pictures;
    const render::DisplayList list = render::build(poster, fonts);
    for (const render::Item& item : list.items)
        if (const auto* image = std::get_if<render::DrawImage>(&item); image && image->effective_dpi > 0)
            pictures.push_back({image->name.toStdString(), image->effective_dpi / enlarged});
    return pictures;
}

/// Nothing when all texts are right.
std::optional<Exit> refuse(Console& console, const document::Poster& poster, const typeset::FontSet& fonts) {
    Result<proof::Proof> proof = fail(ErrorKind::cancelled, "Stopped.");
    run_interruptible([&](std::stop_token stop) {
        proof::Ocr ocr;
        proof = proof::proof_poster(poster, fonts, ocr, stop);
    });
    if (!proof) return console.error(proof.error(), Doing::reading);
    if (proof->passed()) return std::nullopt;
    for (const QString& line : proof::lines_of(*proof))
        if (!line.startsWith("right: ")) console.note(translated(line.toStdString()));
    console.error({ErrorKind::invalid_input, std::format("{} of {} texts are not as they should be; nothing was written.", proof->failed(), proof->texts()), {}}, Doing::reading, {{"proof", proof::to_json(*proof)}});
    return Exit::problems_found;
}

Exit report(Console& console, const ExportedFile& file, const std::vector<PictureDpi>& pictures, int not_proofed, bool strict) {
    std::string line = file.file.string();
    if (file.width > 0) line += std::format(", {}×{}, {:.0f} dpi", file.width, file.height, file.dpi);
    console.line(line + ", " + human_bytes(file.bytes));
    for (const render::Finding& finding : file.findings) {
        const std::string layer = finding.layer.isEmpty() ? "" : finding.layer.toStdString() + ": ";
        console.note(layer + translated(finding.message.toStdString()));
    }
    nlohmann::json data = json_of(file);
    data["pictures"] = nlohmann::json::array();
    for (const PictureDpi& picture : pictures) data["pictures"].push_back({{"name", picture.name}, {"effective_dpi", std::round(picture.dpi)}});
    if (std::ranges::any_of(file.findings, [](const render::Finding& finding) { return finding.code.endsWith("low-dpi"); }))
        console.note(tr("haibao-cli enlarge makes a picture larger."));
    data["texts_not_proofed"] = not_proofed;
    if (not_proofed > 0) console.note(say(tr("Painted texts that were not proof-read: {}. haibao-cli proof reads them, --require-proof refuses when they are wrong."), not_proofed));
    console.data(data);
    return strict && !file.findings.empty() ? Exit::problems_found : Exit::done;
}

Exit render_poster(Console& console, const Options& options, const PresetOptions& preset_options) {
    const std::filesystem::path out = options.out;
    const auto preset = preset_of(preset_options, out.extension().string());
    if (!preset) return console.error(preset.error(), Doing::reading);
    const auto poster = open_poster(options.poster);
    if (!poster) return console.error(poster.error(), Doing::reading);
    if (auto planned = plan_poster(poster->page, *preset); !planned) return console.error(planned.error());
    const auto fonts = open_fonts(options.fonts);
    if (!fonts) return console.error(fonts.error(), Doing::reading);
    if (options.require_proof)
        if (const auto refused = refuse(console, *poster, **fonts)) return *refused;
    Result<ExportedFile> made = fail(ErrorKind::cancelled, "Stopped.");
    run_interruptible([&](std::stop_token stop) {
        const ExportTarget target{.file = out,
                                  .if_exists = options.overwrite ? IfExists::overwrite : IfExists::unique,
                                  .threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency())),
                                  .stop = stop};
        made = export_poster(*poster, **fonts, *preset, target);
    });
    if (!made) return console.error(made.error());
    return report(console, *made, resolutions(*poster, **fonts, *preset), options.require_proof ? 0 : proof::painted_texts(*poster), options.strict);
}

}  // namespace

void add_render(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("render", tr("Make a picture or a PDF of a poster"));
    const auto options = std::make_shared<Options>();
    command->add_option("POSTER", options->poster, tr("A .haibao file, or a poster's JSON"))->required();
    command->add_option("-o,--out", options->out, tr("The file to write: .png, .jpg, .webp, .avif, .tiff or .pdf"))->required();
    const auto preset = add_preset_options(*command, PresetUse::poster);
    command->add_option("--font", options->fonts, tr("Use only these font files instead of all installed fonts"));
    command->add_flag("--overwrite", options->overwrite, tr("Replace the file; otherwise NAME_1 is written"));
    command->add_flag("--strict", options->strict, tr("End with status 4 when there is something to look at (missing characters, low resolution, …)"));
    command->add_flag("--require-proof", options->require_proof, tr("Proof-read all texts first; end with status 4, and write nothing, when one is wrong"));
    add_json_flag(*command, invocation);
    command->callback([&invocation, options, preset] {
        Console console = invocation.console();
        invocation.exit = render_poster(console, *options, *preset);
    });
}

}  // namespace haibao::cli
