// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

/// A lens lying on the water: light or dark streak.
QPainterPath streak(QPointF centre, double length, double thick) {
    QPainterPath path(centre - QPointF(length / 2, 0));
    path.quadTo(centre - QPointF(0, thick), centre + QPointF(length / 2, 0));
    path.quadTo(centre + QPointF(0, thick), centre - QPointF(length / 2, 0));
    return path;
}

/// Streaks of light below a disc, wider towards the viewer.
void glitter(Stage& s, double top, double bottom, Rng r) {
    const auto disc = disc_of(s);
    if (!disc) return;
    const int rows = 9;
    for (int i = 0; i < rows; ++i) {
        const double t = (i + 0.5) / rows;
        const double y = top + (bottom - top) * (0.04 + 0.90 * std::pow(t, 1.5));
        const double length = disc->radius * (2.1 - 1.3 * std::sin(t * pi) + 1.1 * t) * r.between(0.7, 1.1);
        const double x = disc->centre.x() + disc->radius * r.between(-0.35, 0.35) * (0.4 + t);
        if (s.title.adjusted(-length / 2, -10, length / 2, 10).contains(QPointF(x, y))) continue;
        s.technique.mark(s, streak({x, y}, length, 3 + 5.5 * t),
                         mix(s.tones.light, s.tones.sky_low, 0.15).with_alpha(0.85 - 0.4 * t));
    }
}

void geometric_sea(Stage& s, Rng r) {
    const auto& t = s.tones;
    const Colour colours[] = {t.far, t.near, mix(t.far, t.near, 0.5), t.accent};
    const double radius = s.unit * r.between(0.10, 0.14);
    s.technique.body(s, rectangle({-5, s.horizon, s.w + 10, s.h}), mix(t.far, t.near, 0.25));
    int row = 0;
    for (double y = s.horizon + radius; y < (s.title_below() ? s.ground_end : s.h + radius); y += radius, ++row) {
        int i = 0;
        for (double x = (row % 2 ? 0 : radius) - radius; x < s.w + radius; x += 2 * radius, ++i) {
            const bool bright = (i * 7 + row * 3) % 11 == 0;
            s.technique.body(s, sector({x, y}, 0, radius, -pi, 0),
                             bright ? t.light : colours[(row + (i % 5 == 3)) % 3]);
            if ((i + row) % 3 == 0)
                s.technique.body(s, sector({x, y}, 0, radius * 0.5, -pi, 0),
                                 bright ? t.accent : mix(t.sky_low, t.far, 0.3));
        }
    }
}

/// One crest of a stylised wave from (x, y), `length` long: a long rise, then a lip that curls over.
void crest(QPainterPath& line, double x, double y, double length, double height, bool curl) {
    if (curl) {
        line.cubicTo({x + length * 0.34, y}, {x + length * 0.46, y - height * 0.55},
                     {x + length * 0.58, y - height * 0.95});
        line.cubicTo({x + length * 0.70, y - height * 1.22}, {x + length * 0.94, y - height * 1.12},
                     {x + length * 0.92, y - height * 0.62});
        line.cubicTo({x + length * 0.86, y - height * 0.86}, {x + length * 0.70, y - height * 0.80},
                     {x + length * 0.72, y - height * 0.45});
        line.cubicTo({x + length * 0.74, y - height * 0.15}, {x + length * 0.88, y}, {x + length, y});
    } else {
        line.cubicTo({x + length * 0.28, y}, {x + length * 0.30, y - height}, {x + length * 0.52, y - height});
        line.cubicTo({x + length * 0.74, y - height}, {x + length * 0.76, y}, {x + length, y});
    }
}

}  // namespace

