// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/preset.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/document/json_fields.h"
#include "app/export/name_template.h"
#include "inference/base/files.h"

namespace haibao {
namespace fs = std::filesystem;
using document::Fields;
using document::Word;

namespace {

constexpr std::uint64_t most_preset_bytes = 1 << 20;
constexpr double most_pixels = 1e6, most_dpi = 4800, least_watermark = 0.005;
constexpr int most_ink = 400;

constexpr Word<Chroma> chroma_words[] = {{"4:4:4", Chroma::full}, {"4:2:0", Chroma::half}};
constexpr Word<TiffPacking> packing_words[] = {{"none", TiffPacking::none}, {"lzw", TiffPacking::lzw}, {"deflate", TiffPacking::deflate}, {"zip", TiffPacking::deflate}};
constexpr Word<SizeMode> mode_words[] = {{"original", SizeMode::original},   {"pixels", SizeMode::pixels},   {"millimetres", SizeMode::millimetres},
                                         {"mm", SizeMode::millimetres},      {"long-side", SizeMode::long_side}, {"percent", SizeMode::percent}};
constexpr Word<SizeFit> fit_words[] = {{"fit", SizeFit::fit}, {"fill", SizeFit::fill}, {"stretch", SizeFit::stretch}};
constexpr Word<PageExtent> extent_words[] = {{"trim", PageExtent::trim}, {"bleed", PageExtent::bleed}, {"marks", PageExtent::marks}};
constexpr Word<Intent> intent_words[] = {
    {"perceptual", Intent::perceptual}, {"relative", Intent::relative}, {"saturation", Intent::saturation}, {"absolute", Intent::absolute}};
constexpr Word<BlackPoint> black_words[] = {{"compensate", BlackPoint::compensate}, {"keep", BlackPoint::keep}};
constexpr Word<KeepMetadata> metadata_words[] = {{"full", KeepMetadata::full}, {"no-prompts", KeepMetadata::no_prompts}, {"none", KeepMetadata::none}};

}  // namespace

void describe(Fields& f, ExportSize& size) {
    f.word("mode", size.mode, mode_words);
    f.number("width", size.width, 0, most_pixels);
    f.number("height", size.height, 0, most_pixels);
    f.word("fit", size.fit, fit_words);
    f.number("dpi", size.dpi, 0, most_dpi);
    f.flag("enlarge", size.enlarge);
    f.flag("linear", size.linear);
}

void describe(Fields& f, PdfSettings& pdf) {
    f.flag("x4", pdf.x4);
    f.flag("registration_marks", pdf.registration_marks);
    f.flag("colour_bar|color_bar", pdf.colour_bar);
    f.flag("slug", pdf.slug);
}

void describe(Fields& f, Watermark& mark) {
    f.string("text", mark.text, 500);
    f.string("picture", mark.picture);
    f.string("position", mark.position, 20);
    f.number("size", mark.size, least_watermark, 1);
    f.number("margin", mark.margin, 0, 0.5);
    f.number("opacity", mark.opacity, 0, 1);
    f.string("colour|color", mark.colour, 9);
}

void describe(Fields& f, PresetName& name) {
    f.string("language", name.language, 16);
    f.string("text", name.text, 200);
}

void describe(Fields& f, ConversionOptions& conversion) {
    f.word("intent", conversion.intent, intent_words);
    f.word("black_point", conversion.black_point, black_words);
}

void describe(Fields& f, Preset& preset) {
    f.list("names", preset.names, 32);
    f.string("format", preset.format, 16);
    f.always("format");
    f.integer("quality", preset.quality, 1, 100);
    double target = static_cast<double>(preset.target_bytes);
    f.number("target_bytes", target, 0, 4e9);
    preset.target_bytes = static_cast<std::int64_t>(target);
    f.flag("lossless", preset.lossless);
    f.flag("progressive", preset.progressive);
    f.word("chroma", preset.chroma, chroma_words);
    f.integer("bits", preset.bits, 8, 16);
    f.word("packing", preset.packing, packing_words);
    f.value("pdf", preset.pdf);
    f.value("size", preset.size);
    f.word("extent", preset.extent, extent_words);
    f.number("bleed_mm", preset.bleed_mm, -1, 100);
    f.string("profile", preset.profile, 1024);
    f.value("conversion", preset.conversion);
    f.integer("ink_limit", preset.ink_limit_percent, 0, most_ink);
    f.string("matte", preset.matte, 9);
    f.word("metadata", preset.metadata, metadata_words);
    f.string("file_names", preset.file_names, 500);
    f.value("watermark", preset.watermark);
}

QString Preset::name(const QString& language) const {
    for (const QString& wanted : {language, QStringLiteral("en")})
        for (const PresetName& known : names)
            if (known.language == wanted) return known.text;
    return id;
}

QString Preset::extension() const {
    const FileFormat* known = find_format(format.toStdString());
    return known ? QString::fromUtf8(known->extensions[0].data(), static_cast<qsizetype>(known->extensions[0].size())) : format;
}

QJsonObject to_json(const Preset& preset) {
    QJsonObject json = document::write_object(preset);
    json["haibao"] = preset_format;
    return json;
}

Result<Preset> preset_from_json(const QJsonObject& json, const QString& id) {
    const QString version = json.value("haibao").toString();
    if (!version.startsWith(QStringLiteral("haibao.preset/")))
        return fail(ErrorKind::invalid_input, "{} is no export preset: it lacks \"haibao\": \"{}\".", id.toStdString(), preset_format);
    if (version != preset_format)
        return fail(ErrorKind::unsupported, "The preset {} is of a later version of Haibao ({}); update the program.", id.toStdString(), version.toStdString());
    document::Reading reading;
    document::Place place{json, id, reading};
    Preset preset;
    document::Form<Preset>::read(place, preset);
    if (reading.error) return std::unexpected(*reading.error);
    place.unknown.remove("haibao");
    if (!place.unknown.isEmpty())
        return fail(ErrorKind::invalid_input, "{}.{} is nothing that a preset can have; see docs/export.md.", id.toStdString(),
                    place.unknown.keys().first().toStdString());
    preset.id = id;
    if (auto sound = check(preset); !sound) return pass_on(sound);
    return preset;
}

Result<void> check(const Preset& preset) {
    const auto is_colour = [](const QString& text) { return QRegularExpression("^#[0-9a-fA-F]{6}$").match(text).hasMatch(); };
    if (!is_colour(preset.matte)) return fail(ErrorKind::invalid_input, "“{}” is no colour; write it like #c8442f.", preset.matte.toStdString());
    if (!is_colour(preset.watermark.colour))
        return fail(ErrorKind::invalid_input, "“{}” is no colour; write it like #c8442f.", preset.watermark.colour.toStdString());
    static const QStringList positions{"top-left", "top", "top-right", "left", "centre", "right", "bottom-left", "bottom", "bottom-right", "tile"};
    if (!positions.contains(preset.watermark.position))
        return fail(ErrorKind::invalid_input, "A watermark cannot be at “{}”; it can be at {}.", preset.watermark.position.toStdString(),
                    positions.join(", ").toStdString());
    // Written so that what is no number is refused, too.
    const Watermark& mark = preset.watermark;
    if (!(mark.size >= least_watermark && mark.size <= 1))
        return fail(ErrorKind::invalid_input, "A watermark is {} to 1 times as high as the shorter side, not {}.", least_watermark, mark.size);
    if (!(mark.opacity >= 0 && mark.opacity <= 1)) return fail(ErrorKind::invalid_input, "The opacity of a watermark is 0 to 1, not {}.", mark.opacity);
    if (preset.ink_limit_percent < 0 || preset.ink_limit_percent > most_ink)
        return fail(ErrorKind::invalid_input, "An ink limit is 1 to {} percent, or 0 for none, not {}.", most_ink, preset.ink_limit_percent);
    if (!preset.file_names.isEmpty())
        if (auto names = NameTemplate::parse(preset.file_names); !names) return pass_on(names);
    if (preset.is_pdf()) return {};
    const FileFormat* format = find_format(preset.format.toStdString());
    if (!format) {
        std::string known;
        for (const FileFormat& one : file_formats()) known += std::string(one.name) + ", ";
        return fail(ErrorKind::invalid_input, "There is no format “{}”; there are {}pdf.", preset.format.toStdString(), known);
    }
    EncodeOptions options{.quality = preset.quality, .lossless = preset.lossless, .bits = preset.bits};
    if (preset.target_bytes > 0) options.target_bytes = static_cast<std::uint64_t>(preset.target_bytes);
    return check_encodable({1, 1, PixelFormat::rgb8, 72, {}}, *format, options);
}

Result<Preset> read_preset(const fs::path& file) {
    auto text = read_file(file, most_preset_bytes);
    if (!text) return pass_on(text);
    auto json = document::parse_json_object(*text, file.filename().string());
    if (!json) return pass_on(json);
    return preset_from_json(*json, paths::to_qt(file.stem()));
}

static std::vector<fs::path> preset_files() {
    std::vector<fs::path> folders;
    if (const auto assets = paths::assets()) folders.push_back(*assets / "presets");
    folders.push_back(paths::models().parent_path() / "presets");
    std::map<std::string, fs::path> by_id;
    for (const fs::path& folder : folders) {
        std::error_code error;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
            if (at->path().extension() == ".json") by_id[at->path().stem().string()] = at->path();
    }
    std::vector<fs::path> files;
    for (const auto& [id, file] : by_id) files.push_back(file);
    return files;
}

std::vector<Preset> presets() {
    std::vector<Preset> found;
    for (const fs::path& file : preset_files())
        if (auto preset = read_preset(file)) found.push_back(std::move(*preset));
    return found;
}

Result<Preset> find_preset(const std::string& name) {
    std::error_code ignored;
    if (name.contains('/') || fs::is_regular_file(name, ignored)) return read_preset(name);
    std::string known;
    for (const fs::path& file : preset_files()) {
        if (file.stem() == name) return read_preset(file);
        known += (known.empty() ? "" : ", ") + file.stem().string();
    }
    return fail(ErrorKind::not_found, "There is no preset “{}”; there are {}.", name, known.empty() ? "none" : known);
}

Result<PlannedSize> plan_size(QSizeF original, double original_dpi, const ExportSize& size) {
    PlannedSize planned;
    planned.dpi = size.dpi > 0 ? size.dpi : original_dpi;
    double width = original.width(), height = original.height();
    if (size.mode != SizeMode::original && size.width <= 0 && size.height <= 0)
        return fail(ErrorKind::invalid_input, "A width or a height is needed for the size.");
    const double unit = size.mode == SizeMode::millimetres ? planned.dpi / 25.4 : 1;
    double box_width = size.width * unit, box_height = size.height * unit;
    switch (size.mode) {
        case SizeMode::original: box_width = width, box_height = height; break;
        case SizeMode::percent: box_width = width * size.width / 100, box_height = height * size.width / 100; break;
        case SizeMode::long_side:
            if (width >= height) box_height = 0;
            else box_height = box_width, box_width = 0;
            break;
        case SizeMode::pixels:
        case SizeMode::millimetres: break;
    }
    if (box_width <= 0) box_width = box_height * width / height;
    if (box_height <= 0) box_height = box_width * height / width;
    double x = box_width / width, y = box_height / height;
    if (size.fit == SizeFit::fit) x = y = std::min(x, y);
    if (size.fit == SizeFit::fill) x = y = std::max(x, y);
    if (!size.enlarge) {
        const double most = std::max(x, y);
        if (most > 1) x /= most, y /= most, box_width /= most, box_height /= most;
    }
    planned.x = x, planned.y = y;
    const double scaled_width = std::round(width * x), scaled_height = std::round(height * y);
    if (!(scaled_width >= 1 && scaled_height >= 1))
        return fail(ErrorKind::invalid_input, "That size leaves less than a pixel of {:.0f}×{:.0f}; choose a larger one.", width, height);
    if (scaled_width > most_pixels || scaled_height > most_pixels)
        return fail(ErrorKind::invalid_input, "{:.0f}×{:.0f} pixels are more than any format holds; choose a smaller size or resolution.", scaled_width,
                    scaled_height);
    planned.scaled = QSize(static_cast<int>(scaled_width), static_cast<int>(scaled_height));
    const QSize box(static_cast<int>(std::round(box_width)), static_cast<int>(std::round(box_height)));
    planned.cut = size.fit == SizeFit::fill ? planned.scaled.boundedTo(box).expandedTo(QSize(1, 1)) : planned.scaled;
    return planned;
}

}  // namespace haibao
