// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/philox.h"

#include <cmath>
#include <numbers>
#include <utility>

namespace haibao {
namespace {

constexpr std::uint32_t low(std::uint64_t x) { return static_cast<std::uint32_t>(x); }
constexpr std::uint32_t high(std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); }
constexpr double two_to_minus_53 = 0x1p-53;

/// The two independent normals made of uniform numbers 2·pair and 2·pair+1.
std::pair<double, double> box_muller(const Philox& random, std::uint64_t pair) {
    // (0, 1]: the logarithm must stay finite.
    const double u = (static_cast<double>(random.bits(2 * pair) >> 11) + 1.0) * two_to_minus_53;
    const double radius = std::sqrt(-2.0 * std::log(u));
    const double angle = 2.0 * std::numbers::pi * random.uniform(2 * pair + 1);
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

}  // namespace

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(b) ^ counter[1] ^ key[0], low(b), high(a) ^ counter[3] ^ key[1], low(a)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

std::uint64_t Philox::bits(std::uint64_t index) const {
    // One block of four words makes two numbers.
    const std::uint64_t block = index / 2;
    const auto words = philox4x32({low(block), high(block), low(stream_), high(stream_)}, {low(seed_), high(seed_)});
    const std::size_t half = 2 * (index % 2);
    return words[half] | static_cast<std::uint64_t>(words[half + 1]) << 32;
}

double Philox::uniform(std::uint64_t index) const {
    return static_cast<double>(bits(index) >> 11) * two_to_minus_53;
}

void Philox::normals(std::span<float> into, std::uint64_t first) const {
    for (std::size_t i = 0; i < into.size();) {
        const std::uint64_t index = first + i;
        const auto [even, odd] = box_muller(*this, index / 2);
        if (index % 2 == 0) into[i++] = static_cast<float>(even);
        if (i < into.size()) into[i++] = static_cast<float>(odd);
    }
}

}  // namespace haibao
