// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/build.h"

// Type that stands on other type.
namespace haibao::render {

/// Where the glyphs of a layer are, in points on the page; empty without type.
QRectF type_extent(const LayerDrawing& drawing);

/// Whether more than a touch of the smaller one's ink lies on the other's (the proof's measure, at the canvas's pace).
bool stand_on_each_other(const LayerDrawing& a, const LayerDrawing& b);

/// Of two layers, in the words of the proof.
Finding overlap_finding(const QString& layer, const QString& lower, const QString& upper);

}  // namespace haibao::render
