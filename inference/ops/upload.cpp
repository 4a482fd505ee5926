// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/upload.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "inference/ops/lanes.h"

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

[[gnu::always_inline]] inline std::uint16_t to_half(float value, std::uint32_t& too_large) {
    constexpr std::uint32_t least_normal = 0x38800000, beyond = 0x477ff000;  // 2^-14, 65520
    const auto bits = std::bit_cast<std::uint32_t>(value), size = bits & 0x7fffffffu;
    // A half's exponent is biased by 15, a float's by 127; 13 digits go, and what is in the middle becomes even.
    const std::uint32_t normal = (size - (112u << 23) + 0xfffu + ((size >> 13) & 1u)) >> 13;
    // Beside 0.5 a float has the digits that a subnormal half has.
    const std::uint32_t small = std::bit_cast<std::uint32_t>(std::bit_cast<float>(size) + 0.5f) - std::bit_cast<std::uint32_t>(0.5f);
    too_large |= size >= beyond ? 1u : 0u;
    return static_cast<std::uint16_t>((size < least_normal ? small : normal) | ((bits >> 16) & 0x8000u));
}

}  // namespace

HAIBAO_PER_PROCESSOR bool round_to_halves(const float* from, std::size_t count, std::uint16_t* to) {
    constexpr std::size_t at_once = lanes;  // a known number, so that the compiler makes vectors of them
    std::uint32_t too_large = 0;
    std::size_t i = 0;
    for (; i + at_once <= count; i += at_once)
        for (std::size_t lane = 0; lane < at_once; ++lane) to[i + lane] = to_half(from[i + lane], too_large);
    for (; i < count; ++i) to[i] = to_half(from[i], too_large);
    return too_large == 0;
}

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
    return type == block_type(dtype) || (type == GGML_TYPE_BF16 && dtype == DType::bf16) || (type == GGML_TYPE_F16 && dtype == DType::f16) ||
           (type == GGML_TYPE_F32 && dtype == DType::f32);
}

Result<void> upload(const TensorStore& store, const StoredTensor& what, Look look) {
    const auto& [tensor, source] = what;
    if (is_stored_as(tensor->type, source.dtype)) return upload_stored(store, source, tensor, look);
    std::vector<float> floats;
    std::vector<std::uint16_t> halves;
    const std::size_t element = ggml_type_size(tensor->type);
    for (std::int64_t first = 0; first < source.elements(); first += piece) {
        floats.resize(static_cast<std::size_t>(std::min(piece, source.elements() - first)));
        if (auto read = read_floats(source, first, floats); !read) return pass_on(read);
        const void* bytes = floats.data();
        if (tensor->type != GGML_TYPE_F32) {
            halves.resize(floats.size());
            bytes = halves.data();
            if (tensor->type == GGML_TYPE_BF16) ggml_fp32_to_bf16_row(floats.data(), reinterpret_cast<ggml_bf16_t*>(halves.data()), static_cast<std::int64_t>(floats.size()));
            else if (!round_to_halves(floats.data(), floats.size(), halves.data()))
                return fail(ErrorKind::unsupported, "{}: tensor \"{}\" has values of more than 65504, which this graphics card does not multiply in 16 bits. Use --precision f32.",
                            source.file, source.name);
        }
        ggml_backend_tensor_set(tensor, bytes, static_cast<std::size_t>(first) * element, floats.size() * element);
    }
    return {};
}

}  // namespace haibao::ops
