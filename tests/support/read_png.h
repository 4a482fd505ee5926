// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "inference/base/image.h"
#include "inference/base/result.h"

namespace haibao::test {

/// A PNG of any kind as 8-bit RGB: gray is replicated, a palette resolved, alpha dropped (not blended), as the
/// reference does. Errors: not_found, corrupt_file.
Result<Image> read_png(const std::filesystem::path& path);

}  // namespace haibao::test
