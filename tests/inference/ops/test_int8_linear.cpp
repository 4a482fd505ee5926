// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>
#include <vector>

#include "inference/ops/cpu_linear_int8.h"
#include "inference/runtime/device_tensors.h"
#include "tests/inference/ops/run_linear.h"

using namespace haibao;

namespace {

constexpr std::int64_t in = 512, out = 300;  // a tile of outputs and a tail that is no whole lanes

std::vector<float> noise(std::int64_t count, std::uint32_t seed) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1.0f;
    return values;
}

std::shared_ptr<const ops::Int8Matrix> quantised(const std::vector<float>& weights) {
    return ops::quantise_matrix(in, out, [&](std::int64_t first, std::int64_t count, float* into) {
        std::copy_n(weights.begin() + first * in, count * in, into);
    });
}

std::vector<float> computed(const std::shared_ptr<const ops::Int8Matrix>& weights, const std::vector<float>& bias, const std::vector<float>& x,
                            ops::Activation activation = ops::Activation::none, int threads = 2) {
    return test::run_linear(Precision::int8, threads, {.in = in, .out = out, .int8 = weights}, bias, x, activation);
}

double exact(const std::vector<float>& weights, const std::vector<float>& bias, const std::vector<float>& x, std::size_t token, std::size_t output) {
    double sum = bias[output];
    for (std::size_t i = 0; i < in; ++i) sum += double{weights[output * in + i]} * double{x[token * in + i]};
    return sum;
}

}  // namespace

TEST_CASE("products of bytes are off by no more than half a step of every factor") {
    if (!ops::can_multiply_int8(in)) SKIP("this processor does not multiply bytes: the path is never taken");
    const std::vector<float> weights = noise(in * out, 7), bias = noise(out, 3);
    const auto matrix = quantised(weights);
    for (const std::int64_t tokens : {1, 40, 300}) {
        std::vector<float> x = noise(in * tokens, 11);
        for (std::size_t i = 0; i < x.size() / 2; ++i) x[i] = 0.3f + 0.2f * x[i];  // tokens of one sign, too
        const auto got = computed(matrix, bias, x);
        for (std::size_t t = 0; t < static_cast<std::size_t>(tokens); ++t)
            for (std::size_t o = 0; o < out; o += 7) {
                // Values and weights reach 1: half a step is 1/255 (range 2 in 255 steps) and 1/254.
                const double half_x = 1.0 / 255, half_w = 0.5 / 127, bound = in * (half_x + half_w + half_x * half_w);
                const double error = std::abs(double{got[t * out + o]} - exact(weights, bias, x, t, o));
                REQUIRE(error < bound);
                REQUIRE(error < 6 * std::sqrt(double{in} / 3) * (half_x + half_w));  // errors are as good as random
            }
    }
}

TEST_CASE("a value that stands out far costs its token's other values nothing, and tokens beside it not a bit") {
    if (!ops::can_multiply_int8(in)) SKIP("this processor does not multiply bytes: the path is never taken");
    const std::vector<float> weights = noise(in * out, 7), bias = noise(out, 3);
    constexpr std::size_t tokens = 300, one = 17, other = 280;
    constexpr float large = 100;  // beside values up to 1
    std::vector<float> x = noise(in * tokens, 11);
    const auto matrix = quantised(weights);
    const auto before = computed(matrix, bias, x);
    x[one * in + 5] = large, x[other * in + 300] = -large;
    const auto got = computed(matrix, bias, x);
    for (std::size_t t = 0; t < tokens; ++t) {
        if (t != one && t != other) {
            REQUIRE(std::equal(got.begin() + static_cast<std::ptrdiff_t>(t * out), got.begin() + static_cast<std::ptrdiff_t>((t + 1) * out), before.begin() + static_cast<std::ptrdiff_t>(t * out)));
            continue;
        }
        for (std::size_t o = 0; o < out; ++o) {
            // The weights' half step, of the large value and of the others as by chance. One byte alone would add half a step of 101 / 255 to each value.
            const double half_w = 0.5 / 127, half_x = 0.5 * (large + 1) / 255 / 254;
            REQUIRE(std::abs(double{got[t * out + o]} - exact(weights, bias, x, t, o)) < large * half_w + 6 * std::sqrt(double{in} / 3) * (half_w + half_x));
        }
    }
}

