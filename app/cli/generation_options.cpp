// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/generation_options.h"

#include <QLocale>
#include <cstdio>
#include <random>

#include "app/cli/console.h"
#include "app/cli/words.h"
#include "app/core/paths.h"
#include "app/export/picture_metadata.h"
#include "app/generate/model_words.h"
#include "inference/base/files.h"
#include "inference/runtime/rpc.h"
#include "inference/weights/model_folder.h"
#include "inference/worker/protocol.h"

namespace haibao::cli {
namespace {

/// A prompt of this size is refused further on; more need not be read.
constexpr std::uint64_t most_file_bytes = 1 << 20;

Result<std::string> read_stdin() {
    std::string text(most_file_bytes + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stdin));
    return text;
}

/// TEXT, @FILE or -; @@ begins a text with an @.
Result<std::string> read_prompt(const std::string& option) {
    Result<std::string> text = option;
    if (option == "-") text = read_stdin();
    else if (option.starts_with("@@")) text = option.substr(1);
    else if (option.starts_with('@')) text = read_file(option.substr(1), most_file_bytes);
    if (!text) return text;
    return generate::clean_prompt(*text);
}

/// What a picture was made with becomes the request; its record carries no path, so model and sources are named again.
Result<generate::Request> request_from(const std::string& file, const GenerationOptions& options) {
    auto info = read_png_info(file);
    if (!info) return pass_on(info);
    auto record = record_of(*info, file);
    if (!record) return pass_on(record);
    const std::size_t pictures = record->source_sha256.size() + (record->repaint ? 1 : 0);
    if (record->enlarged && record->steps == 0)
        return fail(ErrorKind::invalid_input, "{} was not painted by Haibao, only enlarged; haibao-cli enlarge PICTURE --from {} repeats that.", file, file);
    if (record->repaint && !options.mask)
        return fail(ErrorKind::invalid_input, "A region of {} was repainted; name its base first with --image and the mask with --mask.", file);
    if (pictures > options.images.size())
        return fail(ErrorKind::invalid_input, "{} was made from {} source picture(s); name the same with --image.", file, pictures);
    auto model = paths::find_model(options.model.value_or("builtin"));
    if (!model) return pass_on(model);
    auto opened = ModelFolder::open(*model);
    auto identity = opened ? opened->identity() : pass_on(opened);
    if (!identity) return pass_on(identity);
    if (*identity != record->model_sha256 && !options.model)
        return fail(ErrorKind::not_found, "{} was made with the model {} ({}), not with the built-in one; name its folder with --model.", file,
                    record->model_name, record->model_sha256.substr(0, 10));
    generate::Request request{.prompt = record->prompt,
                              .sources = {},
                              .width = record->width,
                              .height = record->height,
                              .steps = record->steps,
                              .guidance = record->guidance,
                              .temperature = record->temperature,
                              .top_p = record->top_p,
                              .seed = record->seed,
                              .count = 1,
                              .model = *model,
                              .options = {}};
    if (options.mask) request.width = request.height = std::nullopt;  // its base says the size
    request.options.precision = record->precision;
    request.text_mode = record->text_mode;
    request.speed = record->speed;
    if (record->repaint) request.repaint = {.base = {}, .mask = {}, .feather = record->repaint->feather, .strength = record->repaint->strength};
    return request;
}

}  // namespace

void warn_about_network(Console& console, const std::string& device) {
    if (!is_rpc_name(device)) return;
    console.note(tr("The model's weights and all that is computed go to these machines, unencrypted and without a password. Use servers only within a "
                    "network that you trust: whoever reaches their port can run code there."));
}

void warn_about_size(Console& console, const generate::Request& request) {
    constexpr double least_part = 1.0 / 3;  // of the pixels that it is made for
    if (!request.width || !request.height) return;
    const auto model = ModelFolder::open(request.model);
    if (!model || !model->has_text("haibao.json")) return;
    const ModelDefaults& made_for = model->defaults();
    if (double(*request.width) * *request.height > least_part * made_for.width * made_for.height) return;
    console.note(say(tr("{} is made for about {}×{} pixels; at {}×{} it may paint hardly more than a plain ground."), made_for.name, made_for.width, made_for.height, *request.width, *request.height));
}

void warn_about_subjects(Console& console, const generate::Request& request) {
    constexpr qsizetype most_named = 8;
    const auto model = ModelFolder::open(request.model);
    if (!model) return;
    QStringList words;
    for (const std::string& word : model->defaults().vocabulary) words << QString::fromStdString(word);
    const QString prompt = QString::fromStdString(request.prompt);
    QStringList unknown = generate::unknown_subjects(words, prompt);
    if (unknown.isEmpty()) return;
    for (QString& word : unknown) word = QStringLiteral("“") + word + QStringLiteral("”");
    const QStringList known = generate::words_for(words, prompt, QLocale().name().left(2)).mid(0, most_named);
    console.note(say(tr("{} does not know {}; it paints what it knows: {}…"), model->defaults().name, generate::listed(unknown, prompt).toStdString(), generate::listed(known, prompt).toStdString()));
}

Result<PictureFiles> picture_files(const GenerationOptions& options) {
    PictureFiles files{{options.images.begin(), options.images.end()}, {}};
    if (!options.mask) return files;
    if (files.sources.empty()) return fail(ErrorKind::invalid_input, "--mask needs the picture that it belongs to: --image FILE.");
    files.repaint = {files.sources.front(), *options.mask, options.feather.value_or(default_feather), options.strength.value_or(1)};
    files.sources.erase(files.sources.begin());
    return files;
}

