// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <memory>
#include <thread>

#include "app/cli/commands.h"
#include "app/cli/interruptible.h"
#include "app/cli/progress_view.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"
#include "app/core/decimals.h"
#include "app/core/paths.h"
#include "app/enlarge/model_enlarger.h"
#include "app/export/picture_export.h"
#include "app/export/picture_metadata.h"
#include "app/export/print_size.h"
#include "inference/weights/model_folder.h"

namespace haibao::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file, to, out, from, by, progress = "auto";
    bool fill = false, overwrite = false;
    std::string model = "builtin", device = "auto", prompt;
    double strength = enlarge::usual_strength;
    std::optional<int> steps;
    std::uint64_t seed = 1;
    int tile = enlarge::usual_tile, threads = 0;
};

/// As the picture with its own colours and everything it says about itself.
Preset preset_of(const PrintSize& to, bool fill, const fs::path& out) {
    Preset preset;
    const FileFormat* format = find_format(out.extension().string());
    preset.format = QString::fromStdString(std::string(format ? format->name : "png"));
    preset.quality = 95;
    preset.profile.clear();
    preset.metadata = KeepMetadata::full;
    preset.size = {.mode = SizeMode::pixels, .width = double(to.pixels.width()), .height = double(to.pixels.height()), .fit = fill ? SizeFit::fill : SizeFit::fit, .dpi = to.dpi};
    return preset;
}

ExportTarget target_of(const fs::path& out, const Options& options, std::stop_token stop) {
    return {.file = out, .if_exists = options.overwrite ? IfExists::overwrite : IfExists::unique, .threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency())), .stop = std::move(stop), .ready = {}};
}

/// Has the tiles painted; Ctrl-C stops within a layer. Errors: the model's, cancelled.
Result<void> paint_tiles(enlarge::TilePainter& painter, const std::string& progress) {
    QEventLoop loop;
    Interrupt interrupt;
    ProgressView view(progress_style(progress).value_or(ProgressStyle::plain));
    std::optional<Error> error;
    QObject::connect(&painter, &enlarge::TilePainter::progressed, &loop, [&](int done, double fraction) {
        view.show({.now = {Stage::painting, 0, done, painter.tiles()}, .fraction = fraction});
    });
    QObject::connect(&painter, &enlarge::TilePainter::finished, &loop, &QEventLoop::quit);
    QObject::connect(&painter, &enlarge::TilePainter::failed, &loop, [&](const Error& why) { error = why, loop.quit(); });
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&](int count) {
        if (count == 1) return painter.cancel();
        error = Error{ErrorKind::cancelled, "Stopped; the worker was ended at once.", {}};
        loop.quit();
    });
    painter.start();
    loop.exec();
    view.clear();
    if (!error) return {};
    if (error->kind == ErrorKind::cancelled) error->message = "Stopped; the finished tiles are kept for two weeks, and the same command goes on with the next one.";
    return std::unexpected(*error);
}

/// By Lanczos, then refined by a model. Errors: those of both.
Result<ExportedFile> by_model(PictureFile& picture, const Preset& preset, const fs::path& out, const Options& options) {
    auto model = paths::find_model(options.model);
    auto worker = worker_options();
    auto source = file_sha256(options.file);
    if (!model) return pass_on(model);
    if (!worker) return pass_on(worker);
    if (!source) return pass_on(source);
    const enlarge::ByModel by{*model, {options.device, Precision::fast, options.threads}, options.prompt, options.strength, options.steps, options.seed, options.tile,
                              paths::cache() / "pace.json"};
    auto enlarger = enlarge::ModelEnlarger::create({picture.image, picture.icc, picture.dpi, *source, picture.prompt.toStdString()}, preset.size, by, std::move(*worker));
    if (!enlarger) return pass_on(enlarger);
    if (auto possible = check_rows((*enlarger)->size(), preset); !possible) return pass_on(possible);
    if (auto painted = paint_tiles((*enlarger)->painter(), options.progress); !painted) return pass_on(painted);
    PictureAbout about = picture.about;
    about.record = enlarge::record_with(about.record, (*enlarger)->record());
    if (about.source == DigitalSource::unsaid) about.source = DigitalSource::composite_with_trained_model;
    Result<ExportedFile> made = fail(ErrorKind::cancelled, "Stopped.");
    const auto rows = (*enlarger)->rows();
    run_interruptible([&](std::stop_token stop) { made = write_rows(*rows, nullptr, preset, about, target_of(out, options, std::move(stop))); });
    if (made) (*enlarger)->forget_tiles();
    return made;
}

