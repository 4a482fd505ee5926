// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <functional>
#include <memory>
#include <vector>

#include "inference/ops/cpu_paths.h"
#include "inference/ops/large_block.h"
#include "inference/ops/onednn.h"

/// Products of a linear layer, tile by tile through oneDNN; private to the files cpu_linear_*.
namespace haibao::ops {

// Fixed for every machine and thread count; a tile's operands fit the second-level cache at the released widths.
inline constexpr std::int64_t tile_tokens = 256;
inline constexpr std::int64_t tile_outputs = 256;

struct TileShape {
    std::int64_t tokens, outputs, depth;
    std::int64_t result_stride;  ///< outputs of the whole layer
    bool bf16, bias;
    Activation activation;
    auto operator<=>(const TileShape&) const = default;
};

/// One tile of a linear layer: y[tokens, outputs] = activation(x[tokens, depth] · W[depth, outputs] + b).
struct TileKernel {
    dnnl::matmul product;
    dnnl::memory::desc x, weight, bias, y, scratch;
};

/// [tail of tokens][tail of outputs]
using Kernels = std::array<std::array<std::shared_ptr<const TileKernel>, 2>, 2>;
/// The kernels for `tokens` × `s.outputs` results, which `layout(outputs)` describes the weight tiles of; `s` is the layer's.
Kernels kernels_for(std::int64_t tokens, const TileShape& s, const std::function<dnnl::memory::desc(std::int64_t outputs)>& layout);
/// x [tokens, depth], of the products' type and without gaps; `weight` in the kernel's layout; `bias` [outputs] in f32, or null; y [tokens, outputs]
/// in f32, a token every `result_stride` values.
void run_tile(const TileKernel& kernel, const dnnl::memory& weight, const char* x, const float* bias, float* y);

/// The layout of [depth, outputs] weights that products of many tokens prefer; products of few tokens take the same. Remembered: finding it
/// makes a kernel, and layers of a network share few shapes.
dnnl::memory::desc known_layout(std::int64_t depth, std::int64_t outputs, bool bf16);
/// How many columns lie side by side in a tile, in strips that multiply_few() reads; 0 where it lies in another way.
std::int64_t strip_of(const dnnl::memory::desc& layout, bool bf16, std::int64_t depth);

/// A weight matrix cut into tiles of outputs.
class PackedMatrix {
public:
    /// What products of more than few tokens read: the tiles as they are, in oneDNN's layout; the same, as few tokens at a time do; tiles that
    /// were expanded to f32 just before, from strips of bf16 in a layout of our own.
    enum class Many { tiles, as_few, expanded };

    std::int64_t in = 0, out = 0;
    bool bf16 = false;
    Many many = Many::tiles;
    dnnl::memory::desc full_layout, tail_layout;  ///< of what products of many tokens read
    std::int64_t full_strip = 0, tail_strip = 0;  ///< as strip_of()
    TileBlock block;
    std::vector<dnnl::memory> tiles;  ///< in `block`; none where they are expanded

    bool in_strips() const { return (out < tile_outputs || full_strip > 0) && (out % tile_outputs == 0 || tail_strip > 0); }
    std::int64_t outputs_of(std::int64_t tile) const { return std::min(tile_outputs, out - tile * tile_outputs); }
    const dnnl::memory::desc& layout_of(std::int64_t outputs) const { return outputs == tile_outputs ? full_layout : tail_layout; }
    /// A column's weights where it lies, with those that fill the last block.
    std::int64_t rows_of(std::int64_t outputs) const { return many == Many::expanded ? in : layout_of(outputs).get_padded_dims()[0]; }
    std::int64_t strip_of(std::int64_t outputs) const { return outputs == tile_outputs ? full_strip : tail_strip; }
};

/// One whose products are of bf16 or f32, in the layouts that these prefer, still without weights.
std::shared_ptr<PackedMatrix> empty_matrix(std::int64_t in, std::int64_t out, bool bf16);

/// For a matrix of Many::expanded.
ggml_tensor* cpu_linear_of_halves(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation);

}  // namespace haibao::ops
