// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/build.h"

// Type that stands on other type.
namespace haibao::render {

/// Where the glyphs of a layer are, in points on the page; empty without type.
QRectF type_extent(const LayerDrawing& drawing);

/// More than a touch: so much of the smaller one's ink lies on the other's.
inline constexpr double most_shared_ink = 0.02;
/// By a coarser picture than the proof's, at the canvas's pace.
bool stand_on_each_other(const LayerDrawing& a, const LayerDrawing& b);

/// The sentence about two layers that do.
QString overlap_sentence(const QString& lower, const QString& upper);

}  // namespace haibao::render
