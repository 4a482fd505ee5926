// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace haibao::pdf {

/// The character identifiers (CIDs) of a CID-keyed CFF table by glyph; a PDF's text codes are these. Nothing for a name-keyed
/// table (there the code is the glyph) and for one that cannot be read. Source: Adobe Technical Note 5176, §13 and §18.
std::optional<std::vector<std::uint16_t>> cff_cids(std::span<const std::uint8_t> table);

}  // namespace haibao::pdf
