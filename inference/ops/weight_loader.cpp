// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/weight_loader.h"

#include <algorithm>
#include <array>
#include <new>

#include "inference/ops/cpu_linear_int8.h"
#include "inference/ops/cpu_paths.h"

namespace haibao::ops {
namespace {

/// Converts in pieces of this many elements, so that uploading needs little memory of its own.
constexpr std::int64_t piece = 1 << 20;
/// What needs no conversion goes in larger ones.
constexpr std::int64_t stored_piece = std::int64_t{1} << 25;

/// ggml's type of the same stored blocks; GGML_TYPE_COUNT for what is not quantised.
ggml_type block_type(DType dtype) {
    switch (dtype) {
        case DType::q4_0: return GGML_TYPE_Q4_0;
        case DType::q8_0: return GGML_TYPE_Q8_0;
        case DType::q4_k: return GGML_TYPE_Q4_K;
        case DType::q6_k: return GGML_TYPE_Q6_K;
        default: return GGML_TYPE_COUNT;
    }
}

bool is_stored_as(ggml_type type, DType dtype) { return type == block_type(dtype) || (type == GGML_TYPE_BF16 && dtype == DType::bf16); }

/// The processor reads blocks and tables where the file is mapped: they are no memory of the process's own, and the system may drop
/// what does not fit and read it again.
bool can_stay_mapped(const Device& device, ggml_type type, const TensorView& source) {
    return device.on_cpu() && is_stored_as(type, source.dtype) &&
           reinterpret_cast<std::uintptr_t>(source.bytes.data()) % DeviceTensors::mapped_alignment == 0;
}

/// What goes to the device as it is, or stays where it is, after a look at every value; its pages go at once, so that a large table
/// does not stand in memory while it is looked at.
Result<void> upload_stored(const TensorStore& store, const TensorView& source, ggml_tensor* tensor) {
    const Block block = block_of(source.dtype);
    TensorView part = source;
    for (std::int64_t first = 0; first < source.elements(); first += stored_piece) {
        const std::int64_t count = std::min(stored_piece, source.elements() - first);
        if (auto finite = check_finite(source, first, count); !finite) return finite;
        const auto at = static_cast<std::size_t>(first / block.elements) * block.bytes;
        part.bytes = source.bytes.subspan(at, static_cast<std::size_t>(count / block.elements) * block.bytes);
        if (tensor->data != source.bytes.data()) ggml_backend_tensor_set(tensor, part.bytes.data(), at, part.bytes.size());
        store.release(part);
    }
    return {};
}

Result<void> upload(const TensorStore& store, const TensorView& source, ggml_tensor* tensor) {
    if (is_stored_as(tensor->type, source.dtype)) return upload_stored(store, source, tensor);
    std::vector<float> floats;
    std::vector<ggml_bf16_t> halves;
    const std::size_t element = ggml_type_size(tensor->type);
    for (std::int64_t first = 0; first < source.elements(); first += piece) {
        floats.resize(static_cast<std::size_t>(std::min(piece, source.elements() - first)));
        if (auto read = read_floats(source, first, floats); !read) return pass_on(read);
        const void* bytes = floats.data();
        if (tensor->type == GGML_TYPE_BF16) {
            halves.resize(floats.size());
            ggml_fp32_to_bf16_row(floats.data(), halves.data(), static_cast<std::int64_t>(floats.size()));
            bytes = halves.data();
        }
        ggml_backend_tensor_set(tensor, bytes, static_cast<std::size_t>(first) * element, floats.size() * element);
    }
    return {};
}

}  // namespace

WeightLoader::WeightLoader(Device& device, const TensorStore& store)
    : device_(device), store_(store), tensors_(std::make_shared<DeviceTensors>(device, store.names().size() + 8)) {}

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
    pending_.push_back({tensor, source});
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

Linear WeightLoader::make_linear(const std::string& prefix, std::int64_t in, std::int64_t out, Bias bias, Products products,
                                 std::vector<std::int64_t> weight_shape) {
    const bool exact = products == Products::exact;
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
    if (layer.coarse)
        layer.int8 = quantise_matrix(in, out, read_rows);
    else
        layer.packed = pack_matrix(in, out, device_.bf16_products() && !exact, read_rows);
    store_.release(*weight);
    if (!layer.int8 && !layer.packed)
        note({ErrorKind::out_of_memory, "There is not enough memory for the weights of " + store_.component() + ".",
              weight->name});
    return layer;
}

Result<std::shared_ptr<DeviceTensors>> WeightLoader::finish() {
    if (error_) return std::unexpected(*error_);
    if (auto allocated = tensors_->allocate(); !allocated) return pass_on(allocated);
    for (const Pending& pending : pending_) {
        if (auto done = upload(store_, pending.source, pending.tensor); !done) return pass_on(done);
        store_.release(pending.source);
    }
    store_.release();
    return std::move(tensors_);
}

}  // namespace haibao::ops
