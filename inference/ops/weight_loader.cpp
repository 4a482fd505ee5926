// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/weight_loader.h"

#include <algorithm>
#include <array>
#include <format>
#include <new>

#include "inference/ops/cpu_linear_int8.h"
#include "inference/ops/cpu_paths.h"
#include "inference/ops/upload.h"
#include "inference/runtime/processor.h"
#include "inference/runtime/trace_log.h"
#include "inference/weights/layer_turns.h"

namespace haibao::ops {
namespace {

/// The processor reads blocks and tables where the file is mapped: they are no memory of the process's own, and the system may drop
/// what does not fit and read it again.
bool can_stay_mapped(const Device& device, ggml_type type, const TensorView& source) {
    return device.on_cpu() && type != GGML_TYPE_F32 && is_stored_as(type, source.dtype) &&
           reinterpret_cast<std::uintptr_t>(source.bytes.data()) % DeviceTensors::mapped_alignment == 0;
}

}  // namespace

WeightLoader::WeightLoader(Device& device, const TensorStore& store, std::uint64_t room)
    : device_(device), store_(store), room_(room), tensors_(std::make_shared<DeviceTensors>(device, store.names().size() + 8)) {}

void WeightLoader::note(Error error) {
    if (!error_) error_ = std::move(error);
}

std::optional<TensorView> WeightLoader::view(const std::string& name, const std::vector<std::int64_t>& shape) {
    if (error_) return std::nullopt;
    auto found = store_.require(name, shape);
    if (!found) {
        note(std::move(found.error()));
        return std::nullopt;
    }
    return *found;
}

ggml_tensor* WeightLoader::place(ggml_type type, const TensorView& source) {
    if (source.shape.size() > GGML_MAX_DIMS) {
        note({ErrorKind::corrupt_file, "The tensor " + source.name + " has more than four axes.", source.file});
        return nullptr;
    }
    std::array<std::int64_t, 4> ne{1, 1, 1, 1};
    std::ranges::reverse_copy(source.shape, ne.begin());
    ggml_tensor* tensor = can_stay_mapped(device_, type, source) ? tensors_->add_mapped(type, {ne[0], ne[1], ne[2], ne[3]}, source.name, source.bytes)
                                                                 : tensors_->add(type, {ne[0], ne[1], ne[2], ne[3]}, source.name);
    pending_.push_back({{tensor, source}, layer_});
    return tensor;
}

ggml_tensor* WeightLoader::tensor(const std::string& name, std::vector<std::int64_t> shape) {
    const auto source = view(name, shape);
    return source ? place(GGML_TYPE_F32, *source) : nullptr;
}

ggml_tensor* WeightLoader::table(const std::string& name, std::int64_t rows, std::int64_t channels) {
    const auto source = view(name, {rows, channels});
    if (!source) return nullptr;
    if (const ggml_type blocks = block_type(source->dtype); blocks != GGML_TYPE_COUNT && device_.keeps(blocks)) return place(blocks, *source);
    return place(source->dtype == DType::bf16 ? GGML_TYPE_BF16 : GGML_TYPE_F32, *source);
}

std::vector<float> WeightLoader::host(const std::string& name, std::vector<std::int64_t> shape) {
    const auto source = view(name, shape);
    if (!source) return {};
    auto values = read_floats(*source);
    if (values) return std::move(*values);
    note(std::move(values.error()));
    return {};
}

Linear WeightLoader::linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias) {
    return make_linear(prefix, in, out, bias, Products::usual, {out, in});
}

Linear WeightLoader::coarse_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias) {
    return make_linear(prefix, in, out, bias, Products::coarse, {out, in});
}

Linear WeightLoader::exact_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias,
                                  std::vector<std::int64_t> weight_shape) {
    if (weight_shape.empty()) weight_shape = {out, in};
    return make_linear(prefix, in, out, bias, Products::exact, std::move(weight_shape));
}

Linear WeightLoader::exact_linear_of_few(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias) {
    return make_linear(prefix, in, out, bias, Products::exact_of_few, {out, in});
}

