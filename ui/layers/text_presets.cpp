// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/text_presets.h"

#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>

#include "app/core/atomic_file.h"
#include "app/core/paths.h"
#include "app/document/json.h"
#include "app/render/build.h"
#include "app/render/pixels.h"
#include "ui/layers/built_in_presets.h"

namespace haibao::ui {
namespace {

constexpr const char* format = "haibao.text-styles/1";

double short_side(const document::Page& page) { return std::min(page.points().width(), page.points().height()); }

/// Everything that is a length and belongs to the size of the letters.
void scale_lengths(document::TextStyle& style, double factor) {
    for (document::Stroke& stroke : style.strokes) stroke.width *= factor;
    for (document::Shadow& shadow : style.shadows) {
        shadow.dx *= factor;
        shadow.dy *= factor;
        shadow.blur *= factor;
        shadow.spread *= factor;
    }
    if (style.line_height_points) style.line_height *= factor;
}

/// At one size and rounded, as it may have been scaled and saved since.
QJsonObject look_of(document::TextStyle style) {
    scale_lengths(style, 1 / style.size);
    style.size = 1;
    const auto rounded = [](double& length) { length = std::round(length * 1e4) / 1e4; };
    for (document::Stroke& stroke : style.strokes) rounded(stroke.width);
    for (document::Shadow& shadow : style.shadows)
        for (double* length : {&shadow.dx, &shadow.dy, &shadow.blur, &shadow.spread}) rounded(*length);
    rounded(style.line_height);
    rounded(style.letter_spacing_em);
    return document::to_json(style);
}

double luminance(const document::Colour& colour) { return 0.2126 * colour.r + 0.7152 * colour.g + 0.0722 * colour.b; }

/// How light the letters look: their fill, or without one their stroke.
double lightness_of(const document::TextStyle& style) {
    const auto of = [](const document::Paint& paint) {
        if (const auto* colour = std::get_if<document::Colour>(&paint)) return luminance(*colour);
        const auto* linear = std::get_if<document::LinearGradient>(&paint);
        if (!linear || linear->stops.empty()) return 0.5;
        double sum = 0;
        for (const document::Stop& stop : linear->stops) sum += luminance(stop.colour);
        return sum / double(linear->stops.size());
    };
    if (!style.fills.empty()) return of(style.fills.front().paint);
    return style.strokes.empty() ? 0 : of(style.strokes.front().paint);
}

}  // namespace

std::filesystem::path TextPresets::usual_file() {
    return paths::from_qt(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)) / "text-styles.json";
}

TextPresets::TextPresets(std::filesystem::path file, QObject* parent) : QObject(parent), file_(std::move(file)) { read(); }

void TextPresets::read() {
    presets_.clear();
    problem_.clear();
    QFile file(paths::to_qt(file_));
    if (file.exists()) {
        const std::string name = file_.filename().string();
        auto json = file.open(QIODevice::ReadOnly) ? document::parse_json_object(file.readAll(), name)
                                                   : fail(ErrorKind::io, "{} could not be read.", name);
        if (json && (*json)["format"].toString() != format) json = fail(ErrorKind::unsupported, "{} holds no text styles that this Haibao knows.", name);
        if (!json) problem_ = QString::fromStdString(json.error().message);
        else
            for (const QJsonValue& value : (*json)["styles"].toArray()) {
                auto style = document::style_from_json(value["style"].toObject());
                if (style) presets_.push_back({value["name"].toString(), std::move(*style), value["relative_size"].toDouble(), false});
                else problem_ = QString::fromStdString(style.error().message);
            }
    }
    std::ranges::move(built_in_presets(), std::back_inserter(presets_));
}

std::vector<TextPreset> TextPresets::own() const {
    std::vector<TextPreset> own;
    std::ranges::copy_if(presets_, std::back_inserter(own), [](const TextPreset& preset) { return !preset.built_in; });
    return own;
}

