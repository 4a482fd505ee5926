// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"
#include "inference/weights/gguf.h"
#include "inference/weights/safetensors.h"
#include "inference/weights/values.h"

namespace haibao {

/// One file of a store, or the part of a GGUF file that belongs to it.
struct WeightFile {
    std::string name;                  ///< for sentences: "transformer/model-00001-of-00003.safetensors"
    std::span<const std::byte> header;
    const MappedFile* mapping;
    std::vector<const TensorView*> tensors;
};

/// All tensors of one component: of its part of a GGUF file, or of its folder, which holds a single model.safetensors or
/// diffusion_pytorch_model.safetensors, or shards named by a *.safetensors.index.json. Opening reads headers only; values are paged in when they are read.
class TensorStore {
public:
    /// `component` stands in errors ("transformer"). Errors: not_found (no weights, a missing shard, a tensor that its
    /// shard lacks), corrupt_file (also a shard name that leaves the folder), io, unsupported (only *.bin files).
    static Result<std::unique_ptr<TensorStore>> open(const std::filesystem::path& folder, std::string component);

    /// The tensors named "COMPONENT/…" of a GGUF file. Errors: not_found (there are none).
    static Result<std::unique_ptr<TensorStore>> of_gguf(std::shared_ptr<const GgufFile> file, std::string component);

    TensorStore(const TensorStore&) = delete;
    TensorStore& operator=(const TensorStore&) = delete;

    /// Null when there is none of that name.
    const TensorView* find(std::string_view name) const;
    /// The tensor with exactly this shape (row-major, as stored) and a type the engine computes with.
    /// Errors: not_found, corrupt_file (another shape), unsupported (another dtype).
    Result<TensorView> require(std::string_view name, std::span<const std::int64_t> shape) const;
    Result<TensorView> require(std::string_view name, std::initializer_list<std::int64_t> shape) const;

    std::vector<std::string> names() const;  ///< sorted
    const std::vector<WeightFile>& files() const { return files_; }
    const std::string& component() const { return component_; }
    std::uint64_t bytes() const;  ///< of all tensors, as stored
    /// Lets the pages of a tensor go, or those of all files, once the weights were copied to a device.
    void release(const TensorView& tensor) const;
    void release() const;

private:
    TensorStore() = default;

    std::string component_;
    std::vector<SafetensorsFile> shards_;
    std::shared_ptr<const GgufFile> gguf_;
    std::vector<TensorView> parts_;  ///< of the GGUF file, named as in the checkpoint
    std::vector<WeightFile> files_;
    std::map<std::string, const TensorView*, std::less<>> tensors_;
};

}  // namespace haibao
