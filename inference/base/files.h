// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "inference/base/result.h"

namespace haibao {

/// The last `parts` components of a path, for sentences: "transformer/config.json" rather than where it lies.
std::string short_name(const std::filesystem::path& path, int parts = 2);

/// A whole regular file. Errors: not_found; io (rights, not a regular file); corrupt_file when larger than `max_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes);

}  // namespace haibao
