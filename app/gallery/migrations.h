// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/sqlite.h"

namespace haibao::gallery {

/// "haib": marks a library.db.
inline constexpr std::int32_t application_id = 0x68616962;

/// The schema of library.db in steps. Steps that were released never change; new ones are appended.
sqlite::Migrations migrations();

}  // namespace haibao::gallery
