// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace haibao {

/// What random numbers are for. Each purpose has a stream of its own, so that another number of tokens never changes
/// the noise. The values are part of "same seed, same picture": append, never renumber.
enum class RandomStream : std::uint64_t { visual_tokens = 0, noise = 1 };

/// One application of the Philox4x32-10 bijection (Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3", 2011).
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key);

/// Random numbers addressed by their index: the i-th number of a (seed, stream) is the same whatever was drawn before,
/// on every machine and from any thread.
class Philox {
public:
    Philox(std::uint64_t seed, RandomStream stream) : seed_(seed), stream_(static_cast<std::uint64_t>(stream)) {}

    /// 64 random bits.
    std::uint64_t bits(std::uint64_t index) const;
    /// In [0, 1), a multiple of 2^-53.
    double uniform(std::uint64_t index) const;
    /// N(0, 1) for indices first, first+1, …: Box–Muller in double, rounded to float.
    void normals(std::span<float> into, std::uint64_t first = 0) const;

private:
    std::uint64_t seed_;
    std::uint64_t stream_;
};

}  // namespace haibao
