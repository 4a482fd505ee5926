// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <compare>
#include <cstring>
#include <limits>
#include <map>
#include <mutex>
#include <numbers>

#include "inference/ops/cpu_attention_rows.h"
#include "inference/ops/cpu_paths.h"
#include "inference/ops/onednn.h"

// Keys come in blocks whose scores never leave the cache: a row's largest score and its sum are carried from block to block,
// and what was mixed so far is scaled down when a larger score is met.
namespace haibao::ops {
namespace {

using dnnl::memory;

// The scores of a tile's queries and so many keys fit the second-level cache; fixed, so that results are too.
constexpr std::int64_t block_keys = 512;
// A worker that lives for days sees many sizes: past this many the kernels are made anew.
constexpr std::size_t most_kernels = 256;

struct BlockShape {
    std::int64_t queries, keys, head_dim;
    bool bf16;   ///< of weights and values, and of queries and keys where they are no bytes
    bool bytes;  ///< of queries and keys
    auto operator<=>(const BlockShape&) const = default;
};

memory::data_type operand_type(bool bf16) { return bf16 ? memory::data_type::bf16 : memory::data_type::f32; }

/// One head, one tile of queries, one block of keys: scores = q kᵀ, mixed += weights · v.
struct BlockKernels {
    dnnl::matmul score, mix;
    memory::desc q, k, v, scores, weights, mixed;
    memory::desc score_scratch, mix_scratch;
};

/// `packed` has the layouts of keys and values; null: those that these products prefer.
BlockKernels make_kernels(const BlockShape& s, const BlockKernels* packed) {
    const onednn::OneThread one;
    dnnl::engine& engine = onednn::engine();
    const auto f32 = memory::data_type::f32, operand = operand_type(s.bf16);
    const auto of_queries = s.bytes ? memory::data_type::u8 : operand, of_keys = s.bytes ? memory::data_type::s8 : operand;
    // oneDNN 3.7 writes a single column to wrong places unless it is dense.
    const memory::dims score_strides{s.keys == 1 ? 1 : score_stride(s.keys), 1}, weight_strides{score_stride(s.keys), 1};
    BlockKernels t;
    t.q = memory::desc({s.queries, s.head_dim}, of_queries, memory::format_tag::ab);
    t.scores = memory::desc({s.queries, s.keys}, s.bytes ? memory::data_type::s32 : f32, score_strides);
    t.weights = memory::desc({s.queries, s.keys}, operand, weight_strides);
    t.mixed = memory::desc({s.queries, s.head_dim}, f32, memory::format_tag::ab);
    t.k = packed ? packed->k : memory::desc({s.head_dim, s.keys}, of_keys, memory::format_tag::any);
    t.v = packed ? packed->v : memory::desc({s.keys, s.head_dim}, operand, memory::format_tag::any);
    const auto score = onednn::best_product(t.k, [&](const memory::desc& k) { return dnnl::matmul::primitive_desc(engine, t.q, k, t.scores, onednn::attributes()); });
    dnnl::primitive_attr adding = onednn::attributes();
    dnnl::post_ops after;
    after.append_sum(1.0f);
    adding.set_post_ops(after);
    const auto mix = onednn::best_product(t.v, [&](const memory::desc& v) { return dnnl::matmul::primitive_desc(engine, t.weights, v, t.mixed, adding); });
    t.k = score.weights_desc();
    t.v = mix.weights_desc();
    t.score = dnnl::matmul(score);
    t.mix = dnnl::matmul(mix);
    t.score_scratch = score.scratchpad_desc();
    t.mix_scratch = mix.scratchpad_desc();
    return t;
}

std::shared_ptr<const BlockKernels> kernels_for(const BlockShape& shape) {
    static std::mutex guard;
    static std::map<BlockShape, std::shared_ptr<const BlockKernels>> known;
    const std::scoped_lock lock(guard);
    if (known.size() > most_kernels) known.clear();
    BlockShape usual = shape;
    usual.queries = tile_queries;
    auto& packing = known[usual];
    if (!packing) packing = std::make_shared<const BlockKernels>(onednn::made([&] { return make_kernels(usual, nullptr); }));
    auto& kernels = known[shape];
    if (!kernels) kernels = std::make_shared<const BlockKernels>(onednn::made([&] { return make_kernels(shape, packing.get()); }));
    return kernels;
}

struct AttentionCall {
    float scale;
    bool bf16, bytes;
    /// [tail of queries][tail of keys]; null where there is none.
    std::array<std::array<std::shared_ptr<const BlockKernels>, 2>, 2> kernels;

