// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/outline.h"

#include <QPainterPathStroker>
#include <QTransform>
#include <algorithm>
#include <cmath>

namespace haibao::render {
namespace {

/// Twice the signed area of the polygon through a path's points; control points do for the sign.
double turning(const QPainterPath& path) {
    double sum = 0;
    QPointF start, last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPointF at = path.elementAt(i);
        if (path.elementAt(i).isMoveTo()) {
            sum += last.x() * start.y() - start.x() * last.y();
            start = last = at;
            continue;
        }
        sum += last.x() * at.y() - at.x() * last.y();
        last = at;
    }
    return sum + last.x() * start.y() - start.x() * last.y();
}

/// Qt's stroker and clipper flatten by fixed tolerances: work is done on paths some thousand units large.
QTransform enlarging(const QPainterPath& path, double detail) {
    const QRectF box = path.controlPointRect();
    const double size = std::max({box.width(), box.height(), 1e-6});
    const double factor = std::min(std::max(4000 / size, detail > 0 ? 64 / detail : 0.0), 1e6 / size);
    return QTransform::fromScale(factor, factor);
}

Qt::PenJoinStyle pen_join(document::Join join) {
    switch (join) {
        case document::Join::mitre: return Qt::SvgMiterJoin;
        case document::Join::bevel: return Qt::BevelJoin;
        case document::Join::round: break;
    }
    return Qt::RoundJoin;
}

/// +1 or −1: which way round the stroker's bands run. Found out rather than assumed.
double stroker_direction() {
    static const double direction = [] {
        QPainterPath line;
        line.lineTo(10, 0);
        QPainterPathStroker stroker;
        return turning(stroker.createStroke(line)) < 0 ? -1.0 : 1.0;
    }();
    return direction;
}

QPainterPath stroked(const QPainterPath& path, double width, document::Join join) {
    const QTransform large = enlarging(path, width);
    QPainterPathStroker stroker;
    stroker.setWidth(width * large.m11());
    stroker.setJoinStyle(pen_join(join));
    stroker.setMiterLimit(4);
    stroker.setCapStyle(join == document::Join::round ? Qt::RoundCap : Qt::FlatCap);
    QPainterPath result = large.inverted().map(stroker.createStroke(large.map(path)));
    result.setFillRule(Qt::WindingFill);
    return result;
}

}  // namespace

QPainterPath oriented(QPainterPath path) {
    if (path.fillRule() == Qt::OddEvenFill && path.elementCount() > 0) {
        const QTransform large = enlarging(path, 0);
        path = large.inverted().map(large.map(path).simplified());
    }
    path.setFillRule(Qt::WindingFill);
    if (turning(path) * stroker_direction() >= 0) return path;
    QPainterPath reversed = path.toReversed();
    reversed.setFillRule(Qt::WindingFill);
    return reversed;
}

QPainterPath closed_contours(const QPainterPath& path) {
    QPainterPath result = path;
    result.clear();
    result.setFillRule(path.fillRule());
    QPointF start;
    bool open = false;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        if (e.isMoveTo()) {
            if (open) result.closeSubpath();
            result.moveTo(start = e);
            open = false;
        } else if (e.isLineTo()) {
            // A line of no length would get a join of its own.
            if (QPointF(e) != result.currentPosition()) result.lineTo(e);
            open = true;
        } else if (i + 2 < path.elementCount()) {
            result.cubicTo(e, path.elementAt(i + 1), path.elementAt(i + 2));
            i += 2;
            open = true;
        }
    }
    if (open) result.closeSubpath();
    return result;
}

QPainterPath outline_of_stroke(const QPainterPath& path, double width, document::Join join) { return stroked(path, width, join); }

QPainterPath grown(const QPainterPath& path, double amount, document::Join join) {
    QPainterPath area = oriented(path);
    if (amount <= 0) return area;
    QPainterPath result = stroked(closed_contours(area), 2 * amount, join);
    result.addPath(area);
    result.setFillRule(Qt::WindingFill);
    return result;
}

QPainterPath outside_of(const QPainterPath& path, const QRectF& area) {
    const QTransform large = enlarging(path, 0);
    QPainterPath inside = large.inverted().map(large.map(path).simplified());  // no contour overlaps another now
    QPainterPath result;
    result.addRect(area);
    result.addPath(inside);
    result.setFillRule(Qt::OddEvenFill);
    return result;
}

}  // namespace haibao::render
