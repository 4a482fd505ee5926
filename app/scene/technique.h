// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/stage.h"

namespace haibao::scene {

/// A stretch of ground from its skyline to the bottom of the page.
struct Land {
    QPainterPath path;
    QPainterPath line;  ///< the skyline alone, from left to right
    double top = 0;     ///< y of its highest point
    double foot = 0;    ///< y where nearer ground usually covers it
    double depth = 0;   ///< 0 far … 1 near
};

/// How things are put down. Subjects give shapes and the colours they would have in plain daylight; a style turns each
/// into layers. The base class is the plain one: even colours, no shadows.
class Technique {
public:
    virtual ~Technique() = default;

    /// Changes the palette before anything is painted (ink wash drains it, neon darkens it).
    virtual Tones tones(Tones tones, const SceneDescription&) const { return tones; }
    /// The first layers, covering the page.
    virtual void backdrop(Stage& stage) const;
    virtual void land(Stage& stage, const Land& land) const;
    /// A closed shape of an object.
    virtual void body(Stage& stage, const QPainterPath& path, Colour colour) const;
    /// A small mark on a body or in the air, too small for shading.
    virtual void mark(Stage& stage, const QPainterPath& path, Colour colour) const;
    /// Sun or moon.
    virtual void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const;
    /// A shaded or lit part of something already put down, inside `clip`. Styles that draw lines only hint at it.
    virtual void shade(Stage& stage, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const;
    void shade(Stage& stage, const QPainterPath& path, Colour colour, const QPainterPath& clip) const {
        shade(stage, path, Solid{colour}, clip);
    }
    /// The shadow that a thing throws on what it stands on.
    virtual void shadow(Stage& stage, const QPainterPath& path, double blur, Colour colour) const;
    /// Something out of focus.
    virtual void haze(Stage& stage, const QPainterPath& path, double blur, Colour colour) const;
    /// Light in the air around a point.
    virtual void shine(Stage& stage, QPointF centre, double radius, Colour colour) const;
    /// A line of constant width.
    virtual void line(Stage& stage, const QPainterPath& path, double width, Colour colour) const;
    /// True where only circles, straight lines and right angles fit.
    virtual bool geometric() const { return false; }
};

/// One object per style, without state.
const Technique& technique_of(Style style);

}  // namespace haibao::scene
