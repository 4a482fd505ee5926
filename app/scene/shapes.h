// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/rng.h"

#include <QPainterPath>
#include <QPointF>

#include <vector>

namespace haibao::scene {

using Points = std::vector<QPointF>;

/// A smooth curve through the points (Catmull-Rom as cubic Béziers), open or closed.
QPainterPath smooth(const Points& points, bool closed);
/// Straight lines through the points.
QPainterPath polygon(const Points& points, bool closed = true);
QPainterPath circle(QPointF centre, double radius);
QPainterPath oval(QPointF centre, double rx, double ry);
QPainterPath rectangle(const QRectF& rect);
QPainterPath rounded(const QRectF& rect, double radius);
/// Boolean operations that stay exact on small shapes: Qt's flatten curves by a fixed tolerance, so they are done
/// enlarged.
QPainterPath united(const QPainterPath& overlapping);
QPainterPath minus(const QPainterPath& a, const QPainterPath& b);
QPainterPath common(const QPainterPath& a, const QPainterPath& b);
/// The band between two circles.
QPainterPath ring(QPointF centre, double outer, double inner);
/// A line drawn as an outline of constant width with round ends and joins.
QPainterPath stroke(const QPainterPath& line, double width, bool round = true);
/// A line whose width falls linearly from `from` to `to` along smooth(points).
QPainterPath tapered(const Points& points, double from, double to);
/// A circle with `count` bumps; `wobble` is the relative height of an irregular outline.
QPainterPath blob(QPointF centre, double radius, double wobble, Rng rng, int count = 9);
/// A leaf or petal from `base` to `tip`, `width` wide at its belly (0…1 along its length).
QPainterPath petal(QPointF base, QPointF tip, double width, double belly = 0.5);
/// A ring sector or, with inner 0, a slice of a circle. Angles in radians, clockwise from the right.
QPainterPath sector(QPointF centre, double inner, double outer, double from, double to);
QPainterPath star(QPointF centre, double radius, double inner, int points, double turn = 0);
/// What the disc at `centre` leaves when another of `bite` times its size, moved by `offset` radii, is cut out.
QPainterPath crescent(QPointF centre, double radius, double bite = 0.86, QPointF offset = {0.42, -0.18});

/// The outline redrawn by an unsteady hand: every point moved by up to about `amplitude`, in bumps of length `scale`.
QPainterPath wobble(const QPainterPath& path, double amplitude, double scale, Rng rng);
/// Dots on a grid turned by 30 degrees; `size(point)` gives each one's share (0…1) of the largest that does not touch
/// its neighbours.
template <class Size>
QPainterPath halftone(const QRectF& area, double pitch, Size size);

/// Closes a skyline given from left to right down to y = bottom.
QPainterPath ground_below(const QPainterPath& skyline, double bottom);

QPointF polar(QPointF centre, double radius, double angle);

/// Smooth one-dimensional noise in about [-1, 1] with lattice distance 1.
class Noise {
public:
    explicit Noise(Rng rng) : rng_(rng), key_(rng_.next()) {}
    double at(double x) const;
    /// `octaves` layers, each twice as fine and `roughness` times as high; scaled to about [-1, 1].
    double fractal(double x, int octaves, double roughness = 0.5) const;

private:
    double lattice(std::int64_t i) const;
    Rng rng_;
    std::uint64_t key_;
};

template <class Size>
QPainterPath halftone(const QRectF& area, double pitch, Size size) {
    QPainterPath dots;
    const double reach = area.width() / 2 + area.height() / 2;
    const QPointF u(pitch * 0.8660254, pitch * 0.5), v(-pitch * 0.5, pitch * 0.8660254);
    const int n = static_cast<int>(reach / pitch) + 2;
    for (int i = -n; i <= n; ++i)
        for (int j = -n; j <= n; ++j) {
            const QPointF at = area.center() + u * i + v * j;
            if (!area.adjusted(-pitch, -pitch, pitch, pitch).contains(at)) continue;
            const double r = 0.5 * pitch * size(at);
            if (r > 0.06 * pitch) dots.addEllipse(at, r, r);
        }
    return dots;
}

}  // namespace haibao::scene
