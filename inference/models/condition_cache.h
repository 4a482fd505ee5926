// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "inference/runtime/device_tensors.h"
#include "inference/weights/architecture.h"

namespace haibao {

/// Keys and values of condition pictures, per layer, for image-to-image (spec §9.4).
class ConditionCache {
public:
    /// `tokens`: patches of all condition pictures together. In 16 bits, or f32 with that precision; where there is no room for 16, in 8 (blocks of
    /// 32 values with a scale each). Errors: out_of_memory.
    static Result<ConditionCache> allocate(Device& device, const DiffusionConfig& config, std::int64_t tokens);

    struct Layer {
        ggml_tensor* k;  ///< [head_dim, heads, tokens], after norm and rotary
        ggml_tensor* v;
    };
    const std::vector<Layer>& layers() const { return layers_; }
    std::int64_t capacity() const { return capacity_; }
    std::int64_t filled = 0;  ///< tokens written so far

private:
    static Result<ConditionCache> allocate_as(ggml_type type, Device& device, const DiffusionConfig& config, std::int64_t tokens);

    std::shared_ptr<DeviceTensors> tensors_;
    std::vector<Layer> layers_;
    std::int64_t capacity_ = 0;
};

}  // namespace haibao
