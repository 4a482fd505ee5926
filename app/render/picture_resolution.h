// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a placed picture has too few pixels: one rule for the canvas, the export and the enlarging. The canvas and the command line
// reckon with the size that was designed, the export's dialog with the file's.
namespace haibao::render {

/// Pixels to the inch: print shops ask for 300, look again below the first and refuse below the second.
inline constexpr double soft_in_print = 150, coarse_in_print = 72;

/// On a screen a picture may be shown so many times its own size: what a model paints on half a side is meant to be shown
/// larger.
inline constexpr double most_times_on_screen = 4;

}  // namespace haibao::render
