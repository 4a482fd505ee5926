// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/paragraph.h"

namespace haibao::typeset {

/// A stretch of units that stands on one line, and what is done at its ends.
struct LineCut {
    int begin = 0, end = 0;   ///< units, with the spaces that vanish at the end
    int shown_end = 0;        ///< units, without them
    double measure = 0;       ///< what the line may take
    double width = 0;         ///< what it takes, unjustified
    bool first = false;       ///< of its paragraph
    bool last = false;        ///< of its paragraph, or before a line separator: not justified
    bool half_start = false;  ///< an opening mark without its blank
    bool half_end = false;    ///< a closing mark or stop without its blank
    bool hung = false;        ///< the stop stands outside
    bool hyphen = false;
    bool forced = false;      ///< broken where no rule allows it
};

/// How wide lines may be.
struct Measure {
    double line = 0, first_line = 0;  ///< points; infinite in `point` mode
};

/// Measures stretches of a paragraph as lines; not for use by two threads.
class LineMeasurer {
public:
    LineMeasurer(const Source& source, const ShapedParagraph& paragraph, document::Paragraph style);

    /// [begin, end) as a line: which trims make it fit into `measure`, if any do. `fits` false: `cut` is as full as it is.
    struct Fit {
        bool fits = false;
        LineCut cut;
    };
    Fit fit(int begin, int end, double measure) const;
    /// No more than this is taken away from [begin, end) whatever is trimmed; for stopping a search.
    double least_width(int begin, int end) const;
    /// Whether the line would be justified, but could be only with gaps that strike the eye.
    bool falls_apart(const LineCut& cut) const;
    const ShapedParagraph& paragraph() const { return paragraph_; }
    const Source& source() const { return source_; }
    bool justified() const { return style_.align == document::Align::justify; }

private:
    double width(int begin, int end) const;
    /// With tabs: where `unit` stands on a line that begins with `begin`.
    double begins_at(int begin, int unit) const;
    /// How much narrower justification could make the line.
    double reducible_on(const LineCut& cut) const;
    bool trims_start(int begin) const;
    bool may_hang_at(int unit) const;

    const Source& source_;
    const ShapedParagraph& paragraph_;
    document::Paragraph style_;
    std::vector<double> sums_;  ///< advances and gaps before unit i
    std::vector<int> shown_;    ///< [i]: where the spaces that end before unit i begin
    std::vector<double> reducible_;  ///< where lines are justified: of the units before i, as far as they stand within a line
    mutable std::vector<double> tabbed_;  ///< begins_at() of the line that was asked for last, as far as it was asked
    mutable int tabbed_from_ = -1;
};

/// Lines of one paragraph: greedy, or even ones where `balance` is set (typesetting-spec §7).
std::vector<LineCut> fill_lines(const LineMeasurer& measurer, const Measure& measure);

/// The dynamic programme behind `balance`: as many lines as `greedy` has, as equal as the opportunities allow.
std::vector<LineCut> balance_lines(const LineMeasurer& measurer, const Measure& measure, std::vector<LineCut> greedy);

}  // namespace haibao::typeset
