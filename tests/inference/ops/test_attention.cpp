// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "inference/ops/ops.h"
#include "inference/runtime/processor.h"

using namespace haibao;

namespace {

struct Shape {
    std::int64_t head_dim, heads, kv_heads, queries, keys, batch;
};

std::vector<float> noise(std::int64_t count, std::uint32_t seed) {
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& v : values) v = static_cast<float>((seed = seed * 1664525u + 1013904223u) >> 8) * 0x1p-23f - 1.0f;
    return values;
}

/// softmax(scale · q·k)·v in double; all tensors dense in the order of ops::attention.
std::vector<double> expected(const Shape& s, const std::vector<float>& q, const std::vector<float>& k,
                             const std::vector<float>& v, double scale) {
    std::vector<double> result;
    for (std::int64_t b = 0; b < s.batch; ++b)
        for (std::int64_t i = 0; i < s.queries; ++i)
            for (std::int64_t h = 0; h < s.heads; ++h) {
                const auto row = [&](const std::vector<float>& x, std::int64_t heads, std::int64_t head, std::int64_t tokens,
                                     std::int64_t token) {
                    return &x[static_cast<std::size_t>(((b * tokens + token) * heads + head) * s.head_dim)];
                };
                const std::int64_t kv = h / (s.heads / s.kv_heads);
                std::vector<double> weights;
                double total = 0;
                for (std::int64_t j = 0; j < s.keys; ++j) {
                    double score = 0;
                    for (std::int64_t d = 0; d < s.head_dim; ++d)
                        score += double{row(q, s.heads, h, s.queries, i)[d]} * double{row(k, s.kv_heads, kv, s.keys, j)[d]};
                    weights.push_back(std::exp(scale * score));
                    total += weights.back();
                }
                for (std::int64_t d = 0; d < s.head_dim; ++d) {
                    double sum = 0;
                    for (std::int64_t j = 0; j < s.keys; ++j)
                        sum += weights[static_cast<std::size_t>(j)] / total * double{row(v, s.kv_heads, kv, s.keys, j)[d]};
                    result.push_back(sum);
                }
            }
    return result;
}

std::vector<float> computed(Device& device, const Shape& s, const std::vector<float>& q, const std::vector<float>& k,
                            const std::vector<float>& v, float scale, ggml_type kept = GGML_TYPE_F32, bool coarse = false) {
    RunContext run{device, {}};
    Graph g(run);
    std::vector<float> result;
    const auto memory = [&](const std::vector<float>& x) {
        ggml_tensor* input = g.input({s.head_dim, s.kv_heads, s.keys, s.batch}, x);
        return kept == GGML_TYPE_F32 ? input : ggml_cast(g.context(), input, kept);
    };
    g.output(ops::attention(g, g.input({s.head_dim, s.heads, s.queries, s.batch}, q), memory(k), memory(v), {.scale = scale, .coarse = coarse}), result);
    REQUIRE(g.run());
    return result;
}

}  // namespace

TEST_CASE("attention of few queries is the softmax it should be") {
    const auto device = Device::open("cpu", Precision::f32, 2).value();
    for (const Shape& s : {Shape{64, 4, 2, 1, 421, 3}, Shape{128, 32, 2, 1, 37, 1}, Shape{16, 4, 4, 5, 9, 2},
                           Shape{8, 2, 1, 3, 1, 1}, Shape{17, 3, 3, 2, 50, 1}, Shape{72, 2, 2, 1, 16, 1},
                           Shape{1, 1, 1, 1, 2, 1}}) {
        INFO(s.head_dim << " × " << s.heads << ", " << s.keys << " keys");
        const auto q = noise(s.head_dim * s.heads * s.queries * s.batch, 1);
        const auto k = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 2);
        const auto v = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 3);
        const auto want = expected(s, q, k, v, 0.25);
        const auto got = computed(*device, s, q, k, v, 0.25f);
        REQUIRE(got.size() == want.size());
        for (std::size_t i = 0; i < got.size(); ++i) REQUIRE(std::abs(double{got[i]} - want[i]) < 2e-6);
    }
}

