// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainterPath>
#include <QRect>
#include <QTransform>

// What needs more than QPainter: blurring and resampling, by OpenCV. Pixels depend on their place on the whole page only,
// never on the rectangle that was asked for.
namespace haibao::render {

/// How far a blur of this deviation is followed.
constexpr double blur_reach = 3;

/// Coverage (Format_Grayscale16) of `path` after a Gaussian blur, for the pixels of `rect`. `path` and `sigma` in pixels.
/// Strong blurs are made from a coarser mask whose deviation is at least `coarsest` pixels.
QImage blurred_coverage(const QPainterPath& path, double sigma, const QRect& rect, double coarsest = 6);

/// `image` ready to be drawn with `to_device` (its pixels → the page's): made smaller where the page has fewer pixels, so
/// that nothing is skipped. `to_device` is changed to fit.
QImage reduced_for(const QImage& image, QTransform& to_device);

/// The pixels of `rect` of an image put down with `to_device`; the border is continued outwards. Formats
/// ARGB32_Premultiplied, RGB32 and RGBA64_Premultiplied.
QImage resampled(const QImage& image, const QTransform& to_device, const QRect& rect);

/// Gaussian blur of a picture, sigma in its pixels; a strong one gives a smaller picture.
QImage blurred_picture(const QImage& image, double sigma);
/// Brightness, contrast, saturation from −1 to 1 each; 0 changes nothing.
QImage adjusted_picture(const QImage& image, double brightness, double contrast, double saturation);

}  // namespace haibao::render
