// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {

void draw_bicycle(Stage& s, const Element& element) {
    if (!has_ground(s)) s.horizon = std::min(s.horizon, s.h * 0.68);
    s.part = "bicycle";
    const Spot spot = stand(s, element, 1.65);
    Rng r = s.rng("bicycle");
    if (!spot.alone) raise_ground(s, spot, 1.7);
    Pen pen(s, spot.base, spot.size * 0.95, r.sign());
    const bool on_dark = lightness(s.tones.near) < 0.45 && !spot.alone;
    const Colour tyre = on_dark ? mix(s.tones.ink, s.tones.near, 0.1) : s.tones.ink, frame = s.tones.accent,
                 steel = mix(s.tones.paper, s.tones.far, 0.35);
    s.note(Subject::bicycle, frame);
    const QPointF rear(-0.46, -0.30), front(0.50, -0.30), crank(-0.03, -0.30), seat(-0.19, -0.72), head(0.32, -0.72);
    s.technique.shadow(s, pen.at(rectangle({-0.78, -0.02, 1.6, 0.045})), spot.size * 0.02,
                       s.tones.ink.with_alpha(0.35));
    for (const QPointF& hub : {rear, front}) {
        QPainterPath spokes;
        for (int k = 0; k < 8; ++k) {
            QPainterPath spoke(polar(hub, 0.03, k * pi / 4 + 0.2));
            spoke.lineTo(polar(hub, 0.27, k * pi / 4 + 0.2));
            spokes.addPath(spoke);
        }
        pen.line(spokes, 0.009, steel);
        pen.body(ring(hub, 0.30, 0.258), tyre);
        pen.mark(circle(hub, 0.035), steel);
    }
    const auto bar = [&](QPointF a, QPointF b, double width, Colour c) {
        QPainterPath path(a);
        path.lineTo(b);
        pen.line(path, width, c);
    };
    bar(rear, crank, 0.034, frame);
    bar(rear, seat + QPointF(0.02, 0.06), 0.030, frame);
    bar(crank, seat, 0.040, frame);
    bar(crank, head + QPointF(0.03, 0.10), 0.044, frame);
    bar(seat + QPointF(0.03, 0.10), head, 0.040, frame);
    QPainterPath fork(head + QPointF(-0.02, -0.07));
    fork.lineTo(head + QPointF(0.07, 0.16));
    fork.quadTo(head + QPointF(0.12, 0.34), front);
    pen.line(fork, 0.036, frame);
    bar(seat, seat + QPointF(-0.035, -0.10), 0.032, steel);
    pen.body(petal(seat + QPointF(-0.17, -0.115), seat + QPointF(0.15, -0.10), 0.11, 0.3), tyre);
    QPainterPath handle(head + QPointF(-0.02, -0.07));
    handle.lineTo(head + QPointF(-0.04, -0.17));
    handle.cubicTo(head + QPointF(-0.06, -0.23), head + QPointF(-0.10, -0.23), head + QPointF(-0.17, -0.19));
    pen.line(handle, 0.034, tyre);
    pen.body(ring(crank, 0.075, 0.045), steel);
    bar(crank, crank + QPointF(0.07, 0.13), 0.026, tyre);
    bar(crank + QPointF(0.03, 0.13), crank + QPointF(0.12, 0.13), 0.030, tyre);
    // A basket with flowers, on a bracket.
    bar(head + QPointF(0, -0.02), head + QPointF(0.20, 0.03), 0.022, steel);
    const QPointF basket = head + QPointF(0.045, -0.15);
    pen.body(polygon({basket, basket + QPointF(0.28, 0), basket + QPointF(0.24, 0.20), basket + QPointF(0.03, 0.20)}),
             mix(s.tones.light, s.tones.accent, 0.30));
    int i = 0;
    for (const QPointF& at : {QPointF(0.05, -0.04), QPointF(0.14, -0.08), QPointF(0.23, -0.04)})
        pen.body(circle(basket + at, 0.062), i++ % 2 ? mix(s.tones.accent, s.tones.paper, 0.55) : s.tones.paper);
}

