// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inference/base/config_reader.h"
#include "inference/base/result.h"
#include "inference/weights/tensor_store.h"

namespace haibao {

/// The folders of a GLM-Image checkpoint (spec §1).
enum class Component { vision_language_encoder, text_encoder, transformer, vae, scheduler, processor, tokenizer };
inline constexpr std::array all_components{Component::vision_language_encoder,
                                           Component::text_encoder,
                                           Component::transformer,
                                           Component::vae,
                                           Component::scheduler,
                                           Component::processor,
                                           Component::tokenizer};
/// The folder's name: "vae".
std::string_view to_string(Component component);
/// Whether the component holds weights.
bool has_weights(Component component);

/// A model's own defaults: haibao.json, else generation_config.json, else the contracts' values.
struct ModelDefaults {
    std::string name;  ///< the folder's name when haibao.json gives none
    int steps = 30;
    double guidance = 1.5;
    int width = 1024, height = 1024;  ///< pixels
    double temperature = 0.9;
    double top_p = 0.75;
    std::string text_mode = "paint";      ///< paint: the model draws the words; layers: it paints ground only
    std::vector<std::string> vocabulary;  ///< words a small model knows; empty when it knows language
};

/// The metadata entry of a GGUF file that holds one of the model's small files, named by its path inside the model.
std::string gguf_key(const std::string& name);

/// A checkpoint: a folder in the Hugging Face layout, or one GGUF file that holds the same texts and weights (made by
/// `haibao-cli models convert`). Opening reads model_index.json and the small JSON files; weights are opened when asked for. Not for
/// use from several threads at once.
class ModelFolder {
public:
    /// Errors: not_found (no such folder, a component or a config is missing), unsupported (a checkpoint of another
    /// architecture: the sentence says which), corrupt_file.
    static Result<ModelFolder> open(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    bool is_gguf() const { return gguf_ != nullptr; }
    /// The small files by their path inside the model: "processor/tokenizer.json".
    bool has_text(const std::string& name) const;
    /// Errors: not_found, io, corrupt_file (larger than `max_bytes`).
    Result<std::string> text(const std::string& name, std::uint64_t max_bytes = std::uint64_t{64} << 20) const;
    /// Where a folder's component lies.
    std::filesystem::path folder(Component component) const;
    /// config.json, scheduler_config.json, preprocessor_config.json or tokenizer_config.json, as the component has it.
    const nlohmann::json& config(Component component) const;
    /// For ConfigReader and sentences: "transformer/config.json".
    static std::string config_name(Component component);
    /// A reader of config(component); the folder must outlive it.
    ConfigReader reader(Component component) const;
    /// vision_language_encoder/generation_config.json; an empty object when there is none.
    const nlohmann::json& generation_config() const { return generation_config_; }
    const ModelDefaults& defaults() const { return defaults_; }

    /// The component's weights, opened at the first call and kept. Errors: those of TensorStore::open.
    Result<const TensorStore*> tensors(Component component);

    /// SHA-256 over all configs and all weight headers, the same wherever the folder lies: the model's identity in a
    /// generation record (contracts). Opens every store. Errors: those of tensors().
    Result<std::string> identity();

private:
    ModelFolder() = default;
    Result<void> read_configs();
    Result<void> read_defaults();
    Result<nlohmann::json> parsed(const std::string& name) const;

    std::filesystem::path path_;
    std::shared_ptr<const GgufFile> gguf_;  ///< null for a folder
    std::map<Component, nlohmann::json> configs_;
    nlohmann::json generation_config_ = nlohmann::json::object();
    ModelDefaults defaults_;
    std::map<Component, std::unique_ptr<TensorStore>> stores_;
};

}  // namespace haibao
