// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "app/export/pdf/document.h"

namespace haibao::pdf {

constexpr double millimetre = 72 / 25.4;
constexpr double mark_length = 5 * millimetre;
constexpr double mark_border = 2 * millimetre;  ///< white outside the marks
constexpr double mark_offset(double bleed) { return std::max(bleed, 3 * millimetre); }  ///< from the trim

/// Crop and registration marks, colour bar and slug line, as the options say: all outside the bleed.
void draw_marks(Content& content, Document& document, const PageGeometry& geometry, int page);

}  // namespace haibao::pdf
