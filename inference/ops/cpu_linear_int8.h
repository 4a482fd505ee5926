// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inference/ops/cpu_paths.h"

/// Products of bytes, private to ops/ (see cpu_paths.h): each token has a scale and a zero of its own, found anew every time, each
/// output's weights a scale. A token whose largest values stand out far has a second byte for what the first leaves. Twice as fast as
/// bf16 and coarser: only for layers that say they may be.
namespace haibao::ops {

/// Whether this processor multiplies bytes quicker than anything else (VNNI, AMX), and rows of `in` fit.
bool can_multiply_int8(std::int64_t in);

/// Null: out of memory.
std::shared_ptr<const Int8Matrix> quantise_matrix(std::int64_t in, std::int64_t out, const ReadRows& read);

/// Tokens as rows of bytes with what belongs to them, as a tensor of bytes; itself where it is one.
ggml_tensor* quantised_tokens(Graph& g, ggml_tensor* x);

/// With `layer.int8`, or with a quantised `layer.weight`, whose tiles are quantised anew just before they are multiplied.
ggml_tensor* cpu_linear_int8(Graph& g, ggml_tensor* x, const Linear& layer, Activation activation);

}  // namespace haibao::ops
