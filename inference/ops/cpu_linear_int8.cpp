// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <compare>
#include <cstring>
#include <map>
#include <mutex>
#include <vector>

#include "inference/ops/activation_lanes.h"
#include "inference/ops/cpu_linear_int8.h"
#include "inference/ops/cpu_paths.h"
#include "inference/ops/lanes.h"
#include "inference/ops/large_block.h"
#include "inference/ops/onednn.h"
#include "inference/runtime/processor.h"

// y = s_x · s_w · (Σ q_x q_w − z_x Σ q_w) + b: tokens x ≈ s_x (q_x − z_x) with q_x from 0 to 255, weights w ≈ s_w q_w with q_w from
// −127 to 127. Unsigned tokens are what the processors' instructions multiply by signed weights. Where a few values stand out the steps of
// 8 bits are too wide for all the others: such a token has a second byte r for what the first leaves, x ≈ s_x (q_x − z_x + (r − 128) / 254),
// and its tile a second product. Others' results do not depend on it.
namespace haibao::ops {
namespace {

using dnnl::memory;

// Fixed for every machine and thread count.
constexpr std::int64_t tile_tokens = 256, tile_outputs = 256;
// A worker that lives for days sees many lengths of text: past this many the kernels are made anew.
constexpr std::size_t most_kernels = 1024;
/// A token's range beyond so many times its root mean square needs a second byte: one byte's steps alone are then an error of 2 % and more,
/// twice that of the weights. Ordinary tokens of a transformer have 6 to 10, normal noise of any width at most 9.
constexpr float outstanding = 16;
/// Steps of the second byte in one of the first, and the byte that stands for nothing.
constexpr float fine_steps = 254;
constexpr std::int32_t fine_zero = 128;
/// What each thread's scratch memory holds.
constexpr int sums_slot = 1, tile_slot = 2, rows_slot = 3;

struct TileShape {
    std::int64_t tokens, outputs, depth;
    auto operator<=>(const TileShape&) const = default;
};

/// Begins a row of quantised tokens; `in` bytes follow, and as many second ones.
struct TokenHeader {
    float scale;
    std::int32_t zero;
    std::int32_t is_fine;  ///< 1: it has second bytes; else they are anything
    std::int32_t unused = 0;
};
std::int64_t row_bytes(std::int64_t in) { return (static_cast<std::int64_t>(sizeof(TokenHeader)) + 2 * in + 63) / 64 * 64; }

/// Sums of one tile: [tokens, outputs] = x[tokens, depth] · W[depth, outputs].
struct TileKernel {
    dnnl::matmul product;
    memory::desc x, weight, sums, scratch;
};

TileKernel make_kernel(const TileShape& s, const memory::desc* weight) {
    const onednn::OneThread one;
    TileKernel kernel;
    kernel.x = memory::desc({s.tokens, s.depth}, memory::data_type::u8, memory::dims{row_bytes(s.depth), 1});
    kernel.sums = memory::desc({s.tokens, s.outputs}, memory::data_type::s32, memory::format_tag::ab);
    const memory::desc any({s.depth, s.outputs}, memory::data_type::s8, memory::format_tag::any);
    const dnnl::matmul::primitive_desc description(onednn::engine(), kernel.x, weight ? *weight : any, kernel.sums, onednn::attributes());
    kernel.weight = description.weights_desc();
    kernel.scratch = description.scratchpad_desc();
    kernel.product = dnnl::matmul(description);
    return kernel;
}

/// The weights' layout is the one that products of many tokens prefer.
std::shared_ptr<const TileKernel> kernel_for(const TileShape& shape) {
    static std::mutex guard;
    static std::map<TileShape, std::shared_ptr<const TileKernel>> kernels;
    const std::scoped_lock lock(guard);
    if (kernels.size() > most_kernels) kernels.clear();
    auto& usual = kernels[{tile_tokens, shape.outputs, shape.depth}];
    if (!usual) usual = std::make_shared<const TileKernel>(onednn::made([&] { return make_kernel({tile_tokens, shape.outputs, shape.depth}, nullptr); }));
    auto& kernel = kernels[shape];
    if (!kernel) kernel = std::make_shared<const TileKernel>(onednn::made([&] { return make_kernel(shape, &usual->weight); }));
    return kernel;
}

typedef std::int8_t ByteLanes __attribute__((vector_size(lanes), aligned(1), may_alias));
typedef std::uint8_t UnsignedByteLanes __attribute__((vector_size(lanes), aligned(1), may_alias));

const Lanes& lanes_at(const float* x) { return *reinterpret_cast<const Lanes*>(x); }

/// One row of weights [in]: its values in −127…127, their sum, and the scale.
HAIBAO_PER_PROCESSOR float quantise_weights(const float* from, std::int64_t in, std::int8_t* into, std::int32_t& sum) {
    Lanes largest{};
    for (std::int64_t i = 0; i < in; i += lanes) {
        const Lanes x = lanes_at(from + i), size = x < 0.0f ? -x : x;
        largest = size > largest ? size : largest;
    }
    const float most = largest_of(largest), inverse = most > 0 ? 127.0f / most : 0.0f;
    IntLanes total{};
    for (std::int64_t i = 0; i < in; i += lanes) {
        Lanes x = lanes_at(from + i) * inverse;
        IntLanes whole;
        round_of(x, whole);
        total += whole;
        *reinterpret_cast<ByteLanes*>(into + i) = __builtin_convertvector(whole, ByteLanes);
    }
    sum = 0;
    for (int i = 0; i < lanes; ++i) sum += total[i];
    return most / 127.0f;
}

/// What the first bytes of a token leave.
HAIBAO_PER_PROCESSOR void quantise_rest(const float* from, std::int64_t in, float inverse, std::int32_t zero, const std::byte* first, std::byte* second) {
    for (std::int64_t i = 0; i < in; i += lanes) {
        const IntLanes coarse = __builtin_convertvector(*reinterpret_cast<const UnsignedByteLanes*>(first + i), IntLanes) - zero;
        Lanes rest = (lanes_at(from + i) * inverse - __builtin_convertvector(coarse, Lanes)) * fine_steps;
        IntLanes whole;
        round_of(rest, whole);
        whole += fine_zero;
        whole = whole < 0 ? IntLanes{} : whole;
        whole = whole > 255 ? IntLanes{} + 255 : whole;
        *reinterpret_cast<UnsignedByteLanes*>(second + i) = __builtin_convertvector(whole, UnsignedByteLanes);
    }
}

/// One token [in] as a row of quantised tokens. A value that is not finite makes the whole row's result NaN.
HAIBAO_PER_PROCESSOR void quantise_token(const float* from, std::int64_t in, std::byte* row) {
    Lanes least{}, largest{}, poison{}, squares{};
    for (std::int64_t i = 0; i < in; i += lanes) {
        const Lanes x = lanes_at(from + i);
        least = x < least ? x : least;
        largest = x > largest ? x : largest;
        poison += x * 0.0f;
        squares += x * x;
    }
    const Lanes negative = -least;
    const float low = -largest_of(negative), range = largest_of(largest) - low;
    const float scale = range / 255.0f, inverse = range > 0 ? 255.0f / range : 0.0f;
    const auto zero = static_cast<std::int32_t>(-low * inverse + 0.5f);
    const bool is_fine = range * range * static_cast<float>(in) > outstanding * outstanding * sum_of(squares);
    const TokenHeader header{scale + sum_of(poison), zero, is_fine};
    std::memcpy(row, &header, sizeof header);
    std::byte* into = row + sizeof header;
    for (std::int64_t i = 0; i < in; i += lanes) {
        const Lanes x = lanes_at(from + i) * inverse;
        IntLanes whole;
        round_of(x, whole);
        whole += zero;
        whole = whole < 0 ? IntLanes{} : whole;
        whole = whole > 255 ? IntLanes{} + 255 : whole;
        *reinterpret_cast<UnsignedByteLanes*>(into + i) = __builtin_convertvector(whole, UnsignedByteLanes);
    }
    if (is_fine) quantise_rest(from, in, inverse, zero, into, into + in);
}

/// What turns the sums of a tile's outputs into results.
struct OutputScales {
    const float* scales;        ///< [outputs]
    const std::int32_t* sums;   ///< of each output's quantised weights
    const float* bias;          ///< or null
};

/// Sums of one token become its results. `fine_sums`: those of its second bytes, null where it has none. `outputs` beyond whole lanes are
/// computed one by one.
HAIBAO_PER_PROCESSOR void finish_token(const std::int32_t* sums, const std::int32_t* fine_sums, const TokenHeader& token, const OutputScales& o, std::int64_t outputs,
                                       Activation activation, float* y) {
    for (std::int64_t i = 0; i < outputs; i += lanes) {
        const std::int64_t count = std::min(lanes, outputs - i);
        IntLanes whole{}, fine{}, weights{};
        Lanes scale{}, bias{};
        const auto bytes = static_cast<std::size_t>(count) * sizeof(float);
        if (count == lanes) {
            whole = *reinterpret_cast<const IntLanes*>(sums + i), weights = *reinterpret_cast<const IntLanes*>(o.sums + i), scale = lanes_at(o.scales + i);
            if (o.bias) bias = lanes_at(o.bias + i);
        } else {
            std::memcpy(&whole, sums + i, bytes), std::memcpy(&weights, o.sums + i, bytes), std::memcpy(&scale, o.scales + i, bytes);
            if (o.bias) std::memcpy(&bias, o.bias + i, bytes);
        }
        if (fine_sums) std::memcpy(&fine, fine_sums + i, bytes);
        Lanes steps = __builtin_convertvector(whole - token.zero * weights, Lanes);
        if (fine_sums) steps += __builtin_convertvector(fine - fine_zero * weights, Lanes) * (1.0f / fine_steps);
        Lanes result = steps * (scale * token.scale) + bias;
        activate(result, activation);
        if (count == lanes) *reinterpret_cast<Lanes*>(y + i) = result;
        else std::memcpy(y + i, &result, bytes);
    }
}

/// A tile of weights in the kernel's layout with what belongs to it.
struct WeightTile {
    memory weights;
    std::vector<float> scales;
    std::vector<std::int32_t> sums;
};

/// `read(row, into)` gives one output's weights as floats. The tile's memory is `into` with the kernel's layout.
template <class ReadRow>
void quantise_tile(std::int64_t in, std::int64_t outputs, const ReadRow& read, WeightTile& tile) {
    const std::size_t row_floats = static_cast<std::size_t>(in) * sizeof(float);
    auto* floats = static_cast<float*>(onednn::scratch(row_floats + static_cast<std::size_t>(in * outputs), rows_slot));
    auto* bytes = reinterpret_cast<std::int8_t*>(floats + in);
    tile.scales.resize(static_cast<std::size_t>(outputs));
    tile.sums.resize(static_cast<std::size_t>(outputs));
    for (std::int64_t row = 0; row < outputs; ++row) {
        const auto r = static_cast<std::size_t>(row);
        tile.scales[r] = quantise_weights(read(row, floats), in, bytes + row * in, tile.sums[r]);
    }
    memory plain({{in, outputs}, memory::data_type::s8, memory::dims{1, in}}, onednn::engine(), bytes);
    dnnl::reorder(plain, tile.weights).execute(onednn::stream(), plain, tile.weights);
}

TokenHeader header_of(const std::byte* row) {
    TokenHeader header;
    std::memcpy(&header, row, sizeof header);
    return header;
}

/// One tile of tokens by one of outputs.
void run_tile(const TileKernel& kernel, const WeightTile& tile, const std::byte* x, std::int64_t x_stride, const float* bias, Activation activation, float* y,
              std::int64_t y_stride) {
    dnnl::engine& engine = onednn::engine();
    const std::int64_t tokens = kernel.sums.get_dims()[0], outputs = kernel.sums.get_dims()[1];
    auto* sums = static_cast<std::int32_t*>(onednn::scratch(2 * kernel.sums.get_size(), sums_slot));
    const std::int32_t* fine_sums = sums + tokens * outputs;
    const auto multiply = [&](const std::byte* bytes, const std::int32_t* into) {
        kernel.product.execute(onednn::stream(), {{DNNL_ARG_SRC, memory(kernel.x, engine, const_cast<std::byte*>(bytes))},
                                                  {DNNL_ARG_WEIGHTS, tile.weights},
                                                  {DNNL_ARG_DST, memory(kernel.sums, engine, const_cast<std::int32_t*>(into))},
                                                  {DNNL_ARG_SCRATCHPAD, memory(kernel.scratch, engine, onednn::scratch(kernel.scratch.get_size()))}});
    };
    multiply(x + sizeof(TokenHeader), sums);
    bool any_fine = false;
    for (std::int64_t token = 0; token < tokens; ++token) any_fine |= header_of(x + token * x_stride).is_fine != 0;
    if (any_fine) multiply(x + sizeof(TokenHeader) + kernel.x.get_dims()[1], fine_sums);
    for (std::int64_t token = 0; token < tokens; ++token, x += x_stride, y += y_stride, sums += outputs, fine_sums += outputs) {
        const TokenHeader header = header_of(x);
        finish_token(sums, header.is_fine ? fine_sums : nullptr, header, {tile.scales.data(), tile.sums.data(), bias}, outputs, activation, y);
    }
}

}  // namespace

/// A weight matrix cut into tiles of outputs.
class Int8Matrix {
public:
    TileBlock block;
    std::vector<WeightTile> tiles;
};

namespace {

/// [tail of tokens][tail of outputs]
using Kernels = std::array<std::array<std::shared_ptr<const TileKernel>, 2>, 2>;

Kernels kernels_for(std::int64_t tokens, std::int64_t in, std::int64_t out) {
    Kernels kernels;
    const std::int64_t token_sizes[2] = {tokens >= tile_tokens ? tile_tokens : 0, tokens % tile_tokens};
    const std::int64_t output_sizes[2] = {out >= tile_outputs ? tile_outputs : 0, out % tile_outputs};
    for (std::size_t t = 0; t < 2; ++t)
        for (std::size_t o = 0; o < 2; ++o)
            if (token_sizes[t] && output_sizes[o]) kernels[t][o] = kernel_for({token_sizes[t], output_sizes[o], in});
    return kernels;
}

struct Int8Call {
    std::int64_t in, out;
    Activation activation;
    Kernels kernels;
    std::shared_ptr<const Int8Matrix> matrix;  ///< null: weights are the node's second source, quantised otherwise

