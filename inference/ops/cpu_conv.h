// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <memory>
#include <span>

#include "inference/ops/conv.h"

/// The processor's fast path for feature maps, private to ops/ (see cpu_paths.h). Results are computed in bands of
/// `band_rows` rows, counted from the picture's top: each band by one thread alone, whatever strip it came in.
namespace haibao::ops {

inline constexpr std::int64_t band_rows = 4;

/// The bands that rows of a picture touch: [first, first + count).
inline Rows bands_of(Rows rows) {
    const std::int64_t first = rows.first / band_rows;
    return {first, (rows.first + rows.count + band_rows - 1) / band_rows - first};
}
/// The rows of one band that lie within `rows`.
inline Rows band_within(std::int64_t band, Rows rows) {
    const std::int64_t first = std::max(band * band_rows, rows.first);
    return {first, std::min((band + 1) * band_rows, rows.first + rows.count) - first};
}

/// Repacks weights [out, in, kernel, kernel] for products in bf16 or f32. Null: out of memory.
std::shared_ptr<const PackedConvolution> pack_convolution(const Convolution& shape, bool bf16,
                                                          std::span<const float> weights);

ggml_tensor* cpu_conv2d(Graph& g, const FeatureMap& x, const Convolution& layer, Rows out, std::int64_t out_width,
                        const ConvOptions& options);
/// Means and sums of squared deviations of (band, group): [groups, bands, 2].
ggml_tensor* cpu_moments(Graph& g, const FeatureMap& map, std::int64_t groups);

}  // namespace haibao::ops
