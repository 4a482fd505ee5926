// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

// JSON that other programs wrote, read without complaint. Private to the readers of foreign metadata.
namespace haibao::gallery {

/// Also with NaN and Infinity, which Python writes; null when it is no JSON.
nlohmann::json lenient_json(std::string_view text);

/// The first of the members that is a text.
std::string string_at(const nlohmann::json& object, std::initializer_list<const char*> names);
/// The first of the members that is a number from 0 on, also as text.
std::optional<std::uint64_t> seed_at(const nlohmann::json& object, std::initializer_list<const char*> names);
std::optional<std::uint64_t> seed_from(std::string_view text);

}  // namespace haibao::gallery
