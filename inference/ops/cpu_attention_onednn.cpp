// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <compare>
#include <map>
#include <mutex>

#include "inference/ops/cpu_paths.h"
#include "inference/ops/onednn.h"

namespace haibao::ops {
namespace {

using dnnl::memory;

// Queries per tile: their scores against all keys stay in the cache; fixed, so that results are too.
constexpr std::int64_t tile_queries = 128;
// A worker that lives for days sees many sizes: past this many the kernels are made anew.
constexpr std::size_t most_kernels = 256;

struct TileShape {
    std::int64_t queries, keys, head_dim;
    std::int64_t q_stride, k_stride, v_stride, result_stride;  ///< elements from one token to the next
    float scale;
    bool bf16;
    auto operator<=>(const TileShape&) const = default;
};

/// Attention of one head for one tile of queries: scores = scale · q kᵀ, weights = softmax(scores), result = weights · v.
struct TileKernels {
    dnnl::matmul score, mix;
    dnnl::softmax_forward normalise;
    memory::desc q, k, v, scores, weights, result;
    memory::desc score_scratch, normalise_scratch, mix_scratch;
};

TileKernels make_kernels(const TileShape& s) {
    const onednn::OneThread one;
    dnnl::engine& engine = onednn::engine();
    const auto f32 = memory::data_type::f32;
    const auto operand = s.bf16 ? memory::data_type::bf16 : f32;
    TileKernels t;
    t.q = memory::desc({s.queries, s.head_dim}, operand, memory::dims{s.q_stride, 1});
    t.k = memory::desc({s.head_dim, s.keys}, operand, memory::dims{1, s.k_stride});
    t.v = memory::desc({s.keys, s.head_dim}, operand, memory::dims{s.v_stride, 1});
    t.scores = memory::desc({s.queries, s.keys}, f32, memory::format_tag::ab);
    t.weights = memory::desc({s.queries, s.keys}, operand, memory::format_tag::ab);
    t.result = memory::desc({s.queries, s.head_dim}, f32, memory::dims{s.result_stride, 1});

    dnnl::primitive_attr scaled = onednn::attributes();
    dnnl::post_ops after;
    after.append_eltwise(dnnl::algorithm::eltwise_linear, s.scale, 0.0f);
    scaled.set_post_ops(after);
    const dnnl::matmul::primitive_desc score(engine, t.q, t.k, t.scores, scaled);
    const dnnl::softmax_forward::primitive_desc normalise(engine, dnnl::prop_kind::forward_inference,
                                                          dnnl::algorithm::softmax_accurate, t.scores, t.weights, 1,
                                                          onednn::attributes());
    const dnnl::matmul::primitive_desc mix(engine, t.weights, t.v, t.result, onednn::attributes());
    t.score = dnnl::matmul(score);
    t.normalise = dnnl::softmax_forward(normalise);
    t.mix = dnnl::matmul(mix);
    t.score_scratch = score.scratchpad_desc();
    t.normalise_scratch = normalise.scratchpad_desc();
    t.mix_scratch = mix.scratchpad_desc();
    return t;
}

std::shared_ptr<const TileKernels> kernels_for(const TileShape& shape) {
    static std::mutex guard;
    static std::map<TileShape, std::shared_ptr<const TileKernels>> known;
    const std::scoped_lock lock(guard);
    if (known.size() > most_kernels) known.clear();
    auto& kernels = known[shape];
    if (!kernels) kernels = std::make_shared<const TileKernels>(make_kernels(shape));
    return kernels;
}

const char* at(const ggml_tensor* t, std::int64_t head, std::int64_t token, std::int64_t batch) {
    return static_cast<const char*>(t->data) + static_cast<std::size_t>(head) * t->nb[1] +
           static_cast<std::size_t>(token) * t->nb[2] + static_cast<std::size_t>(batch) * t->nb[3];
}

memory wrap(const memory::desc& description, const void* data) {
    return memory(description, onednn::engine(), const_cast<void*>(data));
}

void run_tile(const TileKernels& t, const void* q, const void* k, const void* v, float* result) {
    const memory scores = wrap(t.scores, onednn::scratch(t.scores.get_size(), 1));
    const memory weights = wrap(t.weights, onednn::scratch(t.weights.get_size(), 2));
    const auto scratch = [](const memory::desc& d) { return wrap(d, onednn::scratch(d.get_size(), 0)); };
    dnnl::stream& stream = onednn::stream();
    t.score.execute(stream, {{DNNL_ARG_SRC, wrap(t.q, q)},
                             {DNNL_ARG_WEIGHTS, wrap(t.k, k)},
                             {DNNL_ARG_DST, scores},
                             {DNNL_ARG_SCRATCHPAD, scratch(t.score_scratch)}});
    t.normalise.execute(stream, {{DNNL_ARG_SRC, scores},
                                 {DNNL_ARG_DST, weights},
                                 {DNNL_ARG_SCRATCHPAD, scratch(t.normalise_scratch)}});
    t.mix.execute(stream, {{DNNL_ARG_SRC, weights},
                           {DNNL_ARG_WEIGHTS, wrap(t.v, v)},
                           {DNNL_ARG_DST, wrap(t.result, result)},
                           {DNNL_ARG_SCRATCHPAD, scratch(t.mix_scratch)}});
}

void run_attention(const TileKernels* full, const TileKernels* tail, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const ggml_tensor* q = result->src[0];
    const ggml_tensor* k = result->src[1];
    const ggml_tensor* v = result->src[2];
    const std::int64_t head_dim = q->ne[0], heads = q->ne[1], queries = q->ne[2], batch = q->ne[3];
    const std::int64_t group = heads / k->ne[1];
    const std::int64_t tiles = (queries + tile_queries - 1) / tile_queries;
    const auto [first, last] = share(tiles * heads * batch, ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t query = unit % tiles * tile_queries, head = unit / tiles % heads, b = unit / tiles / heads;
        const TileKernels& t = query + tile_queries > queries ? *tail : *full;
        float* to = static_cast<float*>(result->data) + ((b * queries + query) * heads + head) * head_dim;
        run_tile(t, at(q, head, query, b), at(k, head / group, 0, b), at(v, head / group, 0, b), to);
    }
}

/// A tensor whose head vectors oneDNN can read in place, in the operand type.
ggml_tensor* as_operand(Graph& g, ggml_tensor* x, bool bf16) {
    if (bf16) return x->type == GGML_TYPE_BF16 ? x : ggml_cast(g.context(), x, GGML_TYPE_BF16);
    return x->nb[0] == sizeof(float) ? x : ggml_cont(g.context(), x);
}

}  // namespace

ggml_tensor* cpu_attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, float scale) {
    const bool bf16 = g.device().bf16_products();
    const std::array<ggml_tensor*, 3> args{as_operand(g, q, bf16), as_operand(g, k, bf16), as_operand(g, v, bf16)};
    const auto stride = [](const ggml_tensor* t) { return static_cast<std::int64_t>(t->nb[2] / ggml_type_size(t->type)); };
    const std::int64_t head_dim = q->ne[0], heads = q->ne[1], queries = q->ne[2];
    TileShape shape{tile_queries,    k->ne[2],        head_dim,         stride(args[0]), stride(args[1]),
                    stride(args[2]), head_dim * heads, scale,            bf16};
    const auto full = queries >= tile_queries ? kernels_for(shape) : nullptr;
    shape.queries = queries % tile_queries;
    const auto tail = shape.queries ? kernels_for(shape) : nullptr;
    return cpu_node(g, {"attention", attention_flops(q, k)}, args, {head_dim * heads, queries, q->ne[3], 1},
                    [full, tail](ggml_tensor* result, int ith, int nth) {
                        run_attention(full.get(), tail.get(), result, ith, nth);
                    });
}

}  // namespace haibao::ops
