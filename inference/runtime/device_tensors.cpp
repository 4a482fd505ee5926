// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/device_tensors.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace haibao {

namespace {

ggml_context* make_context(std::size_t tensors) { return ggml_init({ggml_tensor_overhead() * (tensors + 1), nullptr, true}); }

ggml_tensor* make(ggml_context* context, ggml_type type, std::initializer_list<std::int64_t> ne, std::string_view name) {
    std::array<std::int64_t, 4> sides{1, 1, 1, 1};
    std::ranges::copy(ne, sides.begin());
    ggml_tensor* tensor = ggml_new_tensor(context, type, 4, sides.data());
    ggml_set_name(tensor, std::string(name).c_str());
    return tensor;
}

}  // namespace

DeviceTensors::DeviceTensors(Device& device, std::size_t max_tensors)
    : device_(&device), context_(make_context(max_tensors)), mapped_(make_context(max_tensors)) {}

ggml_tensor* DeviceTensors::add(ggml_type type, std::initializer_list<std::int64_t> ne, std::string_view name) {
    return make(context_.get(), type, ne, name);
}

ggml_tensor* DeviceTensors::add_mapped(ggml_type type, std::initializer_list<std::int64_t> ne, std::string_view name, std::span<const std::byte> bytes) {
    ggml_tensor* tensor = make(mapped_.get(), type, ne, name);
    assert(device_->on_cpu() && ggml_nbytes(tensor) == bytes.size() && reinterpret_cast<std::uintptr_t>(bytes.data()) % mapped_alignment == 0);
    // Weights are only read; ggml knows no pointer to what is constant.
    void* data = const_cast<std::byte*>(bytes.data());
    mapped_buffers_.emplace_back(ggml_backend_cpu_buffer_from_ptr(data, bytes.size()));
    ggml_backend_buffer_set_usage(mapped_buffers_.back().get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
    ggml_backend_tensor_alloc(mapped_buffers_.back().get(), tensor, data);
    return tensor;
}

Result<void> DeviceTensors::allocate() {
    assert(!buffer_);
    if (!ggml_get_first_tensor(context_.get())) return {};
    const std::size_t needed = ggml_backend_alloc_ctx_tensors_from_buft_size(
        context_.get(), ggml_backend_get_default_buffer_type(device_->backend()));
    buffer_.reset(ggml_backend_alloc_ctx_tensors(context_.get(), device_->backend()));
    if (!buffer_)
        return fail(ErrorKind::out_of_memory, "The device {} has no room for {} MiB more. Choose a smaller size or "
                    "another device.", device_->info().name, needed >> 20);
    // Tells the scheduler to compute where the weights are.
    ggml_backend_buffer_set_usage(buffer_.get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
    return {};
}

std::size_t DeviceTensors::bytes() const { return buffer_ ? ggml_backend_buffer_get_size(buffer_.get()) : 0; }

void DeviceTensors::set(ggml_tensor* tensor, std::span<const float> values) {
    assert(ggml_nbytes(tensor) == values.size_bytes());
    ggml_backend_tensor_set(tensor, values.data(), 0, values.size_bytes());
}

void DeviceTensors::set(ggml_tensor* tensor, std::span<const std::int32_t> values) {
    assert(ggml_nbytes(tensor) == values.size_bytes());
    ggml_backend_tensor_set(tensor, values.data(), 0, values.size_bytes());
}

}  // namespace haibao