void draw_rocket(Stage& s, const Element& element) {
    s.part = "rocket";
    const Spot spot = spot_for(s, element, 0.8);
    Rng r = s.rng("rocket");
    const double lean = r.between(0.25, 0.50) * (element.place == Place::right ? -1 : 1);
    const double size = spot.size * 0.98;
    const QPointF middle(spot.base.x(), spot.base.y() - spot.size * 0.52);
    const QPointF base = middle + QPointF(-std::sin(lean), std::cos(lean)) * size * 0.35;
    Pen pen(s, base, size, 1, lean);
    const Colour hull = mix(s.tones.paper, s.tones.far, 0.06), trim = s.tones.accent;
    if (spot.alone) {  // smoke along the ground of the picture
        const Colour smoke = mix(s.tones.sky_low, s.tones.paper, s.is_night() ? 0.25 : 0.7);
        QPainterPath cloud;
        cloud.setFillRule(Qt::WindingFill);
        for (double x = -0.05; x < 1.1; x += 0.13)
            cloud.addEllipse(QPointF(s.w * x, s.h * 1.02 + s.unit * r.between(-0.02, 0.05)),
                             s.unit * r.between(0.10, 0.17), s.unit * r.between(0.10, 0.15));
        if (s.title.isEmpty() || s.title.bottom() < s.h * 0.8) s.technique.body(s, united(cloud), smoke);
    }
    s.technique.shine(s, pen.at(QPointF(0, 0.10)), size * 0.55, mix(s.tones.light, trim, 0.4).with_alpha(0.55));
    pen.body(petal({0, -0.12}, {0, 0.42}, 0.30, 0.25), mix(trim, s.tones.light, 0.25));
    pen.body(petal({0, -0.10}, {0, 0.26}, 0.17, 0.28), s.tones.light);
    for (int side : {-1, 1}) {
        QPainterPath fin({side * 0.13, -0.34});
        fin.cubicTo({side * 0.34, -0.26}, {side * 0.34, -0.08}, {side * 0.30, 0.04});
        fin.cubicTo({side * 0.24, -0.06}, {side * 0.16, -0.08}, {side * 0.10, -0.08});
        fin.closeSubpath();
        pen.body(fin, trim);
    }
    QPainterPath body({-0.115, -0.06});
    body.cubicTo({-0.24, -0.30}, {-0.20, -0.72}, {0, -0.98});
    body.cubicTo({0.20, -0.72}, {0.24, -0.30}, {0.115, -0.06});
    body.closeSubpath();
    pen.body(body, hull);
    pen.shade(rectangle({0.05, -1.0, 0.3, 1.0}), s.tones.ink.with_alpha(0.12), body);
    pen.shade(rectangle({-0.3, -1.0, 0.6, 0.27}), trim, body);
    pen.shade(rectangle({-0.3, -0.17, 0.6, 0.055}), trim, body);
    pen.body(rounded({-0.10, -0.075, 0.20, 0.06}, 0.02), mix(s.tones.ink, s.tones.near, 0.3));
    pen.body(circle({0, -0.50}, 0.098), mix(s.tones.near, s.tones.ink, 0.2));
    pen.body(circle({0, -0.50}, 0.070), mix(s.tones.far, s.tones.light, 0.35));
    pen.shade(circle({-0.025, -0.525}, 0.024), s.tones.paper.with_alpha(0.9), circle({0, -0.50}, 0.070));
}

void draw_sails(Stage& s, const Element& element) {
    if (!has_ground(s)) draw_sea(s, element);
    s.part = "sails";
    Rng r = s.rng("sails");
    const int count = s.description.layout == Layout::minimal ? 1 : 1 + r.below(3);
    const double lead = s.x_of(element.place, r);
    for (int i = 0; i < count; ++i) {
        const double size = s.unit * (i == 0 ? r.between(0.27, 0.34) : r.between(0.11, 0.15)) *
                            (s.description.layout == Layout::close && i == 0 ? 1.4 : 1);
        const double x = i == 0 ? lead : s.w * std::fmod(lead / s.w + 0.30 * i + r.between(0, 0.08), 1.0);
        const double y = s.horizon + s.ground_depth() * (i == 0 ? 0.20 : 0.05);
        if (s.title.intersects(QRectF(x - size * 0.5, y - size * 1.1, size, size * 1.2))) continue;
        Pen pen(s, {x, y}, size, i == 0 ? r.sign() : 1, r.between(-0.05, 0.05));
        const Colour sail = i % 2 ? mix(s.tones.light, s.tones.accent, 0.35) : s.tones.paper;
        QPainterPath mast({0.02, -0.10});
        mast.lineTo(0.02, -1.06);
        pen.line(mast, 0.020, mix(s.tones.ink, s.tones.near, 0.3));
        QPainterPath main({0.055, -1.0});
        main.quadTo(QPointF(0.40, -0.55), QPointF(0.42, -0.20));
        main.lineTo(0.055, -0.17);
        main.closeSubpath();
        pen.body(main, sail);
        QPainterPath jib({-0.015, -0.94});
        jib.quadTo(QPointF(-0.22, -0.50), QPointF(-0.40, -0.22));
        jib.lineTo(-0.015, -0.17);
        jib.closeSubpath();
        pen.body(jib, s.tones.accent);
        QPainterPath hull({-0.44, -0.13});
        hull.lineTo(0.48, -0.13);
        hull.cubicTo({0.42, 0.03}, {0.30, 0.05}, {0.20, 0.05});
        hull.lineTo(-0.22, 0.05);
        hull.cubicTo({-0.32, 0.05}, {-0.40, -0.03}, {-0.44, -0.13});
        hull.closeSubpath();
        pen.body(hull, mix(s.tones.ink, s.tones.near, 0.35));
        pen.shade(rectangle({-0.5, -0.13, 1.0, 0.04}), s.tones.light, hull);
        for (const auto& [at, length] : {std::pair{0.10, 0.9}, std::pair{0.17, 0.55}}) {
            QPainterPath ripple({-length / 2, at});
            ripple.lineTo(length / 2, at);
            pen.mark(stroke(ripple, 0.022), s.tones.paper.with_alpha(0.5));
        }
    }
}

}  // namespace haibao::scene
