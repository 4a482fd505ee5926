// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "app/typeset/itemise.h"
#include "app/typeset/paragraph.h"

namespace haibao::typeset {

/// Glyphs of [begin, end) of an item, in the text's order.
std::vector<ShapedGlyph> shape(const Source& source, const Item& item, int begin, int end);

/// Everything about a paragraph that does not depend on its measure: items, glyphs, units with break opportunities and the
/// spacing between them.
ShapedParagraph shape_paragraph(const Source& source, int begin, int end, FaceChooser& faces);

}  // namespace haibao::typeset