TEST_CASE("attention of few queries reads a cache of halves as the numbers that they are") {
    for (const Shape& s : {Shape{128, 32, 2, 1, 37, 2}, Shape{17, 3, 3, 2, 50, 1}}) {
        auto k = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 2), v = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 3);
        for (auto* values : {&k, &v})
            for (float& x : *values) x = ggml_fp16_to_fp32(ggml_fp32_to_fp16(x));
        const auto q = noise(s.head_dim * s.heads * s.queries * s.batch, 1);
        const auto device = Device::open("cpu", Precision::f32, 2).value();
        CHECK(computed(*device, s, q, k, v, 0.25f, GGML_TYPE_F16) == computed(*device, s, q, k, v, 0.25f));
    }
}

TEST_CASE("attention of few queries survives huge scores and gives the same bits for any number of threads") {
    const Shape s{32, 6, 3, 2, 100, 2};
    auto q = noise(s.head_dim * s.heads * s.queries * s.batch, 4);
    for (float& x : q) x *= 1e4f;
    const auto k = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 5), v = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 6);
    const auto one = computed(*Device::open("cpu", Precision::f32, 1).value(), s, q, k, v, 1.0f);
    for (const float x : one) REQUIRE(std::isfinite(x));
    CHECK(one == computed(*Device::open("cpu", Precision::f32, 3).value(), s, q, k, v, 1.0f));
}

TEST_CASE("attention of many queries is the softmax it should be, over blocks of keys and their rests") {
    const auto exact = Device::open("cpu", Precision::f32, 2).value(), fast = Device::open("cpu", Precision::fast, 2).value();
    for (const Shape& s : {Shape{64, 4, 2, 130, 1100, 1}, Shape{128, 2, 1, 33, 513, 2}, Shape{17, 3, 3, 256, 40, 1}, Shape{8, 2, 2, 40, 1, 1},
                           Shape{16, 1, 1, 128, 512, 2}}) {
        INFO(s.head_dim << " × " << s.heads << ", " << s.queries << " queries, " << s.keys << " keys");
        const auto q = noise(s.head_dim * s.heads * s.queries * s.batch, 1);
        const auto k = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 2), v = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 3);
        const auto want = expected(s, q, k, v, 0.25);
        const auto got = computed(*exact, s, q, k, v, 0.25f), in_halves = computed(*fast, s, q, k, v, 0.25f), kept = computed(*fast, s, q, k, v, 0.25f, GGML_TYPE_BF16);
        REQUIRE(got.size() == want.size());
        if (fast->bf16_products()) REQUIRE(in_halves == kept);  // operands are rounded once, wherever that happens
        for (std::size_t i = 0; i < got.size(); ++i) {
            REQUIRE(std::abs(double{got[i]} - want[i]) < 2e-6);
            REQUIRE(std::abs(double{in_halves[i]} - want[i]) < 1e-2);
        }
    }
}

TEST_CASE("attention of many queries survives scores that grow from block to block, passes NaN on, and is the same for any number of threads") {
    const Shape s{32, 4, 2, 150, 1300, 1};
    auto q = noise(s.head_dim * s.heads * s.queries, 4), k = noise(s.head_dim * s.kv_heads * s.keys, 5);
    const auto v = noise(s.head_dim * s.kv_heads * s.keys, 6);
    for (std::size_t i = 0; i < k.size(); ++i) k[i] *= 1e-2f * static_cast<float>(i / 64);
    const auto want = expected(s, q, k, v, 0.5);
    const auto one = computed(*Device::open("cpu", Precision::f32, 1).value(), s, q, k, v, 0.5f);
    for (std::size_t i = 0; i < one.size(); ++i) REQUIRE(std::abs(double{one[i]} - want[i]) < 2e-5);
    CHECK(one == computed(*Device::open("cpu", Precision::f32, 3).value(), s, q, k, v, 0.5f));
    for (float& x : q) x *= 1e4f;
    for (const float x : computed(*Device::open("cpu", Precision::f32, 2).value(), s, q, k, v, 0.5f)) REQUIRE(std::isfinite(x));
    q[0] = std::nanf("");
    CHECK(std::isnan(computed(*Device::open("cpu", Precision::fast, 2).value(), s, q, k, v, 0.5f)[0]));
}

