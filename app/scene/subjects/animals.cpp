// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {

namespace {

struct Coat {
    Colour fur, inner, feature;
    bool dark;
};

void cat_body(Pen& pen, const Stage& s, const Coat& coat) {
    Points tail{{0.24, -0.06}, {0.40, -0.05}, {0.47, -0.17}, {0.40, -0.30}, {0.43, -0.42}};
    pen.body(tapered(tail, 0.085, 0.060), coat.fur);
    pen.mark(circle(tail.back(), 0.033), coat.fur);
    QPainterPath body({-0.24, 0});
    body.cubicTo({-0.33, -0.12}, {-0.26, -0.40}, {-0.12, -0.56});
    body.lineTo(0.12, -0.56);
    body.cubicTo({0.26, -0.42}, {0.38, -0.12}, {0.27, 0});
    body.closeSubpath();
    pen.body(body, coat.fur);
    QPainterPath legs({-0.085, -0.30});
    legs.cubicTo({-0.10, -0.12}, {-0.08, -0.05}, {-0.075, 0});
    legs.moveTo(0.065, -0.30);
    legs.cubicTo({0.08, -0.12}, {0.06, -0.05}, {0.055, 0});
    pen.shade(stroke(legs, 0.014), mix(coat.fur, coat.dark ? s.tones.far : s.tones.ink, 0.35), body);
    QPainterPath chest({-0.10, -0.55});
    chest.cubicTo({-0.13, -0.40}, {0.0, -0.30}, {0.0, -0.28});
    chest.cubicTo({0.0, -0.30}, {0.13, -0.40}, {0.10, -0.55});
    chest.closeSubpath();
    pen.shade(chest, coat.dark ? mix(coat.fur, s.tones.paper, 0.16) : s.tones.paper.with_alpha(0.9), body);
}

void cat_head(Pen& pen, const Stage& s, const Coat& coat, bool asleep) {
    QPainterPath head({-0.235, -0.70});
    head.lineTo(-0.225, -0.985);
    head.cubicTo({-0.20, -1.0}, {-0.15, -0.95}, {-0.09, -0.885});
    head.cubicTo({-0.03, -0.90}, {0.03, -0.90}, {0.09, -0.885});
    head.cubicTo({0.15, -0.95}, {0.20, -1.0}, {0.225, -0.985});
    head.lineTo(0.235, -0.70);
    head.cubicTo({0.24, -0.56}, {0.12, -0.50}, {0, -0.50});
    head.cubicTo({-0.12, -0.50}, {-0.24, -0.56}, {-0.235, -0.70});
    head.closeSubpath();
    pen.body(head, coat.fur);
    for (int side : {-1, 1}) {
        pen.shade(polygon({{side * 0.195, -0.935}, {side * 0.115, -0.862}, {side * 0.195, -0.80}}), coat.inner, head);
        if (asleep) {
            QPainterPath lid({side * 0.055, -0.705});
            lid.quadTo(QPointF(side * 0.105, -0.655), QPointF(side * 0.155, -0.705));
            pen.line(lid, 0.018, coat.feature);
        } else {
            pen.mark(oval({side * 0.10, -0.70}, 0.040, 0.044), coat.feature);
            if (coat.dark) pen.mark(circle({side * 0.10, -0.70}, 0.020), s.tones.ink);
        }
        QPainterPath whiskers({side * 0.10, -0.625});
        whiskers.lineTo(side * 0.27, -0.655);
        whiskers.moveTo(side * 0.10, -0.605);
        whiskers.lineTo(side * 0.27, -0.590);
        pen.line(whiskers, 0.0095, mix(coat.fur, coat.feature, 0.7));
    }
    pen.mark(polygon({{-0.026, -0.650}, {0.026, -0.650}, {0, -0.620}}), coat.inner);
    QPainterPath collar({-0.17, -0.545});
    collar.cubicTo({-0.08, -0.485}, {0.08, -0.485}, {0.17, -0.545});
    pen.line(collar, 0.042, s.tones.accent);
    pen.mark(circle({0, -0.470}, 0.034), s.tones.light);
}

}  // namespace

void draw_cat(Stage& s, const Element& element) {
    s.part = "cat";
    const Spot spot = stand(s, element, 0.85);
    Rng r = s.rng("cat");
    if (!spot.alone) raise_ground(s, spot, 0.8);
    Pen pen(s, spot.base, spot.size, r.sign());
    const auto& t = s.tones;
    const bool dark = r.chance(0.6);
    const Colour fur = dark ? mix(t.ink, t.near, 0.30) : mix(t.paper, t.light, 0.35);
    const Coat coat{fur, dark ? mix(fur, t.accent, 0.45) : mix(t.accent, t.paper, 0.45),
                    dark ? t.light : mix(t.ink, t.near, 0.2), dark};
    if (s.description.style != Style::neon) s.note(Subject::cat, fur);
    s.technique.shadow(s, pen.at(oval({0.04, -0.005}, 0.34, 0.045)), spot.size * 0.02, t.ink.with_alpha(0.35));
    cat_body(pen, s, coat);
    cat_head(pen, s, coat, r.chance(0.5));
}

