// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/synthetic_model.h"

#include <unistd.h>

#include <cstdlib>

#include "inference/weights/synthesize.h"

namespace haibao::bench {
namespace fs = std::filesystem;

Result<SyntheticModel> SyntheticModel::make(const fs::path& pattern) {
    SyntheticModel model;
    std::string name = (fs::temp_directory_path() / "haibao-bench-XXXXXX").string();
    if (!mkdtemp(name.data())) return fail(ErrorKind::io, "Could not make a temporary folder for the benchmark.");
    model.path_ = name;
    const SyntheticSize one_layer{.width = 1, .language_layers = 1, .vision_layers = 1, .glyph_layers = 1, .diffusion_layers = 1, .vocabulary = 32768};
    if (auto made = synthesize_model(pattern, model.path_, one_layer); !made) return pass_on(made);
    auto folder = ModelFolder::open(model.path_);
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