    const BlockKernels& of(bool queries_tail, bool keys_tail) const { return *kernels[queries_tail][keys_tail]; }
};

AttentionCall prepare_call(std::int64_t queries, std::int64_t keys, std::int64_t head_dim, float scale, bool bf16, bool bytes) {
    // Powers of two are quicker than powers of e.
    AttentionCall call{scale * std::numbers::log2e_v<float>, bf16, bytes, {}};
    const std::int64_t query_sizes[2] = {queries >= tile_queries ? tile_queries : 0, queries % tile_queries};
    const std::int64_t key_sizes[2] = {keys >= block_keys ? block_keys : 0, keys % block_keys};
    for (std::size_t q = 0; q < 2; ++q)
        for (std::size_t k = 0; k < 2; ++k)
            if (query_sizes[q] && key_sizes[k]) call.kernels[q][k] = kernels_for({query_sizes[q], key_sizes[k], head_dim, bf16, bytes});
    return call;
}

/// Enough for whole rows of scores.
std::size_t score_bytes(const BlockKernels& kernels) {
    const memory::dims size = kernels.scores.get_dims();
    return static_cast<std::size_t>(size[0] * score_stride(size[1])) * sizeof(float);
}

memory wrap(const memory::desc& description, const void* data) {
    return memory(description, onednn::engine(), const_cast<void*>(data));
}
memory scratch_of(const memory::desc& description) { return wrap(description, onednn::scratch(description.get_size(), 0)); }

std::int64_t token_stride(const ggml_tensor* t) { return static_cast<std::int64_t>(t->nb[2] / ggml_type_size(t->type)); }

const char* at(const ggml_tensor* t, std::int64_t head, std::int64_t token, std::int64_t batch) {
    return static_cast<const char*>(t->data) + static_cast<std::size_t>(head) * t->nb[1] + static_cast<std::size_t>(token) * t->nb[2] +
           static_cast<std::size_t>(batch) * t->nb[3];
}

/// Tokens of one head of k or v as they lie in a graph, in rows, or in columns, into the layout `to`.
memory packed_block(const ggml_tensor* t, const char* data, std::int64_t tokens, bool columns, const memory::desc& to, void* into) {
    const auto type = operand_type(t->type == GGML_TYPE_BF16);
    const memory::dim dims = t->ne[0], stride = token_stride(t);
    memory from = wrap(columns ? memory::desc({dims, tokens}, type, memory::dims{1, stride}) : memory::desc({tokens, dims}, type, memory::dims{stride, 1}), data);
    memory block = wrap(to, into);
    dnnl::reorder(from, block).execute(onednn::stream(), from, block);
    return block;
}

/// The calling thread's keys and values of one head, block by block in the layout of the products.
class PackedHead {
public:
    PackedHead(const AttentionCall& call, const ggml_tensor* k, const ggml_tensor* v) : call_(call), k_(k), v_(v) {}