TEST_CASE("products of bytes apply the activation, give the same bytes for any number of threads, and pass NaN on") {
    if (!ops::can_multiply_int8(in)) SKIP("this processor does not multiply bytes: the path is never taken");
    const std::vector<float> weights = noise(in * out, 7), bias = noise(out, 3);
    std::vector<float> x = noise(in * 290, 11);
    const auto matrix = quantised(weights);
    const auto plain = computed(matrix, bias, x), gelu = computed(matrix, bias, x, ops::Activation::gelu_tanh), silu = computed(matrix, bias, x, ops::Activation::silu);
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const double v = plain[i];
        REQUIRE(std::abs(double{gelu[i]} - 0.5 * v * (1 + std::tanh(0.7978845608028654 * (v + 0.044715 * v * v * v)))) < 1e-5);
        REQUIRE(std::abs(double{silu[i]} - v / (1 + std::exp(-v))) < 1e-5);
    }
    for (const int threads : {1, 5}) CHECK(computed(matrix, bias, x, ops::Activation::gelu_tanh, threads) == gelu);
    x[in] = std::nanf("");
    const auto poisoned = computed(matrix, bias, x);
    CHECK(std::isnan(poisoned[out]));
    CHECK(poisoned[0] == plain[0]);
}

TEST_CASE("a mapped layer that may be coarse is multiplied in bytes from 32 tokens on, and as it is stored below") {
    if (!ops::can_multiply_int8(in)) SKIP("this processor does not multiply bytes: the path is never taken");
    std::vector<float> weights = noise(in * out, 7);
    std::vector<std::byte> stored(ggml_row_size(GGML_TYPE_Q8_0, in) * out);
    ggml_quantize_chunk(GGML_TYPE_Q8_0, weights.data(), stored.data(), 0, out, in, nullptr);
    ggml_get_type_traits(GGML_TYPE_Q8_0)->to_float(stored.data(), weights.data(), in * out);
    const std::vector<float> bias = noise(out, 3);
    auto device = Device::open("cpu", Precision::int8, 2).value();
    DeviceTensors tensors(*device, 2);
    ops::Linear layer{.in = in, .out = out, .weight = tensors.add(GGML_TYPE_Q8_0, {in, out}, "w"), .bias = tensors.add(GGML_TYPE_F32, {out}, "b"), .coarse = true};
    REQUIRE(tensors.allocate());
    ggml_backend_tensor_set(layer.weight, stored.data(), 0, stored.size());
    DeviceTensors::set(layer.bias, bias);
    for (const std::int64_t tokens : {31, 290}) {
        const std::vector<float> x = noise(in * tokens, 11);
        RunContext run{*device, {}};
        Graph g(run);
        std::vector<float> result;
        g.output(ops::linear(g, g.input({in, tokens}, x), layer), result);
        REQUIRE(g.run());
        const bool same = result == computed(quantised(weights), bias, x);
        CHECK(same == (tokens >= 32));
    }
}

TEST_CASE("layers of one kind share their converted input without a bit of difference, and layers that differ get it as it is") {
    const std::vector<float> weights = noise(in * out, 7), x = noise(in * 40, 11);
    const auto read = [&](std::int64_t first, std::int64_t count, float* into) { std::copy_n(weights.begin() + first * in, count * in, into); };
    auto device = Device::open("cpu", Precision::int8, 2).value();
    if (!ops::can_multiply_int8(in) || !device->bf16_products()) SKIP("this processor does not multiply bytes and halves: there is nothing to share or to mix up");
    const ops::Linear bytes{.in = in, .out = out, .int8 = ops::quantise_matrix(in, out, read)};
    const ops::Linear halves{.in = in, .out = out, .packed = ops::pack_matrix(in, out, true, read)};
    for (const ops::Linear* layer : {&bytes, &halves}) {
        RunContext run{*device, {}};
        Graph g(run);
        ggml_tensor* input = g.input({in, 40}, x);
        ggml_tensor* shared = ops::operand(g, input, {layer, layer});
        CHECK(shared != input);
        CHECK(ops::operand(g, input, {&bytes, &halves}) == input);
        std::vector<float> alone, together;
        g.output(ops::linear(g, input, *layer), alone);
        g.output(ops::linear(g, shared, *layer), together);
        REQUIRE(g.run());
        CHECK(alone == together);
    }
}
