// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {
namespace {

void pad(Stage& s, QPointF at, double radius, Colour colour) {
    QTransform flat;
    flat.translate(at.x(), at.y());
    flat.scale(radius, radius * 0.34);
    const QPainterPath leaf = flat.map(sector({0, 0}, 0, 1, -1.35, -1.35 + 2 * pi - 0.35));
    s.technique.body(s, leaf, colour);
    QPainterPath ribs;
    for (int k = 0; k < 6; ++k) {
        QPainterPath rib({0, 0});
        rib.lineTo(polar({0, 0}, 0.86, -0.8 + k * 0.95));
        ribs.addPath(stroke(rib, 0.025));
    }
    ribs.setFillRule(Qt::WindingFill);
    s.technique.shade(s, flat.map(ribs), mix(colour, s.tones.light, 0.5).with_alpha(0.45), leaf);
}

void lotus_flower(Pen& pen, const Stage& s, Colour petals, Colour heart) {
    const auto ring = [&](int count, double reach, double width, double spread, double lift, Colour c) {
        // From the outside in, so that the middle petal lies in front.
        for (int k = 0; k < count; ++k) {
            const int i = k % 2 ? count - 1 - k / 2 : k / 2;
            const double t = count == 1 ? 0 : 2.0 * i / (count - 1) - 1;
            const double angle = -pi / 2 + t * spread;
            const QPointF base(t * 0.05, -0.02),
                tip = polar(base, reach * (1 - 0.10 * std::abs(t)), angle) + QPointF(0, lift * std::abs(t));
            const QPainterPath path = petal(base, tip, width, 0.55);
            pen.body(path, c);
            pen.shade(petal(tip + (base - tip) * 0.42, tip, width * 0.5, 0.5),
                      mix(c, s.tones.accent, 0.75).with_alpha(0.42), path);
        }
    };
    ring(6, 0.46, 0.21, 1.32, 0.02, mix(petals, s.tones.accent, 0.30));
    ring(5, 0.46, 0.21, 0.85, 0.0, mix(petals, s.tones.accent, 0.12));
    pen.body(petal({0, -0.05}, {0, -0.30}, 0.13, 0.6), heart);
    ring(4, 0.34, 0.20, 0.62, 0.03, petals);
    ring(1, 0.30, 0.21, 0, 0, mix(petals, s.tones.paper, 0.4));
}

}  // namespace

void draw_lotus(Stage& s, const Element& element) {
    s.part = "water";
    Rng r = s.rng("lotus");
    const Spot spot = spot_for(s, element, 1.0);
    const double water = spot.alone ? spot.base.y() - spot.size * 0.22 : s.horizon;
    if (spot.alone) {
        QPainterPath level({-40, water});
        level.lineTo(s.w + 40, water);
        s.technique.land(s, {ground_below(level, s.h + 30), level, water, s.h * 1.1, 0.25});
    }
    s.part = "lotus";
    const Colour petals = mix(s.tones.paper, s.tones.accent, 0.22), heart = mix(s.tones.light, s.tones.accent, 0.3);
    s.note(Subject::lotus, mix(petals, s.tones.accent, 0.3));
    const Colour greens[] = {mix(s.tones.near, s.tones.far, 0.15), mix(s.tones.near, s.tones.far, 0.45), s.tones.near};
    const int pads = layers_for(s, 6);
    for (int i = 0; i < pads; ++i) {
        const double t = (i + 0.5) / pads;
        const QPointF at(s.w * std::fmod(spot.base.x() / s.w + 0.12 + i * 0.618, 1.0),
                         water + (s.h - water) * (0.12 + 0.80 * t));
        const double radius = s.unit * (0.09 + 0.10 * t);
        if (s.title.adjusted(-radius, -radius * 0.4, radius, radius * 0.4).contains(at)) continue;
        pad(s, at, radius, greens[i % 3]);
    }
    const QPointF foot = spot.base;
    pad(s, foot + QPointF(-spot.size * 0.16, spot.size * 0.03), spot.size * 0.40, greens[1]);
    QPainterPath stem(foot);
    stem.quadTo(foot + QPointF(spot.size * 0.05, -spot.size * 0.2), foot + QPointF(0, -spot.size * 0.44));
    s.technique.line(s, stem, spot.size * 0.022, greens[0]);
    Pen flower(s, foot + QPointF(0, -spot.size * 0.42), spot.size * 1.10);
    lotus_flower(flower, s, petals, heart);
    // A bud beside it.
    const double side = r.sign();
    const QPointF bud = foot + QPointF(side * spot.size * 0.40, -spot.size * 0.44);
    QPainterPath second(foot + QPointF(side * spot.size * 0.30, spot.size * 0.02));
    second.quadTo(foot + QPointF(side * spot.size * 0.42, -spot.size * 0.2), bud);
    s.technique.line(s, second, spot.size * 0.018, greens[0]);
    for (const double lean : {-0.35, 0.35, 0.0})
        s.technique.body(s, petal(bud, polar(bud, spot.size * 0.20, -pi / 2 + lean), spot.size * 0.10, 0.45),
                         lean == 0.0 ? petals : mix(petals, s.tones.accent, 0.35));
}

