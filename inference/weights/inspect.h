// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "inference/base/result.h"
#include "inference/weights/model_folder.h"

/// What `haibao-cli models list|show|verify` and the models page tell about a folder.
namespace haibao {

struct ComponentReport {
    Component component;
    std::vector<std::string> files;      ///< weight files, relative to the component's folder
    std::vector<std::string> dtypes;     ///< "BF16", most bytes first
    std::uint64_t parameters = 0;        ///< elements of all tensors
    std::uint64_t bytes = 0;             ///< of all tensors, as stored
    std::vector<std::string> missing;    ///< tensors the config calls for but the files lack
    std::vector<std::string> misshapen;  ///< "name is [4, 4], not [8, 4]"
    std::vector<std::string> unused;     ///< tensors nobody reads
};

/// Memory one stage needs beside the program, for one picture of `width`×`height`.
struct StageMemory {
    std::string stage;  ///< Stage's words of the engine: "reading_sources", "composing", "painting", "finishing"
    std::uint64_t weights = 0;  ///< bytes
    std::uint64_t mapped = 0;   ///< of `weights`: those read where the file is mapped, which the system may drop and read again
    std::uint64_t working = 0;  ///< bytes of activations and caches, an estimate
    std::uint64_t spare = 0;    ///< of `working`: what the stage can do without, in smaller parts or computing some of it twice
    std::vector<std::uint64_t> layers = {};  ///< on an accelerator: bytes of `weights` in each of the layers that may take turns
};

struct ModelReport {
    ModelDefaults defaults;
    std::string identity;  ///< SHA-256, see ModelFolder::identity()
    std::vector<ComponentReport> components;
    std::vector<StageMemory> stages;
    std::vector<std::string> problems;  ///< sentences; empty = the model can be used
};
/// Headers and configs only. Errors: those of ModelFolder::open; what is wrong further inside is listed in `problems`.
Result<ModelReport> describe_model(const std::filesystem::path& folder, int width, int height);

/// Progress of a long check: bytes done, bytes in all; return false to stop (the result is then `cancelled`).
using VerifyProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Reads everything: describe_model()'s checks, every value for NaN and infinity, and the SHA-256 sums of SHA256SUMS
/// (`sha256sum` format) at the folder's root where there is one. Problems are sentences; none = sound.
Result<std::vector<std::string>> verify_model(const std::filesystem::path& folder, const VerifyProgress& progress = {});

/// A folder with a model_index.json, or a file named *.gguf.
bool looks_like_model(const std::filesystem::path& path);
/// What looks like a model directly inside `folder`, sorted.
std::vector<std::filesystem::path> find_models(const std::filesystem::path& folder);

}  // namespace haibao
