// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cstdint>

namespace haibao::scene {

/// An sRGB colour with straight alpha, components in [0, 1].
struct Colour {
    double r = 0, g = 0, b = 0, a = 1;

    static constexpr Colour hex(std::uint32_t rgb) {
        return {(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, 1};
    }
    Colour with_alpha(double alpha) const { return {r, g, b, alpha}; }
    Colour faded(double factor) const { return {r, g, b, a * factor}; }
    QColor qcolor() const;
    bool operator==(const Colour&) const = default;
};

/// Oklab in polar form (B. Ottosson 2020): lightness 0…1, chroma 0…≈0.35, hue in radians. Colours are mixed and shaded
/// here, because there a path between two of them stays clean and equal steps look equal.
struct Oklch {
    double l = 0, c = 0, h = 0, a = 1;
};
Oklch to_oklch(Colour colour);
/// Reduces chroma until the colour lies inside sRGB.
Colour from_oklch(Oklch colour);

/// From a (t = 0) to b (t = 1), mixed in Oklab.
Colour mix(Colour a, Colour b, double t);
/// The same hue at another lightness; chroma shrinks towards black and white.
Colour with_lightness(Colour colour, double lightness);
/// Lightness moved by delta and clamped.
Colour lighten(Colour colour, double delta);
/// Chroma multiplied.
Colour saturate(Colour colour, double factor);
double lightness(Colour colour);

}  // namespace haibao::scene
