// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "inference/base/result.h"

namespace haibao {

/// Bytes done and bytes in all; false stops.
using CopyProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

/// Copies a folder with all in it (links are followed) under another name, which appears only when everything is copied and on
/// the disk: until then it is a hidden folder beside it, and what is in that already is gone on with the next time. Errors: io
/// (space, rights, a file that cannot be read), not_found, invalid_input (the target is there, or inside the source), cancelled.
Result<void> copy_folder(const std::filesystem::path& source, const std::filesystem::path& target, const CopyProgress& progress);

/// Of all files in it, links followed.
Result<std::uint64_t> folder_bytes(const std::filesystem::path& folder);

}  // namespace haibao
