// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/built_in_presets.h"

#include <QColor>
#include <QCoreApplication>

#include "ui/style/colour_button.h"

namespace haibao::ui {
namespace {

using document::Colour;
using document::Shadow;
using document::Stroke;
using document::TextStyle;

struct Presets {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::TextPresets)
};

constexpr const char* sans = "Noto Sans CJK SC";
constexpr const char* serif = "Noto Serif CJK SC";
constexpr const char* brush = "LXGW WenKai";
constexpr double em = 100;  ///< size that the looks are given at: lengths below are hundredths of the letters' size

Colour colour(const char* name, double alpha = 1) {
    Colour result = from_qcolor(QColor(QLatin1StringView(name)));
    result.a = alpha;
    return result;
}

TextStyle letters(const char* family, const char* face, const char* fill, double spacing, double line_height = 1.3) {
    TextStyle style;
    style.font.family = QString::fromLatin1(family);
    style.font.face = QString::fromLatin1(face);
    style.size = em;
    style.letter_spacing_em = spacing;
    style.line_height = line_height;
    style.fills.front().paint = colour(fill);
    return style;
}

document::LinearGradient gradient(double angle, std::initializer_list<std::pair<double, const char*>> stops) {
    document::LinearGradient result;
    result.angle = angle;
    result.box = document::GradientBox::line;
    for (const auto& [at, name] : stops) result.stops.push_back({at, colour(name)});
    return result;
}

Stroke stroke(double width, const char* name) {
    Stroke result;
    result.width = width;
    result.paint = colour(name);
    return result;
}

Shadow shadow(double dx, double dy, double blur, const char* name, double opacity) {
    Shadow result;
    result.dx = dx;
    result.dy = dy;
    result.blur = blur;
    result.colour = colour(name);
    result.opacity = opacity;
    return result;
}

TextStyle neon() {
    TextStyle style = letters(sans, "Medium", "#fff5fb", 0.08);
    style.strokes = {stroke(2.2, "#ff4db8")};
    style.shadows = {shadow(0, 0, 5, "#ff2fa8", 0.9), shadow(0, 0, 16, "#ff2fa8", 0.75), shadow(0, 0, 36, "#b41cff", 0.6)};
    return style;
}

TextStyle solid_outline() {
    TextStyle style = letters(sans, "Black", "#ffd84d", 0.04);
    style.strokes = {stroke(6, "#7c1d12")};
    for (int step = 1; step <= 8; ++step) style.shadows.push_back(shadow(step * 1.1, step * 1.1, 0, "#4f0f0a", 1));
    for (Shadow& side : style.shadows) side.spread = 6;
    return style;
}

TextStyle gold() {
    TextStyle style = letters(serif, "Bold", "#d9a441", 0.06);
    style.fills.front().paint = gradient(90, {{0, "#fff0b8"}, {0.42, "#e0b050"}, {0.55, "#a8731c"}, {1, "#f3d27a"}});
    style.strokes = {stroke(1.2, "#6b4710")};
    style.shadows = {shadow(0, 2.5, 3, "#2a1a04", 0.55)};
    return style;
}

TextStyle sticker() {
    TextStyle style = letters(sans, "Black", "#ef5b3c", 0.06);
    style.strokes = {stroke(9, "#ffffff")};
    style.shadows = {shadow(0, 3, 4, "#3a2620", 0.5)};
    style.shadows.front().spread = 9;
    return style;
}

TextStyle hollow() {
    TextStyle style = letters(sans, "Bold", "#1f1d1b", 0.06);
    style.fills.clear();
    style.strokes = {stroke(2.4, "#1f1d1b")};
    style.strokes.front().align = document::StrokeAlign::centre;
    return style;
}

TextStyle dawn() {
    TextStyle style = letters(sans, "Black", "#ff7a59", 0.02);
    style.fills.front().paint = gradient(0, {{0, "#ff5f6d"}, {0.55, "#ff9a5a"}, {1, "#ffc371"}});
    return style;
}

TextStyle soft_light() {
    TextStyle style = letters(serif, "SemiBold", "#ffffff", 0.08);
    style.shadows = {shadow(0, 1.5, 2, "#000000", 0.35), shadow(0, 4, 14, "#000000", 0.45)};
    return style;
}

TextStyle night_blue() {
    TextStyle style = letters(serif, "Black", "#f4efe2", 0.06);
    style.strokes = {stroke(2, "#1f3c88"), stroke(4, "#f4efe2")};
    return style;
}

}  // namespace

std::vector<TextPreset> built_in_presets() {
    return {
        {Presets::tr("Title"), letters(serif, "Black", "#1f1d1b", 0.04, 1.2), 1.0 / 7, true},
        {Presets::tr("Subtitle"), letters(sans, "Medium", "#3a3733", 0.14, 1.4), 1.0 / 17, true},
        {Presets::tr("Body"), letters(serif, "Regular", "#2a2825", 0, 1.75), 1.0 / 34, true},
        {Presets::tr("Note"), letters(sans, "Light", "#55514c", 0.06, 1.6), 1.0 / 48, true},
        {Presets::tr("Cinnabar"), letters(serif, "Bold", "#c8442f", 0.08), 0, true},
        {Presets::tr("Brush"), letters(brush, "Medium", "#24211e", 0.1), 0, true},
        {Presets::tr("Soft light"), soft_light(), 0, true},
        {Presets::tr("Neon"), neon(), 0, true},
        {Presets::tr("Outlined block"), solid_outline(), 0, true},
        {Presets::tr("Gold"), gold(), 0, true},
        {Presets::tr("Sticker"), sticker(), 0, true},
        {Presets::tr("Hollow"), hollow(), 0, true},
        {Presets::tr("Dawn"), dawn(), 0, true},
        {Presets::tr("Double line"), night_blue(), 0, true},
    };
}

}  // namespace haibao::ui
