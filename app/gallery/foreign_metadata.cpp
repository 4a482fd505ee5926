// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/foreign_metadata.h"

#include <algorithm>
#include <charconv>

#include "app/export/picture_metadata.h"
#include "app/gallery/foreign_json.h"

namespace haibao::gallery {
namespace {

using nlohmann::json;

constexpr std::size_t most_kept = 1 << 20;  // bytes of another program's text

std::string_view text_of(const std::vector<PngText>& texts, std::string_view keyword) {
    const auto found = std::ranges::find(texts, keyword, &PngText::keyword);
    return found == texts.end() ? std::string_view() : std::string_view(found->text);
}

std::string kept(std::initializer_list<std::pair<const char*, std::string_view>> texts) {
    json settings = json::object();
    for (const auto& [name, text] : texts)
        if (!text.empty() && text.size() <= most_kept) settings[name] = text;
    return settings.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    return std::string(text);
}

/// `Steps: 20, Size: 512x768, Model: "a, b"`: a value with a comma stands in JSON's quotes.
std::vector<std::pair<std::string, std::string>> read_pairs(std::string_view line) {
    std::vector<std::pair<std::string, std::string>> pairs;
    while (!line.empty()) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) break;
        std::string key = trimmed(line.substr(0, colon)), value;
        line.remove_prefix(colon + 1);
        while (line.starts_with(' ')) line.remove_prefix(1);
        if (line.starts_with('"')) {
            std::size_t end = 1;
            while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
            end = std::min(end + 1, line.size());
            const json quoted = lenient_json(line.substr(0, end));
            value = quoted.is_string() ? quoted.get<std::string>() : std::string(line.substr(0, end));
            line.remove_prefix(end);
            line.remove_prefix(std::min(line.size(), line.find(',') == std::string_view::npos ? line.size() : line.find(',') + 1));
        } else {
            const auto comma = std::min(line.find(','), line.size());
            value = trimmed(line.substr(0, comma));
            line.remove_prefix(std::min(line.size(), comma + 1));
        }
        pairs.emplace_back(std::move(key), std::move(value));
    }
    return pairs;
}

Making read_invokeai(std::string_view current, std::string_view older, std::string_view oldest) {
    Making making{.origin = Origin::invokeai};
    making.settings = kept({{"invokeai_metadata", current}, {"sd-metadata", older}, {"Dream", oldest}});
    if (const json metadata = lenient_json(current); metadata.is_object()) {
        making.prompt = string_at(metadata, {"positive_prompt"});
        making.negative = string_at(metadata, {"negative_prompt"});
        making.seed = seed_at(metadata, {"seed"});
        if (const auto model = metadata.find("model"); model != metadata.end()) {
            making.model_name = model->is_string() ? model->get<std::string>() : string_at(*model, {"name", "model_name"});
            if (model->is_object()) making.model_sha256 = string_at(*model, {"hash"});
        }
    } else if (const json old = lenient_json(older); old.is_object()) {
        making.model_name = string_at(old, {"model_weights", "model"});
        const json image = old.value("image", json::object());
        making.seed = seed_at(image, {"seed"});
        making.prompt = string_at(image, {"prompt"});
        if (const auto prompts = image.find("prompt"); prompts != image.end() && prompts->is_array() && !prompts->empty())
            making.prompt = string_at(prompts->front(), {"prompt"});
    } else {
        // "the prompt" -s 50 -S 1234 -W 512 …
        const auto close = oldest.rfind('"');
        making.prompt = close > 0 && close != std::string_view::npos ? std::string(oldest.substr(1, close - 1)) : std::string(oldest);
        if (const auto at = oldest.find(" -S", close == std::string_view::npos ? 0 : close); at != std::string_view::npos)
            making.seed = seed_from(trimmed(oldest.substr(at + 3, oldest.find(' ', at + 4) - at - 3)));
    }
    return making;
}

