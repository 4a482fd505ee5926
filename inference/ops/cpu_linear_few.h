// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "inference/ops/ops.h"

/// Products of few tokens, private to ops/ (see cpu_paths.h): what they cost is reading the weights, which happens once, in the order in
/// which they lie. Tokens stay f32, so that a result is exact for the stored weights, and does not depend on how many tokens are beside it.
namespace haibao::ops {

/// More are multiplied quicker in the usual way.
inline constexpr std::int64_t most_few_tokens = 8;
/// oneDNN's layouts for products have so many columns side by side, for one row of weights after the other; of bf16 two rows at a time.
/// With AVX-512 that is most_columns, else up to three times as many as a vector holds.
inline constexpr std::int64_t most_columns = 64, narrow_columns = 8;
inline bool can_multiply_few(std::int64_t columns) { return columns == most_columns || columns == narrow_columns || columns == 2 * narrow_columns || columns == 3 * narrow_columns; }
/// In a layout of our own strips of `width` are followed by one that is no wider than what is `left`.
inline std::int64_t own_strip(std::int64_t width, std::int64_t left) {
    return width == most_columns ? width : std::min(width, (left + narrow_columns - 1) / narrow_columns * narrow_columns);
}

/// One strip of columns of a layer.
struct WeightStrip {
    const void* weights;    ///< rounded up to whole pairs of rows with zeros
    bool bf16;              ///< else f32
    std::int64_t rows;      ///< a token's values; even where bf16
    std::int64_t width;     ///< can_multiply_few() so many
    std::int64_t columns;   ///< of `width`
    const float* bias;      ///< or null
    Activation activation;
};
/// Tokens [rows] that are x_stride apart to results that are y_stride apart.
void multiply_few(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride);

/// Columns [columns, rows] of values that bf16 holds become a strip of it; those up to `width` are zeros.
void put_strip(const float* columns, std::int64_t rows, std::int64_t count, std::int64_t width, std::uint16_t* strip);
/// Such a strip as f32: `padded_rows` rows of `padded_width` values, zeros where there are no weights.
void expand_strip(const std::uint16_t* strip, std::int64_t rows, std::int64_t width, std::int64_t padded_rows, std::int64_t padded_width, float* into);

}  // namespace haibao::ops
