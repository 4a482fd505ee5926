// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/preset_options.h"

#include <QRegularExpression>

#include "app/cli/console.h"

namespace haibao::cli {
namespace {

/// "1080x1350", "1080x", "x1350".
Result<void> read_pair(const std::string& text, const char* option, ExportSize& size) {
    static const QRegularExpression form("^([0-9]*\\.?[0-9]*)[x×]([0-9]*\\.?[0-9]*)$");
    const auto match = form.match(QString::fromStdString(text));
    size.width = match.captured(1).toDouble();
    size.height = match.captured(2).toDouble();
    if (match.hasMatch() && (size.width > 0 || size.height > 0)) return {};
    return fail(ErrorKind::invalid_input, "“{}” is no size; write {} 1080x1350, or 1080x and x1350 to keep the proportions.", text, option);
}

/// "300k", "2M", "250000".
Result<std::int64_t> read_bytes(const std::string& text) {
    static const QRegularExpression form("^([0-9]+\\.?[0-9]*)\\s*([kM]?)B?$", QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromStdString(text));
    const double factor = match.captured(2).isEmpty() ? 1 : match.captured(2).toLower() == "k" ? 1e3 : 1e6;
    const double bytes = match.captured(1).toDouble() * factor;
    if (match.hasMatch() && bytes >= 1 && bytes < 4e9) return static_cast<std::int64_t>(bytes);
    return fail(ErrorKind::invalid_input, "“{}” is no file size; write --target-size 300k or 2M.", text);
}

template <class E>
struct Word {
    const char* word;
    E value;
};
template <class E, std::size_t n>
Result<void> read_word(const std::optional<std::string>& given, const char* option, E& value, const Word<E> (&words)[n]) {
    if (!given) return {};
    std::string known;
    for (const auto& [word, meaning] : words) {
        if (*given == word) {
            value = meaning;
            return {};
        }
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    return fail(ErrorKind::invalid_input, "{} cannot be “{}”; it is one of {}.", option, *given, known);
}

Result<void> read_size(const PresetOptions& options, ExportSize& size) {
    if (options.size) {
        size.mode = SizeMode::pixels;
        if (auto read = read_pair(*options.size, "--size", size); !read) return read;
    }
    if (options.mm) {
        size.mode = SizeMode::millimetres;
        const bool inches = options.mm->ends_with("in");
        if (auto read = read_pair(inches ? options.mm->substr(0, options.mm->size() - 2) : *options.mm, "--mm", size); !read) return read;
        if (inches) size.width *= 25.4, size.height *= 25.4;
        if (size.dpi <= 0) size.dpi = 300;
    }
    if (options.long_side) size.mode = SizeMode::long_side, size.width = *options.long_side, size.height = 0;
    if (options.percent) size.mode = SizeMode::percent, size.width = *options.percent, size.height = 0;
    if (options.dpi) {
        if (!(*options.dpi >= 1 && *options.dpi <= 4800)) return fail(ErrorKind::invalid_input, "--dpi must be between 1 and 4800, not {}.", *options.dpi);
        size.dpi = *options.dpi;
    }
    if (options.linear) size.linear = true;
    if (options.no_enlarge) size.enlarge = false;
    constexpr Word<SizeFit> fits[] = {{"fit", SizeFit::fit}, {"fill", SizeFit::fill}, {"stretch", SizeFit::stretch}};
    return read_word(options.fit, "--fit", size.fit, fits);
}

Result<void> read_words(const PresetOptions& options, Preset& preset) {
    constexpr Word<Intent> intents[] = {
        {"relative", Intent::relative}, {"perceptual", Intent::perceptual}, {"saturation", Intent::saturation}, {"absolute", Intent::absolute}};
    constexpr Word<BlackPoint> blacks[] = {{"on", BlackPoint::compensate}, {"off", BlackPoint::keep}};
    constexpr Word<KeepMetadata> kept[] = {{"full", KeepMetadata::full}, {"no-prompts", KeepMetadata::no_prompts}, {"none", KeepMetadata::none}};
    constexpr Word<Chroma> chromas[] = {{"444", Chroma::full}, {"420", Chroma::half}, {"4:4:4", Chroma::full}, {"4:2:0", Chroma::half}};
    constexpr Word<TiffPacking> packings[] = {{"lzw", TiffPacking::lzw}, {"deflate", TiffPacking::deflate}, {"none", TiffPacking::none}};
    if (auto read = read_word(options.intent, "--intent", preset.conversion.intent, intents); !read) return read;
    if (auto read = read_word(options.bpc, "--bpc", preset.conversion.black_point, blacks); !read) return read;
    if (auto read = read_word(options.metadata, "--metadata", preset.metadata, kept); !read) return read;
    if (auto read = read_word(options.chroma, "--chroma", preset.chroma, chromas); !read) return read;
    return read_word(options.packing, "--compression", preset.packing, packings);
}

Result<void> read_bleed(const PresetOptions& options, Preset& preset) {
    if (options.bleed) {
        bool is_number = false;
        if (preset.extent == PageExtent::trim) preset.extent = PageExtent::bleed;
        if (!options.bleed->empty() && *options.bleed != "document") {
            preset.bleed_mm = QString::fromStdString(*options.bleed).toDouble(&is_number);
            if (!is_number || !(preset.bleed_mm >= 0 && preset.bleed_mm <= 100))
                return fail(ErrorKind::invalid_input, "--bleed takes millimetres between 0 and 100, or “document”, not “{}”.", *options.bleed);
        }
    }
    if (options.marks) preset.extent = PageExtent::marks;
    return {};
}

}  // namespace

std::shared_ptr<PresetOptions> add_preset_options(CLI::App& command, PresetUse use) {
    auto options = std::make_shared<PresetOptions>();
    if (use == PresetUse::poster) command.add_option("--preset", options->preset, tr("Start from a preset: screen-png, social-jpeg, print-pdf-x4, …, or a JSON file"));
    command.add_option("--size", options->size, tr("Pixels: 1080x1350, 1080x or x1350"));
    command.add_option("--mm", options->mm, tr("Millimetres, or inches: 297x420, 8x10in; with --dpi (300)"));
    command.add_option("--long-side", options->long_side, tr("Pixels of the longer side"));
    command.add_option("--percent", options->percent, tr("Of the original size"));
    command.add_option("--dpi", options->dpi, tr("Resolution of the file"));
    command.add_option("--fit", options->fit, tr("Into the size: fit, fill (cuts off) or stretch"));
    command.add_option("--bleed", options->bleed, tr("Posters: with bleed: millimetres, or “document”"));
    command.add_flag("--marks", options->marks, tr("Posters: with bleed and crop marks"));
    command.add_flag("--pdfx", options->pdfx, tr("Posters: PDF/X-4 for print shops"));
    command.add_option("--profile", options->profile, tr("Colours: srgb, display-p3, adobe-rgb, an installed profile such as FOGRA39L_coated, or a file"));
    command.add_option("--intent", options->intent, tr("relative, perceptual, saturation or absolute"));
    command.add_option("--bpc", options->bpc, tr("Black point compensation: on or off"));
    command.add_flag("--cmyk", options->cmyk, tr("CMYK; with FOGRA39L_coated unless --profile names another"));
    command.add_option("--ink-limit", options->ink_limit, tr("Report pixels with more ink than this, percent"));
    command.add_option("--quality", options->quality, tr("1 to 100: JPEG, WebP, AVIF"));
    command.add_option("--target-size", options->target_size, tr("The best quality whose file is no larger: 300k, 2M"));
    command.add_option("--bits", options->bits, tr("Per channel: 8 or 16; AVIF 8, 10 or 12"));
    command.add_option("--chroma", options->chroma, tr("444 (sharp coloured text) or 420 (smaller)"));
    command.add_option("--compression", options->packing, tr("TIFF: lzw, deflate or none"));
    command.add_flag("--lossless", options->lossless, tr("WebP, AVIF"));
    command.add_flag("--progressive", options->progressive, tr("JPEG"));
    command.add_option("--matte", options->matte, tr("Colour behind transparent pixels where the format has none: #ffffff"));
    command.add_option("--metadata", options->metadata, tr("full, no-prompts (authorship only) or none"));
    command.add_option("--watermark", options->watermark, tr("A text, or @FILE for a picture"));
    command.add_option("--watermark-position", options->watermark_position, tr("bottom-right, centre, top, …, or tile"));
    command.add_option("--watermark-size", options->watermark_size, tr("Height as a part of the shorter side: 0.04"));
    command.add_option("--watermark-opacity", options->watermark_opacity, tr("0 to 1"));
    if (use == PresetUse::batch) {
        command.add_flag("--linear", options->linear, tr("Resize in linear light"));
        command.add_flag("--no-enlarge", options->no_enlarge, tr("Never larger than the original"));
    }
    return options;
}

Result<Preset> preset_of(const PresetOptions& options, std::string_view extension) {
    Preset preset;
    if (options.preset) {
        auto named = find_preset(*options.preset);
        if (!named) return named;
        preset = std::move(*named);
    } else {
        preset.id = QStringLiteral("custom");
    }
    if (!extension.empty()) {
        const FileFormat* format = find_format(extension);
        const bool pdf = extension == ".pdf" || extension == "pdf";
        if (!format && !pdf)
            return fail(ErrorKind::invalid_input, "There is no format “{}”; let the name end in .png, .jpg, .webp, .avif, .tiff or .pdf.", extension);
        preset.format = pdf ? QStringLiteral("pdf") : QString::fromUtf8(format->name.data(), static_cast<qsizetype>(format->name.size()));
    }
    if (auto read = read_size(options, preset.size); !read) return pass_on(read);
    if (auto read = read_words(options, preset); !read) return pass_on(read);
    if (auto read = read_bleed(options, preset); !read) return pass_on(read);
    const auto text = [](const std::optional<std::string>& given, QString& value) {
        if (given) value = QString::fromStdString(*given);
    };
    if (options.cmyk || options.pdfx) {  // a preset that is for a press names its own
        const auto named = IccProfile::find(preset.profile.toStdString());
        if (preset.profile.isEmpty() || (named && named->space() != ColourSpace::cmyk)) preset.profile = QStringLiteral("FOGRA39L_coated");
    }
    text(options.profile, preset.profile);
    text(options.matte, preset.matte);
    text(options.watermark_position, preset.watermark.position);
    if (options.watermark) {
        const bool file = options.watermark->starts_with('@');
        (file ? preset.watermark.picture : preset.watermark.text) = QString::fromStdString(options.watermark->substr(file ? 1 : 0));
    }
    preset.watermark.size = options.watermark_size.value_or(preset.watermark.size);
    preset.watermark.opacity = options.watermark_opacity.value_or(preset.watermark.opacity);
    preset.quality = options.quality.value_or(preset.quality);
    preset.bits = options.bits.value_or(preset.bits);
    preset.ink_limit_percent = options.ink_limit.value_or(preset.ink_limit_percent);
    if (options.target_size) {
        auto bytes = read_bytes(*options.target_size);
        if (!bytes) return pass_on(bytes);
        preset.target_bytes = *bytes;
    }
    preset.pdf.x4 |= options.pdfx;
    preset.lossless |= options.lossless;
    preset.progressive |= options.progressive;
    if (auto sound = check(preset); !sound) return pass_on(sound);
    return preset;
}

}  // namespace haibao::cli
