// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inference/base/image.h"
#include "inference/base/result.h"
#include "inference/picture/preprocess.h"

// A region made anew, at the sizes at which the stages of the pipeline see it.
namespace haibao {

inline constexpr int default_feather = 32, most_feather = 256;  ///< pixels

/// A region of a picture that is made anew while the rest stays.
struct Repaint {
    Image base;  ///< sides ≥ 32 and at most 4:1; pictures come back at this size
    Mask mask;   ///< of the base's size: 255 is made anew, 0 stays
    int feather = default_feather;  ///< pixels around the mask, to most_feather, over which old and new go over into each other
    /// How far the region may go from the base, above 0 to 1. 1 makes it anew from noise. Less keeps the base's visual
    /// tokens and starts painting late, from the base's latents with that much noise on them.
    double strength = 1;
};

/// The size at which a base picture is worked on: its own where the model can paint it, else the nearest of its shape.
PictureSize working_size(PictureSize base);

/// Errors: invalid_input: a base that cannot be worked on, a mask of another size or without a pixel to make anew, a
/// feather out of range.
Result<void> check_repaint(const Image& base, const Mask& mask, int feather);

/// The mask grown by its feather: 255 in the mask, falling to 0 over `feather` pixels around it; 0 beyond, exactly.
Mask feathered(const Mask& mask, int feather);

/// The mask's mean over each of rows·columns cells that divide it evenly, 0 … 1, raster order.
std::vector<float> cell_means(const Mask& mask, int columns, int rows);

/// The base's ids of a grid where they stay, −1 where the mask reaches into the token's cell with half its strength.
std::vector<std::int32_t> kept_tokens(std::span<const std::int32_t> base_ids, const Mask& mask, int columns, int rows);

/// `made` where `weights` is 255, `base` where it is 0 (the very same bytes), mixed in between. All of one size.
Image composite(const Image& base, const Image& made, const Mask& weights);

}  // namespace haibao
