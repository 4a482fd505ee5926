// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/licence.h"

#include <map>
#include <sstream>
#include <vector>

#include "inference/base/json.h"

namespace haibao {
namespace {

constexpr std::uint64_t most_bytes = 1 << 20;
constexpr std::size_t longest_name = 80;

std::string trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\"'";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

/// A name, not a page; never half a character.
std::string as_name(std::string name) {
    if (name.size() <= longest_name) return name;
    std::size_t end = longest_name;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    return name.substr(0, end) + "…";
}

/// The fields between the two lines "---" that a model card begins with.
std::string from_card(const std::string& readme) {
    std::istringstream lines(readme);
    std::string line;
    std::map<std::string, std::string> fields;
    if (!std::getline(lines, line) || trimmed(line) != "---") return {};
    while (std::getline(lines, line) && trimmed(line) != "---")
        if (const std::size_t colon = line.find(':'); colon != std::string::npos) fields.try_emplace(line.substr(0, colon), trimmed(line.substr(colon + 1)));
    const std::string licence = fields["license"];
    return licence == "other" && !fields["license_name"].empty() ? fields["license_name"] : licence;
}

std::string from_json(const std::string& text, const std::string& name) {
    const auto json = parse_json(text, name);
    if (!json || !json->is_object()) return {};
    const auto found = json->find("license");
    return found != json->end() && found->is_string() ? trimmed(found->get<std::string>()) : std::string();
}

/// Its first line; the version where the second one is that.
std::string from_licence(const std::string& text) {
    std::istringstream lines(text);
    std::string first;
    for (std::string line; std::getline(lines, line);) {
        const std::string words = trimmed(line);
        if (words.empty()) continue;
        if (!first.empty()) return words.starts_with("Version") ? first + ", " + words : first;
        first = words;
    }
    return first;
}

}  // namespace

std::optional<Licence> licence_of(const ModelFolder& model) {
    std::vector<const char*> names(licence_texts.begin(), licence_texts.end());
    names.insert(names.begin() + 1, {"haibao.json", "model_index.json"});
    for (const char* file : names) {
        if (!model.has_text(file)) continue;
        const auto text = model.text(file, most_bytes);
        if (!text) continue;
        const std::string name = file;
        const std::string found = name == "README.md" ? from_card(*text) : name.ends_with(".json") ? from_json(*text, name) : from_licence(*text);
        if (!found.empty()) return Licence{as_name(found), name};
    }
    return std::nullopt;
}

}  // namespace haibao
