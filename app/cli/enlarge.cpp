// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/interruptible.h"
#include "app/cli/words.h"
#include "app/export/picture_export.h"
#include "app/export/print_size.h"

namespace haibao::cli {
namespace {

struct Options {
    std::string file, to, out;
    bool fill = false, overwrite = false;
};

/// As the picture with its own colours and everything it says about itself.
Preset preset_of(const PrintSize& to, bool fill, const std::filesystem::path& out) {
    Preset preset;
    const FileFormat* format = find_format(out.extension().string());
    preset.format = QString::fromStdString(std::string(format ? format->name : "png"));
    preset.quality = 95;
    preset.profile.clear();
    preset.metadata = KeepMetadata::full;
    preset.size = {.mode = SizeMode::pixels, .width = double(to.pixels.width()), .height = double(to.pixels.height()), .fit = fill ? SizeFit::fill : SizeFit::fit, .dpi = to.dpi};
    return preset;
}

Exit enlarge(Console& console, const Options& options) {
    const std::filesystem::path file = options.file;
    auto picture = read_picture_file(file);
    if (!picture) return console.error(picture.error(), Doing::reading);
    const auto to = print_size_of(options.to, picture->image.size());
    if (!to) return console.error(to.error());
    const std::filesystem::path out = options.out.empty() ? file.parent_path() / std::format("{}-{}x{}.png", file.stem().string(), to->pixels.width(), to->pixels.height()) : std::filesystem::path(options.out);
    if (!find_format(out.extension().string())) return console.error({ErrorKind::invalid_input, std::format("{} does not end in .png, .jpg, .webp, .avif or .tiff.", out.string()), {}});
    const QSize before = picture->image.size();
    if (to->pixels.width() <= before.width() && to->pixels.height() <= before.height())
        return console.error({ErrorKind::invalid_input, std::format("{} has {}×{} pixels already; {} needs no more.", file.string(), before.width(), before.height(), options.to), {}});
    Result<ExportedFile> made = fail(ErrorKind::cancelled, "Stopped.");
    run_interruptible([&](std::stop_token stop) {
        made = export_picture(*picture, preset_of(*to, options.fill, out),
                              {.file = out, .if_exists = options.overwrite ? IfExists::overwrite : IfExists::unique, .threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency())), .stop = stop, .ready = {}});
    });
    if (!made) return console.error(made.error());
    const double factor = std::max(double(made->width) / before.width(), double(made->height) / before.height());
    console.line(say(tr("{}, {}×{}, {:.0f} dpi, {:.1f} times as large"), made->file.string(), made->width, made->height, made->dpi, factor));
    if (factor > 4) console.note(tr("More than four times as large: it will look soft up close. Painting it larger, or a drawn scene, is sharper."));
    console.data({{"file", made->file.string()}, {"width", made->width}, {"height", made->height}, {"dpi", made->dpi}, {"factor", factor}, {"method", "lanczos"}, {"bytes", made->bytes}});
    return Exit::done;
}

}  // namespace

void add_enlarge(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("enlarge", tr("Make a picture large enough for print"));
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, tr("The picture"))->required();
    command->add_option("--to", options->to, tr("A paper with its resolution (A3@300, 210x297mm@300), or pixels (4096x5792)"))->required()->type_name("SIZE");
    command->add_option("-o,--out", options->out, tr("The file to write: .png, .jpg, .webp, .avif or .tiff; without it NAME-WxH.png beside the picture"));
    command->add_flag("--fill", options->fill, tr("Cover the whole size and cut off what stands over; otherwise the whole picture fits inside"));
    command->add_flag("--overwrite", options->overwrite, tr("Replace the file; otherwise NAME_1 is written"));
    add_json_flag(*command, invocation);
    command->footer(tr("Enlarges by Lanczos, row by row: memory for the picture and a few rows. Live text and scene layers of posters are drawn at\n"
                       "any size anyhow and need none of this."));
    command->callback([&invocation, options] {
        Console console = invocation.console();
        invocation.exit = enlarge(console, *options);
    });
}

}  // namespace haibao::cli
