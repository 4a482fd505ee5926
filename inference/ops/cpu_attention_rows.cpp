// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/cpu_attention_rows.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace haibao::ops {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float largest_byte = 127;
constexpr std::int32_t query_zero = 128;

typedef std::int8_t ByteLanes __attribute__((vector_size(lanes), aligned(1), may_alias));
typedef std::uint8_t UnsignedByteLanes __attribute__((vector_size(lanes), aligned(1), may_alias));

const Lanes& lanes_at(const float* x) { return *reinterpret_cast<const Lanes*>(x); }
Lanes& lanes_at(float* x) { return *reinterpret_cast<Lanes*>(x); }

[[gnu::always_inline]] inline void raise(Lanes& largest, const Lanes& some) { largest = some > largest ? some : largest; }

/// Of the vectors that stand one behind the other from x on.
template <class Width>
[[gnu::always_inline]] inline typename Width::Floats& vector_at(float* x, int index) {
    return reinterpret_cast<typename Width::Floats*>(x)[index];
}

/// One row of numbers becomes weights 2^(step · number − most), where `most` is at least step · largest. `halves` only where Width is Wide.
template <class Width>
[[gnu::always_inline]] inline void weigh_row(float* own, std::uint16_t* halves, std::int64_t stride, float step, const Lanes& largest, float& most_so_far,
                                             float& sum_so_far, float* mixed, std::int64_t dims) {
    using Floats = Width::Floats;
    constexpr int vectors = Width::vectors;
    constexpr bool wide = vectors == 1;
    const float before = most_so_far, most = std::max(before, step * largest_of(largest));
    Floats sums[vectors]{};
    if (wide && halves) {
        for (std::int64_t i = 0; i < stride; i += lanes) {
            Lanes weight = lanes_at(own + i) * step - most;
            coarse_exp2_of(weight);
            if constexpr (wide) sums[0] += weight;
            put_bf16(weight, halves + i);
        }
    } else {
        for (std::int64_t i = 0; i < stride; i += lanes)
#pragma GCC unroll 2
            for (int k = 0; k < vectors; ++k) {
                Floats weight = vector_at<Width>(own + i, k) * step - most;
                exp2_of<Width>(weight);
                sums[k] += weight;
                vector_at<Width>(own + i, k) = weight;
            }
    }
    Floats fade = Floats{} + (before - most);
    exp2_of<Width>(fade);
    most_so_far = most;
    sum_so_far = sum_so_far * fade[0] + sum_of(reinterpret_cast<const Lanes&>(sums));
    if (fade[0] == 1.0f) return;
    std::int64_t i = 0;
    for (; i + lanes <= dims; i += lanes)
#pragma GCC unroll 2
        for (int k = 0; k < vectors; ++k) vector_at<Width>(mixed + i, k) *= fade;
    for (; i < dims; ++i) mixed[i] *= fade[0];
}

template <class Width>
[[gnu::always_inline]] inline void weigh_rows(float* scores, std::uint16_t* halves, std::int64_t rows, std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims) {
    using Floats = Width::Floats;
    constexpr int vectors = Width::vectors;
    const std::int64_t stride = score_stride(keys);
    for (std::int64_t row = rows; keys == 1 && row-- > 0;) scores[row * stride] = scores[row];
    for (std::int64_t row = 0; row < rows; ++row) {
        float* own = scores + row * stride;
        std::fill(own + keys, own + stride, -infinity);
        Floats largest[vectors];
        for (int k = 0; k < vectors; ++k) largest[k] = vector_at<Width>(own, k);
        for (std::int64_t i = lanes; i < stride; i += lanes)
#pragma GCC unroll 2
            for (int k = 0; k < vectors; ++k) {
                const Floats some = vector_at<Width>(own + i, k);
                largest[k] = some > largest[k] ? some : largest[k];
            }
        weigh_row<Width>(own, halves ? halves + row * stride : nullptr, stride, 1.0f, reinterpret_cast<const Lanes&>(largest), progress.most[row], progress.sum[row], mixed + row * dims, dims);
    }
}

HAIBAO_PER_PROCESSOR void weigh_wide(float* scores, std::uint16_t* halves, std::int64_t rows, std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims) {
    weigh_rows<Wide>(scores, halves, rows, keys, progress, mixed, dims);
}

HAIBAO_PER_PROCESSOR void weigh_narrow(float* scores, std::int64_t rows, std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims) {
    weigh_rows<Narrow>(scores, nullptr, rows, keys, progress, mixed, dims);
}

/// 16 values of a key.
[[gnu::always_inline]] inline void load_key(const KeyRows& keys, std::int64_t key, std::int64_t i, Lanes& into) {
    const char* row = keys.data + key * keys.stride;
    BitLanes bits;
    if (keys.bf16) {
        bits = __builtin_convertvector(*reinterpret_cast<const HalfBitLanes*>(row + i * 2), BitLanes) << 16;
    } else {
        bits = *reinterpret_cast<const BitLanes*>(row + i * 4);
        if (keys.rounds) bits = (bits + 0x7fff + ((bits >> 16) & 1)) & 0xffff0000;
    }
    into = reinterpret_cast<const Lanes&>(bits);
}

}  // namespace

Progress::Progress(std::int64_t rows) {
    std::fill_n(most, rows, -infinity);
    std::fill_n(sum, rows, 0.0f);
}

void weigh(float* scores, std::uint16_t* halves, std::int64_t rows, std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims) {
    if (halves || has_wide_registers()) weigh_wide(scores, halves, rows, keys, progress, mixed, dims);
    else weigh_narrow(scores, rows, keys, progress, mixed, dims);
}

