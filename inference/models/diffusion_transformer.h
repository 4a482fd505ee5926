// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "inference/models/condition_cache.h"
#include "inference/ops/layer_stream.h"
#include "inference/ops/ops.h"
#include "inference/weights/architecture.h"
#include "inference/weights/tensor_store.h"

namespace haibao {

/// What a pass is conditioned on, apart from the time.
struct DiffusionCondition {
    int height = 0, width = 0;          ///< pixels of the picture, multiples of 16
    int crop_top = 0, crop_left = 0;    ///< pixels
    std::span<const float> glyphs;      ///< [text tokens, text_dim]; empty when a condition picture is written
    std::span<const std::int32_t> prior;  ///< visual token of each patch, raster order, height/16 · width/16 of them
    bool drop_prior = false;            ///< the unconditional pass: embeddings zeroed, their projector still runs
};

/// The diffusion transformer (spec §6): latents, glyph embeddings and visual tokens → velocity.
class DiffusionTransformer {
public:
    /// `room`: bytes that the weights may take on an accelerator; where they take more, layers are streamed to it from `store`.
    /// Errors: not_found, corrupt_file, unsupported, out_of_memory.
    static Result<std::unique_ptr<DiffusionTransformer>> load(Device& device, const TensorStore& store, const DiffusionConfig& config,
                                                              std::uint64_t room = std::numeric_limits<std::uint64_t>::max());

    /// A condition with everything that does not change from step to step, on the device.
    struct Prepared;
    /// Errors: invalid_input (sizes that do not fit each other, ids outside the codebook), out_of_memory, cancelled.
    Result<std::shared_ptr<Prepared>> prepare(RunContext& run, const DiffusionCondition& condition) const;

    /// The velocity [out_channels, height/8, width/8] at `latent` (likewise) and `timestep` (raw: 999 … 0). With
    /// `cache`, image and text also attend to the condition pictures in it. Cancels between layers. Where a block's memory cannot
    /// be had, it and those after it are computed some of the tokens at a time, to the same values.
    Result<std::vector<float>> velocity(RunContext& run, Prepared& prepared, std::span<const float> latent,
                                        float timestep, const ConditionCache* cache = nullptr) const;
    struct Pass {
        Prepared* prepared;
        const ConditionCache* cache = nullptr;
    };
    /// The velocities of several conditions at the same latent, the same bytes as one by one. They go through the layers together, so
    /// that a layer which is streamed to the device, or read from the disk, comes once for all.
    Result<std::vector<std::vector<float>>> velocities(RunContext& run, std::span<const Pass> passes, std::span<const float> latent,
                                                       float timestep) const;

    /// Appends a condition picture's keys and values to the cache: its latent at timestep 0, without text.
    Result<void> write_condition(RunContext& run, Prepared& prepared, std::span<const float> latent,
                                 ConditionCache& cache) const;

    const DiffusionConfig& config() const { return config_; }
    /// How many layers are streamed to the device whenever velocities are computed.
    std::size_t streamed_layers() const { return stream_->count(); }
    /// How often one was sent so far; one at most is on its way.
    std::size_t layers_sent() const { return stream_->sent(); }

private:
    struct Block {
        ops::Linear modulation, to_q, to_k, to_v, to_out, expand, contract;
    };
    struct Modulation;
    struct Part;
    DiffusionTransformer() = default;

    Result<void> embed(RunContext& run, Prepared& p, std::span<const float> latent, float timestep) const;
    ggml_tensor* heads(Graph& g, ggml_tensor* h, const ops::Linear& layer) const;
    ggml_tensor* turned(Graph& g, ggml_tensor* heads, const Prepared& p, const Part& part) const;
    ggml_tensor* rest_of_block(Graph& g, const Block& block, const Modulation& mod, ggml_tensor* x, ggml_tensor* q, ggml_tensor* k,
                               ggml_tensor* v) const;
    Result<void> run_whole_block(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read, ConditionCache* write) const;
    Result<void> run_block_in_parts(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read, ConditionCache* write) const;
    Result<void> run_block(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read,
                           ConditionCache* write) const;
    Result<std::vector<float>> head(RunContext& run, Prepared& p) const;

    DiffusionConfig config_{};
    std::shared_ptr<DeviceTensors> weights_;
    std::unique_ptr<ops::LayerStream> stream_;
    ops::Linear image_projector_, glyph_in_, glyph_out_, prior_in_, prior_out_;
    ggml_tensor* prior_embedding_ = nullptr;
    ops::Linear time_in_, time_out_, condition_in_, condition_out_;
    std::vector<Block> blocks_;
    ops::Linear norm_out_, proj_out_;
};

}  // namespace haibao
