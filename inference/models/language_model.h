// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "inference/models/token_positions.h"
#include "inference/ops/layer_stream.h"
#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"
#include "inference/weights/architecture.h"
#include "inference/weights/tensor_store.h"

namespace haibao {

/// The autoregressive transformer that composes a picture as visual tokens (spec §3): a GLM-4-like decoder with four
/// norms per layer, grouped-query attention, a partial three-axis rotary embedding, and logits over the visual
/// vocabulary alone.
class LanguageModel {
public:
    /// Keys and values of some sequences that share one prompt. Belongs to the model and device it was made for.
    class Cache {
    public:
        std::int64_t sequences() const { return sequences_; }
        std::int64_t length() const { return length_; }  ///< tokens of each sequence so far
        std::int64_t capacity() const { return capacity_; }
        std::size_t bytes() const { return tensors_.bytes(); }

    private:
        friend class LanguageModel;
        struct Layer {
            ggml_tensor* k;  // [head_dim, kv_heads, capacity, sequences]
            ggml_tensor* v;
        };
        Cache(Device& device, std::int64_t layers, std::int64_t sequences, std::int64_t capacity);

        DeviceTensors tensors_;
        std::vector<Layer> layers_;
        std::int64_t sequences_, capacity_, length_ = 0;
    };

    enum class Logits { of_last, of_all };

    /// Reads `model.language_model.*` and `lm_head`. `room`: bytes that the weights may take on an accelerator; where they take more,
    /// layers are streamed to it from `store`. Errors: not_found, corrupt_file, unsupported, out_of_memory.
    static Result<std::unique_ptr<LanguageModel>> load(Device& device, const TensorStore& store, const LanguageConfig& config,
                                                       std::uint64_t room = std::numeric_limits<std::uint64_t>::max());

    const LanguageConfig& config() const { return config_; }
    /// How many layers are streamed to the device, again and again.
    std::size_t streamed_layers() const { return stream_->count(); }

    /// Room for `capacity` tokens (prompt and generated ones) of each sequence.
    /// Errors: invalid_input (more than max_positions), out_of_memory.
    Result<std::unique_ptr<Cache>> make_cache(Device& device, std::int64_t sequences, std::int64_t capacity) const;

    /// Reads the prompt into all sequences of an empty cache; one graph per layer and 512 tokens, fewer where memory is short.
    /// Returns logits
    /// [visual_vocabulary] of the last token, or row-major [tokens, visual_vocabulary] of all. With taps: hidden.k
    /// [tokens, hidden] (0 the embeddings, k after layer k−1, the last after the final norm).
    /// Errors: invalid_input (ids outside the vocabulary, no room), cancelled, out_of_memory, device. The cache is empty
    /// again after an error.
    Result<std::vector<float>> prefill(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                       const TokenPositions& positions, Logits logits = Logits::of_last) const;

    /// Feeds one token to each sequence, all at the same `position`; one graph, or one for each layer where layers are streamed. Returns logits row-major
    /// [sequences, visual_vocabulary]. Errors as for prefill().
    Result<std::vector<float>> decode(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                      const TokenPositions& position) const;

private:
    struct Layer {
        ggml_tensor *input_norm, *post_attention_norm, *pre_mlp_norm, *post_mlp_norm;
        ops::Linear q, k, v, o;
        ops::Linear gate_up, down;
    };

    LanguageModel() = default;
    Result<void> check(const Cache& cache, std::span<const std::int32_t> ids, const TokenPositions& positions,
                       std::int64_t sequences) const;
    Result<std::vector<float>> read(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                    const TokenPositions& positions, std::int64_t logits_of_last, std::int64_t sequences) const;
    ops::Rotary rotary(Graph& g, const TokenPositions& positions) const;
    ggml_tensor* embed(Graph& g, std::span<const std::int32_t> ids) const;
    ggml_tensor* layer(Graph& g, std::size_t index, ggml_tensor* x, const ops::Rotary& rotary, Cache& cache,
                       std::int64_t sequences) const;
    ggml_tensor* attention(Graph& g, std::size_t index, ggml_tensor* x, const ops::Rotary& rotary, Cache& cache,
                           std::int64_t sequences) const;
    ggml_tensor* head(Graph& g, ggml_tensor* x) const;

    LanguageConfig config_{};
    std::vector<float> frequencies_;  // of all pairs, t h w one after the other
    std::shared_ptr<DeviceTensors> weights_;
    std::unique_ptr<ops::LayerStream> stream_;
    ggml_tensor* embeddings_ = nullptr;  // [hidden, vocabulary]
    std::vector<Layer> layers_;
    ggml_tensor* norm_ = nullptr;
    ops::Linear lm_head_;
};

}  // namespace haibao
