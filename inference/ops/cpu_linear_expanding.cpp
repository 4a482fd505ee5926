// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <vector>

#include "inference/ops/cpu_linear_few.h"
#include "inference/ops/linear_tiles.h"

// Weights that are kept in fewer bits than products take: quantised ones as they lie in a file, and those stored as bf16 where the processor
// multiplies f32 only.
namespace haibao::ops {
namespace {

using dnnl::memory;

/// Where the expanded weights of a thread stand.
constexpr int rows_slot = 1, tile_slot = 2;

struct ExpandingCall {
    std::int64_t in, out;
    bool bf16;  ///< products
    Kernels kernels;
    std::shared_ptr<const PackedMatrix> halves;  ///< null: the node's second source is a quantised matrix
};

/// Rows of a quantised matrix as a tile in the kernel's layout.
void expand_blocks(const ggml_tensor* weight, std::int64_t first, std::int64_t count, memory& tile) {
    const std::int64_t in = weight->ne[0];
    auto* rows = static_cast<float*>(onednn::scratch(static_cast<std::size_t>(count * in) * sizeof(float), rows_slot));
    const auto to_float = ggml_get_type_traits(weight->type)->to_float;
    for (std::int64_t row = 0; row < count; ++row)
        to_float(static_cast<const char*>(weight->data) + static_cast<std::size_t>(first + row) * weight->nb[1], rows + row * in, in);
    memory plain({{in, count}, memory::data_type::f32, memory::dims{1, in}}, onednn::engine(), rows);
    dnnl::reorder(plain, tile).execute(onednn::stream(), plain, tile);
}

/// Strips of bf16 as a tile in the kernel's layout, which has the same strips of f32.
void expand_halves(const PackedMatrix& matrix, std::int64_t first, std::int64_t count, memory& tile) {
    const std::byte* from = matrix.block.tile(static_cast<std::size_t>(first / tile_outputs));
    auto* into = static_cast<float*>(tile.get_data_handle());
    const std::int64_t width = matrix.strip_of(count), rows = tile.get_desc().get_padded_dims()[0];
    for (std::int64_t column = 0; column < count; column += width, into += width * rows)
        expand_strip(reinterpret_cast<const std::uint16_t*>(from) + column * matrix.in, matrix.in, own_strip(width, count - column), rows, width, into);
}

void run_expanding(const ExpandingCall& call, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const ggml_tensor* x = result->src[0];
    const ggml_tensor* weight = call.halves ? nullptr : result->src[1];
    const ggml_tensor* bias = result->src[call.halves ? 1 : 2];
    const std::int64_t tokens = ggml_nrows(x), token_tiles = (tokens + tile_tokens - 1) / tile_tokens;
    const auto [first, last] = share((call.out + tile_outputs - 1) / tile_outputs * token_tiles, ith, nth);
    memory tile;
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t output = unit / token_tiles * tile_outputs, token = unit % token_tiles * tile_tokens, outputs = std::min(tile_outputs, call.out - output);
        const TileKernel& kernel = *call.kernels[token + tile_tokens > tokens][outputs < tile_outputs];
        if (token == 0 || unit == first) {
            tile = memory(kernel.weight, onednn::engine(), onednn::scratch(kernel.weight.get_size(), tile_slot));
            if (call.halves) expand_halves(*call.halves, output, outputs, tile);
            else expand_blocks(weight, output, outputs, tile);
        }
        run_tile(kernel, tile, static_cast<const char*>(x->data) + static_cast<std::size_t>(token) * x->nb[1],
                 bias ? static_cast<const float*>(bias->data) + output : nullptr, static_cast<float*>(result->data) + token * call.out + output);
    }
}

}  // namespace

ggml_tensor* cpu_linear_expanding(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation) {
    const bool bf16 = g.device().bf16_products();
    x = product_operand(g, x, bf16);
    const TileShape shape{0, layer.out, layer.in, layer.out, bf16, layer.bias != nullptr, activation};
    const ExpandingCall call{layer.in, layer.out, bf16, kernels_for(ggml_nrows(x), shape, [&](std::int64_t outputs) { return known_layout(layer.in, outputs, bf16); }), nullptr};
    const std::array<ggml_tensor*, 3> args{x, layer.weight, layer.bias};
    const NodeWork what{"linear", 2.0 * static_cast<double>(layer.in * layer.out) * static_cast<double>(ggml_nrows(x)),
                        static_cast<double>(ggml_nbytes(layer.weight))};
    return cpu_node(g, what, std::span(args).first(layer.bias ? 3 : 2), {layer.out, x->ne[1], x->ne[2], x->ne[3]},
                    [call](ggml_tensor* result, int ith, int nth) { run_expanding(call, result, ith, nth); });
}

ggml_tensor* cpu_linear_of_halves(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation) {
    const PackedMatrix& matrix = *layer.packed;
    x = product_operand(g, x, false);
    const TileShape shape{0, matrix.out, matrix.in, matrix.out, false, layer.bias != nullptr, activation};
    const ExpandingCall call{matrix.in, matrix.out, false, kernels_for(ggml_nrows(x), shape, [&](std::int64_t outputs) { return matrix.layout_of(outputs); }), layer.packed};
    const std::array<ggml_tensor*, 2> args{x, layer.bias};
    const double weights = static_cast<double>(matrix.in * matrix.out);
    return cpu_node(g, {"linear", 2.0 * weights * static_cast<double>(ggml_nrows(x)), 2 * weights}, std::span(args).first(layer.bias ? 2 : 1),
                    {matrix.out, x->ne[1], x->ne[2], x->ne[3]}, [call](ggml_tensor* result, int ith, int nth) { run_expanding(call, result, ith, nth); });
}

std::shared_ptr<const PackedMatrix> pack_halves(std::int64_t in, std::int64_t out, const ReadRows& read) try {
    const onednn::OneThread one;
    auto matrix = empty_matrix(in, out, false);
    if (in % 2 != 0 || !matrix->in_strips()) return nullptr;
    matrix->bf16 = true;  // as they are kept
    matrix->many = PackedMatrix::Many::expanded;
    const auto bytes_of = [&](std::int64_t outputs) {
        const std::int64_t width = matrix->strip_of(outputs), whole = (outputs - 1) / width * width;
        return static_cast<std::size_t>((whole + own_strip(width, outputs - whole)) * in) * sizeof(std::uint16_t);
    };
    matrix->block = TileBlock(out, tile_outputs, bytes_of);
    std::vector<float> rows(static_cast<std::size_t>(std::min(out, tile_outputs) * in));
    for (std::int64_t first = 0; first < out; first += tile_outputs) {
        const std::int64_t count = std::min(tile_outputs, out - first), width = matrix->strip_of(count);
        read(first, count, rows.data());
        auto* tile = reinterpret_cast<std::uint16_t*>(matrix->block.tile(static_cast<std::size_t>(first / tile_outputs)));
        for (std::int64_t column = 0; column < count; column += width)
            put_strip(rows.data() + column * in, in, std::min(width, count - column), own_strip(width, count - column), tile + column * in);
    }
    return matrix;
} catch (const std::exception&) {  // std::bad_alloc, or dnnl::error with out_of_memory
    return nullptr;
}

}  // namespace haibao::ops