Linear WeightLoader::make_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias, Products products,
                                 std::vector<std::int64_t> weight_shape) {
    const bool exact = products == Products::exact || products == Products::exact_of_few;
    Linear layer{.in = in, .out = out, .weight = nullptr, .packed = nullptr, .bias = nullptr};
    layer.coarse = products == Products::coarse && device_.int8_products() && has_cpu_paths() && can_multiply_int8(in);
    auto weight = view(prefix + ".weight", weight_shape);
    if (!weight) return layer;
    weight->shape = {out, in};
    if (bias == Bias::yes) layer.bias = tensor(prefix + ".bias", {out});
    if (const ggml_type blocks = block_type(weight->dtype); !exact && blocks != GGML_TYPE_COUNT && device_.keeps(blocks)) {
        layer.weight = place(blocks, *weight);
        return layer;
    }
    if (!device_.on_cpu() || !has_cpu_paths()) {
        layer.weight = place(exact ? GGML_TYPE_F32 : device_.matrix_type(), *weight);
        return layer;
    }
    const auto read_rows = [&](std::int64_t first, std::int64_t count, float* into) {
        const std::span<float> rows(into, static_cast<std::size_t>(count * in));
        if (auto read = read_floats(*weight, first * in, rows); !read) {
            note(std::move(read.error()));
            std::ranges::fill(rows, 0.0f);
        }
    };
    const bool stays_small = products == Products::exact_of_few || (!exact && device_.precision() != Precision::f32);
    if (weight->dtype == DType::bf16 && stays_small && !layer.coarse) {
        if (!processor_multiplies_bf16()) layer.packed = pack_halves(in, out, read_rows);
        else if (products == Products::exact_of_few) layer.packed = pack_matrix_for_few(in, out, read_rows);
    }
    if (layer.coarse)
        layer.int8 = quantise_matrix(in, out, read_rows);
    else if (!layer.packed)
        layer.packed = pack_matrix(in, out, device_.bf16_products() && !exact, read_rows);
    store_.release(*weight);
    if (!layer.int8 && !layer.packed)
        note({ErrorKind::out_of_memory, "There is not enough memory for the weights of " + store_.component() + ".",
              weight->name});
    return layer;
}

/// Decides which layers stay on the device, and gives the others their places.
Result<void> WeightLoader::arrange_layers() {
    std::vector<std::vector<ggml_tensor*>> groups;
    stream_ = std::make_unique<LayerStream>(device_, store_);
    if (device_.on_cpu() || device_.places().size() > 1) return {};
    std::vector<std::uint64_t> bytes(static_cast<std::size_t>(layers_));
    std::uint64_t rest = 0;
    for (const Pending& pending : pending_) (pending.layer < 0 ? rest : bytes[static_cast<std::size_t>(pending.layer)]) += ggml_nbytes(pending.tensor);
    const int turns = layers_in_turn(bytes, room_ - std::min(room_, rest));
    if (turns == 0) return {};
    for (int layer = 0; layer < layers_; ++layer) {
        if (!takes_turns(layer, turns, layers_)) continue;
        std::vector<StoredTensor> tensors;
        auto& group = groups.emplace_back();
        for (const Pending& pending : pending_)
            if (pending.layer == layer) tensors.push_back(pending), group.push_back(pending.tensor);
        stream_->add(static_cast<std::size_t>(layer), std::move(tensors));
    }
    log_line(std::format("{} has room for {} of the {} layers of {}: {} are streamed to it, again and again.", device_.info().name, layers_ - turns, layers_,
                         store_.component(), turns));
    return tensors_->allocate_in_turn(groups);
}

Result<std::shared_ptr<DeviceTensors>> WeightLoader::finish() {
    if (error_) return std::unexpected(*error_);
    if (auto arranged = arrange_layers(); !arranged) return pass_on(arranged);
    if (auto allocated = tensors_->allocate(); !allocated) return pass_on(allocated);
    for (const Pending& pending : pending_) {
        if (auto done = upload(store_, pending, Look::at_every_value); !done) return pass_on(done);
        store_.release(pending.source);
    }
    store_.release();
    return std::move(tensors_);
}

}  // namespace haibao::ops