void draw_umbrella(Stage& s, const Element& element) {
    s.part = "umbrella";
    const Spot spot = stand(s, element, 1.3);
    Rng r = s.rng("umbrella");
    const double lean = r.between(0.18, 0.38) * (element.place == Place::right ? -1 : 1);
    Pen pen(s, spot.base + QPointF(-std::sin(lean) * spot.size * 0.45, -spot.size * 0.02), spot.size * 0.98, 1, lean);
    s.note(Subject::umbrella, s.tones.accent);
    const Colour skin = s.tones.accent, rib = mix(s.tones.ink, s.tones.near, 0.3),
                 second = mix(s.tones.accent, s.tones.paper, 0.55);
    s.technique.shadow(s,
                       QTransform::fromTranslate(spot.base.x(), spot.base.y())
                           .scale(spot.size * 0.5, spot.size * 0.045)
                           .map(circle({0, 0}, 1)),
                       spot.size * 0.022, s.tones.ink.with_alpha(0.32));
    QPainterPath stick({0, -0.90});
    stick.lineTo(0, -0.06);
    stick.quadTo(QPointF(0, 0.015), QPointF(-0.07, -0.01));
    pen.line(stick, 0.026, rib);
    // Canopy: eight panels between ribs, seen slightly from the side.
    const int panels = 8;
    const auto edge = [](double t) { return QPointF(0.66 * std::sin(t), -0.50 + 0.10 * (1 - std::cos(t)) * 0.4); };
    QPainterPath canopy({0, -1.0});
    canopy.cubicTo({-0.34, -0.96}, {-0.60, -0.74}, edge(-pi / 2));
    for (int k = 0; k < panels; ++k) {
        const double a = -pi / 2 + pi * k / panels, b = -pi / 2 + pi * (k + 1) / panels;
        canopy.quadTo((edge(a) + edge(b)) / 2 + QPointF(0, -0.055), edge(b));
    }
    canopy.cubicTo({0.60, -0.74}, {0.34, -0.96}, {0, -1.0});
    canopy.closeSubpath();
    pen.body(canopy, skin);
    QPainterPath bands, ribs;
    for (int k = 0; k <= panels; ++k) {
        const double a = -pi / 2 + pi * k / panels;
        QPainterPath line({0, -1.0});
        const QPointF end = edge(a);
        line.cubicTo({end.x() * 0.5, -0.96}, {end.x() * 0.92, -0.74}, end);
        ribs.addPath(stroke(line, 0.012));
        if (k % 2 || k == panels) continue;
        const QPointF next = edge(a + pi / panels);
        QPainterPath panel = line;
        panel.lineTo(next);
        panel.cubicTo({next.x() * 0.92, -0.74}, {next.x() * 0.5, -0.96}, {0, -1.0});
        bands.addPath(panel);
    }
    ribs.setFillRule(Qt::WindingFill);
    pen.shade(bands, second.with_alpha(0.55), canopy);
    pen.shade(ribs, mix(skin, s.tones.ink, 0.5).with_alpha(0.6), canopy);
    pen.body(rounded({-0.022, -1.06, 0.044, 0.08}, 0.015), rib);
}

}  // namespace haibao::scene