/// Takes what `--from` tells and no option names. Errors: those of record_of(); invalid_input: it was not enlarged by a model;
/// not_found: with another model than the one that is named.
Result<void> take_over(Options& options, const CLI::App& command) {
    auto info = read_png_info(options.from);
    auto record = info ? record_of(*info, options.from) : pass_on(info);
    if (!record) return pass_on(record);
    if (!record->enlarged) return fail(ErrorKind::invalid_input, "{} was not enlarged by a model; say how large with --to.", options.from);
    const generate::EnlargeRecord& as = *record->enlarged;
    auto folder = paths::find_model(options.model);
    auto model = folder ? ModelFolder::open(*folder) : pass_on(folder);
    auto identity = model ? model->identity() : pass_on(model);
    if (!identity) return pass_on(identity);
    if (*identity != as.model_sha256 && command.count("--model") == 0)
        return fail(ErrorKind::not_found, "{} was enlarged by the model {} ({}), not by the built-in one; name its folder with --model.", options.from,
                    as.model_name, as.model_sha256.substr(0, 10));
    const auto take = [&command](const char* name, auto& option, const auto& value) {
        if (command.count(name) == 0) option = value;
    };
    if (command.count("--to") == 0) {
        options.to = std::format("{}x{}", as.width, as.height);
        take("--fill", options.fill, as.fill);
    }
    take("--by", options.by, "model");
    take("--strength", options.strength, as.strength);
    take("--steps", options.steps, as.steps);
    take("--seed", options.seed, as.seed);
    take("--tile", options.tile, as.tile);
    take("--prompt", options.prompt, as.prompt);
    return {};
}

Exit enlarge_picture(Console& console, Options options, const CLI::App& command) {
    const fs::path file = options.file;
    if (!options.from.empty())
        if (auto taken = take_over(options, command); !taken) return console.error(taken.error(), Doing::reading);
    if (options.to.empty()) return console.error({ErrorKind::invalid_input, "Say how large: --to A3@300, --to 4096x5792, or --from a picture that was enlarged.", {}});
    auto picture = read_picture_file(file);
    if (!picture) return console.error(picture.error(), Doing::reading);
    const auto to = print_size_of(options.to, picture->image.size());
    if (!to) return console.error(to.error());
    const fs::path out = options.out.empty() ? file.parent_path() / std::format("{}-{}x{}.png", file.stem().string(), to->pixels.width(), to->pixels.height()) : fs::path(options.out);
    if (!find_format(out.extension().string())) return console.error({ErrorKind::invalid_input, std::format("{} does not end in .png, .jpg, .webp, .avif or .tiff.", out.string()), {}});
    const QSize before = picture->image.size();
    if (to->pixels.width() <= before.width() && to->pixels.height() <= before.height())
        return console.error({ErrorKind::invalid_input, std::format("{} has {}×{} pixels already; {} needs no more.", file.string(), before.width(), before.height(), options.to), {}});
    const Preset preset = preset_of(*to, options.fill, out);
    // The built-in model comes less near to the picture than Lanczos (docs/proof.md); another one that is named is meant to be used.
    const bool model = options.by.empty() ? options.model != "builtin" : options.by == "model";
    Result<ExportedFile> made = fail(ErrorKind::cancelled, "Stopped.");
    if (model) made = by_model(*picture, preset, out, options);
    else run_interruptible([&](std::stop_token stop) { made = export_picture(*picture, preset, target_of(out, options, std::move(stop))); });
    if (!made) return console.error(made.error());
    const double factor = std::max(double(made->width) / before.width(), double(made->height) / before.height());
    console.line(say(tr("{}, {}×{}, {:.0f} dpi, {} times as large"), made->file.string(), made->width, made->height, made->dpi, decimal(factor, 1)));
    if (factor > 4) console.note(tr("More than four times as large: it will look soft up close. Painting it larger, or a drawn scene, is sharper."));
    console.data({{"file", made->file.string()}, {"width", made->width}, {"height", made->height}, {"dpi", made->dpi}, {"factor", factor}, {"method", model ? "model" : "lanczos"}, {"bytes", made->bytes}});
    return Exit::done;
}

