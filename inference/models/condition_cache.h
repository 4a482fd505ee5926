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
    /// `tokens`: patches of all condition pictures together. Errors: out_of_memory.
    static Result<ConditionCache> allocate(Device& device, const DiffusionConfig& config, std::int64_t tokens);

    struct Layer {
        ggml_tensor* k;  ///< [head_dim, heads, tokens], after norm and rotary
        ggml_tensor* v;
    };
    const std::vector<Layer>& layers() const { return layers_; }
    std::int64_t capacity() const { return capacity_; }
    std::int64_t filled = 0;  ///< tokens written so far

private:
    std::shared_ptr<DeviceTensors> tensors_;
    std::vector<Layer> layers_;
    std::int64_t capacity_ = 0;
};

}  // namespace haibao
