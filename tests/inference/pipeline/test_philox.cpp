// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <set>
#include <vector>

#include "inference/pipeline/philox.h"

using namespace haibao;
using Words = std::array<std::uint32_t, 4>;

TEST_CASE("Philox4x32-10 gives the published known answers") {
    CHECK(philox4x32({0, 0, 0, 0}, {0, 0}) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    constexpr std::uint32_t ones = 0xffffffff;
    CHECK(philox4x32({ones, ones, ones, ones}, {ones, ones}) ==
          Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    // The digits of pi.
    CHECK(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
          Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a random number depends on its index alone, not on what was drawn before") {
    const Philox random(42, RandomStream::noise);
    std::vector<float> all(101), part(37);
    random.normals(all);
    for (const std::size_t first : {0u, 1u, 2u, 63u, 64u}) {
        random.normals(part, first);
        for (std::size_t i = 0; i < part.size(); ++i) CHECK(part[i] == all[first + i]);
    }
}

TEST_CASE("seeds and streams give different numbers, also where only high bits differ") {
    std::set<std::uint64_t> seen;
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32, ~std::uint64_t{0}})
        for (const RandomStream stream : {RandomStream::visual_tokens, RandomStream::noise})
            for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 40})
                seen.insert(Philox(seed, stream).bits(index));
    CHECK(seen.size() == 4 * 2 * 3);
}

TEST_CASE("uniform numbers fill [0, 1) evenly") {
    const Philox random(7, RandomStream::visual_tokens);
    std::vector<int> bins(10);
    for (std::uint64_t i = 0; i < 100'000; ++i) {
        const double u = random.uniform(i);
        REQUIRE((u >= 0.0 && u < 1.0));
        ++bins[static_cast<std::size_t>(u * 10.0)];
    }
    for (const int count : bins) CHECK(std::abs(count - 10'000) < 500);  // five deviations
}

TEST_CASE("normal numbers have the moments and tails of N(0, 1)") {
    std::vector<float> x(200'000);
    Philox(20261122, RandomStream::noise).normals(x);
    double sum = 0, squares = 0, cubes = 0, fourths = 0, neighbours = 0;
    int beyond_three = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double v = x[i];
        sum += v, squares += v * v, cubes += v * v * v, fourths += v * v * v * v;
        if (i > 0) neighbours += v * static_cast<double>(x[i - 1]);
        beyond_three += std::abs(v) > 3.0;
    }
    const double n = static_cast<double>(x.size());
    CHECK(std::abs(sum / n) < 0.012);
    CHECK(squares / n == Catch::Approx(1.0).margin(0.016));
    CHECK(std::abs(cubes / n) < 0.045);
    CHECK(fourths / n == Catch::Approx(3.0).margin(0.12));
    CHECK(std::abs(neighbours / n) < 0.012);
    CHECK(beyond_three / n == Catch::Approx(0.0027).margin(0.0006));
}

TEST_CASE("the noise of a seed never changes between versions") {
    std::vector<float> x(4);
    Philox(1234, RandomStream::noise).normals(x);
    CHECK(x[0] == Catch::Approx(1.3993210400362952).epsilon(1e-6));
    CHECK(x[1] == Catch::Approx(0.543051629139733).epsilon(1e-6));
    CHECK(x[2] == Catch::Approx(-1.342085648074377).epsilon(1e-6));
    CHECK(x[3] == Catch::Approx(-0.232744868766026).epsilon(1e-6));
}
