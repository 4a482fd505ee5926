// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/warp.h"

#include <QPolygonF>
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>

namespace haibao::render {
namespace {

using Type = document::Warp::Type;

QPointF bezier(QPointF a, QPointF b, QPointF c, QPointF d, double t) {
    const double s = 1 - t;
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

double cross(QPointF a, QPointF b) { return a.x() * b.y() - a.y() * b.x(); }

/// Every corner turns the same way, clockwise as seen on a page.
bool convex(const std::vector<QPointF>& corners) {
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF a = corners[i], b = corners[(i + 1) % 4], c = corners[(i + 2) % 4];
        if (!(cross(b - a, c - b) > 1e-9)) return false;
    }
    return true;
}

/// Adds the image of a curve from t0 to t1, split until its middle lies on the chord.
void add_curve(QPainterPath& to, const std::function<QPointF(double)>& at, double t0, QPointF p0, double t1, QPointF p1, double tolerance, int depth) {
    const auto distance = [&](QPointF p) {
        const QPointF chord = p1 - p0;
        const double length = std::hypot(chord.x(), chord.y());
        return length < 1e-12 ? std::hypot(p.x() - p0.x(), p.y() - p0.y()) : std::abs(cross(chord, p - p0)) / length;
    };
    const double middle = (t0 + t1) / 2;
    const QPointF pm = at(middle);
    const double off = std::max({distance(pm), distance(at(t0 + (t1 - t0) * 0.25)), distance(at(t0 + (t1 - t0) * 0.75))});
    if (depth == 0 || off < tolerance) {
        to.lineTo(p1);
        return;
    }
    add_curve(to, at, t0, p0, middle, pm, tolerance, depth - 1);
    add_curve(to, at, middle, pm, t1, p1, tolerance, depth - 1);
}

}  // namespace

Result<WarpMap> WarpMap::make(const document::Warp& warp, const QRectF& box) {
    if (!(box.width() > 0 && box.height() > 0)) return fail(ErrorKind::invalid_input, "A text without extent cannot be warped.");
    WarpMap map(warp.type, box);
    // At ±1 a bulge would have no height left, and an arc thicker than its radius folds.
    map.bend_ = std::clamp(std::isfinite(warp.bend) ? warp.bend : 0.0, -1.0, 1.0);
    const auto finite = [](QPointF p) { return std::isfinite(p.x()) && std::isfinite(p.y()) && std::abs(p.x()) < 1e4 && std::abs(p.y()) < 1e4; };
    if (!std::ranges::all_of(warp.corners, finite)) return fail(ErrorKind::invalid_input, "The warp has a point that is no number.");
    if (warp.type == Type::perspective) {
        if (warp.corners.size() != 4 || !convex(warp.corners))
            return fail(ErrorKind::invalid_input, "The four corners of the perspective must go round clockwise without a dent. Move them apart.");
        const QPolygonF unit{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        QPolygonF corners;
        for (const QPointF& c : warp.corners) corners << QPointF(box.x() + c.x() * box.width(), box.y() + c.y() * box.height());
        if (!QTransform::quadToQuad(unit, corners, map.perspective_)) return fail(ErrorKind::invalid_input, "The four corners of the perspective lie on a line. Move them apart.");
    }
    if (warp.type == Type::envelope) {
        if (warp.corners.size() != 12) return fail(ErrorKind::invalid_input, "An envelope needs 12 points, {} are there.", warp.corners.size());
        for (std::size_t i = 0; i < 12; ++i)
            map.envelope_[i] = QPointF(box.x() + warp.corners[i].x() * box.width(), box.y() + warp.corners[i].y() * box.height());
    }
    return map;
}

/// Bent about a point below (bend > 0): the middle line keeps its length; the whole stays about where it was.
QPointF WarpMap::arc(double u, double y) const {
    const double w = box_.width(), h = box_.height();
    const double most = w / (0.55 * h);  // radius at least a little more than half the height
    const double angle = std::clamp(bend_ * std::numbers::pi, -most, most);
    if (std::abs(angle) < 1e-9) return {box_.left() + u * w, y};
    const QPointF centre = box_.center();
    const double radius = w / angle, phi = (u - 0.5) * angle;
    const double rho = radius - (y - centre.y());
    const double lift = radius * (1 - std::cos(angle / 2)) / 2;
    return {centre.x() + rho * std::sin(phi), centre.y() + radius - rho * std::cos(phi) - lift};
}

/// S. A. Coons' patch of four borders.
QPointF WarpMap::coons(double u, double v) const {
    const auto& e = envelope_;
    const auto beyond = [&](const QPointF& a, const QPointF& b, const QPointF& c, const QPointF& d, double t) {
        if (t < 0) return a + (b - a) * (3 * t);  // straight on past the ends: ink may stick out of the box
        if (t > 1) return d + (d - c) * (3 * (t - 1));
        return bezier(a, b, c, d, t);
    };
    const QPointF top = beyond(e[0], e[1], e[2], e[3], u), right = beyond(e[3], e[4], e[5], e[6], v);
    const QPointF bottom = beyond(e[9], e[8], e[7], e[6], u), left = beyond(e[0], e[11], e[10], e[9], v);
    const QPointF ruled_v = top * (1 - v) + bottom * v, ruled_u = left * (1 - u) + right * u;
    const QPointF corners = (e[0] * (1 - u) + e[3] * u) * (1 - v) + (e[9] * (1 - u) + e[6] * u) * v;
    return ruled_v + ruled_u - corners;
}

QPointF WarpMap::map(QPointF p) const {
    const double u = (p.x() - box_.x()) / box_.width(), v = (p.y() - box_.y()) / box_.height();
    switch (type_) {
        case Type::none: return p;
        case Type::arc: return arc(u, p.y());
        case Type::flag: return {p.x(), p.y() - bend_ * 0.5 * box_.height() * std::sin(2 * std::numbers::pi * u)};
        case Type::bulge: {
            const double inner = 1 - (2 * u - 1) * (2 * u - 1);
            const double factor = 1 + std::max(bend_, -0.95) * std::clamp(inner, 0.0, 1.0);
            return {p.x(), box_.center().y() + (p.y() - box_.center().y()) * factor};
        }
        case Type::perspective: return perspective_.map(QPointF(u, v));
        case Type::envelope: return coons(u, v);
    }
    return p;
}

QTransform WarpMap::near(QPointF p) const {
    const double step = 1e-4 * std::max(box_.width(), box_.height());
    const QPointF dx = (map(p + QPointF(step, 0)) - map(p - QPointF(step, 0))) / (2 * step);
    const QPointF dy = (map(p + QPointF(0, step)) - map(p - QPointF(0, step))) / (2 * step);
    const QPointF at = map(p);
    return {dx.x(), dx.y(), dy.x(), dy.y(), at.x() - dx.x() * p.x() - dy.x() * p.y(), at.y() - dx.y() * p.x() - dy.y() * p.y()};
}

std::optional<QPointF> WarpMap::unmap(QPointF point) const {
    if (type_ == Type::none) return point;
    const double size = std::max(box_.width(), box_.height());
    // Newton's method from the nearest of a few starting points.
    QPointF at;
    double best = 1e300;
    for (int i = 0; i <= 8; ++i)
        for (int j = 0; j <= 4; ++j) {
            const QPointF start(box_.x() + box_.width() * i / 8, box_.y() + box_.height() * j / 4);
            const QPointF off = map(start) - point;
            if (const double d = std::hypot(off.x(), off.y()); d < best) best = d, at = start;
        }
    for (int step = 0; step < 40; ++step) {
        const QPointF off = map(at) - point;
        if (std::hypot(off.x(), off.y()) < 1e-9 * size) return at;
        bool solvable = false;
        const QTransform back = near(at).inverted(&solvable);
        if (!solvable) return std::nullopt;
        const QPointF next = back.map(point);
        const QPointF move = next - at;
        const double length = std::hypot(move.x(), move.y());
        at += move * std::min(1.0, 0.25 * size / std::max(length, 1e-300));
        if (!box_.adjusted(-size, -size, size, size).contains(at)) return std::nullopt;
    }
    const QPointF off = map(at) - point;
    return std::hypot(off.x(), off.y()) < 1e-6 * size ? std::optional(at) : std::nullopt;
}

QPainterPath WarpMap::map(const QPainterPath& path, double tolerance) const {
    if (type_ == Type::none) return path;
    QPainterPath result;
    result.setFillRule(path.fillRule());
    constexpr int deepest = 10;
    QPointF here, start;
    const auto line = [&](QPointF from, QPointF to) {
        if (from == to) return;
        add_curve(result, [&](double t) { return map(from + (to - from) * t); }, 0, map(from), 1, map(to), tolerance, deepest);
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        if (e.isMoveTo()) {
            if (i > 0) line(here, start);
            here = start = e;
            result.moveTo(map(here));
        } else if (e.isLineTo()) {
            line(here, e);
            here = e;
        } else if (i + 2 < path.elementCount()) {
            const QPointF a = here, b = e, c = path.elementAt(i + 1), d = path.elementAt(i + 2);
            add_curve(result, [&](double t) { return map(bezier(a, b, c, d, t)); }, 0, map(a), 1, map(d), tolerance, deepest);
            here = d;
            i += 2;
        }
    }
    line(here, start);
    return result;
}

}  // namespace haibao::render
