// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <future>
#include <memory>
#include <vector>

#include "inference/runtime/device_tensors.h"
#include "inference/weights/tensor_store.h"

namespace haibao::ops {

/// A tensor on a device and the stored values that it is set from.
struct StoredTensor {
    ggml_tensor* tensor;
    TensorView source;
};

/// The layers of a network that take turns in two places on an accelerator (weights/layer_turns.h), with their values read from the mapped
/// file. While one is computed the next one is on its way, in a thread of its own, which also waits for the disk and converts; where the
/// backend cannot be written while it computes they go in turn. Made by WeightLoader; without layers that take turns it does nothing.
class LayerStream {
public:
    LayerStream(Device& device, const TensorStore& store) : device_(device), store_(store) {}
    ~LayerStream();
    LayerStream(const LayerStream&) = delete;
    LayerStream& operator=(const LayerStream&) = delete;

    /// The next layer that takes turns, with rising `layer`: the first, third, … lie in one place, the others in the other.
    void add(std::size_t layer, std::vector<StoredTensor> tensors) { turns_.push_back({layer, std::move(tensors)}); }
    /// Of the layers that take turns.
    std::size_t count() const { return turns_.size(); }
    /// Layers that were sent so far, or are on their way.
    std::size_t sent() const { return sent_; }

    /// Makes `layer` lie on the device, until the next call. Nothing may be computed meanwhile. Errors: io (its file is gone), corrupt_file.
    Result<void> bring(std::size_t layer);

private:
    struct Turn {
        std::size_t layer;
        std::vector<StoredTensor> tensors;
    };
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    Result<void> fetch(std::size_t turn) const;
    Result<void> wait();
    void begin(std::size_t turn);

    Device& device_;
    const TensorStore& store_;
    std::vector<Turn> turns_;
    std::array<std::size_t, 2> there_{none, none};  ///< the turn in each place
    std::size_t coming_ = none;                     ///< the turn that is on its way
    std::future<Result<void>> on_its_way_;
    std::size_t sent_ = 0;
};

}  // namespace haibao::ops
