// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <utility>

#include "inference/runtime/graph.h"

/// The vocabulary in which the networks are written. Every function adds nodes to a graph and returns the result;
/// shapes in comments are ggml's order, fastest first: [channels, tokens]. Each has one definition and, where it pays,
/// a fast processor path beside the portable one made of ggml's own nodes. Everything between ops is f32.
namespace haibao::ops {

/// For measurements: whether the processor's own fast paths serve at all, or ggml's kernels for everything. Set it
/// before anything is loaded; the default is fast.
enum class CpuPaths { fast, portable };
void choose_cpu_paths(CpuPaths paths);

class PackedMatrix;
class Int8Matrix;

/// A linear layer's parameters as the device wants them.
struct Linear {
    std::int64_t in = 0, out = 0;
    ggml_tensor* weight = nullptr;               ///< [in, out], perhaps quantised; null when `packed` or `int8` is set
    std::shared_ptr<const PackedMatrix> packed;  ///< the processor's own layout
    ggml_tensor* bias = nullptr;                 ///< [out] or null
    std::shared_ptr<const Int8Matrix> int8;      ///< the processor's own, in 8 bits; then `weight` and `packed` are null
    bool coarse = false;                         ///< a quantised `weight` may be multiplied in 8 bits
};

enum class Activation { none, gelu_tanh, gelu_erf, silu };

/// activation(W·x + b): [in, tokens…] → [out, tokens…]
ggml_tensor* linear(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation = Activation::none);

/// x as all these layers multiply it on this device, for linear() alone: what each would convert (to bf16, to bytes) is converted once.
/// x itself where they differ.
ggml_tensor* operand(Graph& g, ggml_tensor* x, std::initializer_list<const Linear*> layers);

/// x / rms(x) · weight, over the channels: [channels, tokens]
ggml_tensor* rms_norm(Graph& g, ggml_tensor* x, ggml_tensor* weight, float eps);

/// (x − mean) / deviation over the first axis, then · weight + bias where given.
ggml_tensor* layer_norm(Graph& g, ggml_tensor* x, float eps, ggml_tensor* weight = nullptr,
                        ggml_tensor* bias = nullptr);

/// x · (1 + scale) + shift, with scale and shift [channels] for every token.
ggml_tensor* modulate(Graph& g, ggml_tensor* x, ggml_tensor* shift, ggml_tensor* scale);

/// Of two streams that stand one after the other: the vectors [channels] of the first `first` tokens and of the rest.
struct ByStream {
    std::int64_t first;
    ggml_tensor *of_first, *of_rest;
};
/// LN(x)·(1 + scale) + shift over the channels, each stream with its own vectors.
ggml_tensor* modulated_norm(Graph& g, ggml_tensor* x, float eps, const ByStream& shift, const ByStream& scale);
/// x + gate·y, likewise.
ggml_tensor* gated(Graph& g, ggml_tensor* x, ggml_tensor* y, const ByStream& gate);

/// Half-split rotary embedding of the first `cos->ne[0]` of each head's dimensions: pairs (m, m + dims/2).
/// x [head_dim, heads, tokens, batch]; cos and sin [dims, tokens], both halves alike (host-made, see rotary.h).
struct Rotary {
    ggml_tensor* cos;
    ggml_tensor* sin;
};
ggml_tensor* rotate(Graph& g, ggml_tensor* x, const Rotary& rotary);
/// Queries and keys of the same tokens, both rotated.
std::pair<ggml_tensor*, ggml_tensor*> rotate_both(Graph& g, ggml_tensor* q, ggml_tensor* k, const Rotary& rotary);
/// The same of layer_norm(x): heads as attention compares them.
ggml_tensor* normed_and_rotated(Graph& g, ggml_tensor* x, float eps, const Rotary& rotary);

struct AttentionOptions {
    float scale = 1.0f;
    bool causal = false;          ///< query i sees keys ≤ i (same number of queries and keys)
    ggml_tensor* bias = nullptr;  ///< added to the scores: [keys, queries, heads], or null
    bool coarse = false;          ///< where the device multiplies bytes, scores may be products of queries and keys in 8 bits
};
/// softmax(scale · q·k + bias)·v: q [head_dim, heads, queries, batch], k and v [head_dim, kv_heads, keys, batch]
/// (heads a multiple of kv_heads, in consecutive groups) → [head_dim · heads, queries, batch]. Any strides.
ggml_tensor* attention(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, const AttentionOptions& options);

/// Rows of a table by index: table [channels, rows], ids i32 [n] → f32 [channels, n]
ggml_tensor* lookup(Graph& g, ggml_tensor* table, ggml_tensor* ids);

/// A slice [from, from+count) of axis `axis` as a view.
ggml_tensor* slice(Graph& g, ggml_tensor* x, int axis, std::int64_t from, std::int64_t count);

// Small words for residual arithmetic, so that a model file reads like the paper.
inline ggml_tensor* add(Graph& g, ggml_tensor* a, ggml_tensor* b) { return ggml_add(g.context(), a, b); }
inline ggml_tensor* mul(Graph& g, ggml_tensor* a, ggml_tensor* b) { return ggml_mul(g.context(), a, b); }
inline ggml_tensor* reshape(Graph& g, ggml_tensor* x, std::int64_t a, std::int64_t b, std::int64_t c = 1,
                            std::int64_t d = 1) {
    return ggml_reshape_4d(g.context(), ggml_is_contiguous(x) ? x : ggml_cont(g.context(), x), a, b, c, d);
}

}  // namespace haibao::ops