    struct Block {
        memory k, v;
        KeySteps steps;  ///< where keys are bytes
    };
    const std::vector<Block>& of(std::int64_t head, std::int64_t batch) {
        if (head == head_ && batch == batch_) return blocks_;
        head_ = head, batch_ = batch;
        const std::int64_t keys = k_->ne[2], count = (keys + block_keys - 1) / block_keys;
        const BlockKernels& largest = kernels(0);
        const std::size_t k_bytes = aligned(largest.k), v_bytes = aligned(largest.v), bytes = k_bytes + v_bytes + (call_.bytes ? 2 * steps_bytes : 0);
        char* data = static_cast<char*>(onednn::scratch(bytes * static_cast<std::size_t>(count) + (call_.bytes ? rows_bytes() : 0), 3));
        char* const rows = data + bytes * static_cast<std::size_t>(count);
        blocks_.clear();
        if (call_.bytes) mean_of_keys(key_rows(head, 0, batch), keys, k_->ne[0], reinterpret_cast<float*>(rows));
        for (std::int64_t i = 0; i < count; ++i, data += bytes) {
            const BlockKernels& kernels = this->kernels(i);
            const std::int64_t first = i * block_keys, tokens = std::min(block_keys, keys - first);
            const memory values = packed_block(v_, at(v_, head, first, batch), tokens, false, kernels.v, data + k_bytes);
            auto* steps = reinterpret_cast<float*>(data + k_bytes + v_bytes);
            const KeySteps of_block{steps, steps + block_keys};
            blocks_.push_back({call_.bytes ? packed_keys(head, first, batch, tokens, rows, kernels.k, data, steps)
                                           : packed_block(k_, at(k_, head, first, batch), tokens, true, kernels.k, data), values, of_block});
        }
        return blocks_;
    }

private:
    static constexpr std::size_t steps_bytes = block_keys * sizeof(float);
    static std::size_t aligned(const memory::desc& d) { return (d.get_size() + 63) / 64 * 64; }
    /// The mean of a head's keys, and a block of keys as bytes one behind the other.
    std::size_t rows_bytes() const { return static_cast<std::size_t>(k_->ne[0]) * (sizeof(float) + block_keys); }
    KeyRows key_rows(std::int64_t head, std::int64_t first, std::int64_t batch) const {
        return {at(k_, head, first, batch), static_cast<std::int64_t>(k_->nb[2]), k_->type == GGML_TYPE_BF16, call_.bf16};
    }
    memory packed_keys(std::int64_t head, std::int64_t first, std::int64_t batch, std::int64_t tokens, char* rows, const memory::desc& to, void* into, float* steps) const {
        const std::int64_t dims = k_->ne[0];
        auto* bytes = reinterpret_cast<std::int8_t*>(rows + static_cast<std::size_t>(dims) * sizeof(float));
        quantise_keys(key_rows(head, first, batch), tokens, dims, reinterpret_cast<const float*>(rows), bytes, steps, steps + block_keys);
        memory from = wrap({{dims, tokens}, memory::data_type::s8, memory::dims{1, dims}}, bytes), block = wrap(to, into);
        dnnl::reorder(from, block).execute(onednn::stream(), from, block);
        return block;
    }
    /// Queries do not matter to the layout.
    const BlockKernels& kernels(std::int64_t block) const {
        const bool tail = (block + 1) * block_keys > k_->ne[2];
        return call_.kernels[0][tail] ? call_.of(false, tail) : call_.of(true, tail);
    }

