// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>

namespace haibao::scene {

Tones Ink::tones(Tones t, const SceneDescription& d) const {
    const Colour hue = t.near;
    const bool night = d.time == Time::night;
    t.paper = with_lightness(saturate(t.sky_low, 0.45), 0.945);
    t.sky_low = night ? with_lightness(saturate(t.sky_low, 0.7), 0.60) : t.paper;
    t.sky_top = with_lightness(saturate(hue, night ? 0.8 : 0.55), night ? 0.33 : 0.84);
    t.far = with_lightness(saturate(hue, 0.75), night ? 0.42 : 0.66);
    t.near = with_lightness(saturate(hue, 0.70), 0.20);
    t.ink = with_lightness(saturate(hue, 0.60), 0.16);
    t.light = with_lightness(t.paper, 0.975);
    return t;
}

void Ink::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()), s.tones.sky_low);
    const Colour wash = s.tones.sky_top;
    s.fill(rectangle(s.page_rect()),
           Linear{{0, 0},
                  {s.w * 0.12, s.horizon},
                  {{0, wash.with_alpha(0.85)}, {0.45, wash.with_alpha(0.35)}, {1, wash.with_alpha(0)}}});
    Rng r = s.rng("ink backdrop");
    for (int i = 0; i < 2; ++i)
        s.glow({s.w * r.between(0, 1), s.horizon * r.between(0.1, 0.8)}, s.unit * r.between(0.3, 0.6),
               wash.with_alpha(0.28));
}

void Ink::land(Stage& s, const Land& land) const {
    const Colour c = s.tones.land(std::clamp(land.depth, 0.0, 1.0));
    const double strength = 0.62 + 0.30 * land.depth;
    const double foot = std::max(land.foot + s.h * 0.05, land.top + s.h * 0.12);
    // The wash bleeds a little beyond the ridge.
    s.soft(land.path, 7, c.with_alpha(0.22 * strength), {0, -3});
    const Linear wash{{0, land.top},
                      {s.w * 0.03, foot},
                      {{0, c.with_alpha(strength)},
                       {0.35, c.with_alpha(strength * 0.72)},
                       {0.75, c.with_alpha(strength * 0.25)},
                       {1, c.with_alpha(land.depth > 0.95 ? 0.12 * strength : 0)}}};
    const Rng r = s.rng("ink land " + std::to_string(qRound(land.top * 16)));
    s.fill(wobble(land.path, 3.5, 22, r), wash);
    s.fill(wobble(land.path.translated(0, 16), 11, 60, r.fork("second")),
           Linear{wash.from,
                  wash.to,
                  {{0, c.with_alpha(strength * 0.4)}, {0.5, c.with_alpha(strength * 0.14)}, {1, c.with_alpha(0)}}});
}

void Ink::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    const double size = std::min(box.width(), box.height());
    const double light = lightness(colour);
    const Rng r = s.rng("ink body " + std::to_string(qRound(box.center().x() * 16 + box.top())));
    s.soft(path, std::clamp(size * 0.06, 1.5, 8.0), lighten(colour, -0.1).with_alpha(0.35 * colour.a));
    const double full = colour.a * (light > 0.8 ? 0.85 : 0.92);
    const QPainterPath edge = size > 40 ? wobble(path, std::min(size * 0.010, 2.2), 34, r) : path;
    s.fill(edge, mix(s.tones.paper, colour, 0.35).with_alpha(colour.a));  // what lies behind does not show
    s.fill(edge, Linear{box.topLeft(),
                        box.bottomRight(),
                        {{0, lighten(colour, -0.03).with_alpha(full)},
                         {0.5, lighten(colour, 0.05).with_alpha(full * 0.86)},
                         {1, lighten(colour, -0.09).with_alpha(full)}}});
}

void Ink::disc(Stage& s, const QPainterPath& path, QPointF centre, double radius, Colour colour) const {
    const Rng r = s.rng("ink disc");
    const bool reserved = lightness(colour) > 0.85;  // a moon is left white, the sky around it is washed
    if (reserved) s.soft(circle(centre, radius * 1.25), radius * 0.35, s.tones.far.with_alpha(0.55));
    const QPainterPath edge = wobble(path, radius * 0.012, radius * 0.3, r);
    if (reserved)
        s.fill(edge, colour);
    else
        s.fill(edge,
               Linear{centre - QPointF(0, radius),
                      centre + QPointF(0, radius),
                      {{0, colour.with_alpha(0.95)}, {0.6, colour.with_alpha(0.82)}, {1, colour.with_alpha(0.55)}}});
}

void Ink::shade(Stage& s, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const {
    s.fill(path, recoloured(paint, [](Colour c) { return c.faded(0.8); }), Blend::normal, clip);
}

void Ink::shine(Stage& s, QPointF centre, double radius, Colour colour) const {
    s.glow(centre, radius * 0.7, colour.faded(0.35));
}

}  // namespace haibao::scene
