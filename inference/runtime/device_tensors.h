// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "inference/runtime/device.h"

namespace haibao {

/// Tensors on a device that outlive a graph: weights, key/value caches, the streams handed from block to block.
/// add() what is needed, allocate() once, then set().
class DeviceTensors {
public:
    explicit DeviceTensors(Device& device, std::size_t max_tensors = 64);
    ~DeviceTensors() { *held_ -= bytes(); }
    DeviceTensors(const DeviceTensors&) = delete;
    DeviceTensors& operator=(const DeviceTensors&) = delete;

    /// `ne` in ggml's order: fastest first.
    ggml_tensor* add(ggml_type type, std::initializer_list<std::int64_t> ne, std::string_view name);
    /// A tensor whose values stay where they are: on the processor only, in memory that outlives this and that begins at a multiple of
    /// mapped_alignment.
    ggml_tensor* add_mapped(ggml_type type, std::initializer_list<std::int64_t> ne, std::string_view name, std::span<const std::byte> bytes);
    static constexpr std::size_t mapped_alignment = 32;
    /// Before allocate(): the tensors of the groups share two places of the largest group's size, those of the first, third, … group one,
    /// the others the other. A group's values are lost when another one of its place is set. Errors: out_of_memory.
    Result<void> allocate_in_turn(const std::vector<std::vector<ggml_tensor*>>& groups);
    /// Several places of a device get the tensors in the order in which they were added, each its part of the bytes: layers stay
    /// whole. Errors: out_of_memory.
    Result<void> allocate();
    std::size_t bytes() const;

    static void set(ggml_tensor* tensor, std::span<const float> values);
    static void set(ggml_tensor* tensor, std::span<const std::int32_t> values);

private:
    Result<void> allocate_in_one();
    Result<void> allocate_in_places();
    bool has_room(std::size_t bytes) const;
    Error no_room(std::size_t bytes) const;

    Device* device_;
    std::shared_ptr<std::uint64_t> held_;  ///< the device's count
    ggml_context_ptr context_, mapped_;
    ggml_backend_buffer_ptr buffer_;
    std::vector<ggml_backend_buffer_ptr> mapped_buffers_;
    std::vector<ggml_backend_buffer_ptr> places_;  ///< of several servers that share the tensors, or of what takes turns
};

}  // namespace haibao
