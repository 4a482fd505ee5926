// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "app/gallery/foreign_json.h"
#include "app/gallery/foreign_metadata.h"

// ComfyUI writes no prompt but the graph that was run: {"3": {"class_type": "KSampler", "inputs": {"seed": 5, "positive":
// ["6", 0], …}}, "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "…"}}, …}. A link is [node, output].
namespace haibao::gallery {
namespace {

using nlohmann::json;

class Graph {
public:
    explicit Graph(const json& nodes) : nodes_(nodes) {}

    Making making() const {
        Making found{.origin = Origin::comfyui};
        for (const auto& [id, node] : nodes_.items()) {
            const json* inputs = inputs_of(node);
            if (!inputs) continue;
            // A sampler, whatever its name: it has something positive, or a guider that has.
            if (inputs->contains("positive") && found.prompt.empty()) {
                found.prompt = text_behind(*inputs, "positive");
                found.negative = text_behind(*inputs, "negative");
            } else if (inputs->contains("guider") && found.prompt.empty()) {
                found.prompt = text_behind(*inputs, "guider");
            }
            if (!found.seed) found.seed = seed_of(*inputs);
            if (found.model_name.empty()) found.model_name = string_at(*inputs, {"ckpt_name", "unet_name", "model_name"});
        }
        if (found.prompt.empty()) found.prompt = longest_text();
        return found;
    }

private:
    static const json* inputs_of(const json& node) {
        if (!node.is_object()) return nullptr;
        const auto inputs = node.find("inputs");
        return inputs != node.end() && inputs->is_object() ? &*inputs : nullptr;
    }

    const json* inputs_behind(const json& link) const {
        if (!link.is_array() || link.empty() || !link[0].is_string()) return nullptr;
        const auto node = nodes_.find(link[0].get<std::string>());
        return node == nodes_.end() ? nullptr : inputs_of(*node);
    }

    /// The first text on the way back from an input; graphs may have circles.
    std::string text_behind(const json& inputs, const char* name) const {
        std::set<const json*> visited;
        const auto input = inputs.find(name);
        return input == inputs.end() ? std::string() : text_of(*input, visited);
    }

    std::string text_of(const json& value, std::set<const json*>& visited) const {
        const json* inputs = inputs_behind(value);
        if (!inputs || visited.size() > 200 || !visited.insert(inputs).second) return {};
        for (const char* name : {"text", "text_g", "t5xxl", "clip_l", "string", "value", "prompt", "wildcard_text", "populated_text"})
            if (const auto found = inputs->find(name); found != inputs->end()) {
                if (found->is_string() && !found->get_ref<const std::string&>().empty()) return found->get<std::string>();
                if (std::string text = text_of(*found, visited); !text.empty()) return text;
            }
        for (const char* name : {"conditioning", "conditioning_1", "conditioning_to", "positive", "cond1", "samples"})
            if (const auto found = inputs->find(name); found != inputs->end())
                if (std::string text = text_of(*found, visited); !text.empty()) return text;
        return {};
    }

    std::optional<std::uint64_t> seed_of(const json& inputs) const {
        if (auto seed = seed_at(inputs, {"seed", "noise_seed"})) return seed;
        for (const char* name : {"seed", "noise_seed", "noise"})
            if (const auto link = inputs.find(name); link != inputs.end())
                if (const json* behind = inputs_behind(*link))
                    if (auto seed = seed_at(*behind, {"seed", "noise_seed", "value"})) return seed;
        return std::nullopt;
    }

    std::string longest_text() const {
        std::string longest;
        for (const auto& [id, node] : nodes_.items())
            if (const json* inputs = inputs_of(node))
                if (std::string text = string_at(*inputs, {"text", "prompt"}); text.size() > longest.size()) longest = std::move(text);
        return longest;
    }

    const json& nodes_;
};

/// The drawing holds texts only as values of unnamed widgets: the first is the prompt, the second what is not wanted.
Making read_drawing(const json& workflow) {
    Making making{.origin = Origin::comfyui};
    const auto nodes = workflow.find("nodes");
    if (nodes == workflow.end() || !nodes->is_array()) return making;
    for (const json& node : *nodes) {
        if (!string_at(node, {"type"}).contains("TextEncode")) continue;
        const auto values = node.find("widgets_values");
        if (values == node.end() || !values->is_array() || values->empty() || !values->front().is_string()) continue;
        const std::string text = values->front().get<std::string>();
        if (making.prompt.empty()) making.prompt = text;
        else if (making.negative.empty()) making.negative = text;
    }
    return making;
}

}  // namespace

Making read_comfyui(std::string_view prompt, std::string_view workflow) {
    if (const json nodes = lenient_json(prompt); nodes.is_object()) return Graph(nodes).making();
    if (const json drawing = lenient_json(workflow); drawing.is_object()) return read_drawing(drawing);
    return {.origin = Origin::comfyui};
}

}  // namespace haibao::gallery