    const AttentionCall& call_;
    const ggml_tensor *k_, *v_;
    std::int64_t head_ = -1, batch_ = -1;
    std::vector<Block> blocks_;
};

/// Queries of one head and their results, both with a distance from row to row.
struct Tile {
    const float* queries;
    float* result;
    std::int64_t query_stride, result_stride, rows, keys, dims;
};

void run_tile(const AttentionCall& call, const Tile& tile, const std::vector<PackedHead::Block>& blocks) {
    const std::int64_t rows = tile.rows, dims = tile.dims;
    const bool tail = rows < tile_queries;
    const BlockKernels& first = call.kernels[tail][0] ? call.of(tail, false) : call.of(tail, true);
    float* scores = static_cast<float*>(onednn::scratch(score_bytes(first), 1));
    const auto whole = static_cast<std::size_t>(tile_queries * dims) * sizeof(float);
    char* own = static_cast<char*>(onednn::scratch(2 * whole + score_bytes(first), 2));
    float* mixed = reinterpret_cast<float*>(own);
    const memory q = wrap(first.q, own + whole);
    auto* halves = call.bf16 ? reinterpret_cast<std::uint16_t*>(own + 2 * whole) : nullptr;
    std::fill(mixed, mixed + rows * dims, 0.0f);
    float query_steps[tile_queries];
    if (call.bytes) quantise_queries(tile.queries, tile.query_stride, rows, dims, call.scale, reinterpret_cast<std::uint8_t*>(own + whole), query_steps);
    else scale_queries(tile.queries, tile.query_stride, rows, dims, call.scale, call.bf16, own + whole);
    Progress progress(rows);
    dnnl::stream& stream = onednn::stream();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const std::int64_t count = std::min(block_keys, tile.keys - static_cast<std::int64_t>(i) * block_keys);
        const BlockKernels& kernels = call.of(tail, count < block_keys);
        kernels.score.execute(stream, {{DNNL_ARG_SRC, q},
                                       {DNNL_ARG_WEIGHTS, blocks[i].k},
                                       {DNNL_ARG_DST, wrap(kernels.scores, scores)},
                                       {DNNL_ARG_SCRATCHPAD, scratch_of(kernels.score_scratch)}});
        if (call.bytes) weigh_bytes(reinterpret_cast<std::int32_t*>(scores), blocks[i].steps, query_steps, halves, rows, count, progress, mixed, dims);
        else weigh(scores, halves, rows, count, progress, mixed, dims);
        kernels.mix.execute(stream, {{DNNL_ARG_SRC, wrap(kernels.weights, halves ? static_cast<void*>(halves) : scores)},
                                     {DNNL_ARG_WEIGHTS, blocks[i].v},
                                     {DNNL_ARG_DST, wrap(kernels.mixed, mixed)},
                                     {DNNL_ARG_SCRATCHPAD, scratch_of(kernels.mix_scratch)}});
    }
    put_mixed(mixed, progress, rows, dims, tile.result, tile.result_stride);
}

void run_attention(const AttentionCall& call, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const ggml_tensor* q = result->src[0];
    const ggml_tensor* k = result->src[1];
    const std::int64_t head_dim = q->ne[0], heads = q->ne[1], queries = q->ne[2], batch = q->ne[3];
    const std::int64_t group = heads / k->ne[1];
    const std::int64_t tiles = (queries + tile_queries - 1) / tile_queries;
    PackedHead packed(call, k, result->src[2]);
    const auto [first, last] = share(tiles * heads * batch, ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t query = unit % tiles * tile_queries, head = unit / tiles % heads, b = unit / tiles / heads;
        const Tile tile{.queries = reinterpret_cast<const float*>(at(q, head, query, b)),
                        .result = static_cast<float*>(result->data) + ((b * queries + query) * heads + head) * head_dim,
                        .query_stride = token_stride(q),
                        .result_stride = heads * head_dim,
                        .rows = std::min(tile_queries, queries - query),
                        .keys = k->ne[2],
                        .dims = head_dim};
        run_tile(call, tile, packed.of(head / group, b));
    }
}

/// A tensor whose head vectors can be read in place.
ggml_tensor* as_rows(Graph& g, ggml_tensor* x) {
    if (x->type != GGML_TYPE_F32 && x->type != GGML_TYPE_BF16) return ggml_cast(g.context(), x, GGML_TYPE_F32);
    return x->nb[0] == ggml_type_size(x->type) ? x : ggml_cont(g.context(), x);
}

}  // namespace

ggml_tensor* cpu_attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, float scale, bool bytes) {
    if (q->type != GGML_TYPE_F32) q = ggml_cast(g.context(), q, GGML_TYPE_F32);
    const std::array<ggml_tensor*, 3> args{as_rows(g, q), as_rows(g, k), as_rows(g, v)};
    const std::int64_t head_dim = q->ne[0], heads = q->ne[1], queries = q->ne[2];
    const AttentionCall call = prepare_call(queries, k->ne[2], head_dim, scale, g.device().bf16_products(), bytes && head_dim % lanes == 0);
    return cpu_node(g, {"attention", attention_flops(q, k)}, args, {head_dim * heads, queries, q->ne[3], 1},
                    [call](ggml_tensor* result, int ith, int nth) { run_attention(call, result, ith, nth); });
}

}  // namespace haibao::ops
