// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/model_folder.h"

#include <algorithm>
#include <charconv>

#include "inference/base/files.h"
#include "inference/base/json.h"
#include "inference/base/sha256.h"

namespace haibao {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr JsonLimits config_limits{.bytes = 16u << 20, .values = 1'000'000, .depth = 32};

struct ComponentInfo {
    Component component;
    std::string_view folder;
    std::string_view config;      ///< its JSON file
    std::string_view class_name;  ///< in model_index.json; empty: not looked at
    bool weights;
};
constexpr std::array<ComponentInfo, 7> infos{{
    {Component::vision_language_encoder, "vision_language_encoder", "config.json", "GlmImageForConditionalGeneration",
     true},
    {Component::text_encoder, "text_encoder", "config.json", "T5EncoderModel", true},
    {Component::transformer, "transformer", "config.json", "GlmImageTransformer2DModel", true},
    {Component::vae, "vae", "config.json", "AutoencoderKL", true},
    {Component::scheduler, "scheduler", "scheduler_config.json", "FlowMatchEulerDiscreteScheduler", false},
    {Component::processor, "processor", "preprocessor_config.json", "", false},
    {Component::tokenizer, "tokenizer", "tokenizer_config.json", "", false},
}};

const ComponentInfo& info_of(Component component) {
    return *std::ranges::find(infos, component, &ComponentInfo::component);
}

/// The text at `key`, or an empty one.
std::string text_at(const json& object, const char* key) {
    auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Why a folder without model_index.json is none of ours.
std::unexpected<Error> not_a_model(const fs::path& folder) {
    std::error_code code;
    if (!fs::is_directory(folder, code))
        return fail(ErrorKind::not_found, "{} is not a folder. A model is a folder with model_index.json.",
                    short_name(folder));
    if (auto config = read_json(folder / "config.json", config_limits); config && config->is_object()) {
        auto kinds = config->find("architectures");
        std::string kind = text_at(*config, "model_type");
        if (kinds != config->end() && kinds->is_array() && !kinds->empty() && kinds->front().is_string())
            kind = kinds->front().get<std::string>();
        return fail(ErrorKind::unsupported, "{} holds a single network ({}), not a GLM-Image checkpoint.",
                    short_name(folder), kind.empty() ? "of unknown kind" : kind);
    }
    return fail(ErrorKind::not_found,
                "{} has no model_index.json, so it is no GLM-Image checkpoint. Name the folder that holds it.",
                short_name(folder));
}

Result<void> check_index(const json& index, const std::string& folder) {
    std::string kind = text_at(index, "_class_name");
    if (kind != "GlmImagePipeline")
        return fail(ErrorKind::unsupported, "{} holds a {} checkpoint; this program runs GLM-Image (GlmImagePipeline).",
                    folder, kind.empty() ? "nameless" : kind);
    for (const ComponentInfo& info : infos) {
        auto entry = index.find(info.folder);
        if (info.class_name.empty() || entry == index.end()) continue;
        std::string found = entry->is_array() && entry->size() == 2 && entry->back().is_string()
                                ? entry->back().get<std::string>()
                                : "";
        if (found != info.class_name)
            return fail(ErrorKind::unsupported, "{}/model_index.json: {} is a \"{}\"; this program knows {}.", folder,
                        info.folder, found, info.class_name);
    }
    return {};
}

/// "768x1024" or [768, 1024]: width, then height.
void read_size(ConfigReader& cfg, const json& value, ModelDefaults& defaults) {
    int width = 0, height = 0;
    if (value.is_string()) {
        const std::string& text = value.get_ref<const std::string&>();
        const char* end = text.data() + text.size();
        auto [cross, first] = std::from_chars(text.data(), end, width);
        if (first != std::errc() || cross == end || *cross != 'x' || std::from_chars(cross + 1, end, height).ptr != end)
            width = 0;
    } else {
        auto sides = cfg.integers("size", 2, 32, 16384);
        width = static_cast<int>(sides[0]), height = static_cast<int>(sides[1]);
    }
    if (width < 32 || height < 32 || width > 16384 || height > 16384 || width % 32 || height % 32)
        return cfg.reject(ErrorKind::corrupt_file,
                          "haibao.json: \"size\" must be like \"768x1024\", both multiples of 32.");
    defaults.width = width, defaults.height = height;
}

}  // namespace

std::string gguf_key(const std::string& name) { return name == "haibao.json" ? "haibao.defaults" : "haibao.file." + name; }

std::string_view to_string(Component component) { return info_of(component).folder; }
bool has_weights(Component component) { return info_of(component).weights; }

Result<ModelFolder> ModelFolder::open(const fs::path& path) {
    std::error_code code;
    ModelFolder model;
    model.path_ = path;
    if (fs::is_regular_file(path, code)) {
        auto file = GgufFile::open(path);
        if (!file) return pass_on(file);
        model.gguf_ = std::make_shared<const GgufFile>(std::move(*file));
        if (!model.has_text("model_index.json"))
            return fail(ErrorKind::unsupported, "{} is a GGUF file of another program. Haibao runs those that haibao-cli models convert makes.",
                        model.gguf_->name());
    } else if (!model.has_text("model_index.json")) {
        return not_a_model(path);
    }
    auto index = model.parsed("model_index.json");
    if (!index) return pass_on(index);
    if (auto checked = check_index(*index, short_name(path, 1)); !checked) return pass_on(checked);
    if (auto read = model.read_configs(); !read) return pass_on(read);
    if (auto read = model.read_defaults(); !read) return pass_on(read);
    return model;
}

bool ModelFolder::has_text(const std::string& name) const {
    std::error_code code;
    return gguf_ ? gguf_->header().texts.contains(gguf_key(name)) : fs::exists(path_ / name, code);
}

Result<std::string> ModelFolder::text(const std::string& name, std::uint64_t max_bytes) const {
    if (!gguf_) return read_file(path_ / name, max_bytes);
    const auto found = gguf_->header().texts.find(gguf_key(name));
    if (found == gguf_->header().texts.end())
        return fail(ErrorKind::not_found, "{} lacks {}: the model is incomplete.", gguf_->name(), name);
    if (found->second.size() > max_bytes)
        return fail(ErrorKind::corrupt_file, "{} in {} is {} bytes long, more than makes sense.", name, gguf_->name(), found->second.size());
    std::string text(found->second);
    if (auto there = gguf_->mapping().still_there(); !there) return pass_on(there);
    return text;
}

Result<json> ModelFolder::parsed(const std::string& name) const {
    if (!gguf_) return read_json(path_ / name, config_limits);
    auto content = text(name, config_limits.bytes);
    if (!content) return pass_on(content);
    return parse_json(*content, name, config_limits);
}

Result<void> ModelFolder::read_configs() {
    std::error_code code;
    for (const ComponentInfo& info : infos) {
        const std::string name = config_name(info.component);
        // ByT5 needs no files of its own: its ids are bytes.
        if (info.component == Component::tokenizer && !has_text(name)) {
            configs_[info.component] = json::object();
            continue;
        }
        if (!gguf_ && !fs::is_directory(path_ / info.folder, code))
            return fail(ErrorKind::not_found, "{} lacks the folder {}: the model is incomplete.", short_name(path_, 1),
                        info.folder);
        auto config = parsed(name);
        if (!config) return pass_on(config);
        configs_[info.component] = std::move(*config);
    }
    for (const char* file : {"tokenizer.json", "tokenizer_config.json"})
        if (!has_text("processor/" + std::string(file)))
            return fail(ErrorKind::not_found, "processor/{} is missing: the model is incomplete.", file);
    if (const std::string name = "vision_language_encoder/generation_config.json"; has_text(name)) {
        auto config = parsed(name);
        if (!config) return pass_on(config);
        generation_config_ = std::move(*config);
    }
    return {};
}

Result<void> ModelFolder::read_defaults() {
    ModelDefaults& defaults = defaults_;
    std::error_code code;
    const fs::path whole = fs::absolute(path_, code).lexically_normal();
    const fs::path last = (whole.has_filename() ? whole : whole.parent_path()).filename();
    defaults.name = (gguf_ ? last.stem() : last).string();

    ConfigReader generation(generation_config_, "vision_language_encoder/generation_config.json");
    defaults.temperature = generation.number("temperature", 0, 100, defaults.temperature);
    defaults.top_p = generation.number("top_p", 1e-6, 1, defaults.top_p);
    if (!generation.boolean("do_sample", true)) defaults.temperature = 0;
    if (auto read = generation.result(); !read) return pass_on(read);

    if (!has_text("haibao.json")) return {};
    auto own_file = parsed("haibao.json");
    if (!own_file) return pass_on(own_file);
    ConfigReader own(*own_file, "haibao.json");
    defaults.name = own.text("name", defaults.name);
    defaults.steps = static_cast<int>(own.integer("steps", 1, 200, defaults.steps));
    defaults.guidance = own.number("guidance", 0, 100, defaults.guidance);
    defaults.temperature = own.number("temperature", 0, 100, defaults.temperature);
    defaults.top_p = own.number("top_p", 1e-6, 1, defaults.top_p);
    defaults.text_mode = own.one_of("text_mode", {"paint", "layers"}, defaults.text_mode);
    if (own.has("size")) read_size(own, (*own_file)["size"], defaults);
    if (own.has("vocabulary")) {
        const nlohmann::json& words = (*own_file)["vocabulary"];
        if (!words.is_array())
            own.reject(ErrorKind::corrupt_file, "haibao.json: \"vocabulary\" is not a list of words.");
        for (const nlohmann::json& word : words) {
            if (word.is_string())
                defaults.vocabulary.push_back(word.get<std::string>());
            else
                own.reject(ErrorKind::corrupt_file, "haibao.json: \"vocabulary\" holds something that is no word.");
        }
    }
    return own.result();
}

fs::path ModelFolder::folder(Component component) const { return path_ / to_string(component); }

const json& ModelFolder::config(Component component) const { return configs_.at(component); }

std::string ModelFolder::config_name(Component component) {
    const ComponentInfo& info = info_of(component);
    return std::string(info.folder) + "/" + std::string(info.config);
}

ConfigReader ModelFolder::reader(Component component) const {
    return ConfigReader(config(component), config_name(component));
}

Result<const TensorStore*> ModelFolder::tensors(Component component) {
    auto& store = stores_[component];
    if (!store) {
        const std::string name(to_string(component));
        auto opened = gguf_ ? TensorStore::of_gguf(gguf_, name) : TensorStore::open(folder(component), name);
        if (!opened) return pass_on(opened);
        store = std::move(*opened);
    }
    return store.get();
}

Result<std::string> ModelFolder::identity() {
    // Headers alone would not tell a fine-tuned model from its origin, so a few pages of every file are taken in too.
    constexpr std::size_t samples = 64, sample_bytes = 4096;
    Sha256 hash;
    auto add = [&hash](std::string_view name, std::span<const std::byte> bytes) {
        hash.update(std::format("{}\n{}\n", name, bytes.size())).update(bytes);
    };
    for (Component component : all_components) {
        const std::string text = config(component).dump();
        add(config_name(component), std::as_bytes(std::span(text)));
        if (!has_weights(component)) continue;
        auto store = tensors(component);
        if (!store) return pass_on(store);
        for (const WeightFile& file : (*store)->files()) {
            add(gguf_ ? "model.gguf" : file.name, file.header);
            const auto bytes = file.mapping->bytes();
            for (std::size_t i = 1; i <= samples; ++i) {
                std::size_t at = bytes.size() / samples * i;
                at -= std::min(at, sample_bytes);
                hash.update(bytes.subspan(at, std::min(sample_bytes, bytes.size() - at)));
            }
            if (auto there = file.mapping->still_there(); !there) return pass_on(there);
        }
    }
    return hash.hex();
}

}  // namespace haibao
