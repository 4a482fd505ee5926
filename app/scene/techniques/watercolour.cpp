// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>

namespace haibao::scene {
namespace {

/// One wash: transparent colour that varies along the sheet, darker where the pigment settled at the edge.
void wash(Stage& s, const QPainterPath& path, Colour colour, Colour other, double strength, double tremble,
          const Rng& rng) {
    const QRectF box = path.boundingRect() & s.page_rect();
    const QPainterPath first = wobble(path, tremble, 26 + tremble * 3, rng.fork("first"));
    s.fill(first,
           Linear{box.topLeft(),
                  box.bottomRight(),
                  {{0, colour.with_alpha(strength)},
                   {0.4, mix(colour, other, 0.55).with_alpha(strength * 0.72)},
                   {0.75, colour.with_alpha(strength * 0.85)},
                   {1, other.with_alpha(strength * 0.7)}}},
           Blend::multiply);
    s.fill(wobble(path, tremble * 2.6, 60 + tremble * 4, rng.fork("second")),
           Solid{mix(colour, other, 0.3).with_alpha(strength * 0.30)}, Blend::multiply);
    s.fill(stroke(first, 2.2), Solid{lighten(colour, -0.08).with_alpha(strength * 0.35)}, Blend::multiply, first);
}

}  // namespace

Tones Watercolour::tones(Tones t, const SceneDescription& d) const {
    const bool night = d.time == Time::night;
    const auto lift = [&](Colour c, double low) { return with_lightness(c, low + (1 - low) * lightness(c) * 0.92); };
    t.paper = with_lightness(saturate(t.sky_low, 0.2), 0.985);
    t.sky_top = night ? with_lightness(saturate(t.sky_top, 1.1), 0.48) : lift(t.sky_top, 0.40);
    t.sky_low = night ? with_lightness(t.sky_low, 0.74) : lift(t.sky_low, 0.62);
    t.far = lift(saturate(t.far, 1.05), night ? 0.40 : 0.48);
    t.near = lift(saturate(t.near, 1.15), 0.30);
    t.ink = lift(t.ink, 0.26);
    return t;
}

void Watercolour::backdrop(Stage& s) const {
    Rng r = s.rng("watercolour");
    s.fill(rectangle(s.page_rect()), s.tones.paper);
    s.fill(rectangle(s.page_rect()), Linear{{0, 0},
                                            {s.w * r.between(-0.1, 0.1), s.horizon * 1.1},
                                            {{0, s.tones.sky_top.with_alpha(0.85)},
                                             {0.5, mix(s.tones.sky_top, s.tones.sky_low, 0.6).with_alpha(0.7)},
                                             {1, s.tones.sky_low.with_alpha(0.5)}}});
    for (int i = 0; i < 5; ++i) {
        const QPointF at(s.w * r.between(0, 1), s.horizon * r.between(0, 1));
        const Colour c = r.chance(0.5) ? s.tones.paper : s.tones.sky_top;
        s.soft(blob(at, s.unit * r.between(0.10, 0.24), 0.3, r.fork(std::to_string(i))), s.unit * r.between(0.02, 0.05),
               c.with_alpha(r.between(0.25, 0.5)));
    }
}

void Watercolour::land(Stage& s, const Land& land) const {
    const Colour c = s.tones.land(land.depth);
    // Paint dries over paint: a lighter ground first, so that nearer land does not turn to mud over farther land.
    s.fill(land.path, mix(s.tones.paper, c, 0.25).with_alpha(0.97));
    wash(s, land.path, c, mix(c, s.tones.sky_low, 0.55), 0.9, 4,
         s.rng("wash " + std::to_string(qRound(land.top * 16))));
}

void Watercolour::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    const double size = std::min(box.width(), box.height());
    s.fill(path, mix(s.tones.paper, colour, 0.2).with_alpha(0.97 * colour.a));
    wash(s, path, colour, lighten(colour, 0.12), 0.88, std::clamp(size * 0.015, 0.6, 3.5),
         s.rng("body " + std::to_string(qRound(box.center().x() * 16 + box.top()))));
}

void Watercolour::disc(Stage& s, const QPainterPath& path, QPointF, double radius, Colour colour) const {
    if (lightness(colour) > 0.85) {
        s.fill(wobble(path, radius * 0.02, radius * 0.4, s.rng("disc edge")), colour.with_alpha(0.95));
        return;
    }
    s.fill(path, mix(s.tones.paper, colour, 0.3));
    wash(s, path, colour, mix(colour, s.tones.light, 0.5), 0.85, radius * 0.025, s.rng("disc"));
}

void Watercolour::shine(Stage& s, QPointF centre, double radius, Colour colour) const {
    s.glow(centre, radius, colour.faded(0.9));
}

}  // namespace haibao::scene
