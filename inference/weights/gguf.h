// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/weights/mapped_file.h"
#include "inference/weights/tensor_view.h"

/// GGUF, the format of ggml's model files, as far as a model of ours needs it (docs/quantised-models.md). Our own reader, because a
/// file from outside may be hostile: everything is checked against the file's size before it is believed, and memory is bounded
/// by the header's own size.
namespace haibao {

/// The header, checked in full: version 2 or 3, little endian; names once each; known types; rows of whole blocks; byte ranges
/// that are aligned, lie within the file, do not overlap and leave no more room between them than alignment needs.
struct GgufHeader {
    std::map<std::string, std::string_view, std::less<>> texts;  ///< the metadata that is text; other metadata is skipped
    std::vector<TensorView> tensors;                            ///< in the order of their bytes; shapes row-major
    std::span<const std::byte> bytes;                           ///< of the header itself
};
/// Errors: corrupt_file, unsupported (a version or tensor type that is not known); `file` stands in them.
Result<GgufHeader> parse_gguf(std::span<const std::byte> bytes, std::string_view file);

/// A mapped GGUF file.
class GgufFile {
public:
    /// Errors: not_found, io, corrupt_file, unsupported.
    static Result<GgufFile> open(const std::filesystem::path& path);

    const GgufHeader& header() const { return header_; }
    const MappedFile& mapping() const { return file_; }
    const std::string& name() const { return name_; }  ///< without folders

private:
    GgufFile(MappedFile file, GgufHeader header, std::string name)
        : file_(std::move(file)), header_(std::move(header)), name_(std::move(name)) {}

    MappedFile file_;
    GgufHeader header_;
    std::string name_;
};

/// A file to be written: the header's bytes, and where each tensor begins in the file.
struct GgufTensor {
    std::string name;
    DType dtype;
    std::vector<std::int64_t> shape;  ///< row-major, as TensorView
};
struct GgufLayout {
    std::string header;                  ///< up to the first tensor's byte
    std::vector<std::uint64_t> offsets;  ///< of the tensors, from the file's beginning
    std::uint64_t bytes = 0;             ///< of the whole file
};
GgufLayout lay_out_gguf(const std::vector<std::pair<std::string, std::string>>& texts, const std::vector<GgufTensor>& tensors);

}  // namespace haibao
