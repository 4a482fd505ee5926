// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "inference/weights/convert.h"
#include "inference/weights/model_folder.h"

namespace haibao::bench {

/// A model folder of random bf16 weights with the released widths and one layer per transformer: what one layer costs,
/// all layers cost. The small files are copied from `pattern`; nothing of it is good for painting.
class SyntheticModel {
public:
    /// Writes about 2.3 GB below the system's folder for temporary files; with a type a GGUF file with three layers per transformer,
    /// up to 4 GB. Errors: io, and those of ModelFolder.
    static Result<SyntheticModel> make(const std::filesystem::path& pattern, std::optional<ModelType> type = {});
    ~SyntheticModel();
    SyntheticModel(SyntheticModel&& other) noexcept;

    ModelFolder& folder() { return *folder_; }

private:
    SyntheticModel() = default;
    std::filesystem::path path_;
    std::optional<ModelFolder> folder_;
};

}  // namespace haibao::bench
