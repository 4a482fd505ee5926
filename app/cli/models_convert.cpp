// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "app/core/decimals.h"
#include "app/core/paths.h"
#include "inference/weights/convert.h"

namespace haibao::cli {
namespace {

struct Options {
    std::string source, target, type = "mixed";
};

nlohmann::json to_json(const ConversionPlan& plan) {
    nlohmann::json types = nlohmann::json::object();
    for (const auto& [type, bytes] : plan.bytes_by_type) types[std::string(to_string(type))] = bytes;
    return {{"bytes", plan.layout.bytes}, {"tensors", plan.tensors.size()}, {"bytes_by_type", types}};
}

Exit convert(Console& console, const Options& options) {
    auto source = paths::find_model(options.source);
    if (!source) return console.error(source.error(), Doing::reading);
    Interrupt interrupt;
    const bool draw = can_draw_bar();
    int shown = -1;
    const auto progress = [&](const ConversionProgress& state) {
        const int permille = static_cast<int>(1000.0 * static_cast<double>(state.done) / static_cast<double>(state.total));
        if (permille != shown && draw)
            std::fprintf(stderr, "\r%s %s %% (%s / %s)  %s\x1b[K", tr("Converting").c_str(), decimal(permille / 10.0, 1).c_str(), human_bytes(state.done).c_str(),
                         human_bytes(state.total).c_str(), printable(state.tensor).c_str());
        else if (!draw && (shown < 0 || permille / 100 != shown / 100))
            console.note(std::format("{} {} %", tr("Converting"), permille / 10));
        shown = permille;
        QCoreApplication::processEvents();
        return interrupt.count() == 0;
    };
    auto done = convert_model(*source, options.target, *model_type_from(options.type), progress);
    if (draw) std::fputs("\r\x1b[K", stderr);
    if (!done) return console.error(done.error());
    console.line(std::format("{}  {}", options.target, human_bytes(done->layout.bytes)));
    for (const auto& [type, bytes] : done->bytes_by_type) console.line(std::format("  {:6} {:>10}", to_string(type), human_bytes(bytes)));
    nlohmann::json data = to_json(*done);
    data["file"] = options.target;
    console.data(data);
    return Exit::done;
}

}  // namespace

void add_models_convert(CLI::App& models, Invocation& invocation) {
    CLI::App* command = models.add_subcommand("convert", tr("Write a model as one GGUF file, its large matrices in fewer bits"));
    const auto options = std::make_shared<Options>();
    command->add_option("NAME", options->source, tr("builtin, the name of an installed model, or a checkpoint's folder"))->required();
    command->add_option("-o,--out", options->target, tr("The file to write; what was begun is gone on with"))->required()->type_name("FILE.gguf");
    command->add_option("-t,--type", options->type,
                        tr("Q8_0 halves a bf16 model; mixed, Q4_K and Q4_0 quarter it, mixed with more bits where errors weigh most; Q6_K lies between; bf16 only packs"))
        ->check(CLI::IsMember(std::vector<std::string>(model_type_words.begin(), model_type_words.end())))->capture_default_str();
    add_json_flag(*command, invocation);
    command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = convert(console, *options);
    });
}

}  // namespace haibao::cli
