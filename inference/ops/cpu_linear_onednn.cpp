// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>
#include <map>
#include <mutex>
#include <tuple>

#include "inference/ops/cpu_linear_few.h"
#include "inference/ops/linear_tiles.h"

namespace haibao::ops {
namespace {

using dnnl::memory;

// A worker that lives for days sees many lengths of text: past this many the kernels are made anew.
constexpr std::size_t most_kernels = 1024;

memory::data_type operand_type(bool bf16) { return bf16 ? memory::data_type::bf16 : memory::data_type::f32; }

void append_activation(dnnl::post_ops& after, Activation activation) {
    switch (activation) {
        case Activation::none: return;
        case Activation::gelu_tanh: return after.append_eltwise(dnnl::algorithm::eltwise_gelu_tanh, 0.f, 0.f);
        case Activation::gelu_erf: return after.append_eltwise(dnnl::algorithm::eltwise_gelu_erf, 0.f, 0.f);
        case Activation::silu: return after.append_eltwise(dnnl::algorithm::eltwise_swish, 1.f, 0.f);
    }
}

TileKernel make_kernel(const TileShape& s, const memory::desc& weight) {
    const onednn::OneThread one;
    const auto f32 = memory::data_type::f32;
    TileKernel kernel;
    kernel.x = memory::desc({s.tokens, s.depth}, operand_type(s.bf16), memory::dims{s.depth, 1});
    kernel.y = memory::desc({s.tokens, s.outputs}, f32, memory::dims{s.result_stride, 1});
    if (s.bias) kernel.bias = memory::desc({1, s.outputs}, f32, memory::format_tag::ab);
    dnnl::primitive_attr attr = onednn::attributes();
    dnnl::post_ops after;
    append_activation(after, s.activation);
    attr.set_post_ops(after);
    const auto description = onednn::best_product(weight, [&](const memory::desc& w) {
        return s.bias ? dnnl::matmul::primitive_desc(onednn::engine(), kernel.x, w, kernel.bias, kernel.y, attr)
                      : dnnl::matmul::primitive_desc(onednn::engine(), kernel.x, w, kernel.y, attr);
    });
    kernel.weight = description.weights_desc();
    kernel.scratch = description.scratchpad_desc();
    kernel.product = dnnl::matmul(description);
    return kernel;
}

std::shared_ptr<const TileKernel> kernel_for(const TileShape& shape, const memory::desc& layout) {
    static std::mutex guard;
    static std::map<TileShape, std::shared_ptr<const TileKernel>> kernels;
    const std::scoped_lock lock(guard);
    if (kernels.size() > most_kernels) kernels.clear();
    auto& kernel = kernels[shape];
    if (!kernel) kernel = std::make_shared<const TileKernel>(onednn::made([&] { return make_kernel(shape, layout); }));
    return kernel;
}

/// The layout that products of many tokens prefer; products of few tokens take the same.
memory::desc preferred_layout(std::int64_t depth, std::int64_t outputs, bool bf16) {
    const memory::desc any({depth, outputs}, operand_type(bf16), memory::format_tag::any);
    return make_kernel({tile_tokens, outputs, depth, outputs, bf16, false, Activation::none}, any).weight;
}

}  // namespace

memory::desc known_layout(std::int64_t depth, std::int64_t outputs, bool bf16) {
    static std::mutex guard;
    static std::map<std::tuple<std::int64_t, std::int64_t, bool>, memory::desc> layouts;
    const std::scoped_lock lock(guard);
    const std::tuple key{depth, outputs, bf16};
    if (const auto known = layouts.find(key); known != layouts.end()) return known->second;
    return layouts.emplace(key, onednn::made([&] { return preferred_layout(depth, outputs, bf16); })).first->second;
}

Kernels kernels_for(std::int64_t tokens, const TileShape& s, const std::function<memory::desc(std::int64_t outputs)>& layout) {
    Kernels kernels;
    const std::int64_t token_sizes[2] = {tile_tokens, tokens % tile_tokens};
    const std::int64_t output_sizes[2] = {tile_outputs, s.outputs % tile_outputs};
    for (std::size_t t = tokens < tile_tokens; t < 2; ++t)
        for (std::size_t o = s.outputs < tile_outputs; o < 2; ++o) {
            TileShape tile = s;
            tile.tokens = token_sizes[t];
            tile.outputs = output_sizes[o];
            if (tile.tokens && tile.outputs) kernels[t][o] = kernel_for(tile, layout(tile.outputs));
        }
    return kernels;
}

void run_tile(const TileKernel& kernel, const memory& weight, const char* x, const float* bias, float* y) {
    dnnl::engine& engine = onednn::engine();
    std::unordered_map<int, memory> arguments{
        {DNNL_ARG_SRC, memory(kernel.x, engine, const_cast<char*>(x))},
        {DNNL_ARG_WEIGHTS, weight},
        {DNNL_ARG_DST, memory(kernel.y, engine, y)},
        {DNNL_ARG_SCRATCHPAD, memory(kernel.scratch, engine, onednn::scratch(kernel.scratch.get_size()))}};
    if (bias) arguments.emplace(DNNL_ARG_BIAS, memory(kernel.bias, engine, const_cast<float*>(bias)));
    kernel.product.execute(onednn::stream(), arguments);
}

namespace {

/// Everything a linear node needs while the graph runs.
struct LinearCall {
    std::shared_ptr<const PackedMatrix> matrix;
    Kernels kernels;
};

void run_linear(const LinearCall& call, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const ggml_tensor* x = result->src[0];
    const ggml_tensor* bias = result->src[1];
    const PackedMatrix& matrix = *call.matrix;
    const std::int64_t tokens = ggml_nrows(x);
    const std::int64_t token_tiles = (tokens + tile_tokens - 1) / tile_tokens;
    const auto [first, last] = share(token_tiles * static_cast<std::int64_t>(matrix.tiles.size()), ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        // Token tiles innermost: a weight tile stays in the cache while all tokens pass.
        const std::size_t output_tile = static_cast<std::size_t>(unit / token_tiles);
        const std::int64_t token = unit % token_tiles * tile_tokens;
        const std::int64_t output = static_cast<std::int64_t>(output_tile) * tile_outputs;
        const bool tokens_tail = token + tile_tokens > tokens, outputs_tail = output + tile_outputs > matrix.out;
        run_tile(*call.kernels[tokens_tail][outputs_tail], matrix.tiles[output_tile],
                 static_cast<const char*>(x->data) + static_cast<std::size_t>(token) * x->nb[1],
                 bias ? static_cast<const float*>(bias->data) + output : nullptr,
                 static_cast<float*>(result->data) + token * matrix.out + output);
    }
}

}  // namespace

std::int64_t strip_of(const memory::desc& layout, bool bf16, std::int64_t depth) {
    if (layout.get_inner_nblks() != (bf16 ? 3 : 2) || (bf16 && depth % 2 != 0)) return 0;
    const memory::dims blocks = layout.get_inner_blks(), axes = layout.get_inner_idxs(), strides = layout.get_strides(), padded = layout.get_padded_dims();
    const std::int64_t columns = blocks[1];
    const bool is_strip = axes[0] == 0 && axes[1] == 1 && (!bf16 || (blocks[2] == 2 && axes[2] == 0)) && strides[0] == blocks[0] * columns * (bf16 ? 2 : 1) &&
                          strides[1] == padded[0] * columns;
    return is_strip && can_multiply_few(columns) ? columns : 0;
}

namespace {

/// Few tokens, or many as if they were few. Strips are shared among the threads.
void run_few(const PackedMatrix& matrix, Activation activation, ggml_tensor* result, int ith, int nth) {
    const ggml_tensor *x = result->src[0], *bias = result->src[1];
    const std::int64_t full_tiles = matrix.out / tile_outputs, tail = matrix.out % tile_outputs;
    const auto strips = [&](std::int64_t outputs) { return (outputs + matrix.strip_of(outputs) - 1) / matrix.strip_of(outputs); };
    const std::int64_t of_full = full_tiles ? strips(tile_outputs) : 1;
    const auto [first, last] = share(full_tiles * of_full + (tail ? strips(tail) : 0), ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t tile = std::min(unit / of_full, full_tiles), outputs = matrix.outputs_of(tile), width = matrix.strip_of(outputs);
        const std::int64_t column = (unit - tile * of_full) * width, output = tile * tile_outputs + column;
        const WeightStrip strip{.weights = matrix.block.tile(static_cast<std::size_t>(tile)) + column * matrix.rows_of(outputs) * (matrix.bf16 ? 2 : 4),
                                .bf16 = matrix.bf16,
                                .rows = matrix.in,
                                .width = matrix.many == PackedMatrix::Many::expanded ? own_strip(width, outputs - column) : width,
                                .columns = std::min(width, outputs - column),
                                .bias = bias ? static_cast<const float*>(bias->data) + output : nullptr,
                                .activation = activation};
        multiply_few(strip, static_cast<const float*>(x->data), matrix.in, ggml_nrows(x), static_cast<float*>(result->data) + output, matrix.out);
    }
}

void fill(PackedMatrix& matrix, const ReadRows& read) {
    const std::int64_t in = matrix.in, out = matrix.out;
    std::vector<float> rows(static_cast<std::size_t>(std::min(out, tile_outputs) * in));
    matrix.block = TileBlock(out, tile_outputs, [&](std::int64_t outputs) { return matrix.layout_of(outputs).get_size(); });
    for (std::int64_t first = 0; first < out; first += tile_outputs) {
        const std::int64_t count = std::min(tile_outputs, out - first);
        read(first, count, rows.data());
        memory plain({{in, count}, memory::data_type::f32, memory::dims{1, in}}, onednn::engine(), rows.data());
        memory tile(matrix.layout_of(count), onednn::engine(), matrix.block.tile(matrix.tiles.size()));
        dnnl::reorder(plain, tile).execute(onednn::stream(), plain, tile);
        matrix.tiles.push_back(std::move(tile));
    }
}

}  // namespace

std::shared_ptr<PackedMatrix> empty_matrix(std::int64_t in, std::int64_t out, bool bf16) {
    auto matrix = std::make_shared<PackedMatrix>();
    matrix->in = in;
    matrix->out = out;
    matrix->bf16 = bf16;
    if (out >= tile_outputs) {
        matrix->full_layout = known_layout(in, tile_outputs, bf16);
        matrix->full_strip = strip_of(matrix->full_layout, bf16, in);
    }
    if (out % tile_outputs) {
        matrix->tail_layout = known_layout(in, out % tile_outputs, bf16);
        matrix->tail_strip = strip_of(matrix->tail_layout, bf16, in);
    }
    return matrix;
}

std::shared_ptr<const PackedMatrix> pack_matrix(std::int64_t in, std::int64_t out, bool bf16, const ReadRows& read) try {
    const onednn::OneThread one;
    auto matrix = empty_matrix(in, out, bf16);
    fill(*matrix, read);
    return matrix;
} catch (const std::exception&) {  // std::bad_alloc, or dnnl::error with out_of_memory
    return nullptr;
}

std::shared_ptr<const PackedMatrix> pack_matrix_for_few(std::int64_t in, std::int64_t out, const ReadRows& read) try {
    const onednn::OneThread one;
    auto matrix = empty_matrix(in, out, true);
    if (!matrix->in_strips()) return nullptr;
    matrix->many = PackedMatrix::Many::as_few;
    fill(*matrix, read);
    return matrix;
} catch (const std::exception&) {
    return nullptr;
}

bool takes_bf16(const PackedMatrix& matrix) { return matrix.bf16 && matrix.many == PackedMatrix::Many::tiles; }
bool is_in_strips(const PackedMatrix& matrix) { return matrix.in_strips(); }

ggml_tensor* product_operand(Graph& g, ggml_tensor* x, bool bf16) {
    if (x->type == GGML_TYPE_BF16 && bf16) return x;
    if (bf16) return ggml_cast(g.context(), x, GGML_TYPE_BF16);
    return ggml_is_contiguous(x) ? x : ggml_cont(g.context(), x);
}

ggml_tensor* cpu_linear(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation) {
    const PackedMatrix& matrix = *layer.packed;
    const bool few = matrix.many == PackedMatrix::Many::as_few || (matrix.in_strips() && ggml_nrows(x) <= most_few_tokens);
    if (!few && matrix.many == PackedMatrix::Many::expanded) return cpu_linear_of_halves(g, x, layer, activation);
    assert(!few || x->type == GGML_TYPE_F32);
    x = product_operand(g, x, matrix.bf16 && !few);
    const std::array<ggml_tensor*, 2> args{x, layer.bias};
    const double weights = static_cast<double>(matrix.in * matrix.out);
    const NodeWork what{"linear", 2.0 * weights * static_cast<double>(ggml_nrows(x)), weights * (matrix.bf16 ? 2 : 4)};
    const auto node = [&](CpuWork work) {
        return cpu_node(g, what, std::span(args).first(layer.bias ? 2 : 1), {matrix.out, x->ne[1], x->ne[2], x->ne[3]}, std::move(work));
    };
    if (few)
        return node([packed = layer.packed, activation](ggml_tensor* result, int ith, int nth) { run_few(*packed, activation, result, ith, nth); });
    const TileShape shape{0, matrix.out, matrix.in, matrix.out, matrix.bf16, layer.bias != nullptr, activation};
    const LinearCall call{layer.packed, kernels_for(ggml_nrows(x), shape, [&](std::int64_t outputs) { return matrix.layout_of(outputs); })};
    return node([call](ggml_tensor* result, int ith, int nth) { run_linear(call, result, ith, nth); });
}

}  // namespace haibao::ops