Result<generate::Request> request_of(const GenerationOptions& options) {
    if (!options.prompt && !options.from)
        return fail(ErrorKind::invalid_input, "A --prompt is needed (or --from a picture).");
    generate::Request request;
    if (options.from) {
        auto from = request_from(*options.from, options);
        if (!from) return from;
        request = std::move(*from);
    } else {
        auto model = paths::find_model(options.model.value_or("builtin"));
        if (!model) return pass_on(model);
        request.model = *model;
        request.seed = std::random_device{}();
    }
    if (options.prompt) {
        auto prompt = read_prompt(*options.prompt);
        if (!prompt) return pass_on(prompt);
        request.prompt = std::move(*prompt);
    }
    if (options.size) {
        auto size = generate::parse_size(*options.size);
        if (!size) return pass_on(size);
        request.width = size->width;
        request.height = size->height;
    }
    if (options.steps) request.steps = options.steps;
    if (options.guidance) request.guidance = options.guidance;
    if (options.temperature) request.temperature = options.temperature;
    if (options.top_p) request.top_p = options.top_p;
    if (options.seed) request.seed = *options.seed;
    if (options.text) request.text_mode = generate::text_mode_from(*options.text);
    request.count = options.count;
    request.options.device = options.device;
    request.options.threads = options.threads;
    if (options.speed) request.speed = *speed_from(*options.speed);
    if (options.precision) request.options.precision = *protocol::precision_from(*options.precision);
    auto files = picture_files(options);
    if (!files) return pass_on(files);
    if (files->repaint) {
        if (request.repaint && !options.feather) files->repaint->feather = request.repaint->feather;
        if (request.repaint && !options.strength) files->repaint->strength = request.repaint->strength;
        auto repaint = generate::read_repaint(*files->repaint);
        if (!repaint) return pass_on(repaint);
        request.repaint = std::move(*repaint);
    }
    for (const auto& image : files->sources) {
        auto source = generate::read_source_picture(image);
        if (!source) return pass_on(source);
        request.sources.push_back(std::move(*source));
    }
    if (auto checked = generate::check(request); !checked) return pass_on(checked);
    return request;
}

void add_generation_options(CLI::App& command, GenerationOptions& options) {
    const std::string what = tr("What to paint"), how = tr("How to paint"), where = tr("Where to paint");
    command.add_option("-p,--prompt", options.prompt, tr("What the poster shows: TEXT, @FILE (UTF-8) or - for stdin; quoted parts become titles"))
        ->group(what);
    command.add_option("-i,--image", options.images, tr("Source picture for image-to-image; again for more. Transparent parts count as white"))
        ->group(what)->type_name("FILE");
    const auto mask = command.add_option("--mask", options.mask,
                       tr("Repaint a region of the first --image: white is made anew, black and transparent stay. Of the picture's size"))
        ->group(what)->type_name("FILE");
    command.add_option("--feather", options.feather, tr("Pixels around the mask over which old and new blend; 32 by default"))
        ->group(what)->check(CLI::Range(0, most_feather))->needs(mask);
    command.add_option("--strength", options.strength, tr("How far the region may go from the picture: 1 makes it anew (by default), 0.3 only refines what is there"))
        ->group(what)->check(CLI::Range(0.01, 1.0))->needs(mask);
    command.add_option("--text", options.text, tr("The quoted texts: paint (by the model), layers (live text; kept from the model), both, none. The model decides by default"))
        ->group(what)->check(CLI::IsMember({"paint", "layers", "both", "none"}));
    command.add_option("--from", options.from, tr("Repeat the picture in this PNG; other options change what they name"))->group(what)->type_name("FILE");
    command.add_option("-s,--size", options.size, tr("Pixels, e.g. 768x1344: each side a multiple of 32 from 256 to 2048"))
        ->group(how)->type_name("WxH");
    command.add_option("--steps", options.steps, tr("Painting steps, 1 to 200: more are more careful and slower"))->group(how);
    command.add_option("--guidance", options.guidance, tr("How closely to follow the prompt; 1 or less is twice as fast"))->group(how);
    command.add_option("--speed", options.speed, tr("exact, balanced or fast: how many of many painting steps are reckoned from the ones before instead of computed"))
        ->group(how)->check(CLI::IsMember({"exact", "balanced", "fast"}));
    command.add_option("--seed", options.seed, tr("Same seed and settings, same picture; picture k gets seed + k. Random by default"))->group(how);
    command.add_option("-n,--count", options.count, tr("Number of pictures"))->group(how);
    command.add_option("--temperature", options.temperature, tr("Freedom in composing; 0 = always the likeliest"))->group(how);
    command.add_option("--top-p", options.top_p, tr("Share of likely ways that composing chooses from, to 1"))->group(how);
    command.add_option("-m,--model", options.model, tr("builtin, the name of an installed model, or the path of a checkpoint's folder or GGUF file"))
        ->group(where)->type_name("NAME|PATH");
    command.add_option("-d,--device", options.device, tr("auto, cpu, vulkan0, cuda0, … (see haibao-cli devices), or other machines: rpc:HOST:PORT[,HOST:PORT]"))->group(where)->capture_default_str();
    command.add_option("--precision", options.precision, tr("fast (16-bit products where there are any), int8 (8-bit ones where there are any: quicker and coarser) or f32"))
        ->group(where)->check(CLI::IsMember({"fast", "int8", "f32"}));
    command.add_option("--threads", options.threads, tr("CPU threads; 0 = all cores"))->group(where)->check(CLI::Range(0, 4096));
}

}  // namespace haibao::cli
