// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/colour.h"

#include <algorithm>
#include <cmath>

namespace haibao::scene {
namespace {

struct Lab {
    double l, a, b;
};

double to_linear(double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); }
double to_srgb(double v) { return v <= 0.0031308 ? v * 12.92 : 1.055 * std::pow(v, 1 / 2.4) - 0.055; }

Lab to_lab(Colour c) {
    const double r = to_linear(c.r), g = to_linear(c.g), b = to_linear(c.b);
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/// Linear RGB, possibly outside [0, 1].
Colour to_linear_rgb(Lab lab) {
    const double l = std::pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
}

bool inside(Colour c) {
    const auto ok = [](double v) { return v >= -1e-4 && v <= 1 + 1e-4; };
    return ok(c.r) && ok(c.g) && ok(c.b);
}

Colour encode(Colour linear, double alpha) {
    const auto channel = [](double v) { return std::clamp(to_srgb(std::clamp(v, 0.0, 1.0)), 0.0, 1.0); };
    return {channel(linear.r), channel(linear.g), channel(linear.b), alpha};
}

}  // namespace

QColor Colour::qcolor() const {
    return QColor::fromRgb(qRound(r * 255), qRound(g * 255), qRound(b * 255), qRound(std::clamp(a, 0.0, 1.0) * 255));
}

Oklch to_oklch(Colour colour) {
    const Lab lab = to_lab(colour);
    return {lab.l, std::hypot(lab.a, lab.b), std::atan2(lab.b, lab.a), colour.a};
}

Colour from_oklch(Oklch c) {
    c.l = std::clamp(c.l, 0.0, 1.0);
    const auto at = [&](double chroma) { return to_linear_rgb({c.l, chroma * std::cos(c.h), chroma * std::sin(c.h)}); };
    Colour linear = at(c.c);
    double low = 0, high = c.c;
    for (int i = 0; i < 12 && !inside(linear); ++i) {
        const double middle = (low + high) / 2;
        (inside(at(middle)) ? low : high) = middle;
        if (i == 11) linear = at(low);
    }
    return encode(linear, c.a);
}

Colour mix(Colour a, Colour b, double t) {
    if (t <= 0) return a;
    if (t >= 1) return b;
    const Lab x = to_lab(a), y = to_lab(b);
    const Lab m{x.l + (y.l - x.l) * t, x.a + (y.a - x.a) * t, x.b + (y.b - x.b) * t};
    return encode(to_linear_rgb(m), a.a + (b.a - a.a) * t);
}

Colour with_lightness(Colour colour, double lightness) {
    Oklch c = to_oklch(colour);
    // Towards black and white there is less room for chroma; without this dark tones look neon and light ones chalky.
    const auto room = [](double l) { return std::sqrt(std::clamp(4 * l * (1 - l), 0.02, 1.0)); };
    c.c *= std::min(1.25, room(lightness) / room(c.l));
    c.l = lightness;
    return from_oklch(c);
}

Colour lighten(Colour colour, double delta) {
    return with_lightness(colour, std::clamp(to_oklch(colour).l + delta, 0.0, 1.0));
}

Colour saturate(Colour colour, double factor) {
    Oklch c = to_oklch(colour);
    c.c *= factor;
    return from_oklch(c);
}

double lightness(Colour colour) { return to_lab(colour).l; }

}  // namespace haibao::scene
