// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/lengths.h"
#include "app/document/poster.h"

namespace haibao::document {

/// What most printers ask for, in points.
inline constexpr double usual_bleed = 3 * points_per_mm;

/// Whether a layer would leave a white edge where a page without bleed is cut a little too wide: it is as large as the page.
bool ends_at_trim(const Poster& poster);

/// Gives the page this bleed, in points, and lets what ends at the trim reach into it: upright pictures, scenes, plates and lines,
/// those in groups, too; a picture is enlarged a little for it. Nothing else moves.
void extend_into_bleed(Poster& poster, double bleed);

}  // namespace haibao::document
