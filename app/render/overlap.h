// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/render/display_list.h"

// Type that stands on other type.
namespace haibao::render {

/// What a text leaves on the page, in groups or not.
using Type = std::vector<const GlyphRun*>;
/// Where it is, in points; empty without glyphs.
QRectF type_extent(const Type& type);

/// More than a touch: so much of the smaller one's ink lies on the other's.
inline constexpr double most_shared_ink = 0.02;
/// By a coarser picture than the proof's, at the canvas's pace.
bool stand_on_each_other(const Type& a, const Type& b);

/// The sentence about two layers that do.
QString overlap_sentence(const QString& lower, const QString& upper);

}  // namespace haibao::render
