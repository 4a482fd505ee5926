// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/lines.h"

namespace haibao::typeset {

/// A unit on its line. `at` and `advance` are along the line; glyphs are set from `at` + `shift`.
struct PlacedUnit {
    int unit = 0;
    double at = 0, advance = 0;
    double shift = 0;   ///< negative where the blank before an opening mark is cut
    double blank = 0;   ///< part of the advance that lies behind the glyphs: autospace
    int glyph_begin = 0, glyph_end = 0;
};

struct ComposedLine {
    LineCut cut;
    std::vector<PlacedUnit> units;  ///< all of the line; those that vanish have no advance
    double width = 0;               ///< without a hung stop
};

/// Where tabs lead: the distance from `at` to the next multiple of 4 em.
double tab_advance(double at, double em);

struct Hyphen {
    hb_codepoint_t glyph = 0;
    double advance = 0;  ///< em
};
/// U+2010, or `-` in a font without it.
Hyphen hyphen_of(const Face& face);
/// Of the hyphen behind a unit, points.
double hyphen_width(const Source& source, const ShapedParagraph& paragraph, int unit);

/// How much narrower justification could make the i-th unit of a line (typesetting-spec §12).
double reducible(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut, int i);

/// Whether a justified line can be stretched to its measure without gaps that strike the eye. In a line that fits or is too
/// wide nothing needs to be.
bool fills_well(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut);

enum class Justify : std::uint8_t {
    no,
    yes,          ///< but a line that would fall apart (a word space of 1 em, ½ em between ideographs) stays as it is
    at_any_cost,  ///< a last line that is to be justified, too: 张　三
};
/// The line's units in their places; reduced or expanded to its measure as `justify` says. Shapes anew what the line's ends
/// tore apart (new glyphs are added to the paragraph's).
ComposedLine compose_line(const Source& source, ShapedParagraph& paragraph, const LineCut& cut, Justify justify);

}  // namespace haibao::typeset
