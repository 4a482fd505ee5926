// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>

#include "app/document/paint.h"

// Outlines grown and stroked without boolean operations on curves: those of Qt fail on type. The winding rule does the
// uniting, because everything is turned the same way round first.
namespace haibao::render {

/// The same area with its outer contours in the direction of outline_of_stroke(); non-zero winding.
QPainterPath oriented(QPainterPath path);

/// Contours that end where they began are closed in so many words; open ones get their last line. For stroking areas.
QPainterPath closed_contours(const QPainterPath& path);

/// The band of `width` along a path, half of it on either side; non-zero winding. Mitres end at 4 times the width (§17).
QPainterPath outline_of_stroke(const QPainterPath& path, double width, document::Join join);

/// The area grown by `amount` on all sides; non-zero winding. Not for open lines.
QPainterPath grown(const QPainterPath& path, double amount, document::Join join = document::Join::round);

/// All of `area` that is not in `path`.
QPainterPath outside_of(const QPainterPath& path, const QRectF& area);

}  // namespace haibao::render
