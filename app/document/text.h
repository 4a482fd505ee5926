// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <array>
#include <vector>

#include "app/document/paint.h"

// A text layer's content: everything that decides how it is set (typesetting-spec §1). Lengths in points unless a name says
// em. Defaults are what a Chinese designer expects from a new text. The words kept here are the JSON form's, too.
namespace haibao::document {

enum class WritingMode : std::uint8_t { horizontal_tb, vertical_rl };
enum class TextOrientation : std::uint8_t { mixed, upright, sideways };
enum class Align : std::uint8_t { start, centre, end, justify };
enum class BlockAlign : std::uint8_t { start, centre, end };  ///< top, middle, bottom; vertical: right, middle, left
enum class Kinsoku : std::uint8_t { strict, normal, loose, none };
enum class ClreqLevel : std::uint8_t { off, gb, strict };
enum class BoxMode : std::uint8_t { point, fixed, grow, shrink };
enum class Overflow : std::uint8_t { show, clip, marker };
enum class TrimAdjacent : std::uint8_t { off, normal, tight };
enum class TrimStart : std::uint8_t { full, half, first_full };
enum class TrimEnd : std::uint8_t { full, half, automatic };
enum class Hanging : std::uint8_t { off, allow_end, force_end };
enum class LastLine : std::uint8_t { start, centre, end, justify };
enum class TateChuYoko : std::uint8_t { none, all, digits };
enum class EmphasisSide : std::uint8_t { automatic, over, under };  ///< over: above, or right of a column

/// One font of a family, as a name that fontconfig understands.
struct FontChoice {
    QString family = QStringLiteral("Noto Sans CJK SC");
    QString face;                ///< "Bold", "Light"…; empty = regular
    QMap<QString, double> axes;  ///< variable fonts: "wght" → 650
    QString file_hash;           ///< SHA-256 of the file it was last set with, to notice another one; may be empty
    bool operator==(const FontChoice&) const = default;
};

/// The font for Latin text within Chinese (composite font); no family = the layer's own font.
struct LatinFont {
    FontChoice font{.family = {}, .face = {}, .axes = {}, .file_hash = {}};
    double scale = 1;
    double baseline_shift_em = 0;  ///< up is positive
    bool operator==(const LatinFont&) const = default;
};

struct Emphasis {
    QString mark;  ///< empty = none; "•", "﹅"… or "auto" for the language's own
    EmphasisSide side = EmphasisSide::automatic;
    bool operator==(const Emphasis&) const = default;
};

/// How a stretch of text looks.
struct TextStyle {
    FontChoice font;
    LatinFont latin_font;
    QStringList fallback;        ///< families to try next, in this order
    double size = 24;            ///< points
    double line_height = 1.5;    ///< factor of the largest size on a line, or points with line_height_points
    bool line_height_points = false;
    double letter_spacing_em = 0;
    QMap<QString, int> features;  ///< OpenType: "palt" → 1
    TateChuYoko tcy = TateChuYoko::none;
    int tcy_digits = 2;           ///< for TateChuYoko::digits: longest run, 2…4
    QString ruby;                 ///< reading of the whole span; empty = none
    Emphasis emphasis;
    double baseline_shift_em = 0;
    double scale_x = 1, scale_y = 1;
    double skew = 0;              ///< degrees, as an artificial italic
    bool underline = false, strike = false;
    std::vector<Fill> fills{Fill{}};
    std::vector<Stroke> strokes;
    std::vector<Shadow> shadows;
    bool overprint = false;
    QString lang;                 ///< BCP 47; empty = the text's
    bool operator==(const TextStyle&) const = default;
};

/// A stretch with a style of its own, in UTF-16 code units of the text; spans are in order and do not overlap.
struct Span {
    int begin = 0, end = 0;
    TextStyle style;
    bool operator==(const Span&) const = default;
};

/// Paragraph n of the text (they end at a line feed); missing ones are like the last.
struct Paragraph {
    Align align = Align::start;
    double indent_first_em = 0, indent_start_em = 0, indent_end_em = 0;
    double space_before = 0, space_after = 0;  ///< points
    bool operator==(const Paragraph&) const = default;
};

struct Columns {
    int count = 1;
    double gap = 12;
    bool operator==(const Columns&) const = default;
};

/// The box that the text is set in. Its size is the layer's frame; `grow` changes the frame's block size.
struct TextBox {
    BoxMode mode = BoxMode::fixed;
    double width = 0, height = 0;  ///< points; no matter in `point` mode
    double inset = 0;
    Columns columns;
    BlockAlign block_align = BlockAlign::start;
    bool operator==(const TextBox&) const = default;
};

struct PunctuationTrim {
    TrimAdjacent adjacent = TrimAdjacent::normal;
    TrimStart line_start = TrimStart::half;
    TrimEnd line_end = TrimEnd::automatic;
    bool operator==(const PunctuationTrim&) const = default;
};

struct Justification {
    LastLine last_line = LastLine::start;
    bool latin_letter_spacing = false;  ///< the last resort
    bool operator==(const Justification&) const = default;
};

struct Hyphenation {
    bool on = false;
    int min_left = 2, min_right = 3;
    bool operator==(const Hyphenation&) const = default;
};

struct Autofit {
    double min_scale = 0.25, step = 0.005;
    bool operator==(const Autofit&) const = default;
};

/// Text along a line (typesetting-spec §16).
struct TextPath {
    enum class Type : std::uint8_t { none, arc, circle, bezier };
    Type type = Type::none;
    double radius = 0;             ///< arc, circle: points, centred on the box
    double start_offset = 0;       ///< points along the path
    std::vector<QPointF> points;   ///< bezier: p0 c1 c2 p1 c1 c2 p2 …, points from the box's corner
    bool inside = false;           ///< on the other side of the line
    bool upright = false;          ///< letters keep their direction
    bool operator==(const TextPath&) const = default;
};

/// A distortion of the finished outlines.
struct Warp {
    enum class Type : std::uint8_t { none, arc, flag, bulge, perspective, envelope };
    Type type = Type::none;
    double bend = 0;               ///< arc, flag, bulge: −1…1
    std::vector<QPointF> corners;  ///< perspective: where the box's 4 corners go, clockwise from top left; envelope: 12 points, 4 Béziers clockwise from top left; fractions of the box
    bool operator==(const Warp&) const = default;
};

struct Text {
    QString text;
    TextStyle style;
    std::vector<Span> spans;
    std::vector<Paragraph> paragraphs{Paragraph{}};
    QString lang = QStringLiteral("zh-Hans");
    WritingMode writing_mode = WritingMode::horizontal_tb;
    TextOrientation orientation = TextOrientation::mixed;
    TextBox box;
    Kinsoku kinsoku = Kinsoku::strict;
    ClreqLevel clreq_level = ClreqLevel::off;
    PunctuationTrim punct_trim;
    Hanging hanging = Hanging::off;
    double autospace_em = 0.25;
    Justification justify;
    Hyphenation hyphenate;
    Overflow overflow = Overflow::marker;
    Autofit autofit;
    bool balance = false;   ///< even line lengths
    bool phrase = false;    ///< break between phrases
    bool optical = false;   ///< align by ink
    bool widow = false;     ///< last line of a paragraph holds at least two characters
    TextPath path;
    Warp warp;
    QJsonObject unknown;    ///< fields of a later version, kept
    bool operator==(const Text&) const = default;
};

}  // namespace haibao::document
