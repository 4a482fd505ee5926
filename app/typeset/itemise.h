// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/faces.h"
#include "app/typeset/orientation.h"
#include "app/typeset/paragraph.h"

namespace haibao::typeset {

/// The grapheme clusters of [begin, end) with style, script, font and setting.
std::vector<Grapheme> read_graphemes(const Source& source, int begin, int end, FaceChooser& faces);

/// Maximal runs of equal style, font, script and setting (typesetting-spec §2).
std::vector<Item> itemise(std::span<const Grapheme> graphemes, const Source& source);

}  // namespace haibao::typeset
