// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace haibao::ops {

/// Host-made cosines and sines, [dims, tokens] with the dims of a token consecutive and both halves alike: the form
/// that ops::rotate takes on every device (rope modes of ggml's backends differ, a table does not).
struct RotaryTable {
    std::int64_t dims = 0, tokens = 0;
    std::vector<float> cos, sin;
};

/// One rotated axis: its position for each token and its frequency of each pair (the pairs of the axes follow each
/// other; together dims/2 of them).
struct RotaryAxis {
    std::vector<std::int32_t> positions;  ///< [tokens]
    std::vector<float> frequencies;       ///< one per pair
};
RotaryTable rotary_table(std::span<const RotaryAxis> axes);

/// theta^(−2i/dims) for i = 0 … dims/2−1, in f32 as the reference computes it.
std::vector<float> rotary_frequencies(double theta, std::int64_t dims);

}  // namespace haibao::ops
