// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"
#include "app/scene/layer.h"
#include "app/scene/rng.h"

#include <initializer_list>

namespace haibao::scene {

class Technique;

/// The palette after time of day, mood and style have had their say.
struct Tones {
    Colour sky_top, sky_low, far, near, light, accent, ink, paper;
    /// Ground at depth 0 (far) … 1 (near).
    Colour land(double depth) const { return mix(far, near, depth); }
};

/// The accent where it is warm, else the light colour: lamps, lanterns, evening skies.
Colour warm_accent(const Tones& tones);
/// A sun is yellow, red or white, never green: golden where the accent is cool.
Colour sun_colour(const Tones& tones);

/// Where a picture is put together: the page's measures, the colours, and the growing list of layers. Subjects decide
/// shapes and ask the style to put them down.
class Stage {
public:
    Stage(const SceneDescription& description, QSizeF page);

    const SceneDescription& description;
    const Technique& technique;
    Tones tones;
    double w = 0, h = 0;    ///< the page in scene units
    double unit = 0;        ///< measure for the size of things: the shorter side, a little longer on long pages
    double horizon = 0;     ///< y where ground meets sky
    double ground_end = 0;  ///< y where the nearest ground is plain: the bottom edge, or the top of a title there
    QRectF title;           ///< to be kept calm; empty if none
    std::string part;       ///< named in every layer that is added

    QRectF page_rect() const { return {0, 0, w, h}; }
    Rng rng(std::string_view name) const { return root_.fork(name); }
    double ground_depth() const { return ground_end - horizon; }
    /// A title across the upper (or lower) part of the page, that is, one that things have to stay below (above).
    bool title_above() const { return !title.isEmpty() && title.width() > w * 0.5 && title.center().y() < h * 0.42; }
    bool title_below() const { return !title.isEmpty() && title.width() > w * 0.5 && title.center().y() > h * 0.58; }
    /// The x of left, centre or right, a little varied by the generator; away from a title at that side.
    double x_of(Place place, Rng& rng) const;
    bool is_night() const { return description.time == Time::night; }

    void fill(const QPainterPath& path, Paint paint, Blend blend = Blend::normal, const QPainterPath& clip = {});
    void fill(const QPainterPath& path, Colour colour) { fill(path, Solid{colour}); }
    void glow(QPointF centre, double radius, Colour colour, Blend blend = Blend::normal, const QPainterPath& clip = {});
    void soft(const QPainterPath& path, double blur, Colour colour, QPointF offset = {}, Blend blend = Blend::normal,
              const QPainterPath& clip = {});

    /// Remembers the colour that a subject came out in.
    void note(Subject subject, Colour colour) { scene_.colours.emplace_back(subject, colour); }

    Scene take() { return std::move(scene_); }

private:
    Rng root_;
    Scene scene_;
};

/// Evenly spaced colours along a line, with intermediate stops so that the way between them is Oklab's.
Linear blend_along(QPointF from, QPointF to, std::initializer_list<Colour> colours);
Linear blend_down(double top, double bottom, std::initializer_list<Colour> colours);

}  // namespace haibao::scene
