// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/upload.h"

#include <algorithm>
#include <vector>

namespace haibao::ops {
namespace {

/// Converts in pieces of this many elements, so that uploading needs little memory of its own.
constexpr std::int64_t piece = 1 << 20;
/// What needs no conversion goes in larger ones.
constexpr std::int64_t stored_piece = std::int64_t{1} << 25;

/// What goes to the device as it is, or stays where it is.
Result<void> upload_stored(const TensorStore& store, const TensorView& source, ggml_tensor* tensor, Look look) {
    const Block block = block_of(source.dtype);
    TensorView part = source;
    for (std::int64_t first = 0; first < source.elements(); first += stored_piece) {
        const std::int64_t count = std::min(stored_piece, source.elements() - first);
        if (look == Look::at_every_value)
            if (auto finite = check_finite(source, first, count); !finite) return finite;
        const auto at = static_cast<std::size_t>(first / block.elements) * block.bytes;
        part.bytes = source.bytes.subspan(at, static_cast<std::size_t>(count / block.elements) * block.bytes);
        if (tensor->data != source.bytes.data()) ggml_backend_tensor_set(tensor, part.bytes.data(), at, part.bytes.size());
        if (look == Look::at_every_value) store.release(part);
    }
    return {};
}

}  // namespace

ggml_type block_type(DType dtype) {
    switch (dtype) {
        case DType::q4_0: return GGML_TYPE_Q4_0;
        case DType::q8_0: return GGML_TYPE_Q8_0;
        case DType::q4_k: return GGML_TYPE_Q4_K;
        case DType::q6_k: return GGML_TYPE_Q6_K;
        default: return GGML_TYPE_COUNT;
    }
}

bool is_stored_as(ggml_type type, DType dtype) {
    return type == block_type(dtype) || (type == GGML_TYPE_BF16 && dtype == DType::bf16) || (type == GGML_TYPE_F32 && dtype == DType::f32);
}

Result<void> upload(const TensorStore& store, const StoredTensor& what, Look look) {
    const auto& [tensor, source] = what;
    if (is_stored_as(tensor->type, source.dtype)) return upload_stored(store, source, tensor, look);
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

}  // namespace haibao::ops
