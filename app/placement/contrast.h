// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include "app/document/paint.h"

// WCAG 2 contrast on actual pixels (typesetting-spec §20.3).
namespace haibao::placement {

inline constexpr double wanted_contrast = 4.5;

/// Relative luminance of sRGB components 0…1.
double luminance(double r, double g, double b);
inline double luminance(const document::Colour& colour) { return luminance(colour.r, colour.g, colour.b); }
/// 1…21, of two luminances.
double contrast(double a, double b);

/// The contrast that all but a twentieth of the pixels reach: of `text` over the pixels of `ground` where `mask`
/// (Format_Grayscale8, same size) is set. 21 when none is.
double measured_contrast(const QImage& ground, const QImage& mask, const document::Colour& text);

/// The same hue at another lightness L* (0…100), with at most this chroma.
document::Colour toned(const document::Colour& colour, double lightness, double most_chroma);

}  // namespace haibao::placement
