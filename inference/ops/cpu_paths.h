// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <utility>

#include "inference/ops/ops.h"

/// The processor's fast paths, private to ops/. Each is a custom node in a ggml graph, computed by ggml's own threads.
/// Work is cut into tiles of a size that does not depend on the number of threads, and every tile is computed by one
/// thread alone: the result is the same for any number of threads by construction.
namespace haibao::ops {

/// False where the build has no oneDNN (arm64) or choose_cpu_paths() says so: then the portable ggml path serves the
/// processor too.
bool has_cpu_paths();
bool built_with_cpu_paths();

/// Writes rows [first, first + count) of a weight matrix as f32 into `into`.
using ReadRows = std::function<void(std::int64_t first, std::int64_t count, float* into)>;
/// Repacks a matrix [out, in] into the layout that the processor's products want, as bf16 or f32. Null: out of memory.
std::shared_ptr<const PackedMatrix> pack_matrix(std::int64_t in, std::int64_t out, bool bf16, const ReadRows& read);
/// The same for a matrix that has few tokens each time and is stored as bf16: kept so, and tokens stay f32 however many they are. Null as well
/// where this processor's layout is none that cpu_linear_few.h reads.
std::shared_ptr<const PackedMatrix> pack_matrix_for_few(std::int64_t in, std::int64_t out, const ReadRows& read);
/// The same for a matrix that is stored as bf16 where the processor multiplies f32 only: kept so, which is half to keep and to read; few tokens are
/// multiplied as they are, for many each tile is expanded just before its product. Null as well where the layout of products is none that is known.
std::shared_ptr<const PackedMatrix> pack_halves(std::int64_t in, std::int64_t out, const ReadRows& read);
/// Whether more than few tokens are multiplied as bf16; else they stay f32.
bool takes_bf16(const PackedMatrix& matrix);
/// Whether few tokens are multiplied as cpu_linear_few.h says.
bool is_in_strips(const PackedMatrix& matrix);

/// For a quantised `layer.weight`: each tile is expanded to bf16 or f32 just before it is multiplied. Exact for the stored
/// weights; pays for many tokens, where the expansion costs little beside the product.
ggml_tensor* cpu_linear_expanding(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation);

ggml_tensor* cpu_linear(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation);
/// x as products in bf16 or f32 read it; itself where it is so already.
ggml_tensor* product_operand(Graph& g, ggml_tensor* x, bool bf16);
/// No causal mask and no bias; pays for many queries. `bytes`: scores are products of bytes, each query and each key with a scale of its own.
ggml_tensor* cpu_attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, float scale, bool bytes);
/// The same for few queries, as a language model has token by token: reads keys and values where they lie, with the
/// strides of a cache, as f32 or f16. Computes in f32, on every processor, without oneDNN.
ggml_tensor* cpu_attention_of_few(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, float scale);

/// Runs `work(ith, nth)` on each of ggml's threads as a node whose result is `ne` and whose sources are `args`.
/// `what` describes it for a trace. `type` is the result's where it is not f32.
using CpuWork = std::function<void(ggml_tensor* result, int ith, int nth)>;
ggml_tensor* cpu_node(Graph& g, const NodeWork& what, std::span<ggml_tensor* const> args, std::array<std::int64_t, 4> ne, CpuWork work,
                      ggml_type type = GGML_TYPE_F32);

/// Multiplications and additions of scores and mix: q [head_dim, heads, queries, batch], k [head_dim, kv_heads, keys, batch].
inline double attention_flops(const ggml_tensor* q, const ggml_tensor* k) {
    return 4.0 * static_cast<double>(ggml_nelements(q)) * static_cast<double>(k->ne[2]);
}

/// The share [first, second) of `total` equal pieces of work that thread `ith` of `nth` does.
inline std::pair<std::int64_t, std::int64_t> share(std::int64_t total, int ith, int nth) {
    return {total * ith / nth, total * (ith + 1) / nth};
}

}  // namespace haibao::ops
