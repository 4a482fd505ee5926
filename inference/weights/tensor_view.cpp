// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/tensor_view.h"

#include <array>

namespace haibao {
namespace {

struct Info {
    DType dtype;
    std::string_view word;
    Block block;
};
// In the order of the enum.
constexpr std::array<Info, 19> infos{{
    {DType::boolean, "BOOL", {1, 1}},
    {DType::u8, "U8", {1, 1}},
    {DType::i8, "I8", {1, 1}},
    {DType::f8_e4m3, "F8_E4M3", {1, 1}},
    {DType::f8_e5m2, "F8_E5M2", {1, 1}},
    {DType::u16, "U16", {1, 2}},
    {DType::i16, "I16", {1, 2}},
    {DType::f16, "F16", {1, 2}},
    {DType::bf16, "BF16", {1, 2}},
    {DType::u32, "U32", {1, 4}},
    {DType::i32, "I32", {1, 4}},
    {DType::f32, "F32", {1, 4}},
    {DType::u64, "U64", {1, 8}},
    {DType::i64, "I64", {1, 8}},
    {DType::f64, "F64", {1, 8}},
    {DType::q4_0, "Q4_0", {32, 18}},
    {DType::q8_0, "Q8_0", {32, 34}},
    {DType::q4_k, "Q4_K", {256, 144}},
    {DType::q6_k, "Q6_K", {256, 210}},
}};

const Info& info_of(DType dtype) { return infos[static_cast<std::size_t>(dtype)]; }

}  // namespace

Block block_of(DType dtype) { return info_of(dtype).block; }
std::string_view to_string(DType dtype) { return info_of(dtype).word; }

std::optional<DType> dtype_from(std::string_view word) {
    for (const Info& info : infos)
        if (info.word == word) return info.dtype;
    return std::nullopt;
}

bool is_quantised(DType dtype) { return block_of(dtype).elements > 1; }

bool is_computable(DType dtype) {
    return dtype == DType::f32 || dtype == DType::bf16 || dtype == DType::f16 || is_quantised(dtype);
}

std::optional<std::uint64_t> byte_count(std::span<const std::int64_t> shape, DType dtype) {
    const Block block = block_of(dtype);
    if (block.elements > 1 && (shape.empty() || shape.back() % block.elements != 0)) return std::nullopt;
    std::uint64_t bytes = block.bytes;
    for (std::size_t axis = 0; axis < shape.size(); ++axis) {
        const std::int64_t length = axis + 1 == shape.size() ? shape[axis] / block.elements : shape[axis];
        if (length < 0 || __builtin_mul_overflow(bytes, static_cast<std::uint64_t>(length), &bytes)) return std::nullopt;
    }
    if (bytes > INT64_MAX / 32) return std::nullopt;  // elements() must not overflow either
    return bytes;
}

std::int64_t TensorView::elements() const {
    const Block block = block_of(dtype);
    return static_cast<std::int64_t>(bytes.size() / block.bytes) * block.elements;
}

std::string shape_text(std::span<const std::int64_t> shape) {
    std::string text = "[";
    for (std::int64_t length : shape) text += (text.size() > 1 ? ", " : "") + std::to_string(length);
    return text + "]";
}

}  // namespace haibao
