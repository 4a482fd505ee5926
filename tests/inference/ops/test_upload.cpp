// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <ggml.h>

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "inference/ops/upload.h"

using namespace haibao;

TEST_CASE("Floats become the halves that ggml makes of them") {
    // Every exponent and sign, with digits on both sides of each middle between two halves.
    std::vector<float> floats;
    for (std::uint32_t high = 0; high < 0x10000; ++high)
        for (const std::uint32_t low : {0x0000u, 0x0001u, 0x0fffu, 0x1000u, 0x1001u, 0x2fffu, 0x3000u, 0x3001u, 0xffffu}) {
            const float value = std::bit_cast<float>(high << 16 | low);
            if (std::isfinite(value) && std::abs(value) < 65520.0f) floats.push_back(value);
        }
    std::vector<std::uint16_t> halves(floats.size());
    REQUIRE(ops::round_to_halves(floats.data(), floats.size(), halves.data()));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < floats.size(); ++i) wrong += halves[i] != ggml_fp32_to_fp16(floats[i]);
    CHECK(wrong == 0);
}

TEST_CASE("What is more than the largest half is told") {
    std::vector<std::uint16_t> halves(3);
    for (const float value : {65520.0f, -65520.0f, 1e30f, std::numeric_limits<float>::max()}) {
        const std::vector<float> floats{1.0f, value, 2.0f};
        CHECK_FALSE(ops::round_to_halves(floats.data(), floats.size(), halves.data()));
    }
    const std::vector<float> floats{65519.0f, -65519.0f, 0.0f};
    CHECK(ops::round_to_halves(floats.data(), floats.size(), halves.data()));
    CHECK(halves == std::vector<std::uint16_t>{0x7bff, 0xfbff, 0});
}
