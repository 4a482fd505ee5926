// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

// One machine's compiler output per processor class; the loader picks.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__)
#define HAIBAO_PER_PROCESSOR [[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#else
#define HAIBAO_PER_PROCESSOR
#endif

/// Sixteen values at a time on every processor, so that the order of additions does not depend on its vector width. Lanes go
/// by reference: by value they would be passed in other registers by every processor class.
namespace haibao::ops {

inline constexpr std::int64_t lanes = 16;
typedef float Lanes __attribute__((vector_size(lanes * sizeof(float)), aligned(sizeof(float)), may_alias));
typedef std::int32_t IntLanes __attribute__((vector_size(lanes * sizeof(std::int32_t)), aligned(sizeof(std::int32_t)), may_alias));

typedef std::uint32_t BitLanes __attribute__((vector_size(lanes * sizeof(std::uint32_t)), aligned(sizeof(std::uint32_t)), may_alias));
typedef std::uint16_t HalfBitLanes __attribute__((vector_size(lanes * sizeof(std::uint16_t)), aligned(sizeof(std::uint16_t)), may_alias));

/// Where a register holds half of them GCC 14 computes with Lanes in memory, and with comparisons one by one: what takes long there is written for
/// vectors of either width, with as many of the narrow ones that the order of additions stays.
inline constexpr std::int64_t narrow_lanes = lanes / 2;
typedef float NarrowLanes __attribute__((vector_size(narrow_lanes * sizeof(float)), aligned(sizeof(float)), may_alias));
typedef std::int32_t NarrowIntLanes __attribute__((vector_size(narrow_lanes * sizeof(std::int32_t)), aligned(sizeof(std::int32_t)), may_alias));
typedef std::uint32_t NarrowBitLanes __attribute__((vector_size(narrow_lanes * sizeof(std::uint32_t)), aligned(sizeof(std::uint32_t)), may_alias));

/// Either width, as a template takes it (types by themselves would lose their attributes there).
struct Wide {
    typedef Lanes Floats;
    typedef IntLanes Ints;
    typedef BitLanes Bits;
    static constexpr int vectors = 1;  ///< that are Lanes
};
struct Narrow {
    typedef NarrowLanes Floats;
    typedef NarrowIntLanes Ints;
    typedef NarrowBitLanes Bits;
    static constexpr int vectors = 2;
};

/// Whether this processor's registers hold Lanes.
inline bool has_wide_registers() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f");
#else
    return false;
#endif
}

[[gnu::always_inline]] inline float sum_of(const Lanes& x) {
    const auto by_eight = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7) + __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
    const auto by_four = __builtin_shufflevector(by_eight, by_eight, 0, 1, 2, 3) + __builtin_shufflevector(by_eight, by_eight, 4, 5, 6, 7);
    return (by_four[0] + by_four[2]) + (by_four[1] + by_four[3]);
}

[[gnu::always_inline]] inline float largest_of(const Lanes& x) {
    const auto a = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7), b = __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
    const auto by_eight = a > b ? a : b;
    const auto c = __builtin_shufflevector(by_eight, by_eight, 0, 1, 2, 3), d = __builtin_shufflevector(by_eight, by_eight, 4, 5, 6, 7);
    const auto by_four = c > d ? c : d;
    const float even = by_four[0] > by_four[2] ? by_four[0] : by_four[2], odd = by_four[1] > by_four[3] ? by_four[1] : by_four[3];
    return even > odd ? even : odd;
}

/// Adding it rounds a float of less than 2^22 to an integer, which then stands in the low bits.
inline constexpr float integer_bits = 12582912.0f;  // 1.5 · 2^23
inline constexpr std::int32_t integer_zero = 0x4b400000;  // its bits

/// x = 2^n · 2^rest, with n the nearest integer to x; below −126 as if there.
template <class Width>
[[gnu::always_inline]] inline void split_power(const typename Width::Floats& from, typename Width::Floats& power_of_n, typename Width::Floats& rest) {
    using Floats = Width::Floats;
    using Ints = Width::Ints;
    const Floats x = from < -126.0f ? Floats{} - 126.0f : from, shifted = x + integer_bits;
    rest = x - (shifted - integer_bits);
    constexpr std::int32_t exponent_of_1 = 127;
    const Ints power = (reinterpret_cast<const Ints&>(shifted) - (integer_zero - exponent_of_1)) << 23;
    power_of_n = reinterpret_cast<const Floats&>(power);
}

/// x = 2^x to two units in the last place, for x ≤ 126; below 2^−126 it stays there. NaN stays NaN.
template <class Width = Wide>
[[gnu::always_inline]] inline void exp2_of(typename Width::Floats& x) {
    typename Width::Floats power, rest;
    split_power<Width>(x, power, rest);
    typename Width::Floats p = rest * 1.535336188e-4f + 1.339887440e-3f;
    p = p * rest + 9.618437357e-3f;
    p = p * rest + 5.550332471e-2f;
    p = p * rest + 2.402264791e-1f;
    p = p * rest + 6.931472028e-1f;
    p = p * rest + 1.0f;
    x = p * power;
}

/// The same to 7.5e-5 of the value: enough for what is rounded to bf16 then, whose steps are a hundred times as wide.
[[gnu::always_inline]] inline void coarse_exp2_of(Lanes& x) {
    Lanes power, rest;
    split_power<Wide>(x, power, rest);
    Lanes p = rest * 5.517166907e-2f + 2.426111222e-1f;
    p = p * rest + 6.932609855e-1f;
    p = p * rest + 9.999280735e-1f;
    x = p * power;
}

/// The nearest integers, for |x| < 2^22.
[[gnu::always_inline]] inline void round_of(const Lanes& x, IntLanes& into) {
    const Lanes shifted = x + integer_bits;
    into = reinterpret_cast<const IntLanes&>(shifted) - integer_zero;
}

/// x becomes x / (1 + e^−u).
[[gnu::always_inline]] inline void sigmoid_times(Lanes& x, const Lanes& u) {
    Lanes power = u * -1.4426950408889634f;
    power = power > 126.0f ? Lanes{} + 126.0f : power;
    exp2_of(power);
    x = x / (1.0f + power);
}

/// Rounded to the nearest bf16, ties to even.
[[gnu::always_inline]] inline void put_bf16(const Lanes& x, std::uint16_t* into) {
    const BitLanes& bits = reinterpret_cast<const BitLanes&>(x);
    *reinterpret_cast<HalfBitLanes*>(into) = __builtin_convertvector((bits + 0x7fff + ((bits >> 16) & 1)) >> 16, HalfBitLanes);
}

}  // namespace haibao::ops
