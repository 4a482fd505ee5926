// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include "inference/ops/cpu_paths.h"
#include "inference/ops/lanes.h"

// What stands between the products of a block reads and writes whole streams, which fit no cache: on the processor each in one go.
namespace haibao::ops {
namespace {

/// The streams' parts of x, each made by `part`, together again.
template <class Part>
ggml_tensor* by_stream(Graph& g, std::int64_t first, std::int64_t tokens, const Part& part) {
    if (!first) return part(0, tokens, false);
    if (first == tokens) return part(0, tokens, true);
    return ggml_concat(g.context(), part(0, first, true), part(first, tokens - first, false), 1);
}
ggml_tensor* vector_of(const ByStream& vectors, bool of_first) { return of_first ? vectors.of_first : vectors.of_rest; }

/// (x − mean) · inverse has mean 0 and deviation 1.
struct Moments {
    float mean, inverse;
};
[[gnu::always_inline]] inline Moments moments_of(const float* x, std::int64_t channels, float eps) {
    const std::int64_t whole = channels / lanes * lanes;
    Lanes sums{}, squares{};
    for (std::int64_t i = 0; i < whole; i += lanes) sums += *reinterpret_cast<const Lanes*>(x + i);
    float sum = sum_of(sums);
    for (std::int64_t i = whole; i < channels; ++i) sum += x[i];
    const float mean = sum / static_cast<float>(channels);
    for (std::int64_t i = 0; i < whole; i += lanes) {
        const Lanes off = *reinterpret_cast<const Lanes*>(x + i) - mean;
        squares += off * off;
    }
    float square = sum_of(squares);
    for (std::int64_t i = whole; i < channels; ++i) square += (x[i] - mean) * (x[i] - mean);
    return {mean, 1.0f / std::sqrt(square / static_cast<float>(channels) + eps)};
}

/// One token's values.
HAIBAO_PER_PROCESSOR void normalise(const float* x, std::int64_t channels, float eps, const float* shift, const float* scale, float* y) {
    const std::int64_t whole = channels / lanes * lanes;
    const auto [mean, inverse] = moments_of(x, channels, eps);
    for (std::int64_t i = 0; i < whole; i += lanes)
        *reinterpret_cast<Lanes*>(y + i) = (*reinterpret_cast<const Lanes*>(x + i) - mean) * inverse * (1.0f + *reinterpret_cast<const Lanes*>(scale + i)) +
                                           *reinterpret_cast<const Lanes*>(shift + i);
    for (std::int64_t i = whole; i < channels; ++i) y[i] = (x[i] - mean) * inverse * (1.0f + scale[i]) + shift[i];
}

/// One head of one token: normalised, then its first `dims` values turned in pairs (m, m + dims/2).
HAIBAO_PER_PROCESSOR void normalise_and_rotate(const float* x, std::int64_t channels, float eps, const float* cos, const float* sin, std::int64_t dims, float* y) {
    const std::int64_t half = dims / 2, whole = half / lanes * lanes;
    const auto [mean, inverse] = moments_of(x, channels, eps);
    const auto at = [](const float* values, std::int64_t i) -> const Lanes& { return *reinterpret_cast<const Lanes*>(values + i); };
    for (std::int64_t i = 0; i < whole; i += lanes) {
        const Lanes a = (at(x, i) - mean) * inverse, b = (at(x, i + half) - mean) * inverse;
        *reinterpret_cast<Lanes*>(y + i) = a * at(cos, i) - b * at(sin, i);
        *reinterpret_cast<Lanes*>(y + i + half) = b * at(cos, i + half) + a * at(sin, i + half);
    }
    for (std::int64_t i = whole; i < half; ++i) {
        const float a = (x[i] - mean) * inverse, b = (x[i + half] - mean) * inverse;
        y[i] = a * cos[i] - b * sin[i];
        y[i + half] = b * cos[i + half] + a * sin[i + half];
    }
    for (std::int64_t i = dims; i < channels; ++i) y[i] = (x[i] - mean) * inverse;
}

HAIBAO_PER_PROCESSOR void add_gated(const float* x, const float* y, const float* gate, std::int64_t channels, float* into) {
    const std::int64_t whole = channels / lanes * lanes;
    for (std::int64_t i = 0; i < whole; i += lanes)
        *reinterpret_cast<Lanes*>(into + i) = *reinterpret_cast<const Lanes*>(x + i) + *reinterpret_cast<const Lanes*>(y + i) * *reinterpret_cast<const Lanes*>(gate + i);
    for (std::int64_t i = whole; i < channels; ++i) into[i] = x[i] + y[i] * gate[i];
}

/// A node of x's shape whose tokens are made one by one: `row(node, token, of_first)`.
template <class Row>
ggml_tensor* token_node(Graph& g, const char* name, std::span<ggml_tensor* const> args, std::int64_t first, Row row) {
    const ggml_tensor* x = args[0];
    return cpu_node(g, {name}, args, {x->ne[0], x->ne[1], 1, 1}, [first, row](ggml_tensor* result, int ith, int nth) {
        const auto [from, to] = share(result->ne[1], ith, nth);
        for (std::int64_t token = from; token < to; ++token) row(result, token, token < first);
    });
}
const float* token_of(const ggml_tensor* t, std::int64_t token) {
    return reinterpret_cast<const float*>(static_cast<const char*>(t->data) + static_cast<std::size_t>(token) * t->nb[1]);
}
float* token_of(ggml_tensor* t, std::int64_t token) { return static_cast<float*>(t->data) + token * t->ne[0]; }

}  // namespace

ggml_tensor* modulated_norm(Graph& g, ggml_tensor* x, float eps, const ByStream& shift, const ByStream& scale) {
    if (g.device().on_cpu()) {
        const std::array args{x, shift.of_first, shift.of_rest, scale.of_first, scale.of_rest};
        return token_node(g, "modulated norm", args, shift.first, [eps](ggml_tensor* y, std::int64_t token, bool of_first) {
            normalise(token_of(static_cast<const ggml_tensor*>(y->src[0]), token), y->ne[0], eps, token_of(static_cast<const ggml_tensor*>(y->src[of_first ? 1 : 2]), 0),
                      token_of(static_cast<const ggml_tensor*>(y->src[of_first ? 3 : 4]), 0), token_of(y, token));
        });
    }
    ggml_tensor* norm = layer_norm(g, x, eps);
    return by_stream(g, shift.first, x->ne[1], [&](std::int64_t from, std::int64_t count, bool of_first) {
        return modulate(g, slice(g, norm, 1, from, count), vector_of(shift, of_first), vector_of(scale, of_first));
    });
}

ggml_tensor* normed_and_rotated(Graph& g, ggml_tensor* x, float eps, const Rotary& rotary) {
    if (!g.device().on_cpu()) return rotate(g, layer_norm(g, x, eps), rotary);
    const std::array args{x, rotary.cos, rotary.sin};
    return cpu_node(g, {"norm and rotate"}, args, {x->ne[0], x->ne[1], x->ne[2], x->ne[3]}, [eps](ggml_tensor* result, int ith, int nth) {
        const ggml_tensor *from = result->src[0], *cos = result->src[1], *sin = result->src[2];
        const std::int64_t heads = from->ne[1], tokens = from->ne[2];
        const auto [first, last] = share(ggml_nrows(from), ith, nth);
        for (std::int64_t row = first; row < last; ++row) {
            const std::int64_t head = row % heads, token = row / heads % tokens, batch = row / heads / tokens;
            const auto* own = reinterpret_cast<const float*>(static_cast<const char*>(from->data) + static_cast<std::size_t>(head) * from->nb[1] +
                                                             static_cast<std::size_t>(token) * from->nb[2] + static_cast<std::size_t>(batch) * from->nb[3]);
            normalise_and_rotate(own, from->ne[0], eps, token_of(cos, token), token_of(sin, token), cos->ne[0], static_cast<float*>(result->data) + row * from->ne[0]);
        }
    });
}

ggml_tensor* gated(Graph& g, ggml_tensor* x, ggml_tensor* y, const ByStream& gate) {
    if (g.device().on_cpu()) {
        const std::array args{x, y, gate.of_first, gate.of_rest};
        return token_node(g, "gate", args, gate.first, [](ggml_tensor* result, std::int64_t token, bool of_first) {
            const auto source = [&](int i) -> const ggml_tensor* { return result->src[i]; };
            add_gated(token_of(source(0), token), token_of(source(1), token), token_of(source(of_first ? 2 : 3), 0), result->ne[0], token_of(result, token));
        });
    }
    return add(g, x, by_stream(g, gate.first, x->ne[1], [&](std::int64_t from, std::int64_t count, bool of_first) {
                   return mul(g, slice(g, y, 1, from, count), vector_of(gate, of_first));
               }));
}

}  // namespace haibao::ops
