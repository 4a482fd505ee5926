// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/weights/mapped_file.h"
#include "inference/weights/tensor_view.h"

namespace haibao {

/// The header of a safetensors file, checked in full against the file's size before any tensor byte is touched: header
/// ≤ 100 MB, plain JSON, known dtypes, shapes without overflow, byte ranges that fit their shape and cover the data
/// section exactly once (no overlap, no hole), no name twice. Memory is bounded by the header's own size.
struct SafetensorsHeader {
    std::vector<TensorView> tensors;              ///< in the order of their bytes
    std::map<std::string, std::string> metadata;  ///< the "__metadata__" object
    std::span<const std::byte> text;              ///< the JSON itself: what a model's identity is made of
};
/// Errors: corrupt_file, naming `file` and the tensor.
Result<SafetensorsHeader> parse_safetensors(std::span<const std::byte> bytes, std::string_view file);

/// A mapped safetensors file.
class SafetensorsFile {
public:
    /// `name` stands in errors; the last two path components when empty. Errors: not_found, io, corrupt_file.
    static Result<SafetensorsFile> open(const std::filesystem::path& path, std::string name = {});

    const std::vector<TensorView>& tensors() const { return header_.tensors; }
    const SafetensorsHeader& header() const { return header_; }
    /// Null when there is none of that name.
    const TensorView* find(std::string_view name) const;
    const std::string& name() const { return name_; }
    std::uint64_t size() const { return file_.bytes().size(); }
    const MappedFile& mapping() const { return file_; }

private:
    SafetensorsFile(MappedFile file, SafetensorsHeader header, std::string name);

    MappedFile file_;
    SafetensorsHeader header_;
    std::map<std::string, std::size_t, std::less<>> by_name_;
    std::string name_;
};

}  // namespace haibao
