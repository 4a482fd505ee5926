// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "inference/base/result.h"

namespace haibao {

/// What a JSON text from outside may cost at most.
struct JsonLimits {
    std::uint64_t bytes = 64u << 20;
    std::size_t values = 4'000'000;
    int depth = 64;
};

/// Parses JSON that may be hostile: bounded depth and number of values, no duplicate keys. Never throws.
/// `file` names the text in the error. Errors: corrupt_file (says the byte where it stops making sense).
Result<nlohmann::json> parse_json(std::string_view text, std::string_view file, const JsonLimits& limits = {});

/// The same for a file; named by its last two path components. Errors: not_found, io, corrupt_file.
Result<nlohmann::json> read_json(const std::filesystem::path& path, const JsonLimits& limits = {});

}  // namespace haibao
