// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"

using namespace haibao;

namespace {

constexpr std::int64_t in = 512, out = 300;  // a tile of outputs and a tail

std::vector<float> noise(std::int64_t count, std::uint32_t seed) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1.0f;
    return values;
}

struct Quantised {
    std::vector<std::byte> bytes;
    std::vector<float> values;  ///< what the bytes stand for
};

Quantised quantised(ggml_type type) {
    const std::vector<float> weights = noise(in * out, 7);
    Quantised q{std::vector<std::byte>(ggml_row_size(type, in) * out), std::vector<float>(weights.size())};
    ggml_quantize_chunk(type, weights.data(), q.bytes.data(), 0, out, in, nullptr);
    ggml_get_type_traits(type)->to_float(q.bytes.data(), q.values.data(), in * out);
    return q;
}

std::vector<float> computed(Device& device, ggml_type type, const Quantised& weights, const std::vector<float>& bias, const std::vector<float>& x,
                            std::int64_t tokens) {
    DeviceTensors tensors(device, 2);
    ops::Linear layer{.in = in, .out = out, .weight = tensors.add(type, {in, out}, "w"), .packed = nullptr,
                      .bias = bias.empty() ? nullptr : tensors.add(GGML_TYPE_F32, {out}, "b")};
    REQUIRE(tensors.allocate());
    ggml_backend_tensor_set(layer.weight, weights.bytes.data(), 0, weights.bytes.size());
    if (layer.bias) DeviceTensors::set(layer.bias, bias);
    RunContext run{device, {}};
    Graph g(run);
    std::vector<float> result;
    g.output(ops::linear(g, g.input({in, tokens}, x), layer), result);
    REQUIRE(g.run());
    return result;
}

/// The largest error relative to the largest value, against products in double.
double error(const std::vector<float>& got, const Quantised& weights, const std::vector<float>& bias, const std::vector<float>& x, std::int64_t tokens) {
    double worst = 0, largest = 0;
    for (std::int64_t t = 0; t < tokens; ++t)
        for (std::int64_t o = 0; o < out; ++o) {
            double sum = bias.empty() ? 0 : bias[static_cast<std::size_t>(o)];
            for (std::int64_t i = 0; i < in; ++i)
                sum += double{weights.values[static_cast<std::size_t>(o * in + i)]} * double{x[static_cast<std::size_t>(t * in + i)]};
            worst = std::max(worst, std::abs(sum - double{got[static_cast<std::size_t>(t * out + o)]}));
            largest = std::max(largest, std::abs(sum));
        }
    return worst / largest;
}

}  // namespace

TEST_CASE("a layer with quantised weights computes what its stored values say, for few tokens and for many") {
    auto exact = Device::open("cpu", Precision::f32, 2).value(), fast = Device::open("cpu", Precision::fast, 2).value();
    const std::vector<float> bias = noise(out, 3);
    for (const ggml_type type : {GGML_TYPE_Q8_0, GGML_TYPE_Q6_K, GGML_TYPE_Q4_K, GGML_TYPE_Q4_0}) {
        const Quantised weights = quantised(type);
        for (const std::int64_t tokens : {1, 5, 300}) {
            INFO(ggml_type_name(type) << ", " << tokens << " tokens");
            const std::vector<float> x = noise(in * tokens, 11);
            CHECK(error(computed(*exact, type, weights, bias, x, tokens), weights, bias, x, tokens) < 1e-5);
            CHECK(error(computed(*fast, type, weights, bias, x, tokens), weights, bias, x, tokens) < 1.5e-2);
        }
    }
}

TEST_CASE("a layer with quantised weights and no bias gives the same bytes with any number of threads") {
    const Quantised weights = quantised(GGML_TYPE_Q4_K);
    const std::vector<float> x = noise(in * 70, 5);
    std::vector<float> first;
    for (const int threads : {1, 2, 5}) {
        auto device = Device::open("cpu", Precision::fast, threads).value();
        const auto y = computed(*device, GGML_TYPE_Q4_K, weights, {}, x, 70);
        if (first.empty()) first = y;
        CHECK(y == first);
    }
}
