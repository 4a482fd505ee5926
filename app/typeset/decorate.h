// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/typeset/emit.h"
#include "app/typeset/faces.h"

// What accompanies the characters: readings, emphasis marks, lines (typesetting-spec §14).
namespace haibao::typeset {

/// One reading over its base.
struct Ruby {
    std::unique_ptr<document::Text> text;  ///< set like any text, at half the size
    ShapedParagraph set;
    int first = 0, last = 0;               ///< units of the base, [first, last)
    double width = 0, margin = 0;          ///< with the margins on both sides
    double hang_before = 0, hang_after = 0;  ///< how far it reaches over its neighbours
    bool spread = true;                    ///< kana and Han spread over a wider base; Latin letters do not
};

/// Sets the readings of a paragraph and makes room for those longer than their base. Call once, before lines are filled.
/// `faces` gets to know what fonts lack.
std::vector<Ruby> prepare_ruby(const Source& source, ShapedParagraph& paragraph, const FontSet& fonts, FaceChooser& faces);

/// Readings, emphasis marks, underlines and strikes of one emitted line. `first_cluster`: of the line's first unit.
void emit_decorations(const Source& source, const ShapedParagraph& paragraph, const std::vector<Ruby>& rubies, const FlowLine& line, const LinePlace& place, int first_cluster,
                      FaceChooser& faces, Layout& layout);

}  // namespace haibao::typeset
