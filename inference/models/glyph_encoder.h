// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"
#include "inference/weights/architecture.h"
#include "inference/weights/tensor_store.h"

namespace haibao {

/// The T5 bucket of a relative position `key − query`, both directions: half of the buckets for keys to the right, half
/// of each half exact, the rest logarithmic up to `max_distance` (spec §5.5). In f32 as the reference computes it.
int relative_position_bucket(std::int64_t relative, int buckets, int max_distance);

/// The byte-level T5 encoder that tells the diffusion transformer how quoted texts are spelled (spec §5.4, §5.5).
class GlyphEncoder {
public:
    /// Errors: not_found, corrupt_file, unsupported, out_of_memory.
    static Result<std::unique_ptr<GlyphEncoder>> load(Device& device, const TensorStore& store,
                                                      const GlyphConfig& config);

    const GlyphConfig& config() const { return config_; }

    /// Encodes each row of byte ids (glyph_rows() of inference/text) by itself and puts the results one after the other:
    /// row-major [sum of lengths, d_model]. With taps: hidden.k of the same shape (0 the embeddings, k after block k−1,
    /// the last after the final norm).
    /// Errors: invalid_input (ids outside the vocabulary, no ids), cancelled, out_of_memory, device.
    Result<HostTensor> encode(RunContext& run, const std::vector<std::vector<std::int32_t>>& rows) const;

private:
    struct Block {
        ggml_tensor *attention_norm, *mlp_norm;
        ops::Linear q, k, v, o;
        ops::Linear wi_0, wi_1, wo;
    };

    GlyphEncoder() = default;
    Result<std::vector<float>> encode_row(RunContext& run, std::span<const std::int32_t> ids) const;
    std::vector<float> position_bias(std::int64_t tokens) const;
    ggml_tensor* block(Graph& g, std::size_t index, ggml_tensor* x, ggml_tensor* bias) const;

    GlyphConfig config_{};
    std::shared_ptr<DeviceTensors> weights_;
    ggml_tensor* embeddings_ = nullptr;  // [d_model, vocabulary]
    std::vector<float> bucket_bias_;     // row-major [buckets, heads], block 0's, shared by all
    std::vector<Block> blocks_;
    ggml_tensor* final_norm_ = nullptr;
};

}  // namespace haibao
