// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>
#include <cmath>

namespace haibao::scene {

Tones Bauhaus::tones(Tones t, const SceneDescription& d) const {
    const bool night = d.time == Time::night;
    const Colour ground =
        night ? with_lightness(saturate(t.near, 0.9), 0.22) : with_lightness(saturate(t.sky_low, 0.5), 0.94);
    t.sky_top = ground;
    t.sky_low = ground;
    t.far = saturate(t.far, 1.15);
    t.near = saturate(with_lightness(t.near, std::clamp(lightness(t.near), 0.28, 0.45)), 1.1);
    if (night) t.near = with_lightness(t.near, 0.36);
    return t;
}

void Bauhaus::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()), s.tones.sky_low);
    if (s.description.layout == Layout::minimal) return;
    // One large quiet form behind everything holds the sheet together.
    Rng r = s.rng("bauhaus");
    const Colour quiet = mix(s.tones.sky_low, s.tones.far, 0.28);
    const double x = s.w * r.between(0.2, 0.8);
    QPainterPath form;
    switch (r.below(3)) {
        case 0: form = circle({x, s.horizon * 0.75}, s.unit * 0.42); break;
        case 1: form = rectangle({x - s.w * 0.18, 0, s.w * 0.36, s.h}); break;
        case 2: form = circle({r.chance(0.5) ? 0 : s.w, 0}, s.unit * 0.8); break;
    }
    if (s.title.isEmpty() || !form.intersects(s.title)) s.fill(form, quiet);
}

void Bauhaus::land(Stage& s, const Land& land) const {
    // Not a ramp but a sequence of clearly different colours.
    const Colour sequence[] = {s.tones.far, s.tones.light, s.tones.accent, s.tones.near};
    const int i = std::clamp(static_cast<int>(land.depth * 3.999), 0, 3);
    s.fill(land.path, i == 1 ? mix(s.tones.light, s.tones.far, 0.35) : sequence[i]);
}

void Bauhaus::disc(Stage& s, const QPainterPath& path, QPointF centre, double radius, Colour asked) const {
    Rng r = s.rng("bauhaus disc");
    const QRectF box = path.boundingRect();
    const bool whole = box.width() > 1.95 * radius && box.height() > 1.95 * radius;
    // A pale disc would be lost on paper.
    const bool lost = std::abs(lightness(asked) - lightness(s.tones.sky_low)) < 0.12;
    const Colour colour = lost ? s.tones.far : asked;
    s.fill(path, colour);
    if (whole && r.chance(0.6))
        s.fill(sector(centre, 0, radius, 1.5708, 4.7124),
               mix(colour, s.is_night() ? s.tones.accent : s.tones.light, 0.7));
}

}  // namespace haibao::scene
