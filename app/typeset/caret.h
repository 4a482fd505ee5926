// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <optional>
#include <utility>
#include <vector>

#include "app/typeset/layout.h"

// Where an editor's caret may stand, and what it looks like (typesetting-spec §19). All positions are in the layout's own
// coordinates; an editor maps them through the layer's placement and warp, both ways.
namespace haibao::typeset {

/// At a line's end without a line feed one index has two places: the end of this line, or the start of the next.
enum class Affinity : std::uint8_t { downstream, upstream };

struct Caret {
    int index = 0;  ///< UTF-16, at a grapheme's boundary
    Affinity affinity = Affinity::downstream;  ///< upstream: at the end of the line before
    bool operator==(const Caret&) const = default;
};

/// The caret as a line across the text, from its top (a column's left) to its bottom (right). Within tate-chu-yoko it stands
/// between the characters side by side. A caret in hidden text is at the end of what is visible.
QLineF caret_line(const Layout& layout, const document::Text& text, Caret caret);

/// The caret that a click at `point` means.
Caret hit_test(const Layout& layout, const document::Text& text, QPointF point);

/// One polygon for each line that [begin, end) touches, as high as the line; on a path one for each cluster.
std::vector<QPolygonF> selection_polygons(const Layout& layout, const document::Text& text, int begin, int end);

/// Steps by the text's own directions. In a column Down is `next`, Up `previous`, Left `next_line`, Right `previous_line`.
enum class Step : std::uint8_t { previous, next, previous_word, next_word, previous_line, next_line, line_start, line_end, text_start, text_end };

/// The caret after a step. `goal` keeps the place along the line that steps across lines aim for: pass the same one as long
/// as only those are made, and an empty one after any other.
Caret moved(const Layout& layout, const document::Text& text, Caret caret, Step step, std::optional<double>& goal);

/// What a double and a triple click select, as [begin, end); the paragraph without its line feed.
std::pair<int, int> word_at(const document::Text& text, int index);
std::pair<int, int> paragraph_at(const document::Text& text, int index);

/// The character before `index` begins here: what Backspace removes. A whole emoji, but only the last mark of several.
int backspace_begin(const document::Text& text, int index);
/// The character at `index` ends here: what Delete removes.
int delete_end(const document::Text& text, int index);

}  // namespace haibao::typeset
