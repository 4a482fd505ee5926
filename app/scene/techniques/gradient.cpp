// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

namespace haibao::scene {

void Gradient::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()),
           blend_down(0, std::max(s.horizon * 1.08, s.h * 0.6), {s.tones.sky_top, s.tones.sky_low}));
}

void Gradient::land(Stage& s, const Land& land) const {
    const Colour colour = s.tones.land(land.depth);
    const Colour haze = mix(colour, s.tones.sky_low, 0.62 * (1 - land.depth));
    const double foot = std::max(land.foot, land.top + 40);
    s.fill(land.path, blend_down(land.top, foot, {lighten(colour, 0.03), colour, haze}));
}

void Gradient::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    s.fill(path,
           blend_along(box.topLeft(), box.bottomRight(), {lighten(colour, 0.06), colour, lighten(colour, -0.06)}));
}

void Gradient::disc(Stage& s, const QPainterPath& path, QPointF centre, double radius, Colour colour) const {
    s.fill(path, blend_down(centre.y() - radius, centre.y() + radius,
                            {mix(colour, s.tones.paper, 0.4), colour, mix(colour, s.tones.sky_low, 0.18)}));
}

void Gradient::shine(Stage& s, QPointF centre, double radius, Colour colour) const { s.glow(centre, radius, colour); }

}  // namespace haibao::scene
