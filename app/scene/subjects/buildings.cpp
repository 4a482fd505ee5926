// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {

void draw_pagoda(Stage& s, const Element& element) {
    if (!has_ground(s)) draw_hills(s, element);
    s.part = "pagoda";
    Spot spot = spot_for(s, element, 0.7);
    Rng r = s.rng("pagoda");
    spot.size *= has_ground(s) ? 1.1 : 0.9;
    raise_ground(s, spot, 0.7);
    Pen pen(s, spot.base, spot.size);
    const Colour roof = mix(s.tones.ink, s.tones.near, 0.45), wall = mix(s.tones.accent, s.tones.near, 0.12),
                 trim = s.tones.light;
    const int tiers = 5 + r.below(2);
    const double tier = 0.80 / tiers;
    double y = 0;
    for (int i = 0; i < tiers; ++i) {
        const double half = 0.17 * (1 - 0.10 * i), eave = half * 1.75;
        pen.body(rectangle({-half, y - tier * 0.66, 2 * half, tier * 0.68}), wall);
        QPainterPath door;
        for (const double x : {-0.55, 0.0, 0.55})
            door.addRoundedRect(QRectF(half * x - half * 0.15, y - tier * 0.50, half * 0.30, tier * 0.36), half * 0.06,
                                half * 0.06);
        pen.mark(door, s.is_night() || s.description.time == Time::dusk ? trim : mix(wall, s.tones.ink, 0.5));
        QPainterPath eaves({-eave, y - tier * 0.80});
        eaves.cubicTo({-eave * 0.7, y - tier * 0.62}, {-half, y - tier * 0.58}, {0, y - tier * 0.58});
        eaves.cubicTo({half, y - tier * 0.58}, {eave * 0.7, y - tier * 0.62}, {eave, y - tier * 0.80});
        eaves.cubicTo({eave * 0.78, y - tier * 0.84}, {half * 0.95, y - tier * 0.90}, {half * 0.86, y - tier * 1.06});
        eaves.lineTo(-half * 0.86, y - tier * 1.06);
        eaves.cubicTo({-half * 0.95, y - tier * 0.90}, {-eave * 0.78, y - tier * 0.84}, {-eave, y - tier * 0.80});
        eaves.closeSubpath();
        pen.body(eaves, roof);
        y -= tier;
    }
    QPainterPath spire({-0.055, y});
    spire.lineTo(-0.012, y - 0.10);
    spire.lineTo(0, y - 0.22);
    spire.lineTo(0.012, y - 0.10);
    spire.lineTo(0.055, y);
    spire.closeSubpath();
    pen.body(spire, roof);
    pen.mark(circle({0, y - 0.08}, 0.028), trim);
    pen.body(rounded({-0.24, -0.015, 0.48, 0.05}, 0.01), mix(s.tones.far, s.tones.near, 0.5));
    for (int i = 0; i < 6; ++i) {  // bushes on both sides
        const double x = (i % 2 ? 1 : -1) * (0.27 + 0.075 * (i / 2)),
                     radius = r.between(0.045, 0.075) * (1.2 - 0.15 * (i / 2));
        pen.body(circle({x, 0.03 - radius * 0.7}, radius), mix(s.tones.near, s.tones.far, 0.10 + 0.12 * (i % 3)));
    }
}

void draw_lighthouse(Stage& s, const Element& element) {
    if (!has_ground(s)) draw_sea(s, element);
    s.part = "lighthouse";
    Spot spot = spot_for(s, element, 0.8);
    spot.base.setY(std::min(spot.base.y(), s.horizon + s.ground_depth() * 0.30));
    spot.size *= 1.15;
    const double ceiling = s.title_above() ? s.title.bottom() : s.h * 0.04;
    spot.size = std::min(spot.size, spot.base.y() - ceiling);
    Pen pen(s, spot.base, spot.size * 0.95);
    const Colour white = mix(s.tones.paper, s.tones.far, 0.05), band = s.tones.accent,
                 dark = mix(s.tones.ink, s.tones.near, 0.35);
    const QPointF lamp = pen.at(QPointF(0, -0.865));
    if (s.is_night() || s.description.time == Time::dusk)
        for (int side : {-1, 1}) {
            const double reach = s.w * 0.8, spread = s.h * 0.10;
            if (!s.title.isEmpty() && (side > 0) == (s.title.center().x() > lamp.x())) continue;
            const QPointF far_end = lamp + QPointF(side * reach, -side * s.h * 0.02);
            s.fill(polygon({lamp + QPointF(0, -6), far_end + QPointF(0, -spread), far_end + QPointF(0, spread),
                            lamp + QPointF(0, 6)}),
                   Linear{lamp,
                          far_end,
                          {{0, s.tones.light.with_alpha(0.65)},
                           {0.5, s.tones.light.with_alpha(0.22)},
                           {1, s.tones.light.with_alpha(0)}}});
        }
    s.technique.shine(s, lamp, spot.size * 0.35, s.tones.light.with_alpha(0.6));
    QPainterPath rock = polygon({{-0.62, 0.20},
                                 {-0.46, 0.05},
                                 {-0.34, 0.06},
                                 {-0.24, -0.05},
                                 {0.22, -0.06},
                                 {0.34, 0.04},
                                 {0.50, 0.06},
                                 {0.66, 0.20}});
    QPainterPath tower({-0.135, -0.03});
    tower.lineTo(-0.085, -0.78);
    tower.lineTo(0.085, -0.78);
    tower.lineTo(0.135, -0.03);
    tower.closeSubpath();
    pen.body(tower, white);
    QPainterPath bands;
    for (const double y : {-0.70, -0.44, -0.18}) bands.addRect(QRectF(-0.2, y, 0.4, 0.13));
    pen.shade(bands, band, tower);
    pen.shade(rectangle({0.03, -0.8, 0.2, 0.8}), s.tones.ink.with_alpha(0.15), tower);
    pen.body(rectangle({-0.125, -0.805, 0.25, 0.035}), dark);
    pen.body(rectangle({-0.070, -0.915, 0.14, 0.11}), s.tones.light);
    QPainterPath dome({-0.095, -0.915});
    dome.cubicTo({-0.08, -1.0}, {0.08, -1.0}, {0.095, -0.915});
    dome.closeSubpath();
    pen.body(dome, band);
    pen.body(rounded({-0.032, -0.13, 0.064, 0.10}, 0.02), dark);
    pen.body(rock, dark);
    pen.shade(polygon({{-0.24, -0.05}, {-0.05, -0.06}, {-0.14, 0.20}, {-0.40, 0.20}}),
              mix(dark, s.tones.far, 0.35).with_alpha(0.6), rock);
    for (const auto& [x, y, half] : {std::tuple{-0.1, 0.20, 0.66}, {0.25, 0.235, 0.42}, {-0.45, 0.24, 0.22}})  // surf
        pen.mark(oval({x, y}, half, 0.014), s.tones.paper.with_alpha(0.75));
}

}  // namespace haibao::scene