TEST_CASE("attention with scores of bytes is off by little, whatever all keys have in common") {
    if (!processor_multiplies_int8()) SKIP("this processor does not multiply bytes: the path is never taken");
    const auto bytes = Device::open("cpu", Precision::int8, 2).value();
    for (const Shape& s : {Shape{64, 4, 2, 130, 1100, 1}, Shape{128, 2, 1, 33, 513, 2}, Shape{16, 3, 3, 256, 40, 1}, Shape{16, 2, 2, 40, 1, 1}}) {
        INFO(s.head_dim << " × " << s.heads << ", " << s.queries << " queries, " << s.keys << " keys");
        const auto q = noise(s.head_dim * s.heads * s.queries * s.batch, 1), v = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 3);
        auto k = noise(s.head_dim * s.kv_heads * s.keys * s.batch, 2);
        for (std::size_t i = 3; i < k.size(); i += 16) k[i] += 30;  // in a channel of all keys: bytes of such a range would be off by 0.1 each
        const auto want = expected(s, q, k, v, 0.25);
        const auto got = computed(*bytes, s, q, k, v, 0.25f, GGML_TYPE_F32, true), kept = computed(*bytes, s, q, k, v, 0.25f, GGML_TYPE_BF16, true);
        if (bytes->bf16_products()) CHECK(got == kept);
        // Bytes were multiplied indeed; a lone key weighs 1 whatever its score.
        CHECK((got == computed(*bytes, s, q, k, v, 0.25f)) == (s.keys == 1));
        CHECK(got == computed(*Device::open("cpu", Precision::int8, 3).value(), s, q, k, v, 0.25f, GGML_TYPE_F32, true));
        REQUIRE(got.size() == want.size());
        for (std::size_t i = 0; i < got.size(); ++i) REQUIRE(std::abs(double{got[i]} - want[i]) < 2e-2);
    }
}

TEST_CASE("attention with scores of bytes takes queries and keys of nothing, and passes NaN on") {
    if (!processor_multiplies_int8()) SKIP("this processor does not multiply bytes: the path is never taken");
    const auto bytes = Device::open("cpu", Precision::int8, 2).value();
    const Shape s{16, 1, 1, 40, 37, 1};
    std::vector<float> q(static_cast<std::size_t>(s.head_dim * s.queries), 0.0f), k(static_cast<std::size_t>(s.head_dim * s.keys), 0.0f);
    const auto v = noise(s.head_dim * s.keys, 3);
    const auto want = expected(s, q, k, v, 0.25), got = [&] {
        const auto result = computed(*bytes, s, q, k, v, 0.25f, GGML_TYPE_F32, true);
        return std::vector<double>(result.begin(), result.end());
    }();
    for (std::size_t i = 0; i < got.size(); ++i) REQUIRE(std::abs(got[i] - want[i]) < 5e-3);
    q[5] = std::nanf("");
    const auto poisoned = computed(*bytes, s, q, k, v, 0.25f, GGML_TYPE_F32, true);
    CHECK(std::isnan(poisoned[0]));
    CHECK(std::isfinite(poisoned[16]));
    q[5] = 0;
    const float infinity = std::numeric_limits<float>::infinity();
    for (const float no_number : {std::nanf(""), -std::nanf(""), infinity, -infinity}) {
        std::fill_n(k.begin() + 16, 16, no_number);
        for (const float x : computed(*bytes, s, q, k, v, 0.25f, GGML_TYPE_F32, true)) CHECK(std::isnan(x));
    }
}
