// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/flow.h"

namespace haibao::typeset {

/// Where a line's own directions lie on the page, in points of the layout (already scaled).
struct LinePlace {
    bool vertical = false;
    double start = 0;    ///< x of a line's beginning, y of a column's
    double centre = 0;   ///< y of the em box's middle, x of a column's centre
    double em = 0;       ///< largest size on the line
    double scale = 1;
    /// How far the alphabetic baseline of text of size `own_em` lies from the middle, down or left: one baseline for all sizes
    /// of a line, each its own in a column, where sizes share their middle (typesetting-spec §6).
    double drop(double own_em) const { return 0.38 * (vertical ? own_em : em); }
    /// The middle of an em box of that size, up or right of the middle of the line.
    double middle(double own_em) const { return vertical ? 0 : 0.38 * (own_em - em); }
    /// A point `along` the line and `across` it, up or right of its middle; both at scale 1.
    QPointF at(double along, double across) const;
    /// A stretch of the line, `across` points high about its middle; em_box(): the square of text of that size.
    QRectF box(double along, double length, double across) const;
    QRectF em_box(double along, double length, double own_em) const;
};

/// Writes runs, clusters and the line's own record. `first_cluster` is the cluster of the line's first unit.
void emit_line(const Source& source, const ShapedParagraph& paragraph, const FlowLine& line, const LinePlace& place, Layout& layout);

/// The height of the middle of the figures above the baseline, em: what tate-chu-yoko centres.
double figure_middle(const Face& face);

}  // namespace haibao::typeset
