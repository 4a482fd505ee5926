// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haibao {

/// How a tensor's elements are stored: the types of the safetensors format that are whole bytes, then ggml's blocks of
/// quantised values. The engine computes with f32, bf16, f16 and the blocks.
enum class DType { boolean, u8, i8, f8_e4m3, f8_e5m2, u16, i16, f16, bf16, u32, i32, f32, u64, i64, f64, q4_0, q8_0, q4_k, q6_k };

/// So many elements of a row are stored together in so many bytes.
struct Block {
    std::int64_t elements = 1;
    std::size_t bytes = 1;
};
Block block_of(DType dtype);
/// "BF16", "Q4_K": the formats' own spelling.
std::string_view to_string(DType dtype);
std::optional<DType> dtype_from(std::string_view word);
bool is_quantised(DType dtype);
/// Whether the engine can compute with it.
bool is_computable(DType dtype);

/// elements along `shape` in bytes; nothing where rows are no whole blocks or the product overflows.
std::optional<std::uint64_t> byte_count(std::span<const std::int64_t> shape, DType dtype);

/// One tensor of a mapped file. Valid as long as the file (or the store that holds it).
struct TensorView {
    std::string name;  ///< as in the checkpoint
    DType dtype = DType::f32;
    std::vector<std::int64_t> shape;   ///< slowest axis first (row-major), as stored; empty for a scalar
    std::span<const std::byte> bytes;  ///< exactly byte_count(shape, dtype); may be unaligned, little endian
    std::string file;                  ///< for error sentences: "transformer/model-00001-of-00003.safetensors"

    std::int64_t elements() const;
};

/// "[4096, 64]"
std::string shape_text(std::span<const std::int64_t> shape);

}  // namespace haibao