Result<void> TextPresets::write(std::vector<TextPreset> own) {
    // What could not be read may be somebody's work: it is not written over.
    if (!problem_.isEmpty()) return fail(ErrorKind::io, "Your text styles could not be read, so they are not changed: {}", problem_.toStdString());
    QJsonArray styles;
    for (const TextPreset& preset : own)
        styles.append(QJsonObject{{"name", preset.name}, {"relative_size", preset.relative_size}, {"style", document::to_json(preset.style)}});
    const QByteArray text = document::json_text({{"format", format}, {"styles", styles}});
    auto written = write_file(file_, {reinterpret_cast<const std::uint8_t*>(text.data()), std::size_t(text.size())}, IfExists::overwrite);
    if (!written) return pass_on(written);
    read();
    emit changed();
    return {};
}

Result<void> TextPresets::save(const QString& name, const document::TextStyle& style, const document::Page& page) {
    const bool taken = std::ranges::any_of(presets_, [&name](const TextPreset& preset) { return preset.built_in && preset.name == name; });
    if (taken) return fail(ErrorKind::invalid_input, "“{}” comes with Haibao; choose another name.", name.toStdString());
    std::vector<TextPreset> changed_own = own();
    TextPreset preset{name, style, style.size / short_side(page), false};
    preset.style.ruby.clear();  // belongs to the words
    const auto old = std::ranges::find(changed_own, name, &TextPreset::name);
    if (old != changed_own.end()) *old = std::move(preset);
    else changed_own.insert(changed_own.begin(), std::move(preset));
    return write(std::move(changed_own));
}

Result<void> TextPresets::rename(const QString& from, const QString& to) {
    if (std::ranges::any_of(presets_, [&to](const TextPreset& preset) { return preset.name == to; }))
        return fail(ErrorKind::invalid_input, "There is a style “{}” already; choose another name.", to.toStdString());
    std::vector<TextPreset> changed_own = own();
    for (TextPreset& preset : changed_own)
        if (preset.name == from) preset.name = to;
    return write(std::move(changed_own));
}

Result<void> TextPresets::remove(const QString& name) {
    std::vector<TextPreset> changed_own = own();
    std::erase_if(changed_own, [&name](const TextPreset& preset) { return preset.name == name; });
    return write(std::move(changed_own));
}

double size_from(const TextPreset& preset, const document::TextStyle& now, const document::Page& page) {
    return preset.relative_size > 0 ? preset.relative_size * short_side(page) : now.size;
}

document::TextStyle style_from(const TextPreset& preset, const document::TextStyle& now) {
    document::TextStyle style = preset.style;
    style.size = now.size;
    scale_lengths(style, style.size / preset.style.size);
    style.ruby = now.ruby;
    style.lang = now.lang;
    return style;
}

bool looks_like(const document::TextStyle& style, const TextPreset& preset) {
    document::TextStyle wanted = style_from(preset, style);
    wanted.fallback = style.fallback;  // for characters that the face lacks
    wanted.font.file_hash = style.font.file_hash;
    return look_of(wanted) == look_of(style);
}

QImage swatch_of(const TextPreset& preset, QSize pixels) {
    document::Poster poster;
    poster.page.width = pixels.width();
    poster.page.height = pixels.height();
    poster.page.background = lightness_of(preset.style) > 0.55 ? document::Colour{0.17, 0.16, 0.19, 1, {}} : document::Colour{0.96, 0.95, 0.93, 1, {}};
    document::Layer layer;
    layer.id = document::LayerId{1};
    layer.placement.frame = QRectF(QPointF(), QSizeF(pixels));
    document::TextLayer content;
    content.text.text = QStringLiteral("海报");
    content.text.box.width = pixels.width();
    content.text.box.height = pixels.height();
    content.text.box.block_align = document::BlockAlign::centre;
    content.text.paragraphs.front().align = document::Align::centre;
    content.text.overflow = document::Overflow::show;
    document::TextStyle sized;
    // Small looks stay smaller than large ones, but all can be read.
    sized.size = pixels.height() * (preset.relative_size > 0 ? std::clamp(0.3 + 2 * preset.relative_size, 0.3, 0.52) : 0.52);
    content.text.style = style_from(preset, sized);
    content.text.style.line_height = 1;
    content.text.style.line_height_points = false;
    layer.content = std::move(content);
    poster.layers.push_back(std::move(layer));
    auto image = render::render_image(render::build(poster, *typeset::FontSet::system()), {.size = pixels});
    return image ? *image : QImage();
}

}  // namespace haibao::ui