void draw_sea(Stage& s, const Element&) {
    s.part = "sea";
    Rng r = s.rng("sea");
    if (s.technique.geometric()) return geometric_sea(s, r);
    const double depth_of_water = s.ground_depth();
    const int layers = layers_for(s, 5);
    const bool curl = r.chance(0.45);
    const double base_length = s.unit * (curl ? r.between(0.26, 0.36) : r.between(0.30, 0.46));
    // Farthest: a straight horizon with light on it.
    QPainterPath level({-40, s.horizon});
    level.lineTo(s.w + 40, s.horizon);
    s.technique.land(s, {ground_below(level, s.h + 30), level, s.horizon, s.horizon + depth_of_water * 0.5, 0.05});
    glitter(s, s.horizon, s.horizon + depth_of_water * 0.55, r.fork("glitter"));
    for (int i = 0; i < layers; ++i) {
        const double depth = (i + 1.0) / layers;
        const double base = s.horizon + depth_of_water * (0.20 + 0.66 * std::pow(depth, 1.2));
        const double length = base_length * (0.45 + 0.85 * depth) * r.between(0.92, 1.08);
        const double height = length * (curl ? 0.30 + 0.10 * depth : 0.11 + 0.05 * depth);
        const double start = -length * r.between(1, 2);
        QPainterPath line({start, base});
        for (double x = start; x < s.w + length; x += length) crest(line, x, base, length, height, curl);
        const Land land{ground_below(line, s.h + 30), line, base - height * 1.1, base + depth_of_water * 0.25,
                        0.15 + 0.85 * depth};
        s.technique.land(s, land);
        // A pale band under the crest: foam.
        const double foam = std::max(3.5, height * 0.11);
        s.technique.shade(s, land.path.subtracted(land.path.translated(0, foam)),
                          mix(s.tones.paper, s.tones.land(land.depth), 0.3).with_alpha(0.40), land.path);
    }
}

void draw_lake(Stage& s, const Element& element) {
    Rng r = s.rng("lake");
    s.part = "mountains";
    const double shore = s.horizon;
    std::vector<Land> lands;
    for (int i = 0; i < 2; ++i) {
        const Noise noise(r.fork(std::to_string(i)));
        const double focus = s.x_of(element.place, r);
        const double height = s.h * (0.30 - 0.14 * i), wave = s.unit * 0.30;
        Land land = land_from(s, shore, height, 0.10 + 0.38 * i, 22, [&](double x) {
            return std::max(0.03, 0.30 + 0.5 * noise.at(x / wave) + 0.14 * noise.at(x / wave * 2.7 + 3) +
                                      (i == 0 ? 0.45 : 0.1) * std::exp(-std::pow((x - focus) / (0.25 * s.w), 2)));
        });
        s.technique.land(s, land);
        lands.push_back(std::move(land));
    }
    s.part = "lake";
    QPainterPath level({-40, shore});
    level.lineTo(s.w + 40, shore);
    const QPainterPath water = ground_below(level, s.h + 30);
    s.technique.land(s, {water, level, shore, s.h * 0.98, 0.22});
    for (const Land& land : lands) {
        QTransform mirror(1, 0, 0, -0.72, 0, shore * 1.72);
        s.technique.shade(s, mirror.map(land.path.intersected(rectangle({-40, 0, s.w + 80, shore}))),
                          s.tones.land(land.depth + 0.25).with_alpha(0.30), water);
    }
    glitter(s, shore, s.h, r.fork("glitter"));
    for (int i = 0; i < 7; ++i) {
        const double t = (i + 0.5) / 7;
        const QPointF at(s.w * r.between(0, 1), shore + (s.ground_end - shore) * (0.08 + 0.9 * t * t));
        const double length = s.unit * r.between(0.12, 0.30) * (0.6 + 0.8 * t);
        if (!s.title.adjusted(-length / 2, -10, length / 2, 10).contains(at))
            s.technique.mark(s, streak(at, length, 3 + 4 * t),
                             mix(s.tones.sky_low, s.tones.paper, 0.5).with_alpha(0.40));
    }
}

}  // namespace haibao::scene
