// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "inference/ops/cpu_linear_few.h"
#include "inference/ops/cpu_paths.h"
#include "inference/runtime/processor.h"
#include "tests/inference/ops/run_linear.h"

using namespace haibao;

namespace {

constexpr std::int64_t in = 142, out = 300;  // of outputs a tile, a strip and a part of one; rows that fill no block

std::vector<float> noise(std::int64_t count, std::uint32_t seed) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1.0f;
    return values;
}

/// Values that bf16 holds as they are.
std::vector<float> halves(std::vector<float> values) {
    for (float& v : values) v = ggml_bf16_to_fp32(ggml_fp32_to_bf16(v));
    return values;
}

std::vector<float> computed(Precision precision, bool bf16, const std::vector<float>& weights, const std::vector<float>& bias, const std::vector<float>& x, int threads = 2,
                            ops::Activation activation = ops::Activation::none) {
    const auto read = [&](std::int64_t first, std::int64_t count, float* into) { std::copy_n(weights.begin() + first * in, count * in, into); };
    const ops::Linear layer{.in = in, .out = out, .packed = ops::pack_matrix(in, out, bf16, read)};
    // There the layout is known; elsewhere it may be any, and the usual products are what is tested.
    if (processor_multiplies_bf16()) REQUIRE(ops::is_in_strips(*layer.packed));
    return test::run_linear(precision, threads, layer, bias, x, activation);
}

}  // namespace

TEST_CASE("products of few tokens are exact for the stored weights, and a token's do not depend on those beside it") {
    if (!ops::built_with_cpu_paths()) SKIP("this build packs no matrices");
    const std::vector<float> weights = halves(noise(in * out, 7)), bias = noise(out, 3);
    const bool multiplies_halves = Device::open("cpu", Precision::fast, 1).value()->bf16_products();
    for (const bool bf16 : {false, true}) {
        if (bf16 && !multiplies_halves) continue;  // then no matrix is packed so
        const auto precision = bf16 ? Precision::fast : Precision::f32;
        std::vector<float> alone;
        for (std::int64_t tokens = 1; tokens <= ops::most_few_tokens; ++tokens) {
            INFO((bf16 ? "bf16, " : "f32, ") << tokens << " tokens");
            const std::vector<float> x = noise(in * tokens, 11);
            const auto got = computed(precision, bf16, weights, bias, x);
            for (std::size_t t = 0; t < static_cast<std::size_t>(tokens); ++t)
                for (std::size_t o = 0; o < out; ++o) {
                    double sum = bias[o];
                    for (std::size_t i = 0; i < in; ++i) sum += double{weights[o * in + i]} * double{x[t * in + i]};
                    REQUIRE(std::abs(double{got[t * out + o]} - sum) < 2e-5);
                }
            if (tokens == 1) alone = got;
            if (bf16) REQUIRE(std::equal(alone.begin(), alone.end(), got.begin()));
            for (const int threads : {1, 5}) REQUIRE(computed(precision, bf16, weights, bias, x, threads) == got);
        }
    }
}

TEST_CASE("products of few tokens apply the activation and pass NaN on") {
    if (!ops::built_with_cpu_paths()) SKIP("this build packs no matrices");
    const bool bf16 = Device::open("cpu", Precision::fast, 1).value()->bf16_products();
    const std::vector<float> weights = noise(in * out, 7), bias = noise(out, 3);
    std::vector<float> x = noise(in * 3, 11);
    const auto plain = computed(Precision::fast, bf16, weights, bias, x), silu = computed(Precision::fast, bf16, weights, bias, x, 2, ops::Activation::silu),
               gelu = computed(Precision::fast, bf16, weights, bias, x, 2, ops::Activation::gelu_erf);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const double v = plain[i];
        REQUIRE(std::abs(double{silu[i]} - v / (1 + std::exp(-v))) < 1e-5);
        REQUIRE(std::abs(double{gelu[i]} - 0.5 * v * (1 + std::erf(v * 0.7071067811865476))) < 1e-5);
    }
    x[in] = std::nanf("");
    const auto poisoned = computed(Precision::fast, bf16, weights, bias, x);
    CHECK(std::isnan(poisoned[out]));
    CHECK(poisoned[0] == plain[0]);
    CHECK(poisoned[2 * out] == plain[2 * out]);
}

