// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// For whoever offers a choice of speed without the engine: see step_cache.h.
namespace haibao {

/// A picture of fewer steps has none that can be reckoned: the first two and the last are always computed.
inline constexpr int fewest_reckoned_steps = 4;

/// Whether a speed other than exact can leave out any pass of such a picture. With guidance the pass without the prompt may go where
/// less than 0.4 of the noise is left, which the last of three steps may begin with, and the last of two never does.
constexpr bool speed_can_matter(int steps, double guidance) {
    return steps >= fewest_reckoned_steps || (guidance > 1 && steps == fewest_reckoned_steps - 1);
}

}  // namespace haibao