namespace {

/// One koi seen from above, swimming upwards along an S; length 1, nose at (0, -1).
void koi(Pen& pen, const Stage& s, double bend, Colour skin, Colour spot) {
    const auto spine = [&](double t) { return QPointF(bend * 0.22 * std::sin(t * pi * 1.35 - 0.3), -1 + t); };
    const auto across = [&](double t) {
        const QPointF d = spine(t + 0.01) - spine(t - 0.01);
        const double n = std::hypot(d.x(), d.y());
        return QPointF(-d.y() / n, d.x() / n);
    };
    const auto width = [](double t) { return 0.245 * std::sqrt(t + 0.004) * std::pow(1 - t, 0.9); };
    const Colour fin = mix(skin, s.tones.paper, 0.25).with_alpha(0.85);
    const QPointF end = spine(0.80), along = spine(0.82) - spine(0.78);
    const double heading = std::atan2(along.y(), along.x());
    for (const double fan : {-0.42, 0.34}) {
        Points sweep{end, polar(end, 0.13, heading + fan * 0.6), polar(end, 0.30, heading + fan),
                     polar(end, 0.26, heading + fan * 0.25), polar(end, 0.13, heading)};
        pen.body(smooth(sweep, true), fin);
    }
    for (int side : {-1, 1})
        for (const auto& [t, length] : {std::pair{0.24, 0.20}, std::pair{0.52, 0.12}}) {
            const QPointF root = spine(t) + across(t) * side * width(t) * 0.8;
            pen.body(
                petal(root, root + across(t) * side * length * 0.85 + QPointF(0, length * 0.75), length * 0.42, 0.65),
                fin);
        }
    Points left, right;
    for (int k = 0; k <= 13; ++k) {
        const double t = 0.002 + 0.84 * std::pow(k / 13.0, 1.5);  // closer steps around the head
        left.push_back(spine(t) + across(t) * width(t));
        right.push_back(spine(t) - across(t) * width(t));
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    const QPainterPath body = smooth(left, true);
    pen.body(body, skin);
    QPainterPath marks;
    marks.setFillRule(Qt::WindingFill);
    for (const auto& [t, across_by, size] :
         {std::tuple{0.10, 0.0, 0.080}, {0.33, 0.3, 0.098}, {0.40, -0.2, 0.078}, {0.62, 0.1, 0.062}})
        marks.addEllipse(spine(t) + across(t) * across_by * 0.1, size * 0.9, size);
    pen.shade(united(marks), spot, body);
    Points back;
    for (int k = 0; k <= 4; ++k) back.push_back(spine(0.36 + 0.07 * k));
    pen.shade(tapered(back, 0.020, 0.012), mix(skin, s.tones.ink, 0.25).with_alpha(0.5), body);
    for (int side : {-1, 1}) pen.mark(circle(spine(0.085) + across(0.085) * side * 0.048, 0.013), s.tones.ink);
}

}  // namespace

void draw_koi(Stage& s, const Element& element) {
    s.part = "water";
    Rng r = s.rng("koi");
    const Spot spot = spot_for(s, element, 1.1);
    const QPointF centre(spot.base.x(), spot.base.y() - spot.size * 0.5);
    if (spot.alone) {
        s.technique.land(s, {rectangle({-40, -40, s.w + 80, s.h + 80}), {}, -s.h * 0.3, s.h * 1.3, 0.30});
        for (int i = 0; i < 3; ++i) {
            const QPointF at = i == 0 ? centre : QPointF(s.w * r.between(0.05, 0.95), s.h * r.between(0.05, 0.95));
            for (int k = 1; k <= 3; ++k) {
                const double radius = s.unit * (0.15 * k + (i == 0 ? 0.16 : -0.02));
                if (s.title.intersects(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))) continue;
                s.technique.mark(s, stroke(circle(at, radius), s.unit * 0.0045),
                                 mix(s.tones.sky_low, s.tones.paper, 0.4).with_alpha(0.42 - 0.09 * k));
            }
        }
        s.part = "lily pads";
        for (int i = 0; i < 4; ++i) {
            const double radius = s.unit * r.between(0.07, 0.12), angle = r.between(0, 6.28);
            const QPointF at(i % 2 ? s.w * r.between(0.0, 0.14) : s.w * r.between(0.86, 1.0),
                             s.h * (0.14 + 0.24 * i) + s.h * r.between(-0.05, 0.05));
            if (s.title.adjusted(-radius, -radius, radius, radius).contains(at)) continue;
            s.technique.body(s, sector(at, 0, radius, angle + 0.22, angle + 2 * pi - 0.22),
                             i % 2 ? s.tones.near : mix(s.tones.near, s.tones.far, 0.35));
        }
    }
    s.part = "koi";
    const Colour white = mix(s.tones.paper, s.tones.light, 0.25),
                 red = warm_accent(s.tones) == s.tones.accent ? s.tones.accent : Colour::hex(0xE0532F);
    const double size = spot.size * 0.86;
    for (int i = 0; i < 2; ++i) {
        const double turn = i == 0 ? r.between(0.2, 0.7) : r.between(0.2, 0.7) + pi;
        const QPointF middle = centre + QPointF((i ? 1 : -1) * size * 0.24, (i ? 1 : -1) * size * 0.06);
        const QPointF base = middle + QPointF(-std::sin(turn), std::cos(turn)) * size * 0.5;
        s.technique.shadow(
            s, QTransform().translate(base.x() + size * 0.03, base.y() + size * 0.06).rotateRadians(turn).map([&] {
                QPainterPath shadow;
                shadow.addEllipse(QPointF(0, -size * 0.55), size * 0.11, size * 0.42);
                return shadow;
            }()),
            size * 0.03, s.tones.ink.with_alpha(0.30));
        Pen pen(s, base, size, 1, turn);
        koi(pen, s, i ? 1 : -1, i ? red : white, i ? mix(red, s.tones.paper, 0.75) : red);
    }
}

}  // namespace haibao::scene
