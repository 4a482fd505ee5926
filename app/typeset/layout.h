// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

#include "app/document/text.h"
#include "app/typeset/face.h"
#include "app/typeset/font_set.h"

// Text → positioned glyphs (typesetting-spec). Pure: the same text and fonts give the same result, whatever thread, zoom or
// output asks. Coordinates are points from the text box's top left corner, y down.
namespace haibao::typeset {

/// How a run's glyphs stand on the page.
enum class Setting : std::uint8_t {
    horizontal,  ///< along x
    upright,     ///< in a column, glyph upright
    sideways,    ///< in a column, turned 90° clockwise
    combined,    ///< tate-chu-yoko: horizontal within one cell of a column
};

/// One glyph; `origin` is its pen point on the page: put Face::outline() (times size) there. For a path, `angle` turns it.
struct Glyph {
    hb_codepoint_t id = 0;
    QPointF origin;        ///< offsets, vertical origin and all spacing are in it
    double advance = 0;    ///< points along the line, as set (with spacing)
    double font_advance = 0;  ///< em, the font's own along the run's direction: what a PDF /W or /W2 entry says
    double angle = 0;      ///< degrees clockwise, besides the setting's own 90° for sideways
    int cluster = 0;       ///< index into Layout::clusters
};

/// Glyphs of one font, style, setting and line.
struct GlyphRun {
    std::shared_ptr<const Face> face;
    double size = 0;                ///< points
    double scale_x = 1, scale_y = 1;  ///< of the glyph about its origin: composite fonts, tate-chu-yoko
    double skew = 0;                ///< degrees
    Setting setting = Setting::horizontal;
    int style = -1;                 ///< index into Text::spans, −1 = Text::style
    int line = 0;
    bool decoration = false;        ///< ruby, emphasis marks, hyphens: not part of the text's own characters
    std::vector<Glyph> glyphs;
};

/// What belongs together for a caret: every UTF-16 code unit of the text is in exactly one cluster. In text order.
struct Cluster {
    int begin = 0, end = 0;  ///< UTF-16
    int line = 0;            ///< of hidden ones: the last visible line, −1 when there is none
    QRectF box;              ///< em box: advance along the line × size across it; hidden ones are empty
    bool hidden = false;     ///< overflowed, or a line feed
    double gap = 0;          ///< blank at the end of the advance that is not the character's own (autospace, justification)
    double angle = 0;        ///< degrees clockwise that the box is turned about its centre, on a path
    std::vector<double> carets;  ///< inner caret stops as fractions of the advance (ligatures, ——, tate-chu-yoko)
};

/// One line or column.
struct Line {
    int begin = 0, end = 0;  ///< UTF-16, with trailing spaces and the line feed
    QString text;            ///< as read, without them
    QRectF box;              ///< measure used × pitch
    double baseline = 0;     ///< y of the baseline, or x of the column's centre
    int paragraph = 0, column = 0;
    bool hyphenated = false;
};

/// A line drawn with the text: underline, strike-through.
struct Rule {
    QRectF box;
    int style = -1;
};

enum class WarningKind : std::uint8_t {
    missing_glyphs, missing_font, changed_font, fallback_used, does_not_fit, forced_break, overflow, bidi_unsupported, bitmap_enlarged,
    ruby_collides, ruby_split, path_too_short, no_embedding, replaced_control, too_long
};
/// As reports and JSON name it: "missing-glyphs".
const char* word_of(WarningKind kind);

struct Warning {
    WarningKind kind;
    QString message;           ///< an English sentence with everything in it
    QStringList characters;    ///< missing_glyphs: each character once
    QString font;              ///< the font that lacks them
    QStringList available_in;  ///< installed families that have all of them
};

struct Layout {
    std::vector<GlyphRun> runs;  ///< in reading order
    std::vector<Cluster> clusters;
    std::vector<Line> lines;
    std::vector<Rule> rules;
    std::vector<Warning> warnings;
    QSizeF size;             ///< of the box; in grow mode as grown
    QRectF used;             ///< what the lines cover
    double scale = 1;        ///< chosen in shrink mode: everything is already scaled by it
    int hidden_characters = 0;
    document::WritingMode writing_mode = document::WritingMode::horizontal_tb;
};

/// Never fails: what cannot be set is shown as boxes or cut, with a warning that says so. `dpi`: pixels to an inch of the page,
/// for the warning about pictures in fonts; nothing else depends on it.
Layout lay_out(const document::Text& text, const FontSet& fonts, double dpi = 72);

}  // namespace haibao::typeset
