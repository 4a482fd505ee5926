// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hb.h>

#include <QPointF>
#include <QString>
#include <memory>
#include <vector>

#include "app/document/text.h"
#include "app/typeset/breaks.h"
#include "app/typeset/characters.h"
#include "app/typeset/face.h"
#include "app/typeset/layout.h"

// What a paragraph is between its characters and its lines. Private to this folder. Lengths in points at scale 1.
namespace haibao::typeset {

/// Text on a path is set on one line first, whatever its mode.
inline bool on_path(const document::Text& text) { return text.path.type != document::TextPath::Type::none; }
inline bool is_vertical(const document::Text& text) { return text.writing_mode == document::WritingMode::vertical_rl && !on_path(text); }

/// The text as it is set: as long as the stored one, with replacements for what cannot be shown.
struct Source {
    const document::Text& text;
    QString shown;
    const document::TextStyle& style(int index) const { return index < 0 ? text.style : text.spans[index].style; }
    QString lang(int index) const {
        const QString& own = style(index).lang;
        return own.isEmpty() ? text.lang : own;
    }
    bool vertical() const { return is_vertical(text); }
};

/// A run of equal style, font, script and setting. A tate-chu-yoko cell is an item of its own.
struct Item {
    int begin = 0, end = 0;  ///< UTF-16
    int style = -1;
    std::shared_ptr<const Face> face;
    hb_script_t script = HB_SCRIPT_COMMON;
    Setting setting = Setting::horizontal;
    double size = 0;         ///< of the glyphs: the style's, times the Latin font's scale
    double shift_em = 0;     ///< baseline shift, up positive, in em of the style
    bool trims = true;       ///< its punctuation may be set at half width
};

/// A glyph as the font gives it. `x` runs to the right and `y` up for horizontal and upright items; for sideways ones the
/// line is still lying.
struct ShapedGlyph {
    hb_codepoint_t id = 0;
    double x = 0, y = 0;
    double advance = 0;       ///< along the line
    double font_advance = 0;  ///< em
    int cluster = 0;          ///< UTF-16
    bool unsafe = false;      ///< a line cannot begin here without shaping anew
};

enum class UnitKind : std::uint8_t {
    ordinary,
    space,      ///< vanishes at a line's end
    tab,
    invisible,  ///< line separators and the like: no width, no box
};

/// The smallest part a line can be made of: one grapheme cluster, or several that the font joined.
struct Unit {
    int begin = 0, end = 0;            ///< UTF-16
    char32_t first = 0, last = 0;      ///< base characters
    int graphemes = 1;
    int item = 0;
    int glyph_begin = 0, glyph_end = 0;
    UnitKind kind = UnitKind::ordinary;
    Punct punct = Punct::none;         ///< none also where the glyph is not one em wide
    double advance = 0;
    double size = 0;                   ///< em of the style
    double blank_start = 0, blank_end = 0;  ///< what its half form takes away
    Break before = Break::no;

    // Between this unit and the next, where both are on a line.
    double spacing = 0;                ///< letter spacing
    double autospace = 0;
    double cut_end = 0;                ///< taken from this unit's end …
    double cut_next = 0;               ///< … and from the next one's start
    double ruby_before = 0, ruby_after = 0;  ///< room that a long reading needs
    bool joined = false;               ///< no gap may open before the next unit

    double gap() const { return spacing + autospace - cut_end - cut_next; }
    bool combined = false;             ///< tate-chu-yoko
};

struct ShapedParagraph {
    int index = 0;
    int begin = 0, end = 0;  ///< UTF-16, without its terminator
    int next = 0;            ///< where the following paragraph begins
    std::vector<Item> items;
    std::vector<ShapedGlyph> glyphs;
    std::vector<Unit> units;
    bool has_tabs = false;
};

}  // namespace haibao::typeset
