// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

/// One fir as tiers of boughs, its foot at (x, foot).
QPainterPath fir(double x, double foot, double tall, double half, int tiers) {
    Points left, outline;
    for (int k = 0; k < tiers; ++k) {
        const double top = foot - tall + tall * k * 0.92 / tiers, low = foot - tall + tall * (k + 1.0) / tiers;
        const double inner = half * 0.42 * k / tiers, outer = half * (0.22 + 0.78 * (k + 1.0) / tiers);
        left.push_back({inner, top});
        left.push_back({outer, low});
    }
    for (const QPointF& p : left) outline.push_back({x - p.x(), p.y()});
    for (auto p = left.rbegin(); p != left.rend(); ++p) outline.push_back({x + p->x(), p->y()});
    return polygon(outline);
}

void geometric_forest(Stage& s, Rng r) {
    const auto& t = s.tones;
    const Colour colours[] = {t.near, t.far, t.accent, mix(t.far, t.near, 0.5), t.light};
    for (int row = 0; row < 2; ++row) {
        const double foot = s.horizon + s.ground_depth() * (0.30 + 0.42 * row);
        const double step = s.unit * (0.145 + 0.03 * row);
        s.technique.body(s, rectangle({-5, foot, s.w + 10, s.h}), row ? t.near : mix(t.far, t.near, 0.35));
        int i = 0;
        for (double x = step * r.between(0, 1) - step; x < s.w + step; x += step * r.between(0.95, 1.25), ++i) {
            const double tall = step * r.between(1.5, 2.5), half = step * 0.46;
            const Colour c = colours[r.below(5)];
            s.technique.body(s, rectangle({x - step * 0.035, foot - tall * 0.4, step * 0.07, tall * 0.4 + 2}), t.ink);
            if (r.chance(0.62))
                s.technique.body(
                    s, polygon({{x, foot - tall}, {x + half, foot - tall * 0.18}, {x - half, foot - tall * 0.18}}), c);
            else
                s.technique.body(s, circle({x, foot - tall * 0.62}, half), c);
        }
    }
}

}  // namespace

void draw_forest(Stage& s, const Element&) {
    s.part = "forest";
    Rng r = s.rng("forest");
    if (s.technique.geometric()) return geometric_forest(s, r);
    const int layers = s.description.layout == Layout::minimal ? 2 : 3;
    const bool close = s.description.layout == Layout::close;
    for (int i = 0; i < layers; ++i) {
        const double depth = (i + 1.0) / layers;
        Rng part = r.fork(std::to_string(i));
        const Noise rise(part.fork("rise"));
        const double base = s.horizon + s.ground_depth() * (0.10 + 0.72 * std::pow(depth - 1.0 / layers, 1.1));
        const double size = s.unit * (0.13 + 0.17 * depth) * (close ? 1.5 : 1);
        const auto ground = [&](double x) { return base + 0.20 * size * rise.at(x / (size * 3)); };
        QPainterPath trees;
        trees.setFillRule(Qt::WindingFill);
        for (double x = -size * 0.3; x < s.w + size * 0.3; x += size * part.between(0.17, 0.40)) {
            const double tall = size * (1.0 + 0.35 * rise.at(x / (size * 1.7) + 40)) * part.between(0.7, 1.15);
            trees.addPath(fir(x, ground(x) + size * 0.10, tall, tall * part.between(0.17, 0.22), 5 + part.below(2)));
        }
        Points points;
        for (double x = -60; x < s.w + 90; x += 30) points.push_back({x, ground(x)});
        const QPainterPath line = smooth(points, false);
        trees.addPath(ground_below(line, s.h + 30));
        // United, so that styles that draw outlines do not show every tree through its neighbour.
        const QPainterPath united = trees.simplified();
        s.technique.land(
            s, {united, united, base - size * 1.25, base + size * (s.description.style == Style::ink ? 1.8 : 0.8),
                0.15 + 0.85 * depth * depth});
    }
}

}  // namespace haibao::scene
