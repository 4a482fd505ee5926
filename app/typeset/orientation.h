// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/typeset/paragraph.h"

// How characters stand in a column (typesetting-spec §4, §5).
namespace haibao::typeset {

/// One grapheme cluster and what is decided about it, on the way to items.
struct Grapheme {
    int begin = 0, end = 0;  ///< UTF-16
    char32_t base = 0;
    int style = -1;
    hb_script_t script = HB_SCRIPT_COMMON;
    bool western = false;    ///< set in the Latin font, if the style has one
    int cell = -1;           ///< number of the tate-chu-yoko cell it is in
    std::shared_ptr<const Face> face;
    bool latin_font = false;
    Setting setting = Setting::horizontal;
};

/// Which dashes, ellipses and curly quotes stand in CJK text: those beside it. Both quotes of a pair go the same way: one upright and
/// one lying mark around a word look like a mistake. False for all else.
std::vector<bool> in_cjk_text(std::span<const Grapheme> graphemes);

/// Sets `setting` of all: UAX #50 with the tailoring for dashes, ellipses and curly quotes beside CJK. Needs faces.
void orient(std::span<Grapheme> graphemes, const Source& source);

/// Sets `cell` where characters stand side by side in one square of a column.
void find_cells(std::span<Grapheme> graphemes, const Source& source);

/// Has the font another glyph for `c` in columns?
bool has_vertical_form(const Face& face, char32_t c, const QString& lang);

}  // namespace haibao::typeset
