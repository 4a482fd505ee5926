// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QTransform>
#include <optional>

#include "app/document/poster.h"

class QPainter;

namespace haibao::ui {

/// Breadth of the rulers along the canvas' top and left edge, widget pixels.
inline constexpr int ruler_breadth = 22;

/// What the rulers point out besides the numbers.
struct RulerMarks {
    std::optional<QPointF> pointer;  ///< widget pixels
    QRectF selection;                ///< points on the page; null without a selection
};
void paint_rulers(QPainter& painter, const document::Page& page, const QTransform& page_to_widget, QSize canvas, const RulerMarks& marks);

/// The direction of the guide that is pulled out of the ruler under a point of the canvas: level ones come from the top.
std::optional<Qt::Orientation> ruler_at(QPointF widget_point);

/// Points between two of the rulers' smallest marks at this zoom.
double ruler_mark_distance(const document::Page& page, double zoom);

/// One guide of a page.
struct GuideId {
    Qt::Orientation direction = Qt::Horizontal;
    int index = 0;
};
std::optional<GuideId> guide_at(const document::Page& page, const QTransform& page_to_widget, QPointF widget_point);
/// Where guides of a direction stand: Guides::y for level ones, Guides::x for upright ones.
std::vector<double>& guides_of(document::Page& page, Qt::Orientation direction);
void paint_guide(QPainter& painter, Qt::Orientation direction, double at, const QTransform& page_to_widget, QSize canvas);

}  // namespace haibao::ui
