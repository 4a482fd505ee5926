// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/condition_cache.h"

#include "inference/runtime/trace_log.h"

namespace haibao {

Result<ConditionCache> ConditionCache::allocate(Device& device, const DiffusionConfig& c, std::int64_t tokens) {
    // What attention multiplies is rounded to it in any case, where its operands are 16 bits wide.
    const ggml_type usual = device.precision() == Precision::f32 ? GGML_TYPE_F32 : device.bf16_products() ? GGML_TYPE_BF16 : GGML_TYPE_F16;
    auto cache = allocate_as(usual, device, c, tokens);
    if (cache || cache.error().kind != ErrorKind::out_of_memory || usual == GGML_TYPE_F32 || c.head_dim % ggml_blck_size(GGML_TYPE_Q8_0) != 0) return cache;
    log_line("Memory is short on " + device.info().name + ": keys and values of the condition pictures are kept in 8 bits.");
    return allocate_as(GGML_TYPE_Q8_0, device, c, tokens);
}

Result<ConditionCache> ConditionCache::allocate_as(ggml_type type, Device& device, const DiffusionConfig& c, std::int64_t tokens) {
    ConditionCache cache;
    cache.capacity_ = tokens;
    cache.tensors_ = std::make_shared<DeviceTensors>(device, static_cast<std::size_t>(2 * c.layers));
    for (std::int64_t i = 0; i < c.layers; ++i)
        cache.layers_.push_back({cache.tensors_->add(type, {c.head_dim, c.heads, tokens}, "k"),
                                 cache.tensors_->add(type, {c.head_dim, c.heads, tokens}, "v")});
    if (auto allocated = cache.tensors_->allocate(); !allocated) return pass_on(allocated);
    return cache;
}

}  // namespace haibao
