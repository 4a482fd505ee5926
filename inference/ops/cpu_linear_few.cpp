// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/cpu_linear_few.h"

#include <algorithm>
#include <cstring>

#include "inference/ops/activation_lanes.h"

namespace haibao::ops {
namespace {

constexpr int parts = columns_of_strip / lanes;
/// So many tokens' sums stay in registers.
constexpr std::int64_t at_once = 4;

template <int tokens>
[[gnu::always_inline]] inline void add_rows(const float* weights, const float* x, std::int64_t stride, std::int64_t rows, Lanes (&sums)[tokens][parts]) {
    for (std::int64_t row = 0; row < rows; ++row, weights += columns_of_strip)
#pragma GCC unroll 4
        for (int part = 0; part < parts; ++part) {
            const Lanes some = *reinterpret_cast<const Lanes*>(weights + part * lanes);
#pragma GCC unroll 4
            for (int token = 0; token < tokens; ++token) sums[token][part] += some * x[token * stride + row];
        }
}

/// Two rows at a time, a value of each beside the other.
template <int tokens>
[[gnu::always_inline]] inline void add_rows(const std::uint16_t* weights, const float* x, std::int64_t stride, std::int64_t rows, Lanes (&sums)[tokens][parts]) {
    for (std::int64_t row = 0; row < rows; row += 2, weights += 2 * columns_of_strip)
#pragma GCC unroll 4
        for (int part = 0; part < parts; ++part) {
            const BitLanes both = *reinterpret_cast<const BitLanes*>(weights + part * 2 * lanes), first = both << 16, second = both & 0xffff0000u;
#pragma GCC unroll 4
            for (int token = 0; token < tokens; ++token) {
                sums[token][part] += reinterpret_cast<const Lanes&>(first) * x[token * stride + row];
                sums[token][part] += reinterpret_cast<const Lanes&>(second) * x[token * stride + row + 1];
            }
        }
}

template <int tokens>
[[gnu::always_inline]] inline void multiply(const WeightStrip& strip, const float* x, std::int64_t x_stride, float* y, std::int64_t y_stride) {
    Lanes sums[tokens][parts]{};
    if (strip.bf16) add_rows(static_cast<const std::uint16_t*>(strip.weights), x, x_stride, strip.rows, sums);
    else add_rows(static_cast<const float*>(strip.weights), x, x_stride, strip.rows, sums);
    for (int token = 0; token < tokens; ++token)
        for (std::int64_t i = 0; i < strip.columns; i += lanes) {
            const auto bytes = static_cast<std::size_t>(std::min(lanes, strip.columns - i)) * sizeof(float);
            Lanes result = sums[token][i / lanes], bias{};
            if (strip.bias) std::memcpy(&bias, strip.bias + i, bytes);
            result += bias;
            activate(result, strip.activation);
            std::memcpy(y + token * y_stride + i, &result, bytes);
        }
}

}  // namespace

HAIBAO_PER_PROCESSOR void multiply_few(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride) {
    for (; tokens > 0; tokens -= at_once, x += at_once * x_stride, y += at_once * y_stride) switch (std::min(tokens, at_once)) {
            case 1: multiply<1>(strip, x, x_stride, y, y_stride); break;
            case 2: multiply<2>(strip, x, x_stride, y, y_stride); break;
            case 3: multiply<3>(strip, x, x_stride, y, y_stride); break;
            default: multiply<at_once>(strip, x, x_stride, y, y_stride);
        }
}

}  // namespace haibao::ops
