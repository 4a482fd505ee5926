// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace haibao {

/// A point is the 72nd part of an inch, an inch 25.4 mm.
inline constexpr double points_per_mm = 72 / 25.4;

}  // namespace haibao