HAIBAO_PER_PROCESSOR void weigh_bytes(std::int32_t* scores, const KeySteps& key, const float* query_steps, std::uint16_t* halves, std::int64_t rows,
                                      std::int64_t keys, Progress& progress, float* mixed, std::int64_t dims) {
    const std::int64_t stride = score_stride(keys);
    for (std::int64_t row = rows; keys == 1 && row-- > 0;) scores[row * stride] = scores[row];
    for (std::int64_t row = 0; row < rows; ++row) {
        std::int32_t* whole = scores + row * stride;
        std::fill(whole + keys, whole + stride, 0);
        float* own = reinterpret_cast<float*>(whole);
        Lanes largest = Lanes{} - infinity;
        for (std::int64_t i = 0; i < stride; i += lanes) {
            const Lanes some = __builtin_convertvector(*reinterpret_cast<const IntLanes*>(whole + i), Lanes) * lanes_at(key.steps + i) - lanes_at(key.zeros + i);
            raise(largest, some);
            lanes_at(own + i) = some;
        }
        weigh_row<Wide>(own, halves ? halves + row * stride : nullptr, stride, query_steps[row], largest, progress.most[row], progress.sum[row], mixed + row * dims, dims);
    }
}

HAIBAO_PER_PROCESSOR void put_mixed(const float* mixed, const Progress& progress, std::int64_t rows, std::int64_t dims, float* result, std::int64_t stride) {
    for (std::int64_t row = 0; row < rows; ++row, mixed += dims, result += stride) {
        const float sum = progress.sum[row];
        std::int64_t i = 0;
        for (; i + lanes <= dims; i += lanes) lanes_at(result + i) = lanes_at(mixed + i) / sum;
        for (; i < dims; ++i) result[i] = mixed[i] / sum;
    }
}

HAIBAO_PER_PROCESSOR void scale_queries(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t dims, float scale, bool bf16, void* into) {
    for (std::int64_t row = 0; row < rows; ++row, from += stride)
        for (std::int64_t i = 0; i < dims; i += lanes) {
            const std::int64_t count = std::min(lanes, dims - i), at = row * dims + i;
            Lanes scaled{};
            std::uint16_t halves[lanes];
            std::memcpy(&scaled, from + i, static_cast<std::size_t>(count) * sizeof(float));
            scaled *= scale;
            put_bf16(scaled, halves);
            if (bf16)
                std::copy_n(halves, count, static_cast<std::uint16_t*>(into) + at);
            else
                std::memcpy(static_cast<float*>(into) + at, &scaled, static_cast<std::size_t>(count) * sizeof(float));
        }
}

HAIBAO_PER_PROCESSOR void quantise_queries(const float* from, std::int64_t stride, std::int64_t rows, std::int64_t dims, float scale, std::uint8_t* into, float* steps) {
    for (std::int64_t row = 0; row < rows; ++row, from += stride, into += dims) {
        Lanes largest{}, poison{};
        for (std::int64_t i = 0; i < dims; i += lanes) {
            const Lanes x = lanes_at(from + i);
            raise(largest, x < 0.0f ? -x : x);
            poison += x * 0.0f;
        }
        const float most = largest_of(largest), inverse = most > 0 ? largest_byte / most : 0.0f;
        // A step of 0 times the −∞ beyond the last key would be no number.
        steps[row] = (most > 0 ? scale * most / largest_byte : 1.0f) + sum_of(poison);
        for (std::int64_t i = 0; i < dims; i += lanes) {
            IntLanes whole;
            round_of(lanes_at(from + i) * inverse, whole);
            *reinterpret_cast<UnsignedByteLanes*>(into + i) = __builtin_convertvector(whole + query_zero, UnsignedByteLanes);
        }
    }
}

HAIBAO_PER_PROCESSOR void mean_of_keys(const KeyRows& keys, std::int64_t count, std::int64_t dims, float* mean) {
    for (std::int64_t i = 0; i < dims; i += lanes) {
        Lanes sum{};
        for (std::int64_t key = 0; key < count; ++key) {
            Lanes x;
            load_key(keys, key, i, x);
            sum += x;
        }
        lanes_at(mean + i) = sum / static_cast<float>(count);
    }
}

HAIBAO_PER_PROCESSOR void quantise_keys(const KeyRows& keys, std::int64_t count, std::int64_t dims, const float* mean, std::int8_t* into, float* steps, float* zeros) {
    for (std::int64_t key = 0; key < count; ++key, into += dims) {
        Lanes largest{}, poison{};
        for (std::int64_t i = 0; i < dims; i += lanes) {
            Lanes x;
            load_key(keys, key, i, x);
            x -= lanes_at(mean + i);
            raise(largest, x < 0.0f ? -x : x);
            poison += x * 0.0f;
        }
        const float most = largest_of(largest), inverse = most > 0 ? largest_byte / most : 0.0f;
        IntLanes total{};
        for (std::int64_t i = 0; i < dims; i += lanes) {
            Lanes x;
            load_key(keys, key, i, x);
            IntLanes whole;
            round_of((x - lanes_at(mean + i)) * inverse, whole);
            // The sum is that of the bytes: what is no number rounds to any integer, and sums of such do not fit.
            const ByteLanes bytes = __builtin_convertvector(whole, ByteLanes);
            total += __builtin_convertvector(bytes, IntLanes);
            *reinterpret_cast<ByteLanes*>(into + i) = bytes;
        }
        std::int32_t sum = 0;
        for (int i = 0; i < lanes; ++i) sum += total[i];
        steps[key] = most / largest_byte + sum_of(poison);
        zeros[key] = static_cast<float>(query_zero * sum) * steps[key];
    }
    std::fill(steps + count, steps + score_stride(count), 0.0f);
    std::fill(zeros + count, zeros + score_stride(count), infinity);
}

}  // namespace haibao::ops
