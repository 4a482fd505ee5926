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

/// Weights of a learned position table's four entries around each cell of a rows × columns grid: the table is stretched
/// over the grid whatever its size, bilinearly, pixel centres aligned, clamped at the border (spec §9.2).
/// `table` is row-major [side · side, channels]; the result [rows · columns, channels].
std::vector<float> stretched_positions(std::span<const float> table, int side, std::int64_t channels, int rows,
                                       int columns);

/// Turns a source picture into visual tokens: a vision transformer and a vector quantiser (spec §9.2, §4).
class VisionTokenizer {
public:
    /// Reads `model.visual.*` and `model.vqmodel.*`. Errors: not_found, corrupt_file, unsupported, out_of_memory.
    static Result<std::unique_ptr<VisionTokenizer>> load(Device& device, const TensorStore& store,
                                                         const VisionConfig& config);

    const VisionConfig& config() const { return config_; }

    /// `patches`: the preprocessed picture (inference/picture), row-major [rows · columns, channels · patch · patch] in
    /// raster order. Returns one id per patch, 0 … codes − 1. With taps: patch_embed, pos_added, block.k, features
    /// ([patches, hidden]) and vq_preact ([patches, code_dim]).
    /// Errors: invalid_input (a grid that does not fit the patches), cancelled, out_of_memory, device.
    Result<std::vector<std::int32_t>> encode(RunContext& run, std::span<const float> patches, int rows,
                                             int columns) const;

private:
    struct Norm {
        ggml_tensor *weight, *bias;
    };
    struct Block {
        Norm norm1, norm2;
        ops::Linear qkv, proj;
        ops::Linear fc1, fc2;
    };

    VisionTokenizer() = default;
    Result<void> load_tower(Device& device, const TensorStore& store);
    Result<void> load_quantiser(Device& device, const TensorStore& store);
    ggml_tensor* norm(Graph& g, ggml_tensor* x, const Norm& norm) const;
    ggml_tensor* block(Graph& g, ggml_tensor* x, const Block& block) const;
    Result<std::vector<float>> features(RunContext& run, std::span<const float> patches, int rows, int columns) const;
    Result<std::vector<std::int32_t>> quantise(RunContext& run, std::span<const float> features) const;

    VisionConfig config_{};
    std::shared_ptr<DeviceTensors> tower_weights_, quantiser_weights_;
    ops::Linear patch_embed_;
    std::vector<float> position_table_;  // row-major [table_side², hidden]
    std::vector<Block> blocks_;
    std::unique_ptr<Device> processor_;  // for the quantiser when the tower is on an accelerator
    ops::Linear quant_conv_;
    ops::Linear codebook_;               // scores of all codes
    std::vector<float> code_scales_;     // 1 / length of each code
};

}  // namespace haibao
