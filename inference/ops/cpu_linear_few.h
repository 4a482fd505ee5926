// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "inference/ops/ops.h"

/// Products of few tokens, private to ops/ (see cpu_paths.h): what they cost is reading the weights, which happens once, in the order in
/// which they lie. Tokens stay f32, so that a result is exact for the stored weights, and does not depend on how many tokens are beside it.
namespace haibao::ops {

/// More are multiplied quicker in the usual way.
inline constexpr std::int64_t most_few_tokens = 8;
/// oneDNN's layout for products: so many columns side by side, for one row of weights after the other; of bf16 two rows at a time.
inline constexpr std::int64_t columns_of_strip = 64;

/// One strip of columns of a layer.
struct WeightStrip {
    const void* weights;    ///< rounded up to whole pairs of rows with zeros
    bool bf16;              ///< else f32
    std::int64_t rows;      ///< a token's values; even where bf16
    std::int64_t columns;   ///< of columns_of_strip
    const float* bias;      ///< or null
    Activation activation;
};
/// Tokens [rows] that are x_stride apart to results that are y_stride apart.
void multiply_few(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride);

}  // namespace haibao::ops
