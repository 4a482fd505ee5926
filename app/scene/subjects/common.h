// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/shapes.h"
#include "app/scene/subjects/subjects.h"
#include "app/scene/technique.h"
#include "app/scene/vocabulary.h"

#include <QTransform>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>

namespace haibao::scene {

inline constexpr double pi = std::numbers::pi;

struct Disc {
    QPointF centre;
    double radius = 0;
};
/// Where the sun, moon or crescent of this picture hangs; nothing if it has none.
std::optional<Disc> disc_of(const Stage& stage);

/// The colour of clouds and steam: pale, but visible against this sky.
Colour pale_in_air(const Stage& stage);

/// Ground from a height function of x (0 at the foot, about 1 at the highest point).
template <class Height>
Land land_from(const Stage& s, double base, double height, double depth, double step, Height height_at) {
    Points points;
    double top = base;
    for (double x = -60; x <= s.w + 60 + step; x += step) {
        const double y = base - height * height_at(x);
        top = std::min(top, y);
        points.push_back({x, y});
    }
    const QPainterPath line = smooth(points, false);
    return {ground_below(line, s.h + 30), line, top, base + height * 0.5, depth};
}

/// A line from a to b broken `levels` times at its middle, each time by `roughness` of the piece's length.
Points crag(QPointF a, QPointF b, int levels, double roughness, Rng& rng);

/// The number of layers a layout bears: fewer where there is to be empty space.
int layers_for(const Stage& stage, int balanced);

/// Draws in an object's own coordinates: the base at (0, 0), y upwards negative, height about 1.
class Pen {
public:
    Pen(Stage& stage, QPointF base, double size, double mirror = 1, double turn = 0);
    void body(const QPainterPath& path, Colour colour) { stage_.technique.body(stage_, at(path), colour); }
    void mark(const QPainterPath& path, Colour colour) { stage_.technique.mark(stage_, at(path), colour); }
    void line(const QPainterPath& path, double width, Colour colour) {
        stage_.technique.line(stage_, at(path), width * size_, colour);
    }
    void shade(const QPainterPath& path, Colour colour, const QPainterPath& clip) {
        stage_.technique.shade(stage_, at(path), Solid{colour}, at(clip));
    }
    QPainterPath at(const QPainterPath& path) const { return to_page_.map(path); }
    QPointF at(QPointF point) const { return to_page_.map(point); }
    double size() const { return size_; }

private:
    Stage& stage_;
    double size_;
    QTransform to_page_;
};

}  // namespace haibao::scene
