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
    : device_(&device), held_(device.held_), context_(make_context(max_tensors)), mapped_(make_context(max_tensors)) {}

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

bool DeviceTensors::has_room(std::size_t bytes) const { return device_->held_bytes() + device_->graph_bytes() + bytes <= device_->most_bytes_; }

Result<void> DeviceTensors::allocate_in_turn(const std::vector<std::vector<ggml_tensor*>>& groups) {
    ggml_backend_buffer_type_t type = ggml_backend_get_default_buffer_type(device_->backend());
    const std::size_t alignment = ggml_backend_buft_get_alignment(type);
    std::size_t most = 0;
    for (const auto& group : groups) {
        std::size_t bytes = 0;
        for (const ggml_tensor* tensor : group) bytes += GGML_PAD(ggml_backend_buft_get_alloc_size(type, tensor), alignment);
        most = std::max(most, bytes);
    }
    for (std::size_t first = 0; first < std::min<std::size_t>(2, groups.size()); ++first) {
        ggml_backend_buffer_ptr place(has_room(most) ? ggml_backend_buft_alloc_buffer(type, most) : nullptr);
        if (!place) return std::unexpected(no_room(most));
        ggml_backend_buffer_set_usage(place.get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
        for (std::size_t i = first; i < groups.size(); i += 2) {
            ggml_tallocr allocator = ggml_tallocr_new(place.get());
            for (ggml_tensor* tensor : groups[i])
                if (ggml_tallocr_alloc(&allocator, tensor) != GGML_STATUS_SUCCESS) return std::unexpected(no_room(most));
        }
        *held_ += ggml_backend_buffer_get_size(place.get());
        places_.push_back(std::move(place));
    }
    return {};
}

Result<void> DeviceTensors::allocate() {
    assert(!buffer_);
    if (!ggml_get_first_tensor(context_.get())) return {};
    const std::size_t before = bytes();
    auto allocated = device_->places().size() > 1 ? allocate_in_places() : allocate_in_one();
    *held_ += bytes() - before;
    return allocated;
}

Result<void> DeviceTensors::allocate_in_one() {
    const std::size_t needed = ggml_backend_alloc_ctx_tensors_from_buft_size(
        context_.get(), ggml_backend_get_default_buffer_type(device_->backend()));
    if (has_room(needed)) buffer_.reset(ggml_backend_alloc_ctx_tensors(context_.get(), device_->backend()));
    if (!buffer_) return std::unexpected(no_room(needed));
    // Tells the scheduler to compute where the weights are.
    ggml_backend_buffer_set_usage(buffer_.get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
    return {};
}

Error DeviceTensors::no_room(std::size_t bytes) const {
    return {ErrorKind::out_of_memory,
            std::format("The device {} has no room for {} MiB more. Choose a smaller size or another device.", device_->info().name, bytes >> 20), {}};
}

Result<void> DeviceTensors::allocate_in_places() {
    double all = 0, before = 0, end_of_part = 0;
    for (ggml_tensor* t = ggml_get_first_tensor(context_.get()); t; t = ggml_get_next_tensor(context_.get(), t)) all += static_cast<double>(ggml_nbytes(t));
    ggml_tensor* next = ggml_get_first_tensor(context_.get());
    for (std::size_t i = 0; i < device_->places().size() && next; ++i) {
        const Device::Place& place = device_->places()[i];
        const bool last = i + 1 == device_->places().size();
        ggml_backend_buffer_type_t type = ggml_backend_get_default_buffer_type(place.backend);
        const std::size_t alignment = ggml_backend_buft_get_alignment(type);
        end_of_part += place.part * all;
        std::vector<ggml_tensor*> here;
        std::size_t bytes = 0;
        for (; next && (last || before < end_of_part); next = ggml_get_next_tensor(context_.get(), next)) {
            here.push_back(next);
            bytes += GGML_PAD(ggml_backend_buft_get_alloc_size(type, next), alignment);
            before += static_cast<double>(ggml_nbytes(next));
        }
        if (here.empty()) continue;
        ggml_backend_buffer_ptr buffer(ggml_backend_buft_alloc_buffer(type, bytes));
        if (!buffer) return std::unexpected(no_room(bytes));
        ggml_tallocr allocator = ggml_tallocr_new(buffer.get());
        for (ggml_tensor* tensor : here)
            if (ggml_tallocr_alloc(&allocator, tensor) != GGML_STATUS_SUCCESS) return std::unexpected(no_room(bytes));
        ggml_backend_buffer_set_usage(buffer.get(), GGML_BACKEND_BUFFER_USAGE_WEIGHTS);
        places_.push_back(std::move(buffer));
    }
    return {};
}

std::size_t DeviceTensors::bytes() const {
    std::size_t all = buffer_ ? ggml_backend_buffer_get_size(buffer_.get()) : 0;
    for (const ggml_backend_buffer_ptr& place : places_) all += ggml_backend_buffer_get_size(place.get());
    return all;
}

void DeviceTensors::set(ggml_tensor* tensor, std::span<const float> values) {
    assert(ggml_nbytes(tensor) == values.size_bytes());
    ggml_backend_tensor_set(tensor, values.data(), 0, values.size_bytes());
}

void DeviceTensors::set(ggml_tensor* tensor, std::span<const std::int32_t> values) {
    assert(ggml_nbytes(tensor) == values.size_bytes());
    ggml_backend_tensor_set(tensor, values.data(), 0, values.size_bytes());
}

}  // namespace haibao
