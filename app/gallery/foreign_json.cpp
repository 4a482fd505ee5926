// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/foreign_json.h"

#include <charconv>

#include "inference/base/json.h"
#include "inference/base/utf8.h"

namespace haibao::gallery {
namespace {

using nlohmann::json;

constexpr JsonLimits limits{.bytes = 8u << 20, .values = 400'000, .depth = 64};

/// NaN and ±Infinity outside of texts become null.
std::string without_python(std::string_view text) {
    std::string plain;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_text && text[i] == '\\' && i + 1 < text.size()) {
            (plain += text[i]) += text[i + 1];
            ++i;
            continue;
        }
        if (text[i] == '"') in_text = !in_text;
        if (!in_text) {
            bool replaced = false;
            for (const std::string_view word : {"NaN", "-Infinity", "Infinity"})
                if (text.substr(i).starts_with(word)) {
                    plain += "null";
                    i += word.size() - 1;
                    replaced = true;
                    break;
                }
            if (replaced) continue;
        }
        plain += text[i];
    }
    return plain;
}

}  // namespace

json lenient_json(std::string_view text) {
    if (text.empty()) return nullptr;
    auto parsed = parse_json(text, "metadata", limits);
    if (!parsed) parsed = parse_json(without_python(valid_utf8(text)), "metadata", limits);
    return parsed ? std::move(*parsed) : json(nullptr);
}

std::string string_at(const json& object, std::initializer_list<const char*> names) {
    if (!object.is_object()) return {};
    for (const char* name : names)
        if (const auto found = object.find(name); found != object.end() && found->is_string()) return found->get<std::string>();
    return {};
}

std::optional<std::uint64_t> seed_from(std::string_view text) {
    std::uint64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return seed;
}

std::optional<std::uint64_t> seed_at(const json& object, std::initializer_list<const char*> names) {
    if (!object.is_object()) return std::nullopt;
    for (const char* name : names) {
        const auto found = object.find(name);
        if (found == object.end()) continue;
        if (found->is_number_unsigned()) return found->get<std::uint64_t>();
        if (found->is_string())
            if (const auto seed = seed_from(found->get<std::string>())) return seed;
    }
    return std::nullopt;
}

}  // namespace haibao::gallery
