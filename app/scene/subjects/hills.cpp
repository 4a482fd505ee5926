// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

Colour geometric_colour(const Tones& t, int i) {
    const Colour colours[] = {t.far, t.light, t.accent, mix(t.far, t.near, 0.5), t.near};
    return colours[i % 5];
}

/// Half discs standing on each other's shoulders.
void geometric_hills(Stage& s, Rng r) {
    for (int row = 0; row < 3; ++row) {
        const double y = s.horizon + s.ground_depth() * (0.25 + 0.40 * row);
        const double room = y - (s.title.isEmpty() || s.title_below() ? s.h * 0.15 : s.title.bottom() + s.h * 0.02);
        const double radius = std::min(s.unit * (0.30 - 0.03 * row) * r.between(0.9, 1.15), room);
        const double start = r.between(-0.6, 0.4) * radius;
        int i = row;
        for (double x = start; x < s.w + radius; x += radius * 1.72, ++i) {
            s.technique.body(s, sector({x, y}, 0, radius, -pi, 0), geometric_colour(s.tones, i * 2 + row));
            if (i % 2)
                s.technique.body(s, sector({x, y}, 0, radius * 0.55, -pi, 0),
                                 geometric_colour(s.tones, i * 2 + row + 1));
        }
        s.technique.body(s, rectangle({-5, y, s.w + 10, s.h - y + 10}),
                         geometric_colour(s.tones, row == 0   ? 3
                                                   : row == 1 ? 0
                                                              : 4));
    }
}

void geometric_dunes(Stage& s, Rng r) {
    double y = s.horizon;
    for (int i = 0; i < 4; ++i) {
        const double radius = s.unit * r.between(0.45, 0.75),
                     x = s.w * (0.1 + 0.27 * ((i * 2) % 4)) + s.w * r.between(-0.08, 0.08);
        const bool left = r.chance(0.5);
        s.technique.body(s, sector({x, y + radius}, 0, radius, left ? -pi : -pi / 2, left ? -pi / 2 : 0),
                         geometric_colour(s.tones, i * 2 + 3));
        s.technique.body(s, rectangle({-5, y + radius, s.w + 10, s.h}), geometric_colour(s.tones, i + 1));
        y += s.ground_depth() * 0.20;
    }
}

}  // namespace

void draw_hills(Stage& s, const Element&) {
    s.part = "hills";
    Rng r = s.rng("hills");
    if (s.technique.geometric()) return geometric_hills(s, r);
    const int layers = layers_for(s, 4 + r.below(2));
    for (int i = 0; i < layers; ++i) {
        const double depth = static_cast<double>(i) / (layers - 1);
        const Noise noise(r.fork(std::to_string(i)));
        const double base = s.horizon + s.ground_depth() * (0.06 + 0.72 * std::pow(depth, 1.15));
        const double height = s.h * (0.13 - 0.02 * depth), wave = s.unit * (0.40 + 0.12 * depth);
        const Land land = land_from(s, base, height, depth, 30, [&](double x) {
            return 0.3 + 0.75 * noise.at(x / wave) + 0.10 * noise.at(x / wave * 2.1 + 5);
        });
        s.technique.land(s, land);
        // Light grazes the back of each hill.
        s.technique.shade(s, land.path.subtracted(land.path.translated(0, s.unit * 0.012)),
                          s.tones.light.with_alpha(0.16), land.path);
    }
}

