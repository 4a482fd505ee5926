// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace haibao::pdf {

/// A TrueType font of glyphs without ink, 1000 units per em: for text that can be selected but not seen, where the true font may not
/// be embedded, has pictures for glyphs, or is not needed. `advances`: of each glyph, the first one is .notdef.
std::string blank_truetype(std::span<const std::uint16_t> advances);

}  // namespace haibao::pdf