void add_model_options(CLI::App& command, Options& options) {
    const std::string group = tr("By a model");
    command.add_option("--by", options.by, tr("lanczos, or model: a model refines what Lanczos made. By default Lanczos for the built-in model, which does no better, and the model for any other"))
        ->group(group)->check(CLI::IsMember({"lanczos", "model"}));
    command.add_option("-m,--model", options.model, tr("builtin, the name of an installed model, or the path of a checkpoint's folder or GGUF file"))
        ->group(group)->type_name("NAME|PATH")->capture_default_str();
    command.add_option("--strength", options.strength, tr("How far the model may go from the picture, to 1: 0.2 sharpens, 0.5 invents detail"))->group(group)->check(CLI::Range(0.01, 1.0))->capture_default_str();
    command.add_option("--steps", options.steps, tr("Painting steps of a whole picture, of which only the last ones are taken"))->group(group)->check(CLI::Range(1, 200));
    command.add_option("--seed", options.seed, tr("Same seed and settings, same picture"))->group(group)->capture_default_str();
    command.add_option("--prompt", options.prompt, tr("What the picture shows; by default what its record says"))->group(group);
    command.add_option("--tile", options.tile, tr("Side of the tiles in pixels: 256, 512, 768, … 2048"))->group(group)->check(CLI::IsMember({256, 512, 768, 1024, 1536, 2048}))->capture_default_str();
    command.add_option("-d,--device", options.device, tr("auto, cpu, vulkan0, cuda0, …: see haibao-cli devices"))->group(group)->capture_default_str();
    command.add_option("--threads", options.threads, tr("CPU threads; 0 = all cores"))->group(group)->check(CLI::Range(0, 4096));
    command.add_option("--progress", options.progress, tr("On stderr: bar, plain, json (one event per line) or none"))
        ->group(group)->check(CLI::IsMember({"auto", "bar", "plain", "json", "none"}))->capture_default_str();
}

}  // namespace

void add_enlarge(CLI::App& app, Invocation& invocation) {
    CLI::App* command = app.add_subcommand("enlarge", tr("Make a picture large enough for print"));
    const auto options = std::make_shared<Options>();
    command->add_option("FILE", options->file, tr("The picture"))->required();
    command->add_option("--to", options->to, tr("A paper with its resolution (A3@300, 210x297mm@300), or pixels (4096x5792)"))->type_name("SIZE");
    command->add_option("-o,--out", options->out, tr("The file to write: .png, .jpg, .webp, .avif or .tiff; without it NAME-WxH.png beside the picture"));
    command->add_option("--from", options->from, tr("Enlarge as this PNG was enlarged by a model: size, strength, seed and so on; other options change what they name"))->type_name("FILE");
    command->add_flag("--fill", options->fill, tr("Cover the whole size and cut off what stands over; otherwise the whole picture fits inside"));
    command->add_flag("--overwrite", options->overwrite, tr("Replace the file; otherwise NAME_1 is written"));
    add_model_options(*command, *options);
    add_json_flag(*command, invocation);
    command->footer(tr("Lanczos works row by row: memory for the picture and a few rows. A model works tile by tile, and what is stopped goes on\n"
                       "with the next tile. Live text and scene layers of posters are drawn at any size anyhow and need none of this."));
    command->callback([&invocation, options, command] {
        Console console = invocation.console();
        invocation.exit = enlarge_picture(console, *options, *command);
    });
}

}  // namespace haibao::cli
