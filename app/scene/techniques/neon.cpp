// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>

namespace haibao::scene {
namespace {

Colour lamp(Colour c) { return saturate(with_lightness(c, std::clamp(lightness(c), 0.72, 0.86)), 1.35); }

/// A bent glass tube: wide halo, narrow halo, coloured glass, bright core.
void tube(Stage& s, const QPainterPath& line, Colour colour, double width) {
    const Colour c = lamp(colour);
    const QPainterPath glass = stroke(line, width);
    s.soft(glass, width * 4.5, c.with_alpha(0.75), {}, Blend::screen);
    s.soft(glass, width * 1.2, c.with_alpha(0.8), {}, Blend::screen);
    s.fill(glass, c);
    s.fill(stroke(line, width * 0.42), mix(c, Colour{1, 1, 1, 1}, 0.75));
}

}  // namespace

Tones Neon::tones(Tones t, const SceneDescription&) const {
    // The wall keeps the palette's hue: dark, but never black.
    const Colour wall = mix(t.near, t.far, 0.35);
    t.sky_top = with_lightness(saturate(wall, 1.15), 0.19);
    t.sky_low = with_lightness(saturate(wall, 1.3), 0.34);
    t.ink = with_lightness(saturate(wall, 1.1), 0.13);
    t.far = lamp(t.far);
    t.near = with_lightness(saturate(wall, 1.3), 0.24);
    t.accent = lamp(t.accent);
    t.light = lamp(mix(t.light, t.far, 0.25));
    t.paper = lamp(t.paper);
    return t;
}

void Neon::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()),
           blend_down(0, s.horizon * 1.05, {s.tones.sky_top, s.tones.sky_top, s.tones.sky_low}));
    s.glow({s.w * 0.5, s.horizon}, s.unit * 0.8, s.tones.far.with_alpha(0.16), Blend::screen);
}

void Neon::land(Stage& s, const Land& land) const {
    const Colour dark = mix(s.tones.sky_low, s.tones.ink, 0.25 + 0.65 * land.depth);
    s.fill(land.path, blend_down(land.top, land.foot + 60, {lighten(dark, 0.03), dark, s.tones.ink}));
    tube(s, land.line, mix(s.tones.far, s.tones.accent, land.depth), s.unit * 0.005 * (0.8 + 0.5 * land.depth));
}

void Neon::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    const double size = std::min(box.width(), box.height());
    s.fill(path, with_lightness(saturate(colour, 1.1), 0.22).with_alpha(0.88));
    tube(s, path, colour, std::clamp(size * 0.05, 2.6, s.unit * 0.0065));
}

void Neon::shade(Stage& s, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const {
    s.fill(path, recoloured(paint, [](Colour c) { return lamp(c).faded(0.38); }), Blend::normal, clip);
}

void Neon::mark(Stage& s, const QPainterPath& path, Colour colour) const {
    const Colour c = lamp(colour);
    s.soft(path, 7, c.with_alpha(0.8), {}, Blend::screen);
    s.fill(path, mix(c, Colour{1, 1, 1, 1}, 0.35));
}

void Neon::line(Stage& s, const QPainterPath& path, double width, Colour colour) const {
    tube(s, path, colour, std::clamp(width * 0.6, 2.6, s.unit * 0.007));
}

void Neon::disc(Stage& s, const QPainterPath& path, QPointF centre, double radius, Colour colour) const {
    const Colour c = lamp(colour);
    s.fill(path, Linear{centre - QPointF(0, radius),
                        centre + QPointF(0, radius),
                        {{0, c.with_alpha(0.30)}, {1, s.tones.accent.with_alpha(0.12)}}});
    tube(s, path, colour, s.unit * 0.0075);
}

void Neon::shine(Stage& s, QPointF centre, double radius, Colour colour) const {
    s.glow(centre, radius * 0.8, lamp(colour).with_alpha(0.22), Blend::screen);
}

}  // namespace haibao::scene
