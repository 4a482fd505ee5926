// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>
#include <cmath>

namespace haibao::scene {
namespace {

constexpr double pitch = 22;

/// 0 inside a title's ground, 1 away from it: dots shrink towards letters.
double away_from_title(const Stage& s, QPointF p) {
    if (s.title.isEmpty()) return 1;
    const double dx = std::max({s.title.left() - p.x(), p.x() - s.title.right(), 0.0}),
                 dy = std::max({s.title.top() - p.y(), p.y() - s.title.bottom(), 0.0});
    return std::clamp(std::hypot(dx, dy) / (5 * pitch) - 0.12, 0.0, 1.0);
}

}  // namespace

Tones Riso::tones(Tones t, const SceneDescription& d) const {
    const bool night = d.time == Time::night;
    t.paper = with_lightness(saturate(t.sky_low, 0.35), 0.955);
    t.sky_low = night ? with_lightness(saturate(t.near, 1.1), 0.40) : t.paper;
    t.far = saturate(with_lightness(t.far, std::clamp(lightness(t.far), 0.58, 0.72)), 1.25);
    t.near = saturate(with_lightness(t.near, std::clamp(lightness(t.near), 0.30, 0.40)), 1.15);
    t.light = night ? t.light : mix(t.light, t.accent, 0.25);
    return t;
}

void Riso::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()), s.tones.sky_low);
    const Colour dot = s.is_night() ? lighten(s.tones.sky_low, -0.12) : mix(s.tones.paper, s.tones.far, 0.62);
    const double depth = s.horizon * 1.02;
    const QRectF area(0, 0, s.w, depth);
    // The sky darkens upwards; under a title on top the shade lies at the horizon instead.
    const bool low = !s.title.isEmpty() && s.title.center().y() < s.h * 0.45;
    s.fill(halftone(area, pitch,
                    [&](QPointF p) {
                        const double t = p.y() / depth;
                        return low ? std::clamp((t - std::max(0.45, (s.title.bottom() + pitch) / depth)) * 1.9, 0.0,
                                                0.8)
                                   : std::clamp(0.95 - t * 1.35, 0.0, 0.9);
                    }),
           dot);
}

void Riso::land(Stage& s, const Land& land) const {
    const Colour c = land.depth < 0.34  ? s.tones.far
                     : land.depth < 0.7 ? mix(s.tones.far, s.tones.near, 0.55)
                                        : s.tones.near;
    s.fill(land.path.translated(4, 3), c);
    // The next ink lies over it out of register, as dots that grow downwards.
    const QRectF box = land.path.boundingRect() & s.page_rect();
    const double foot = land.foot + s.h * 0.06;
    const Colour second = land.depth < 0.7 ? mix(c, s.tones.near, 0.55) : mix(c, s.tones.ink, 0.55);
    s.fill(halftone(QRectF(box.left(), land.top, box.width(), std::min(foot, s.h) - land.top), pitch,
                    [&](QPointF p) {
                        return away_from_title(s, p) *
                               std::clamp(0.95 - (p.y() - land.top) / (foot - land.top) * 1.1, 0.0, 0.9);
                    }),
           Solid{second}, Blend::normal, land.path);
}

void Riso::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    s.fill(path.translated(4, 3), colour);
    if (std::min(box.width(), box.height()) < 3 * pitch) return;
    const Colour second = lightness(colour) > 0.7 ? mix(colour, s.tones.far, 0.6) : mix(colour, s.tones.ink, 0.45);
    s.fill(halftone(box, pitch * 0.8,
                    [&](QPointF p) {
                        return std::clamp(((p.x() - box.left()) / box.width() * 0.5 +
                                           (p.y() - box.top()) / box.height() * 0.7 - 0.45) *
                                              1.3,
                                          0.0, 0.85) *
                               away_from_title(s, p);
                    }),
           Solid{second}, Blend::normal, path);
}

void Riso::disc(Stage& s, const QPainterPath& path, QPointF centre, double radius, Colour colour) const {
    const bool lost = std::abs(lightness(colour) - lightness(s.tones.sky_low)) < 0.12;
    const Colour ink = lost ? s.tones.far : colour;
    s.fill(path, ink);
    s.fill(halftone(path.boundingRect(), pitch,
                    [&](QPointF p) { return std::clamp((p.y() - centre.y()) / radius * 0.9 + 0.05, 0.0, 0.85); }),
           Solid{mix(ink,
                     s.is_night() ? s.tones.far
                     : lost       ? s.tones.paper
                                  : s.tones.light,
                     0.7)},
           Blend::normal, path);
}

}  // namespace haibao::scene
