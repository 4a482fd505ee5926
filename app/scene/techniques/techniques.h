// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/technique.h"

namespace haibao::scene {

/// Light from above: every shape a gentle gradient, haze at the foot of far ground, halos.
class Gradient : public Technique {
public:
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shine(Stage& stage, QPointF centre, double radius, Colour colour) const override;
    void shadow(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
    void haze(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
};

/// Chinese ink wash: a dark ridge that dissolves into mist, bodies as washes with pooled edges, one spot of colour.
class Ink : public Technique {
public:
    Tones tones(Tones tones, const SceneDescription& description) const override;
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shine(Stage& stage, QPointF centre, double radius, Colour colour) const override;
    void shade(Stage& stage, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const override;
    using Technique::shade;
    void shadow(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
    void haze(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
};

/// Sheets of paper over each other: even colours, a cut edge that catches light, a soft shadow on the sheet below.
class PaperCut : public Technique {
public:
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shadow(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
    void haze(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
    void shine(Stage&, QPointF, double, Colour) const override {}
};

/// Circles, triangles and bars in few strong even colours on paper.
class Bauhaus : public Technique {
public:
    Tones tones(Tones tones, const SceneDescription& description) const override;
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    bool geometric() const override { return true; }
    void shine(Stage&, QPointF, double, Colour) const override {}
};

/// Two or three inks printed over each other, a little out of register, with a coarse halftone for shades.
class Riso : public Technique {
public:
    Tones tones(Tones tones, const SceneDescription& description) const override;
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shine(Stage&, QPointF, double, Colour) const override {}
};

/// Glowing tubes on a dark wall.
class Neon : public Technique {
public:
    Tones tones(Tones tones, const SceneDescription& description) const override;
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void mark(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shine(Stage& stage, QPointF centre, double radius, Colour colour) const override;
    void line(Stage& stage, const QPainterPath& path, double width, Colour colour) const override;
    void shade(Stage& stage, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const override;
    using Technique::shade;
    void shadow(Stage&, const QPainterPath&, double, Colour) const override {}
    void haze(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour, {}, Blend::screen);
    }
};

/// Transparent washes with uneven edges on white paper.
class Watercolour : public Technique {
public:
    Tones tones(Tones tones, const SceneDescription& description) const override;
    void backdrop(Stage& stage) const override;
    void land(Stage& stage, const Land& land) const override;
    void body(Stage& stage, const QPainterPath& path, Colour colour) const override;
    void disc(Stage& stage, const QPainterPath& path, QPointF centre, double radius, Colour colour) const override;
    void shine(Stage& stage, QPointF centre, double radius, Colour colour) const override;
    void shadow(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
    void haze(Stage& s, const QPainterPath& path, double blur, Colour colour) const override {
        s.soft(path, blur, colour);
    }
};

}  // namespace haibao::scene
