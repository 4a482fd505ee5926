// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/justify.h"

// Lines into a box (typesetting-spec §13, §15). In the box's own directions: inline along a line, block across lines, from
// right to left for columns.
namespace haibao::typeset {

/// The box by direction, at the scale under trial.
struct Frame {
    double line = 0;            ///< measure of one column; infinite in `point` mode
    double block = 0;           ///< room for lines in one column; infinite where it grows
    int columns = 1;
    double column_step = 0;     ///< from one column (tier) to the next
    double inset = 0;
};
Frame frame_of(const document::Text& text, double scale);

/// A line with its place.
struct FlowLine {
    ComposedLine line;
    int paragraph = 0;
    int begin = 0, end = 0;     ///< UTF-16, with what ends it
    double em = 0;              ///< largest size on it
    double pitch = 0;
    double space_before = 0;    ///< of its paragraph; nothing at a column's top
    double inline_start = 0;    ///< from the column's edge
    double block_start = 0;     ///< of the pitch, from the column's first edge
    int column = 0;
    bool hidden = false;
};

struct Flow {
    std::vector<FlowLine> lines;
    double block = 0;           ///< of the fullest column
    bool fits = true;           ///< block and, but for forced breaks, inline direction
    int hidden = 0;             ///< UTF-16 units on hidden lines are counted by the caller
    double widest = 0;
};

/// Breaks all paragraphs for the frame and puts the lines into its columns.
Flow flow(const Source& source, std::vector<ShapedParagraph>& paragraphs, const Frame& frame);

}  // namespace haibao::typeset