void draw_dunes(Stage& s, const Element& element) {
    s.part = "dunes";
    Rng r = s.rng("dunes");
    if (s.technique.geometric()) return geometric_dunes(s, r);
    const int layers = layers_for(s, 4);
    const int lean = element.place == Place::left ? 1 : element.place == Place::right ? -1 : r.sign();
    for (int i = 0; i < layers; ++i) {
        const double depth = static_cast<double>(i) / (layers - 1);
        const Noise noise(r.fork(std::to_string(i)));
        const double base = s.horizon + s.ground_depth() * (0.10 + 0.62 * depth);
        const double height = s.h * (0.12 + 0.07 * depth), wave = s.unit * (0.80 + 0.35 * depth),
                     shift = r.between(0, 1);
        const auto height_at = [&](double x) {
            const double t = lean * x / wave + shift + 0.10 * noise.at(x / wave);
            const double f = t - std::floor(t);
            return 0.1 + 0.9 * (f < 0.66 ? std::pow(f / 0.66, 1.4) : std::pow((1 - f) / 0.34, 1.5)) +
                   0.12 * noise.at(x / wave * 0.6 + 3);
        };
        const Land land = land_from(s, base, height, depth, 16, height_at);
        s.technique.land(s, land);
        // The lee side lies in shadow below each crest.
        const Colour dark = mix(s.tones.land(depth), s.tones.ink, 0.6).with_alpha(0.26);
        for (double k = -2; k < s.w / wave + 3; ++k) {
            const double crest = lean > 0 ? (k + 0.66 - shift) * wave : (shift - 0.66 - k) * wave;
            // The noise moves the crest: look for the real one nearby.
            double x = crest;
            for (double d = -0.16; d <= 0.16; d += 0.01)
                if (height_at(crest + d * wave) > height_at(x)) x = crest + d * wave;
            const QPointF top(x, base - height * height_at(x));
            const double reach = lean * wave;
            QPainterPath shadow(top);
            shadow.cubicTo(top + QPointF(reach * 0.02, height * 0.5), top + QPointF(reach * -0.10, height * 0.9),
                           top + QPointF(reach * -0.22, height * 1.9));
            shadow.lineTo(top + QPointF(reach * 0.34, height * 1.9));
            for (double t = 0.34; t > 0; t -= 0.02)
                shadow.lineTo({x + t * reach, base - height * height_at(x + t * reach)});
            shadow.closeSubpath();
            s.technique.shade(s, shadow,
                              Linear{top,
                                     top + QPointF(reach * 0.33, height * 0.4),
                                     {{0, dark}, {0.5, dark.faded(0.7)}, {1, dark.faded(0)}}},
                              land.path);
        }
    }
}

void draw_meadow(Stage& s, const Element& element) {
    draw_hills(s, element);
    s.part = "meadow";
    Rng r = s.rng("meadow");
    const Colour heads[] = {s.tones.accent, s.tones.light, s.tones.paper, mix(s.tones.accent, s.tones.paper, 0.5)};
    const int count = s.description.layout == Layout::minimal ? 5 : 11;
    const bool close = s.description.layout == Layout::close;
    for (int i = 0; i < count; ++i) {
        const double depth = (i + 0.5) / count;
        const double size = s.unit * (0.024 + 0.028 * depth) * (close ? 1.7 : 1.1);
        const double x = s.w * (std::fmod(i * 0.618 + r.between(0, 0.08), 1.0));
        const double foot = s.h * 1.02, head = s.h - s.ground_depth() * (0.62 - 0.40 * depth) * r.between(0.6, 1.05);
        if (s.title.adjusted(-size, -size, size, size).contains(QPointF(x, head))) continue;
        const double sway = s.unit * r.between(-0.03, 0.03);
        QPainterPath stem({x + sway, foot});
        stem.quadTo(QPointF(x - sway * 0.3, (foot + head) / 2), QPointF(x, head));
        const Colour green = mix(s.tones.near, s.tones.ink, 0.35);
        s.technique.line(s, stem, size * 0.14, green);
        const QPointF joint = stem.pointAtPercent(0.45);
        s.technique.body(s, petal(joint, joint + QPointF(r.sign() * size * 2.1, -size * 1.6), size * 0.6), green);
        QPainterPath flower;
        flower.setFillRule(Qt::WindingFill);
        const int petals = 5 + r.below(3);
        const double turn = r.between(0, 2 * pi);
        for (int k = 0; k < petals; ++k)
            flower.addPath(
                petal({x, head}, polar({x, head}, size * 1.35, turn + 2 * pi * k / petals), size * 0.95, 0.65));
        s.technique.body(s, united(flower), heads[r.below(4)]);
        s.technique.mark(s, circle({x, head}, size * 0.36),
                         s.tones.accent == heads[0] ? mix(s.tones.ink, s.tones.accent, 0.35) : s.tones.accent);
    }
}

}  // namespace haibao::scene
