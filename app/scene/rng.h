// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace haibao::scene {

/// A small counter-based random generator: the n-th number depends only on the key and on n, with integer arithmetic
/// alone, so a picture has the same bytes with every standard library. (Mixing function: splitmix64's finaliser.)
class Rng {
public:
    explicit Rng(std::uint64_t seed) : key_(mix(seed + 0x9e3779b97f4a7c15u)) {}

    /// An independent generator for a named part, so that adding one part leaves the others as they were.
    Rng fork(std::string_view part) const {
        std::uint64_t hash = 0xcbf29ce484222325u;  // FNV-1a
        for (unsigned char c : part) hash = (hash ^ c) * 0x100000001b3u;
        return Rng(key_ ^ hash);
    }

    std::uint64_t next() { return mix(key_ + 0x9e3779b97f4a7c15u * ++count_); }
    /// In [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double between(double low, double high) { return low + (high - low) * unit(); }
    /// In [0, n).
    int below(int n) { return static_cast<int>((next() >> 32) * static_cast<std::uint64_t>(n) >> 32); }
    bool chance(double probability) { return unit() < probability; }
    int sign() { return chance(0.5) ? 1 : -1; }

private:
    static std::uint64_t mix(std::uint64_t z) {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint64_t key_;
    std::uint64_t count_ = 0;
};

}  // namespace haibao::scene
