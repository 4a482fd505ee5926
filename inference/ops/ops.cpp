// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/ops.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cmath>

#include "inference/ops/cpu_linear_few.h"
#include "inference/ops/cpu_linear_int8.h"
#include "inference/ops/cpu_paths.h"

namespace haibao::ops {
namespace {

void run_cpu_work(ggml_tensor* result, int ith, int nth, void* work) {
    (*static_cast<CpuWork*>(work))(result, ith, nth);
}

/// An exception must not leave ggml's threads: it is noted, the node ends, and Graph::run() reports it.
CpuWork guarded(CpuWork work, std::atomic<bool>* failure) {
    return [work = std::move(work), failure](ggml_tensor* result, int ith, int nth) {
        try {
            work(result, ith, nth);
        } catch (const std::exception&) {
            *failure = true;
        }
    };
}

/// ggml's own gelu on the processor reads a table of 16-bit values; this one is exact to f32.
ggml_tensor* cpu_gelu_tanh(Graph& g, ggml_tensor* x) {
    const std::array<ggml_tensor*, 1> args{ggml_is_contiguous(x) ? x : ggml_cont(g.context(), x)};
    return cpu_node(g, {"gelu"}, args, {x->ne[0], x->ne[1], x->ne[2], x->ne[3]}, [](ggml_tensor* result, int ith, int nth) {
        const float* from = static_cast<const float*>(result->src[0]->data);
        float* to = static_cast<float*>(result->data);
        const auto [first, last] = share(ggml_nelements(result), ith, nth);
        for (std::int64_t i = first; i < last; ++i) {
            const float v = from[i];
            to[i] = 0.5f * v * (1.0f + std::tanh(0.7978845608028654f * (v + 0.044715f * v * v * v)));
        }
    });
}

ggml_tensor* activate(Graph& g, ggml_tensor* x, Activation activation) {
    switch (activation) {
        case Activation::none: return x;
        case Activation::gelu_tanh: return g.device().on_cpu() ? cpu_gelu_tanh(g, x) : ggml_gelu(g.context(), x);
        case Activation::gelu_erf: return ggml_gelu_erf(g.context(), x);
        case Activation::silu: return ggml_silu(g.context(), x);
    }
    return x;
}

ggml_tensor* cpu_rotate(Graph& g, ggml_tensor* x, const Rotary& rotary) {
    const std::array<ggml_tensor*, 3> args{x, rotary.cos, rotary.sin};
    return cpu_node(g, {"rotate"}, args, {x->ne[0], x->ne[1], x->ne[2], x->ne[3]}, [](ggml_tensor* result, int ith, int nth) {
        const ggml_tensor* from = result->src[0];
        const std::int64_t dims = result->src[1]->ne[0], half = dims / 2, heads = from->ne[1], tokens = from->ne[2];
        const auto [first, last] = share(ggml_nrows(from), ith, nth);
        for (std::int64_t row = first; row < last; ++row) {
            const std::int64_t head = row % heads, token = row / heads % tokens, batch = row / heads / tokens;
            const auto* in = reinterpret_cast<const float*>(static_cast<const char*>(from->data) + head * from->nb[1] +
                                                            token * from->nb[2] + batch * from->nb[3]);
            const float* cos = static_cast<const float*>(result->src[1]->data) + token * dims;
            const float* sin = static_cast<const float*>(result->src[2]->data) + token * dims;
            float* out = static_cast<float*>(result->data) + row * from->ne[0];
            for (std::int64_t i = 0; i < half; ++i) {
                out[i] = in[i] * cos[i] - in[i + half] * sin[i];
                out[i + half] = in[i + half] * cos[i + half] + in[i] * sin[i + half];
            }
            for (std::int64_t i = dims; i < from->ne[0]; ++i) out[i] = in[i];
        }
    });
}

}  // namespace

namespace {
std::atomic<CpuPaths> chosen_paths{CpuPaths::fast};
}

/// From so many tokens on expanding a tile of weights costs little beside its product.
constexpr std::int64_t least_tokens_to_expand = 32;

void choose_cpu_paths(CpuPaths paths) { chosen_paths = paths; }
bool has_cpu_paths() { return built_with_cpu_paths() && chosen_paths == CpuPaths::fast; }

ggml_tensor* cpu_node(Graph& g, const NodeWork& what, std::span<ggml_tensor* const> args, std::array<std::int64_t, 4> ne, CpuWork work,
                      ggml_type type) {
    ggml_tensor* node = ggml_custom_4d(g.context(), type, ne[0], ne[1], ne[2], ne[3],
                                       const_cast<ggml_tensor**>(args.data()), static_cast<int>(args.size()), run_cpu_work,
                                       GGML_N_TASKS_MAX, g.keep<CpuWork>(guarded(std::move(work), g.failure())));
    g.describe(node, what);
    return node;
}

namespace {

enum class Way { packed, bytes, expanding, ggml };

/// How so many tokens are multiplied. ggml's own products of quantised weights round the other side to 8 bits: quick for few tokens, where
/// reading the weights is what costs, and not meant for f32.
Way way_of(Graph& g, const Linear& layer, std::int64_t tokens) {
    if (layer.packed) return Way::packed;
    if (layer.int8) return Way::bytes;
    if (!ggml_is_quantized(layer.weight->type) || !g.device().on_cpu() || !has_cpu_paths()) return Way::ggml;
    const bool many = tokens >= least_tokens_to_expand;
    if (layer.coarse && many) return Way::bytes;
    return many || g.device().precision() == Precision::f32 ? Way::expanding : Way::ggml;
}

}  // namespace

ggml_tensor* operand(Graph& g, ggml_tensor* x, std::initializer_list<const Linear*> layers) {
    if (ggml_nrows(x) <= most_few_tokens) return x;
    const auto way = [&](const Linear* layer) { return way_of(g, *layer, ggml_nrows(x)); };
    const Linear& first = **layers.begin();
    const Way common = way(&first);
    if (std::ranges::any_of(layers, [&](const Linear* layer) { return way(layer) != common; })) return x;
    switch (common) {
        case Way::packed: {
            const bool bf16 = takes_bf16(*first.packed);
            return std::ranges::all_of(layers, [&](const Linear* layer) { return takes_bf16(*layer->packed) == bf16; }) ? product_operand(g, x, bf16) : x;
        }
        case Way::expanding: return product_operand(g, x, g.device().bf16_products());
        case Way::bytes: return quantised_tokens(g, x);
        case Way::ggml: return x;
    }
    return x;
}

ggml_tensor* linear(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation) {
    const Way way = way_of(g, layer, ggml_nrows(x));
    assert(x->type == GGML_TYPE_I8 ? way == Way::bytes : x->ne[0] == layer.in);
    if (way == Way::packed) return cpu_linear(g, x, layer, activation);
    if (way == Way::bytes) return cpu_linear_int8(g, x, layer, activation);
    if (way == Way::expanding) return cpu_linear_expanding(g, x, layer, activation);
    ggml_tensor* y = ggml_mul_mat(g.context(), layer.weight, x);
    ggml_prec_set_acc(y, GGML_PREC_F32);
    if (layer.bias) y = ggml_add(g.context(), y, layer.bias);
    return activate(g, y, activation);
}

ggml_tensor* rms_norm(Graph& g, ggml_tensor* x, ggml_tensor* weight, float eps) {
    return ggml_mul(g.context(), ggml_rms_norm(g.context(), x, eps), weight);
}

ggml_tensor* layer_norm(Graph& g, ggml_tensor* x, float eps, ggml_tensor* weight, ggml_tensor* bias) {
    ggml_tensor* y = ggml_norm(g.context(), x, eps);
    if (weight) y = ggml_mul(g.context(), y, weight);
    return bias ? ggml_add(g.context(), y, bias) : y;
}

ggml_tensor* modulate(Graph& g, ggml_tensor* x, ggml_tensor* shift, ggml_tensor* scale) {
    // 1 + scale is made of the vector, not of every token.
    ggml_tensor* factor = ggml_scale_bias(g.context(), scale, 1.0f, 1.0f);
    return ggml_add(g.context(), ggml_mul(g.context(), x, factor), shift);
}

ggml_tensor* rotate(Graph& g, ggml_tensor* x, const Rotary& rotary) {
    assert(rotary.cos->ne[0] <= x->ne[0] && rotary.cos->ne[1] == x->ne[2]);
    if (g.device().on_cpu()) return cpu_rotate(g, x, rotary);
    ggml_context* c = g.context();
    const std::int64_t dims = rotary.cos->ne[0], half = dims / 2, tokens = rotary.cos->ne[1];
    auto half_of = [&](ggml_tensor* t, std::int64_t from) { return ggml_cont(c, slice(g, t, 0, from, half)); };
    ggml_tensor* x1 = half_of(x, 0);     // [half, heads, tokens, batch]
    ggml_tensor* x2 = half_of(x, half);
    ggml_tensor* cos = ggml_reshape_3d(c, half_of(rotary.cos, 0), half, 1, tokens);
    ggml_tensor* sin = ggml_reshape_3d(c, half_of(rotary.sin, 0), half, 1, tokens);
    ggml_tensor* y1 = ggml_sub(c, ggml_mul(c, x1, cos), ggml_mul(c, x2, sin));
    ggml_tensor* y2 = ggml_add(c, ggml_mul(c, x2, cos), ggml_mul(c, x1, sin));
    ggml_tensor* y = ggml_concat(c, y1, y2, 0);
    if (dims < x->ne[0]) y = ggml_concat(c, y, ggml_cont(c, slice(g, x, 0, dims, x->ne[0] - dims)), 0);
    return y;
}

std::pair<ggml_tensor*, ggml_tensor*> rotate_both(Graph& g, ggml_tensor* q, ggml_tensor* k, const Rotary& rotary) {
    if (g.device().on_cpu()) return {rotate(g, q, rotary), rotate(g, k, rotary)};
    // On a card a token costs its many small operations: here a dozen of them for both instead of for each.
    ggml_tensor* both = rotate(g, ggml_concat(g.context(), q, k, 1), rotary);
    return {slice(g, both, 1, 0, q->ne[1]), slice(g, both, 1, q->ne[1], k->ne[1])};
}

ggml_tensor* lookup(Graph& g, ggml_tensor* table, ggml_tensor* ids) { return ggml_get_rows(g.context(), table, ids); }

ggml_tensor* slice(Graph& g, ggml_tensor* x, int axis, std::int64_t from, std::int64_t count) {
    assert(from >= 0 && from + count <= x->ne[axis]);
    std::array<std::int64_t, 4> ne{x->ne[0], x->ne[1], x->ne[2], x->ne[3]};
    ne[static_cast<std::size_t>(axis)] = count;
    return ggml_view_4d(g.context(), x, ne[0], ne[1], ne[2], ne[3], x->nb[1], x->nb[2], x->nb[3],
                        static_cast<std::size_t>(from) * x->nb[axis]);
}

}  // namespace haibao::ops
