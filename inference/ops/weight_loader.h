// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "inference/ops/layer_stream.h"
#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"
#include "inference/weights/tensor_store.h"

namespace haibao::ops {

enum class Bias { no, yes };

/// Reads one component's tensors onto a device. Ask for every parameter by its checkpoint name and shape, then
/// finish(): a missing tensor, a wrong shape or a NaN is reported there, the first one found, with file and name.
/// Until then the returned handles must not be used.
///   WeightLoader load(device, store);
///   out_ = load.linear("proj_out", dim, channels, Bias::yes);
///   auto weights = load.finish();
///   if (!weights) return pass_on(weights);
/// Keep what finish() returns as long as the handles, and the store as well: on the processor quantised tensors stay in its mapped file.
class WeightLoader {
public:
    /// `room`: bytes that the weights may take on an accelerator.
    WeightLoader(Device& device, const TensorStore& store, std::uint64_t room = std::numeric_limits<std::uint64_t>::max());

    /// What is asked for from here on belongs to the next layer of the network; after the last one end_layers(). Layers may take turns where
    /// an accelerator has no room for all.
    void begin_layer() { layer_ = ++layers_ - 1; }
    void end_layers() { layer_ = -1; }

    /// `prefix`.weight [out, in] and `prefix`.bias [out], row-major as stored. Quantised weights stay quantised where the device
    /// can compute with them.
    Linear linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias);
    /// The same for a layer of many tokens whose small errors do no harm: with precision int8 in bytes, where the processor multiplies them.
    Linear coarse_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias);
    /// The same, always with f32 operands: where an argmax hangs on the last digits. `weight_shape` is the stored
    /// shape where it has trailing ones ([out, in, 1, 1]).
    Linear exact_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias,
                        std::vector<std::int64_t> weight_shape = {});
    /// As exact_linear, for a layer of few tokens each time: stored bf16 may be kept as it is, which is half to read.
    Linear exact_linear_of_few(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias);
    /// A tensor kept in f32 with the stored row-major `shape`; its ggml axes are the same, fastest first.
    ggml_tensor* tensor(const std::string& name, std::vector<std::int64_t> shape);
    /// A lookup table [rows, channels], kept in bf16 or quantised when it is stored so.
    ggml_tensor* table(const std::string& name, std::int64_t rows, std::int64_t channels);
    /// Values on the host (position tables), f32; empty after an error.
    std::vector<float> host(const std::string& name, std::vector<std::int64_t> shape);

    /// Allocates, converts and uploads. Errors: not_found, corrupt_file (shape, NaN), unsupported, out_of_memory.
    Result<std::shared_ptr<DeviceTensors>> finish();
    /// After finish(): to be asked for every layer before it is computed. Needs the store.
    std::unique_ptr<LayerStream> layer_stream() { return std::move(stream_); }

    Device& device() { return device_; }
    /// For ops with layouts of their own: the tensor, or nothing after noting the error for finish().
    std::optional<TensorView> view(const std::string& name, const std::vector<std::int64_t>& shape);
    void note(Error error);

private:
    struct Pending : StoredTensor {
        int layer;
    };
    enum class Products { exact, exact_of_few, usual, coarse };
    Linear make_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias, Products products,
                       std::vector<std::int64_t> weight_shape);
    ggml_tensor* place(ggml_type type, const TensorView& source);
    Result<void> arrange_layers();

    Device& device_;
    const TensorStore& store_;
    std::uint64_t room_;
    int layer_ = -1, layers_ = 0;  ///< the one at hand, −1 for none; how many
    std::unique_ptr<LayerStream> stream_;
    std::shared_ptr<DeviceTensors> tensors_;
    std::vector<Pending> pending_;
    std::optional<Error> error_;
};

}  // namespace haibao::ops
