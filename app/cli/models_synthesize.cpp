// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "app/core/paths.h"
#include "inference/weights/synthesize.h"

namespace haibao::cli {
namespace {

struct Options {
    std::string target, type = "mixed";
    double width = 1, depth = 1;
};

Exit synthesize(Console& console, const Options& options) {
    auto pattern = paths::find_model("builtin");
    if (!pattern) return console.error(pattern.error(), Doing::reading);
    Interrupt interrupt;
    const bool draw = can_draw_bar();
    int shown = -1;
    const auto progress = [&](std::uint64_t done, std::uint64_t total) {
        const int percent = static_cast<int>(100 * static_cast<double>(done) / static_cast<double>(std::max<std::uint64_t>(total, 1)));
        if (draw && percent != shown)
            std::fprintf(stderr, "\r%s %d %% (%s / %s)\x1b[K", tr("Writing random weights").c_str(), percent, human_bytes(done).c_str(), human_bytes(total).c_str());
        shown = percent;
        QCoreApplication::processEvents();
        return interrupt.count() == 0;
    };
    const std::filesystem::path target(options.target);
    const SyntheticSize size = SyntheticSize::scaled(options.width, options.depth);
    auto made = target.extension() == ".gguf" ? synthesize_gguf(*pattern, target, size, *model_type_from(options.type), progress)
                                              : synthesize_model(*pattern, target, size, progress);
    if (draw) std::fputs("\r\x1b[K", stderr);
    if (!made) return console.error(made.error());
    console.line(options.target);
    console.data({{"model", options.target}});
    return Exit::done;
}

}  // namespace

void add_models_synthesize(CLI::App& models, Invocation& invocation) {
    CLI::App* command = models.add_subcommand("synthesize", tr("Write a checkpoint of random weights in the released layout: for measurements, it paints noise"));
    const auto options = std::make_shared<Options>();
    command->add_option("MODEL", options->target, tr("To be made: a folder, or a file that ends in .gguf"))->required();
    command->add_option("--type", options->type, tr("Of a GGUF file's large matrices"))
        ->check(CLI::IsMember(std::vector<std::string>(model_type_words.begin(), model_type_words.end())))->capture_default_str();
    command->add_option("--width", options->width, tr("Of the released width; 1 with --depth 1 is the full size, 36 GB"))
        ->check(CLI::Range(0.03, 2.0))->capture_default_str();
    command->add_option("--depth", options->depth, tr("Of the released number of layers"))->check(CLI::Range(0.01, 4.0))->capture_default_str();
    add_json_flag(*command, invocation);
    command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = synthesize(console, *options);
    });
}

}  // namespace haibao::cli