Making read_swarmui(const json& metadata, std::string_view text) {
    Making making{.origin = Origin::swarmui};
    const json& params = metadata.at("sui_image_params");
    making.prompt = string_at(params, {"prompt"});
    making.negative = string_at(params, {"negativeprompt"});
    making.model_name = string_at(params, {"model"});
    making.seed = seed_at(params, {"seed"});
    making.settings = kept({{"parameters", text}});
    return making;
}

Making read_fooocus(const json& metadata, std::string_view text) {
    Making making{.origin = Origin::fooocus};
    making.prompt = string_at(metadata, {"prompt", "Prompt"});
    making.negative = string_at(metadata, {"negative_prompt", "Negative Prompt"});
    making.model_name = string_at(metadata, {"base_model", "Base Model"});
    making.model_sha256 = string_at(metadata, {"base_model_hash"});
    making.seed = seed_at(metadata, {"seed", "Seed"});
    making.settings = kept({{"parameters", text}});
    return making;
}

Making read_parameters(std::string_view text) {
    if (text.starts_with('{'))
        if (const json metadata = lenient_json(text); metadata.is_object()) {
            if (const auto params = metadata.find("sui_image_params"); params != metadata.end() && params->is_object()) return read_swarmui(metadata, text);
            if (metadata.contains("base_model") || metadata.contains("Base Model") || metadata.contains("full_prompt")) return read_fooocus(metadata, text);
        }
    return read_a1111(text);
}

}  // namespace

Making read_a1111(std::string_view text) {
    Making making{.origin = Origin::a1111};
    making.settings = kept({{"parameters", text}});
    // The settings are the last line that begins with Steps:; a prompt may contain anything.
    std::string_view prompts = text;
    const auto last = text.rfind("\nSteps: ");
    if (last != std::string_view::npos || text.starts_with("Steps: ")) {
        const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
        prompts = text.substr(0, last == std::string_view::npos ? 0 : last);
        const auto line = text.substr(begin, text.find('\n', begin) - begin);
        for (const auto& [key, value] : read_pairs(line)) {
            if (key == "Seed") making.seed = seed_from(value);
            if (key == "Model") making.model_name = value;
            if (key == "Model hash") making.model_sha256 = value;
            if (key == "Device") making.device_class = value;
            if (key == "Version" && value.starts_with("Fooocus")) making.origin = Origin::fooocus;
            if (key == "Version" && value.starts_with("haibao")) making.origin = Origin::haibao;
        }
    }
    if (const auto negative = prompts.starts_with("Negative prompt:") ? 0 : prompts.find("\nNegative prompt:"); negative != std::string_view::npos) {
        making.negative = trimmed(prompts.substr(prompts.find(':', negative) + 1));
        prompts = prompts.substr(0, negative);
    }
    making.prompt = trimmed(prompts);
    return making;
}

FoundMaking read_making(const std::vector<PngText>& texts) {
    if (const auto own = text_of(texts, "haibao"); !own.empty())
        if (auto record = generate::record_from_json(lenient_json(own))) {
            return {making_of(*record), parents_of(*record)};
        }
    const auto text = [&](std::string_view keyword) { return text_of(texts, keyword); };
    if (!text("invokeai_metadata").empty() || !text("sd-metadata").empty() || !text("Dream").empty())
        return {read_invokeai(text("invokeai_metadata"), text("sd-metadata"), text("Dream")), {}};
    if (const auto parameters = text("parameters"); !parameters.empty()) {
        Making making = read_parameters(parameters);
        if (!text("fooocus_scheme").empty()) making.origin = Origin::fooocus;
        return {std::move(making), {}};
    }
    if (!text("prompt").empty() || !text("workflow").empty()) {
        Making making = read_comfyui(text("prompt"), text("workflow"));
        making.settings = kept({{"prompt", text("prompt")}, {"workflow", text("workflow")}});
        return {std::move(making), {}};
    }
    Making making;
    for (const char* keyword : {"Description", "Title", "Comment"})
        if (making.prompt.empty()) making.prompt = trimmed(text(keyword).substr(0, most_kept));
    return {std::move(making), {}};
}

}  // namespace haibao::gallery
