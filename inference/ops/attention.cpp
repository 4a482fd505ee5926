// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <limits>
#include <vector>

#include "inference/ops/cpu_paths.h"

namespace haibao::ops {
namespace {

/// Below this many queries the products are too thin for the packed path to pay.
constexpr std::int64_t min_queries_for_cpu_path = 32;
constexpr std::int64_t most_score_bytes = std::int64_t{256} << 20;

ggml_tensor* causal_mask(Graph& g, std::int64_t tokens) {
    std::vector<float> mask(static_cast<std::size_t>(tokens * tokens), 0.0f);
    for (std::int64_t query = 0; query < tokens; ++query)
        for (std::int64_t key = query + 1; key < tokens; ++key)
            mask[static_cast<std::size_t>(query * tokens + key)] = -std::numeric_limits<float>::infinity();
    return g.input({tokens, tokens}, mask);
}

/// ggml's attention in one node, keys and values in f16 as in the caches: what cards have fast paths for, without scores in memory.
/// Nothing where the device has none for these sizes; a server cannot be asked.
ggml_tensor* fused_attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, ggml_tensor* mask, float scale) {
    if (g.device().info().device_class == "rpc") return nullptr;
    ggml_context* c = g.context();
    const auto by_head = [&](ggml_tensor* x) { return ggml_permute(c, x, 0, 2, 1, 3); };  // [head_dim, tokens, heads, batch]
    const auto halves = [&](ggml_tensor* x) { return x->type == GGML_TYPE_F16 ? x : ggml_cast(c, x, GGML_TYPE_F16); };  // a cache is read where it lies
    ggml_tensor* mixed = ggml_flash_attn_ext(c, by_head(q), halves(by_head(k)), halves(by_head(v)), mask ? halves(mask) : nullptr, scale, 0,
                                             0);  // [head_dim, heads, queries, batch]
    ggml_prec_set_acc(mixed, GGML_PREC_F32);
    if (!g.device().computes(mixed)) return nullptr;
    return ggml_reshape_3d(c, mixed, q->ne[0] * q->ne[1], q->ne[2], q->ne[3]);
}

}  // namespace

ggml_tensor* attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, const AttentionOptions& options) {
    ggml_context* c = g.context();
    const std::int64_t head_dim = q->ne[0], heads = q->ne[1], queries = q->ne[2], batch = q->ne[3];
    assert(heads % k->ne[1] == 0 && k->ne[0] == head_dim && v->ne[0] == head_dim && k->ne[2] == v->ne[2]);
    if (g.device().on_cpu() && !options.causal && !options.bias) {
        if (queries < min_queries_for_cpu_path) return cpu_attention_of_few(g, q, k, v, options.scale);
        if (has_cpu_paths()) return cpu_attention(g, q, k, v, options.scale, options.coarse && g.device().int8_products());
    }

    ggml_tensor* mask = options.causal ? causal_mask(g, queries) : options.bias;
    if (!g.device().on_cpu() && g.device().precision() != Precision::f32)
        if (ggml_tensor* mixed = fused_attention(g, q, k, v, mask, options.scale)) return mixed;
    ggml_tensor* q_rows = ggml_cont(c, ggml_permute(c, q, 0, 2, 1, 3));   // [head_dim, queries, heads, batch]
    ggml_tensor* k_rows = ggml_cont(c, ggml_permute(c, k, 0, 2, 1, 3));   // [head_dim, keys, kv_heads, batch]
    ggml_tensor* v_columns = ggml_cont(c, ggml_permute(c, v, 1, 2, 0, 3));  // [keys, head_dim, kv_heads, batch]
    // All scores at once would be gigabytes for a large picture: a slice of queries at a time.
    const std::int64_t at_once = std::max<std::int64_t>(
        1, most_score_bytes / static_cast<std::int64_t>(sizeof(float)) / (k->ne[2] * heads * batch));
    ggml_tensor* mixed = nullptr;                                         // [head_dim, queries, heads, batch]
    for (std::int64_t first = 0; first < queries; first += at_once) {
        const std::int64_t count = std::min(at_once, queries - first);
        const bool whole = count == queries;
        ggml_tensor* some = whole ? q_rows : ggml_cont(c, slice(g, q_rows, 1, first, count));
        ggml_tensor* some_mask = whole || !mask ? mask : ggml_cont(c, slice(g, mask, 1, first, count));
        ggml_tensor* scores = ggml_mul_mat(c, k_rows, some);              // [keys, count, heads, batch]
        ggml_prec_set_acc(scores, GGML_PREC_F32);
        ggml_tensor* weights = ggml_soft_max_ext(c, scores, some_mask, options.scale, 0.0f);
        ggml_tensor* part = ggml_mul_mat(c, v_columns, weights);          // [head_dim, count, heads, batch]
        ggml_prec_set_acc(part, GGML_PREC_F32);
        mixed = mixed ? ggml_concat(c, mixed, part, 1) : part;
    }
    ggml_tensor* by_token = ggml_cont(c, ggml_permute(c, mixed, 0, 2, 1, 3));  // [head_dim, heads, queries, batch]
    return ggml_reshape_3d(c, by_token, head_dim * heads, queries, batch);
}

}  // namespace haibao::ops