TEST_CASE("a layer kept for few tokens takes many as they are, also after they were to be converted for all layers at once") {
    if (!processor_multiplies_bf16()) SKIP("this processor does not multiply halves: no layer is kept so");
    const std::vector<float> weights = halves(noise(in * out, 7)), x = noise(in * 40, 11);
    const auto read = [&](std::int64_t first, std::int64_t count, float* into) { std::copy_n(weights.begin() + first * in, count * in, into); };
    auto device = Device::open("cpu", Precision::fast, 2).value();
    const ops::Linear few{.in = in, .out = out, .packed = ops::pack_matrix_for_few(in, out, read)}, usual{.in = in, .out = out, .packed = ops::pack_matrix(in, out, true, read)};
    REQUIRE(few.packed);
    RunContext run{*device, {}};
    Graph g(run);
    ggml_tensor* input = g.input({in, 40}, x);
    CHECK(ops::operand(g, input, {&few, &few}) == input);
    CHECK(ops::operand(g, input, {&few, &usual}) == input);
    CHECK(ops::operand(g, input, {&usual, &usual})->type == GGML_TYPE_BF16);
    std::vector<float> result;
    g.output(ops::linear(g, ops::operand(g, input, {&few, &few}), few), result);
    REQUIRE(g.run());
    for (std::size_t t = 0; t < 40; ++t)
        for (std::size_t o = 0; o < out; ++o) {
            double sum = 0;
            for (std::size_t i = 0; i < in; ++i) sum += double{weights[o * in + i]} * double{x[t * in + i]};
            REQUIRE(std::abs(double{result[t * out + o]} - sum) < 2e-5);
        }
}

TEST_CASE("a layer stored in bf16 gives the same, however many tokens there are, where the processor multiplies f32 only") {
    if (!ops::built_with_cpu_paths()) SKIP("this build packs no matrices");
    for (const std::int64_t outputs : {16, 44, 256, 300, 520}) {
        const std::vector<float> weights = halves(noise(in * outputs, 7)), bias = noise(outputs, 3), x = noise(in * 600, 11);
        const auto read = [&](std::int64_t first, std::int64_t count, float* into) { std::copy_n(weights.begin() + first * in, count * in, into); };
        const ops::Linear layer{.in = in, .out = outputs, .packed = ops::pack_halves(in, outputs, read)};
        if (!layer.packed) SKIP("the layout of this processor's products is none that is known");
        REQUIRE_FALSE(ops::takes_bf16(*layer.packed));
        for (const std::int64_t tokens : {1, 3, 8, 9, 256, 600}) {
            INFO(outputs << " outputs, " << tokens << " tokens");
            const std::vector<float> some(x.begin(), x.begin() + in * tokens);
            const auto got = test::run_linear(Precision::fast, 2, layer, bias, some, ops::Activation::none);
            for (std::size_t t = 0; t < static_cast<std::size_t>(tokens); ++t)
                for (std::size_t o = 0; o < static_cast<std::size_t>(outputs); ++o) {
                    double sum = bias[o];
                    for (std::size_t i = 0; i < in; ++i) sum += double{weights[o * in + i]} * double{x[t * in + i]};
                    REQUIRE(std::abs(double{got[t * static_cast<std::size_t>(outputs) + o]} - sum) < 2e-5);
                }
            for (const int threads : {1, 3}) REQUIRE(test::run_linear(Precision::fast, threads, layer, bias, some, ops::Activation::none) == got);
        }
    }
}
