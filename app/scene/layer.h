// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/colour.h"
#include "app/scene/description.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace haibao::scene {

struct Stop {
    double at = 0;  ///< 0…1, rising
    Colour colour;
};
struct Solid {
    Colour colour;
};
struct Linear {
    QPointF from, to;
    std::vector<Stop> stops;
};
struct Radial {
    QPointF centre;
    double radius = 0;
    std::vector<Stop> stops;
};
using Paint = std::variant<Solid, Linear, Radial>;

/// The same paint with every colour changed by `change`.
template <class Change>
Paint recoloured(Paint paint, Change change) {
    if (auto* solid = std::get_if<Solid>(&paint)) solid->colour = change(solid->colour);
    if (auto* linear = std::get_if<Linear>(&paint))
        for (Stop& stop : linear->stops) stop.colour = change(stop.colour);
    if (auto* radial = std::get_if<Radial>(&paint))
        for (Stop& stop : radial->stops) stop.colour = change(stop.colour);
    return paint;
}

/// A filled path. Its own fill rule (winding or odd-even) holds. Gradients are interpolated in sRGB between stops and
/// padded beyond them, as in QGradient and in PDF's axial and radial shadings with Extend.
struct Fill {
    QPainterPath path;
    Paint paint;
};

/// Light around a point: alpha falls from the centre to nothing at the radius.
struct Glow {
    QPointF centre;
    double radius = 0;
    Colour colour;  ///< alpha: strength at the centre
};

/// A blurred path: a soft shadow (normal or multiply) or the halo of a neon tube (screen).
struct Soft {
    QPainterPath path;
    QPointF offset;
    double blur = 0;  ///< standard deviation of the blur
    Colour colour;
};

enum class Blend { normal, multiply, screen };

/// One thing to paint. All lengths are in scene units (see Scene).
struct Layer {
    std::variant<Fill, Glow, Soft> content;
    std::string part;  ///< what it belongs to, for the layer list: "sky", "mountains", "moon"
    Blend blend = Blend::normal;
    QPainterPath clip;  ///< empty: none
};

/// A picture as a list of layers, bottom first. Geometry is in scene units: the page is `units` large, its area always
/// 1000 × 1000, whatever the size it is painted at; so the same description is the same picture at any size.
struct Scene {
    QSizeF units{1000, 1000};
    QSizeF page{1000, 1000};  ///< the size asked for, in the caller's unit; `page` / `units` is the scale
    std::vector<Layer> layers;
    /// The main colour of things that have one, so that words can name it ("a red sun").
    std::vector<std::pair<Subject, Colour>> colours;
    QRectF title_area;  ///< calm ground for a title, in scene units; empty where none was asked
    double scale() const { return page.width() / units.width(); }
};

}  // namespace haibao::scene
