// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "inference/ops/ops.h"

using namespace haibao;

namespace {

std::vector<float> noise(std::int64_t count, std::uint32_t seed) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1.0f;
    return values;
}

}  // namespace

TEST_CASE("norms with modulation and gates use each stream's own vectors, whatever the number of channels and threads") {
    constexpr std::int64_t tokens = 7;
    constexpr double eps = 1e-5;
    for (const std::int64_t channels : {5, 16, 52})
        for (const std::int64_t first : {0, 3, 7})
            for (const int threads : {1, 3}) {
                INFO(channels << " channels, " << first << " tokens of the first stream, " << threads << " threads");
                const auto x = noise(channels * tokens, 1), y = noise(channels * tokens, 2), a = noise(channels, 3), b = noise(channels, 4), c = noise(channels, 5),
                           d = noise(channels, 6);
                const auto device = Device::open("cpu", Precision::f32, threads).value();
                RunContext run{*device, {}};
                Graph g(run);
                const auto vector = [&](const std::vector<float>& values) { return g.input({channels}, values); };
                ggml_tensor* stream = g.input({channels, tokens}, x);
                std::vector<float> normed, gated;
                g.output(ops::modulated_norm(g, stream, eps, {first, vector(a), vector(b)}, {first, vector(c), vector(d)}), normed);
                g.output(ops::gated(g, stream, g.input({channels, tokens}, y), {first, vector(a), vector(b)}), gated);
                REQUIRE(g.run());
                for (std::int64_t t = 0; t < tokens; ++t) {
                    const float* own = &x[static_cast<std::size_t>(t * channels)];
                    double mean = 0, square = 0;
                    for (std::int64_t i = 0; i < channels; ++i) mean += double{own[i]} / double(channels);
                    for (std::int64_t i = 0; i < channels; ++i) square += (own[i] - mean) * (own[i] - mean) / double(channels);
                    for (std::int64_t i = 0; i < channels; ++i) {
                        const auto at = static_cast<std::size_t>(t * channels + i), k = static_cast<std::size_t>(i);
                        const double shift = t < first ? a[k] : b[k], scale = t < first ? c[k] : d[k];
                        REQUIRE(std::abs(double{normed[at]} - ((own[i] - mean) / std::sqrt(square + eps) * (1 + scale) + shift)) < 1e-5);
                        REQUIRE(std::abs(double{gated[at]} - (double{x[at]} + double{y[at]} * shift)) < 1e-6);
                    }
                }
            }
}

TEST_CASE("heads are normalised and turned in one go as they are one after the other") {
    constexpr std::int64_t heads = 3, tokens = 5;
    for (const std::int64_t width : {6, 34, 128})
        for (const std::int64_t turned : {width, width - 2})
            for (const int threads : {1, 2}) {
                INFO(width << " wide, " << turned << " of them turned, " << threads << " threads");
                const auto device = Device::open("cpu", Precision::f32, threads).value();
                RunContext run{*device, {}};
                Graph g(run);
                ggml_tensor* x = g.input({width, heads, tokens}, noise(width * heads * tokens, 1));
                const ops::Rotary rotary{g.input({turned, tokens}, noise(turned * tokens, 2)), g.input({turned, tokens}, noise(turned * tokens, 3))};
                std::vector<float> got, want;
                g.output(ops::normed_and_rotated(g, x, 1e-5f, rotary), got);
                g.output(ops::rotate(g, ops::layer_norm(g, x, 1e-5f), rotary), want);
                REQUIRE(g.run());
                REQUIRE(got.size() == want.size());
                for (std::size_t i = 0; i < got.size(); ++i) REQUIRE(std::abs(got[i] - want[i]) < 1e-5f);
            }
}
