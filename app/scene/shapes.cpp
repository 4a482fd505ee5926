// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"

#include <QPainterPathStroker>
#include <QPolygonF>
#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haibao::scene {

QPainterPath smooth(const Points& p, bool closed) {
    QPainterPath path;
    const auto n = static_cast<int>(p.size());
    if (n == 0) return path;
    path.moveTo(p[0]);
    const auto at = [&](int i) -> QPointF {
        if (closed) return p[static_cast<std::size_t>((i % n + n) % n)];
        return p[static_cast<std::size_t>(i < 0 ? 0 : i >= n ? n - 1 : i)];
    };
    for (int i = 0; i < (closed ? n : n - 1); ++i) {
        const QPointF a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
        path.cubicTo(b + (c - a) / 6, c - (d - b) / 6, c);
    }
    if (closed) path.closeSubpath();
    return path;
}

QPainterPath polygon(const Points& points, bool closed) {
    QPainterPath path;
    for (std::size_t i = 0; i < points.size(); ++i) i == 0 ? path.moveTo(points[i]) : path.lineTo(points[i]);
    if (closed) path.closeSubpath();
    return path;
}

QPainterPath circle(QPointF centre, double radius) {
    QPainterPath path;
    path.addEllipse(centre, radius, radius);
    return path;
}

QPainterPath oval(QPointF centre, double rx, double ry) {
    QPainterPath path;
    path.addEllipse(centre, rx, ry);
    return path;
}

QPainterPath rectangle(const QRectF& rect) {
    QPainterPath path;
    path.addRect(rect);
    return path;
}