    std::int64_t tiles() const { return (out + tile_outputs - 1) / tile_outputs; }
    std::int64_t outputs_of(std::int64_t tile) const { return std::min(tile_outputs, out - tile * tile_outputs); }
};

/// Tokens from tile `first` on before `last` by one tile of outputs.
void run_tokens(const Int8Call& call, ggml_tensor* result, const WeightTile& weights, std::int64_t output_tile, std::int64_t first, std::int64_t last) {
    const ggml_tensor* x = result->src[0];
    const ggml_tensor* bias = result->src[call.matrix ? 1 : 2];
    const std::int64_t tokens = ggml_nrows(x), output = output_tile * tile_outputs, stride = row_bytes(call.in);
    for (std::int64_t tile = first; tile < last; ++tile) {
        const std::int64_t token = tile * tile_tokens;
        run_tile(*call.kernels[token + tile_tokens > tokens][call.outputs_of(output_tile) < tile_outputs], weights,
                 static_cast<const std::byte*>(x->data) + token * stride, stride, bias ? static_cast<const float*>(bias->data) + output : nullptr, call.activation,
                 static_cast<float*>(result->data) + token * call.out + output, call.out);
    }
}

void run_packed(const Int8Call& call, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const std::int64_t token_tiles = (ggml_nrows(result->src[0]) + tile_tokens - 1) / tile_tokens;
    const auto [first, last] = share(token_tiles * call.tiles(), ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t tile = unit / token_tiles, token_tile = unit % token_tiles;
        run_tokens(call, result, call.matrix->tiles[static_cast<std::size_t>(tile)], tile, token_tile, token_tile + 1);
    }
}

void run_requantising(const Int8Call& call, ggml_tensor* result, int ith, int nth) {
    const onednn::OneThread one;
    const ggml_tensor* stored = result->src[1];
    const std::int64_t token_tiles = (ggml_nrows(result->src[0]) + tile_tokens - 1) / tile_tokens;
    const auto to_float = ggml_get_type_traits(stored->type)->to_float;
    const auto [first, last] = share(call.tiles(), ith, nth);
    WeightTile weights;
    for (std::int64_t tile = first; tile < last; ++tile) {
        const std::int64_t outputs = call.outputs_of(tile);
        const auto& of_size = call.kernels[0][outputs < tile_outputs];
        const memory::desc& layout = (of_size ? of_size : call.kernels[1][outputs < tile_outputs])->weight;
        weights.weights = memory(layout, onednn::engine(), onednn::scratch(layout.get_size(), tile_slot));
        const auto read = [&](std::int64_t row, float* into) {
            to_float(static_cast<const char*>(stored->data) + static_cast<std::size_t>(tile * tile_outputs + row) * stored->nb[1], into, call.in);
            return into;
        };
        quantise_tile(call.in, outputs, read, weights);
        run_tokens(call, result, weights, tile, 0, token_tiles);
    }
}

}  // namespace

bool can_multiply_int8(std::int64_t in) {
    constexpr std::int64_t longest = 1 << 16;  // 255 · 127 times so many stays within 32 bits
    return processor_multiplies_int8() && in % lanes == 0 && in <= longest;
}

std::shared_ptr<const Int8Matrix> quantise_matrix(std::int64_t in, std::int64_t out, const ReadRows& read) try {
    const onednn::OneThread one;
    auto matrix = std::make_shared<Int8Matrix>();
    std::vector<float> rows(static_cast<std::size_t>(std::min(out, tile_outputs) * in));
    matrix->block = TileBlock(out, tile_outputs, [&](std::int64_t outputs) { return kernel_for({tile_tokens, outputs, in})->weight.get_size(); });
    for (std::int64_t first = 0; first < out; first += tile_outputs) {
        const std::int64_t count = std::min(tile_outputs, out - first);
        read(first, count, rows.data());
        std::byte* const place = matrix->block.tile(matrix->tiles.size());
        WeightTile& tile = matrix->tiles.emplace_back();
        tile.weights = memory(kernel_for({tile_tokens, count, in})->weight, onednn::engine(), place);
        quantise_tile(in, count, [&](std::int64_t row, float*) { return rows.data() + row * in; }, tile);
    }
    return matrix;
} catch (const std::exception&) {  // std::bad_alloc, or dnnl::error with out_of_memory
    return nullptr;
}

ggml_tensor* quantised_tokens(Graph& g, ggml_tensor* x) {
    if (x->type == GGML_TYPE_I8) return x;
    if (!ggml_is_contiguous(x)) x = ggml_cont(g.context(), x);
    const std::array<ggml_tensor*, 1> args{x};
    const std::int64_t in = x->ne[0];
    return cpu_node(g, {"quantise"}, args, {row_bytes(in), x->ne[1], x->ne[2], x->ne[3]}, [in](ggml_tensor* result, int ith, int nth) {
        const auto [first, last] = share(ggml_nrows(result), ith, nth);
        for (std::int64_t row = first; row < last; ++row)
            quantise_token(static_cast<const float*>(result->src[0]->data) + row * in, in, static_cast<std::byte*>(result->data) + row * row_bytes(in));
    }, GGML_TYPE_I8);
}

ggml_tensor* cpu_linear_int8(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation) {
    const Int8Call call{layer.in, layer.out, activation, kernels_for(ggml_nrows(x), layer.in, layer.out), layer.int8};
    std::vector<ggml_tensor*> args{quantised_tokens(g, x)};
    if (!layer.int8) args.push_back(layer.weight);
    if (layer.bias) args.push_back(layer.bias);
    const double weights = static_cast<double>(layer.in * layer.out);
    const NodeWork what{"linear", 2.0 * weights * static_cast<double>(ggml_nrows(x)), layer.int8 ? weights : static_cast<double>(ggml_nbytes(layer.weight))};
    return cpu_node(g, what, args, {layer.out, x->ne[1], x->ne[2], x->ne[3]}, [call](ggml_tensor* result, int ith, int nth) {
        if (call.matrix) run_packed(call, result, ith, nth);
        else run_requantising(call, result, ith, nth);
    });
}

}  // namespace haibao::ops
