// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "inference/base/result.h"

namespace haibao::gallery {

/// Whether a library still lies where it was opened: an open file stays readable for a while after its disk has gone, and
/// whoever writes then would make a new folder in the disk's place. Errors: io.
Result<void> check_there(const std::filesystem::path& library);

}  // namespace haibao::gallery
