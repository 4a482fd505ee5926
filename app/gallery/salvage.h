// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"

namespace haibao::gallery {

/// Copies what can still be read of a broken library.db into a new, empty library: table by table, around damaged pages; a
/// damaged header is replaced on a copy. Rows that refer to lost ones are dropped; returns how many. Errors: only those of
/// the new library.
Result<std::int64_t> salvage(const std::filesystem::path& broken, Library& library);

}  // namespace haibao::gallery