QPainterPath rounded(const QRectF& rect, double radius) {
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

namespace {

/// To coordinates where the path is some thousand units large.
QTransform enlarging(const QPainterPath& path) {
    const QRectF box = path.controlPointRect();
    const double size = std::max(box.width(), box.height());
    return QTransform::fromScale(size > 0 ? 4000 / size : 1, size > 0 ? 4000 / size : 1);
}

}  // namespace

QPainterPath united(const QPainterPath& overlapping) {
    const QTransform large = enlarging(overlapping);
    return large.inverted().map(large.map(overlapping).simplified());
}

QPainterPath minus(const QPainterPath& a, const QPainterPath& b) {
    const QTransform large = enlarging(a);
    return large.inverted().map(large.map(a).subtracted(large.map(b)));
}

QPainterPath common(const QPainterPath& a, const QPainterPath& b) {
    const QTransform large = enlarging(a);
    return large.inverted().map(large.map(a).intersected(large.map(b)));
}

QPainterPath ring(QPointF centre, double outer, double inner) {
    QPainterPath path = circle(centre, outer);  // odd-even by default
    path.addEllipse(centre, inner, inner);
    return path;
}

QPainterPath stroke(const QPainterPath& line, double width, bool round) {
    if (line.isEmpty()) return {};
    const QTransform large = enlarging(line);
    QPainterPathStroker stroker;
    stroker.setWidth(width * large.m11());
    stroker.setCapStyle(round ? Qt::RoundCap : Qt::FlatCap);
    stroker.setJoinStyle(round ? Qt::RoundJoin : Qt::MiterJoin);
    stroker.setCurveThreshold(0.05);
    QPainterPath outline = large.inverted().map(stroker.createStroke(large.map(line)));
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

QPainterPath tapered(const Points& points, double from, double to) {
    const auto n = points.size();
    if (n < 2) return {};
    Points outline(2 * n);
    for (std::size_t i = 0; i < n; ++i) {
        const QPointF d = points[i + 1 < n ? i + 1 : i] - points[i > 0 ? i - 1 : i];
        const double length = std::max(std::hypot(d.x(), d.y()), 1e-9);
        const double half = (from + (to - from) * static_cast<double>(i) / static_cast<double>(n - 1)) / 2;
        const QPointF side(-d.y() / length * half, d.x() / length * half);
        outline[i] = points[i] + side;
        outline[2 * n - 1 - i] = points[i] - side;
    }
    QPainterPath path = smooth(outline, true);
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPointF polar(QPointF centre, double radius, double angle) {
    return centre + QPointF(radius * std::cos(angle), radius * std::sin(angle));
}

QPainterPath blob(QPointF centre, double radius, double wobble, Rng rng, int count) {
    Points points;
    const double turn = rng.between(0, 2 * std::numbers::pi);
    for (int i = 0; i < count; ++i)
        points.push_back(
            polar(centre, radius * (1 + wobble * rng.between(-1, 1)), turn + 2 * std::numbers::pi * i / count));
    return smooth(points, true);
}

QPainterPath petal(QPointF base, QPointF tip, double width, double belly) {
    const QPointF d = tip - base;
    const double length = std::max(std::hypot(d.x(), d.y()), 1e-9);
    const QPointF side(-d.y() / length * width * 0.67, d.x() / length * width * 0.67);
    QPainterPath path(base);
    path.cubicTo(base + d * belly * 0.5 + side, base + d * (belly + (1 - belly) * 0.5) + side, tip);
    path.cubicTo(base + d * (belly + (1 - belly) * 0.5) - side, base + d * belly * 0.5 - side, base);
    path.closeSubpath();
    return path;
}

QPainterPath sector(QPointF centre, double inner, double outer, double from, double to) {
    const auto degrees = [](double radians) { return -radians * 180 / std::numbers::pi; };
    const auto box = [&](double r) { return QRectF(centre.x() - r, centre.y() - r, 2 * r, 2 * r); };
    QPainterPath path;
    path.arcMoveTo(box(outer), degrees(from));
    path.arcTo(box(outer), degrees(from), degrees(to - from));
    if (inner > 0)
        path.arcTo(box(inner), degrees(to), degrees(from - to));
    else
        path.lineTo(centre);
    path.closeSubpath();
    return path;
}

QPainterPath star(QPointF centre, double radius, double inner, int points, double turn) {
    Points outline;
    for (int i = 0; i < 2 * points; ++i)
        outline.push_back(polar(centre, i % 2 ? inner : radius, turn + std::numbers::pi * (i - 0.5 * points) / points));
    return polygon(outline);
}

QPainterPath crescent(QPointF centre, double radius, double bite, QPointF offset) {
    return minus(circle(centre, radius), circle(centre + offset * radius, radius * bite));
}

QPainterPath ground_below(const QPainterPath& skyline, double bottom) {
    QPainterPath path = skyline;
    const double left = skyline.elementAt(0).x;
    path.lineTo(path.currentPosition().x(), bottom);
    path.lineTo(left, bottom);
    path.closeSubpath();
    return path;
}

QPainterPath wobble(const QPainterPath& path, double amplitude, double scale, Rng rng) {
    QPainterPath result;
    result.setFillRule(path.fillRule());
    for (const QPolygonF& polygon : path.toSubpathPolygons()) {
        const Noise dx(rng.fork("x")), dy(rng.fork("y"));
        rng = rng.fork("next");
        double total = 0;
        for (qsizetype i = 0; i + 1 < polygon.size(); ++i)
            total += std::hypot(polygon[i + 1].x() - polygon[i].x(), polygon[i + 1].y() - polygon[i].y());
        // Towards the end the noise is led back to where it began, so that no seam shows.
        const auto shift = [&](double at) {
            const double back = std::clamp((at - total) / std::min(2 * scale, total / 2) + 1, 0.0, 1.0);
            const auto value = [&](const Noise& noise) {
                return noise.at(at / scale) * (1 - back) + noise.at((at - total) / scale) * back;
            };
            return QPointF(value(dx), value(dy)) * amplitude;
        };
        Points points;
        double along = 0, next = 0;
        const double step = scale * 0.4;
        for (qsizetype i = 0; i + 1 < polygon.size(); ++i) {
            const QPointF d = polygon[i + 1] - polygon[i];
            const double length = std::hypot(d.x(), d.y());
            for (; next < along + length; next += step) {
                const QPointF at = polygon[i] + d * ((next - along) / length);
                points.push_back(at + shift(next));
            }
            along += length;
        }
        if (points.size() > 2) result.addPath(smooth(points, true));
    }
    return result;
}

double Noise::lattice(std::int64_t i) const {
    return Rng(key_ ^ static_cast<std::uint64_t>(i) * 0x9e3779b97f4a7c15u).between(-1, 1);
}

double Noise::at(double x) const {
    const double cell = std::floor(x), t = x - cell;
    const auto i = static_cast<std::int64_t>(cell);
    const double ease = t * t * t * (t * (6 * t - 15) + 10);
    return lattice(i) * (1 - ease) + lattice(i + 1) * ease;
}

double Noise::fractal(double x, int octaves, double roughness) const {
    double sum = 0, height = 1, total = 0;
    for (int i = 0; i < octaves; ++i) {
        sum += height * at(x + 17.3 * i);
        total += height;
        height *= roughness;
        x *= 2;
    }
    return sum / total;
}

}  // namespace haibao::scene
