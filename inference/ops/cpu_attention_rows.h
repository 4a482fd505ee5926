// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "inference/ops/lanes.h"

/// What the processor's attention does between its products, row by row; private to ops/.
namespace haibao::ops {

/// Queries of a tile; fixed, so that results are too.
inline constexpr std::int64_t tile_queries = 128;

/// Rows of scores begin at whole lanes.
inline std::int64_t score_stride(std::int64_t keys) { return (keys + lanes - 1) / lanes * lanes; }

/// What a tile carries from block to block of keys, for each query: the largest score so far, and the sum of weights 2^(score − largest).
struct Progress {
    float most[tile_queries], sum[tile_queries];

    explicit Progress(std::int64_t rows);
};

/// Scores of bytes are q_u · k_s with q ≈ step · (q_u − 128), k ≈ step · k_s, so a key's share of the 128 is its zero = 128 · step · Σ k_s.
struct KeySteps {
    const float *steps, *zeros;  ///< of a block's keys; score_stride(keys) of each, 0 and +∞ beyond the keys
};

/// Scores of one block [rows, keys], whose rows are score_stride(keys) apart, become weights: as f32 in place, or as bf16 in `halves`
/// where asked for. `mixed` [rows, dims] is scaled to the new largest. A lone key's scores stand one behind the other.
void weigh(float* scores, std::uint16_t* halves, std::int64_t rows, std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims);
/// The same for scores that are sums of bytes, as 32-bit integers.
void weigh_bytes(std::int32_t* scores, const KeySteps& keys_steps, const float* query_steps, std::uint16_t* halves, std::int64_t rows, std::int64_t keys,
                 Progress& progress, float* mixed, std::int64_t dims);
/// mixed / sums: the rows of a result, `stride` apart.
void put_mixed(const float* mixed, const Progress& progress, std::int64_t rows, std::int64_t dims, float* result, std::int64_t stride);

/// Rows of queries, `stride` apart, times the scale: [rows, dims] as bf16 where asked for, else as f32.
void scale_queries(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t dims, float scale, bool bf16, void* into);
/// The same as bytes around 128 and a step for each row, which holds the scale. Whole lanes of `dims` only, as below.
void quantise_queries(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t dims, float scale, std::uint8_t* into, float* steps);

/// Keys of one head as they lie in a graph.
struct KeyRows {
    const char* data;
    std::int64_t stride;  ///< bytes
    bool bf16;            ///< as stored
    bool rounds;          ///< to bf16: what is stored so elsewhere gives the same bytes
};
/// What all keys have in common changes no weight, and what is left needs smaller steps.
void mean_of_keys(const KeyRows& keys, std::int64_t count, std::int64_t dims, float* mean);
/// [count, dims] bytes; steps and zeros as in KeySteps, up to whole lanes. A value that is not finite makes its key's step NaN.
void quantise_keys(const KeyRows& keys, std::int64_t count, std::int64_t dims, const float* mean, std::int8_t* into, float* steps, float* zeros);

}  // namespace haibao::ops
