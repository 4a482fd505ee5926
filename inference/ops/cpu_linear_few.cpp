// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/cpu_linear_few.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "inference/ops/activation_lanes.h"

namespace haibao::ops {
namespace {

static_assert(narrow_lanes == narrow_columns);
/// So many tokens' sums stay in registers.
constexpr std::int64_t at_once = 4;

template <class Width, int tokens, int vectors>
[[gnu::always_inline]] inline void add_rows(const float* weights, const float* x, std::int64_t stride, std::int64_t rows, typename Width::Floats (&sums)[tokens][vectors]) {
    using Floats = Width::Floats;
    constexpr std::int64_t values = sizeof(Floats) / sizeof(float);
    for (std::int64_t row = 0; row < rows; ++row, weights += vectors * values)
#pragma GCC unroll 4
        for (int part = 0; part < vectors; ++part) {
            const Floats some = *reinterpret_cast<const Floats*>(weights + part * values);
#pragma GCC unroll 4
            for (int token = 0; token < tokens; ++token) sums[token][part] += some * x[token * stride + row];
        }
}

/// Two rows at a time, a value of each beside the other.
template <class Width, int tokens, int vectors>
[[gnu::always_inline]] inline void add_rows(const std::uint16_t* weights, const float* x, std::int64_t stride, std::int64_t rows,
                                            typename Width::Floats (&sums)[tokens][vectors]) {
    using Floats = Width::Floats;
    using Bits = Width::Bits;
    constexpr std::int64_t values = sizeof(Floats) / sizeof(float);
    for (std::int64_t row = 0; row < rows; row += 2, weights += 2 * vectors * values)
#pragma GCC unroll 4
        for (int part = 0; part < vectors; ++part) {
            const Bits both = *reinterpret_cast<const Bits*>(weights + part * 2 * values), first = both << 16, second = both & 0xffff0000u;
#pragma GCC unroll 4
            for (int token = 0; token < tokens; ++token) {
                sums[token][part] += reinterpret_cast<const Floats&>(first) * x[token * stride + row];
                sums[token][part] += reinterpret_cast<const Floats&>(second) * x[token * stride + row + 1];
            }
        }
}

/// A token's results: its sums with bias and activation.
[[gnu::always_inline]] inline void put(const WeightStrip& strip, const float* sums, float* y) {
    for (std::int64_t i = 0; i < strip.columns; i += lanes) {
        const auto bytes = static_cast<std::size_t>(std::min(lanes, strip.columns - i)) * sizeof(float);
        Lanes result{}, bias{};
        std::memcpy(&result, sums + i, bytes);
        if (strip.bias) std::memcpy(&bias, strip.bias + i, bytes);
        result += bias;
        activate(result, strip.activation);
        std::memcpy(y + i, &result, bytes);
    }
}

template <class Width, int vectors, int tokens>
[[gnu::always_inline]] inline void multiply(const WeightStrip& strip, const float* x, std::int64_t x_stride, float* y, std::int64_t y_stride) {
    typename Width::Floats sums[tokens][vectors]{};
    if (strip.bf16) add_rows<Width>(static_cast<const std::uint16_t*>(strip.weights), x, x_stride, strip.rows, sums);
    else add_rows<Width>(static_cast<const float*>(strip.weights), x, x_stride, strip.rows, sums);
    for (int token = 0; token < tokens; ++token) put(strip, reinterpret_cast<const float*>(sums[token]), y + token * y_stride);
}

template <class Width, int vectors>
[[gnu::always_inline]] inline void multiply_all(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride) {
    for (; tokens > 0; tokens -= at_once, x += at_once * x_stride, y += at_once * y_stride) switch (std::min(tokens, at_once)) {
            case 1: multiply<Width, vectors, 1>(strip, x, x_stride, y, y_stride); break;
            case 2: multiply<Width, vectors, 2>(strip, x, x_stride, y, y_stride); break;
            case 3: multiply<Width, vectors, 3>(strip, x, x_stride, y, y_stride); break;
            default: multiply<Width, vectors, at_once>(strip, x, x_stride, y, y_stride);
        }
}

HAIBAO_PER_PROCESSOR void multiply_few_wide(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride) {
    multiply_all<Wide, most_columns / lanes>(strip, x, x_stride, tokens, y, y_stride);
}

HAIBAO_PER_PROCESSOR void multiply_few_narrow(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride) {
    switch (strip.width / narrow_columns) {
        case 1: return multiply_all<Narrow, 1>(strip, x, x_stride, tokens, y, y_stride);
        case 2: return multiply_all<Narrow, 2>(strip, x, x_stride, tokens, y, y_stride);
        default: return multiply_all<Narrow, 3>(strip, x, x_stride, tokens, y, y_stride);
    }
}

}  // namespace

void multiply_few(const WeightStrip& strip, const float* x, std::int64_t x_stride, std::int64_t tokens, float* y, std::int64_t y_stride) {
    if (strip.width == most_columns) multiply_few_wide(strip, x, x_stride, tokens, y, y_stride);
    else multiply_few_narrow(strip, x, x_stride, tokens, y, y_stride);
}

void put_strip(const float* columns, std::int64_t rows, std::int64_t count, std::int64_t width, std::uint16_t* strip) {
    std::fill_n(strip, rows * width, std::uint16_t{0});
    for (std::int64_t column = 0; column < count; ++column)
        for (std::int64_t row = 0; row < rows; ++row)
            strip[(row / 2 * width + column) * 2 + row % 2] = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(columns[column * rows + row]) >> 16);
}

HAIBAO_PER_PROCESSOR void expand_strip(const std::uint16_t* strip, std::int64_t rows, std::int64_t width, std::int64_t padded_rows, std::int64_t padded_width, float* into) {
    for (std::int64_t row = 0; row < rows; row += 2, strip += 2 * width, into += 2 * padded_width) {
        for (std::int64_t i = 0; i < width; i += narrow_lanes) {
            const NarrowBitLanes both = *reinterpret_cast<const NarrowBitLanes*>(strip + 2 * i);
            *reinterpret_cast<NarrowBitLanes*>(into + i) = both << 16;
            *reinterpret_cast<NarrowBitLanes*>(into + padded_width + i) = both & 0xffff0000u;
        }
        for (float* end : {into + padded_width, into + 2 * padded_width}) std::fill(end - padded_width + width, end, 0.0f);
    }
    std::fill_n(into, (padded_rows - rows) * padded_width, 0.0f);
}

}  // namespace haibao::ops
