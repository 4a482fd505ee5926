// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/typeset/face.h"

namespace haibao::pdf {

/// How a face's outlines go into a PDF.
enum class FontProgram : std::uint8_t { none, cff, truetype };
/// `none` for fonts without a usable outline table (bitmaps, CFF2).
FontProgram program_of(const typeset::Face& face);
/// The CIDs by glyph of a CID-keyed CFF font; empty for others.
std::vector<std::uint16_t> cids_of(const typeset::Face& face);

/// The font cut down to these glyphs, at its place in the design space: a bare CFF table, or a TrueType file without what text in
/// a PDF has no use for. `renumbered`: glyph → its number in the new font; those of CID-keyed fonts keep their CIDs anyway.
std::optional<std::string> subset(const typeset::Face& face, FontProgram program, const std::map<hb_codepoint_t, std::uint16_t>& renumbered);

}  // namespace haibao::pdf
