// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/mark_paths.h"

namespace haibao::pdf {
namespace {

constexpr double line_width = 0.25;

void line(QPainterPath& path, QPointF from, QPointF to) {
    const bool flat = from.y() == to.y();
    const QPointF half = flat ? QPointF(0, line_width / 2) : QPointF(line_width / 2, 0);
    path.addRect(QRectF(from - half, to + half).normalized());
}

}  // namespace

QPainterPath crop_marks(const QRectF& trim, double bleed) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double offset = mark_offset(bleed), far = offset + mark_length;
    for (const double x : {trim.left(), trim.right()}) {
        line(path, {x, trim.top() - far}, {x, trim.top() - offset});
        line(path, {x, trim.bottom() + offset}, {x, trim.bottom() + far});
    }
    for (const double y : {trim.top(), trim.bottom()}) {
        line(path, {trim.left() - far, y}, {trim.left() - offset, y});
        line(path, {trim.right() + offset, y}, {trim.right() + far, y});
    }
    return path;
}

QPainterPath registration_marks(const QRectF& trim, double bleed) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const double away = mark_offset(bleed) + mark_length / 2, reach = mark_length / 2, radius = 0.6 * reach;
    const QPointF middle = trim.center();
    for (const QPointF centre : {QPointF(middle.x(), trim.top() - away), QPointF(middle.x(), trim.bottom() + away), QPointF(trim.left() - away, middle.y()),
                                 QPointF(trim.right() + away, middle.y())}) {
        line(path, centre - QPointF(reach, 0), centre + QPointF(reach, 0));
        line(path, centre - QPointF(0, reach), centre + QPointF(0, reach));
        QPainterPath outer, inner;
        outer.addEllipse(centre, radius + line_width / 2, radius + line_width / 2);
        inner.addEllipse(centre, radius - line_width / 2, radius - line_width / 2);
        path.addPath(outer);
        path.addPath(inner.toReversed());
    }
    return path;
}

}  // namespace haibao::pdf
