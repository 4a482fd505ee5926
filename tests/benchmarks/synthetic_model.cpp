// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/synthetic_model.h"

#include <unistd.h>

#include <cstdlib>

#include "inference/weights/synthesize.h"

namespace haibao::bench {
namespace fs = std::filesystem;

Result<SyntheticModel> SyntheticModel::make(const fs::path& pattern, std::optional<ModelType> type) {
    SyntheticModel model;
    std::string name = (fs::temp_directory_path() / "haibao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return fail(ErrorKind::io, "Could not make a temporary folder for the benchmark.");
    model.path_ = name;
    const int layers = type ? 3 : 1;
    const SyntheticSize size{.width = 1, .language_layers = layers, .vision_layers = 1, .glyph_layers = 1, .diffusion_layers = layers, .vocabulary = 32768};
    const fs::path path = type ? model.path_ / "model.gguf" : model.path_;
    if (auto made = type ? synthesize_gguf(pattern, path, size, *type) : synthesize_model(pattern, path, size); !made) return pass_on(made);
    auto folder = ModelFolder::open(path);
    if (!folder) return pass_on(folder);
    model.folder_ = std::move(*folder);
    return model;
}

SyntheticModel::SyntheticModel(SyntheticModel&& other) noexcept
    : path_(std::exchange(other.path_, {})), folder_(std::move(other.folder_)) {}

SyntheticModel::~SyntheticModel() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace haibao::bench
