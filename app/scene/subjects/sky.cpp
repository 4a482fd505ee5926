// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

/// A sky thing's height: free sky between the top margin, or a title there, and the ground.
double free_y(const Stage& s, Rng& r, double from, double to) {
    double top = s.h * 0.08;
    if (s.title_above()) top = s.title.bottom() + s.h * 0.02;
    const double bottom = std::max(top + s.h * 0.1, s.horizon - s.h * 0.04);
    return top + (bottom - top) * r.between(from, to);
}

/// An auspicious cloud 祥云: lobes with a spiral in the largest one and a long tail. Unit: its length.
struct CloudShape {
    QPainterPath outline, curls;
};
CloudShape cloud_shape(Rng& r, bool auspicious) {
    CloudShape shape;
    QPainterPath lobes;
    lobes.setFillRule(Qt::WindingFill);
    const double a = r.between(0.15, 0.18), b = r.between(0.19, 0.23), c = r.between(0.12, 0.15);
    lobes.addEllipse(QPointF(-0.20, -a * 0.75), a, a);
    lobes.addEllipse(QPointF(0.06, -b * 0.95), b, b);
    lobes.addEllipse(QPointF(0.31, -c * 0.70), c, c);
    lobes.addRoundedRect(QRectF(-0.42, -0.13, 0.90, 0.13), 0.065, 0.065);
    QPainterPath cut;
    cut.addRect(-1, -1, 2, 1.0);
    QPainterPath whole = common(united(lobes), cut);
    if (auspicious) {
        QPainterPath tails;
        tails.setFillRule(Qt::WindingFill);
        tails.addPath(whole);
        tails.addRoundedRect(QRectF(-0.30, -0.03, 0.55, 0.075), 0.0375, 0.0375);
        tails.addRoundedRect(QRectF(-0.06, 0.025, 0.62, 0.060), 0.03, 0.03);
        whole = united(tails);
        for (const auto& [centre, radius] :
             {std::pair{QPointF(0.06, -b * 0.92), b * 0.62}, std::pair{QPointF(-0.20, -a * 0.70), a * 0.55}}) {
            Points points;
            for (int k = 0; k <= 22; ++k)
                points.push_back(polar(centre, radius * (1 - k * 0.036), pi * 0.75 + k * pi / 7));
            shape.curls.addPath(smooth(points, false));
        }
    }
    shape.outline = whole;
    return shape;
}

}  // namespace

void draw_sun(Stage& s, const Element&) {
    s.part = "sun";
    const auto disc = disc_of(s);
    if (!disc) return;
    const bool warm = s.description.time != Time::day || s.rng("red sun").chance(0.5);
    const bool lost = std::abs(lightness(s.tones.light) - lightness(mix(s.tones.sky_low, s.tones.sky_top, 0.3))) < 0.10;
    const Colour colour = warm || lost ? sun_colour(s.tones) : s.tones.light;
    s.note(Subject::sun, colour);
    s.technique.shine(s, disc->centre, disc->radius * 4.5, mix(s.tones.light, colour, 0.3).with_alpha(0.55));
    s.technique.disc(s, circle(disc->centre, disc->radius), disc->centre, disc->radius, colour);
}

void draw_moon(Stage& s, const Element&) {
    s.part = "moon";
    const auto disc = disc_of(s);
    if (!disc) return;
    s.technique.shine(s, disc->centre, disc->radius * 3.8, s.tones.light.with_alpha(0.42));
    const QPainterPath whole = circle(disc->centre, disc->radius);
    s.technique.disc(s, whole, disc->centre, disc->radius, s.tones.light);
    const double r = disc->radius;
    QPainterPath seas;
    for (const auto& [x, y, size] :
         {std::tuple{-0.35, -0.25, 0.26}, {0.25, 0.10, 0.34}, {-0.15, 0.50, 0.18}, {0.42, -0.42, 0.14}})
        seas.addEllipse(disc->centre + QPointF(x, y) * r, size * r, size * r * 0.9);
    s.technique.shade(s, seas, mix(s.tones.light, s.tones.sky_low, 0.6).with_alpha(0.30), whole);
}

void draw_crescent(Stage& s, const Element&) {
    s.part = "crescent";
    const auto disc = disc_of(s);
    if (!disc) return;
    const double side = s.rng("crescent").sign();
    s.technique.shine(s, disc->centre, disc->radius * 3.4, s.tones.light.with_alpha(0.38));
    s.technique.disc(s, crescent(disc->centre, disc->radius, 0.82, {side * 0.40, -0.18}), disc->centre, disc->radius,
                     s.tones.light);
}

void draw_clouds(Stage& s, const Element& element) {
    s.part = "clouds";
    Rng r = s.rng("clouds");
    const int count = s.description.layout == Layout::minimal ? 2 : 3 + r.below(2);
    const bool auspicious = r.chance(0.5);
    const double lead = s.x_of(element.place, r);
    for (int i = 0; i < count; ++i) {
        const double length = s.unit * (i == 0 ? r.between(0.38, 0.48) : r.between(0.22, 0.34));
        const double x = i == 0 ? lead : s.w * std::fmod(lead / s.w + 0.38 * i + r.between(-0.06, 0.06), 1.0);
        const double y = free_y(s, r, 0.15, 0.95);
        CloudShape shape = cloud_shape(r, auspicious);
        QTransform place;
        place.translate(x, y);
        place.scale(length * r.sign(), length);
        const QPainterPath outline = place.map(shape.outline);
        if (s.title.intersects(outline.boundingRect())) continue;
        const Colour colour = pale_in_air(s);
        s.technique.body(s, outline, colour.with_alpha(0.94));
        if (auspicious) s.technique.line(s, place.map(shape.curls), length * 0.020, mix(colour, s.tones.near, 0.35));
    }
}

void draw_birds(Stage& s, const Element& element) {
    s.part = "birds";
    Rng r = s.rng("birds");
    const QPointF lead(s.x_of(element.place, r), free_y(s, r, 0.25, 0.75));
    const int side = r.sign();
    const Colour colour = s.is_night() ? mix(s.tones.light, s.tones.sky_low, 0.3) : mix(s.tones.ink, s.tones.near, 0.3);
    for (int i = 0; i < 5; ++i) {
        // A loose wedge behind the first bird.
        const int rank = (i + 1) / 2, arm = i % 2 ? 1 : -1;
        const double span = s.unit * (0.075 - 0.008 * rank) * r.between(0.9, 1.1);
        const QPointF at = lead + QPointF(-side * rank * s.unit * 0.105, arm * rank * s.unit * 0.055) +
                           QPointF(r.between(-1, 1), r.between(-1, 1)) * s.unit * 0.015;
        if (s.title.adjusted(-span, -span, span, span).contains(at)) continue;
        const double lift = r.between(0.25, 0.60), droop = lift - 0.34;
        QPainterPath bird(at + QPointF(-span, -span * droop));
        bird.cubicTo(at + QPointF(-span * 0.75, -span * lift), at + QPointF(-span * 0.25, -span * lift * 0.9),
                     at + QPointF(0, -span * 0.04));
        bird.cubicTo(at + QPointF(span * 0.25, -span * lift * 0.9), at + QPointF(span * 0.75, -span * lift),
                     at + QPointF(span, -span * droop));
        bird.cubicTo(at + QPointF(span * 0.6, -span * lift * 0.62), at + QPointF(span * 0.3, -span * lift * 0.40),
                     at + QPointF(side * span * 0.10, span * 0.20));
        bird.cubicTo(at + QPointF(-span * 0.3, -span * lift * 0.40), at + QPointF(-span * 0.6, -span * lift * 0.62),
                     at + QPointF(-span, -span * droop));
        s.technique.mark(s, bird, colour);
    }
}

void draw_balloons(Stage& s, const Element& element) {
    s.part = "balloons";
    Rng r = s.rng("balloons");
    const int count = s.description.layout == Layout::minimal ? 1 : 3;
    const double lead = s.x_of(element.place, r);
    const Colour sets[][2] = {{s.tones.accent, s.tones.paper},
                              {s.tones.near, s.tones.light},
                              {mix(s.tones.accent, s.tones.near, 0.4), s.tones.light}};
    for (int i = 0; i < count; ++i) {
        const double size = s.unit * (i == 0 ? r.between(0.25, 0.31) : r.between(0.12, 0.17)) *
                            (s.description.layout == Layout::close ? 1.5 : 1);
        const double x = i == 0 ? lead : s.w * std::fmod(lead / s.w + 0.33 * i + r.between(-0.05, 0.05), 1.0);
        const double top = free_y(s, r, i == 0 ? 0.0 : 0.15, i == 0 ? 0.3 : 0.7);
        const QRectF box(x - size * 0.42, top, size * 0.84, size * 1.2);
        if (s.title.intersects(box)) continue;
        Pen pen(s, {x, top + size * 1.2}, size);
        const auto& [first, second] = sets[i % 3];
        QPainterPath envelope(QPointF(-0.10, -0.27));
        envelope.cubicTo({-0.20, -0.42}, {-0.42, -0.58}, {-0.42, -0.80});
        envelope.cubicTo({-0.42, -1.08}, {-0.22, -1.20}, {0, -1.20});
        envelope.cubicTo({0.22, -1.20}, {0.42, -1.08}, {0.42, -0.80});
        envelope.cubicTo({0.42, -0.58}, {0.20, -0.42}, {0.10, -0.27});
        envelope.closeSubpath();
        QPainterPath ropes(QPointF(-0.09, -0.27));
        ropes.lineTo(-0.06, -0.10);
        ropes.moveTo(0.09, -0.27);
        ropes.lineTo(0.06, -0.10);
        pen.line(ropes, 0.014, mix(s.tones.ink, s.tones.near, 0.4));
        pen.body(envelope, first);
        QPainterPath gores;
        for (const auto& [inner, outer] : {std::pair{0.0, 0.14}, std::pair{0.27, 0.37}})
            for (int side : {-1, 1}) {
                const auto edge = [&](QPainterPath& p, double w, bool down) {
                    const double v = w / 0.42;
                    if (down)
                        p.cubicTo({side * w * 1.02, -1.08}, {side * w, -0.60}, {side * 0.10 * v, -0.27});
                    else
                        p.cubicTo({side * w, -0.60}, {side * w * 1.02, -1.08}, {0, -1.20});
                };
                QPainterPath gore(QPointF(0, -1.20));
                edge(gore, outer, true);
                gore.lineTo(side * 0.10 * inner / 0.42, -0.27);
                edge(gore, inner, false);
                gores.addPath(gore);
            }
        pen.shade(gores, second, envelope);
        pen.body(rounded({-0.075, -0.10, 0.15, 0.11}, 0.02), mix(s.tones.ink, s.tones.accent, 0.35));
    }
}

void draw_fireworks(Stage& s, const Element& element) {
    s.part = "fireworks";
    Rng r = s.rng("fireworks");
    const int count = s.description.layout == Layout::minimal ? 1 : 3;
    const double lead = s.x_of(element.place, r);
    const Colour colours[] = {s.tones.light, s.tones.accent, mix(s.tones.paper, s.tones.far, 0.4)};
    for (int i = 0; i < count; ++i) {
        const double radius = s.unit * (i == 0 ? r.between(0.20, 0.25) : r.between(0.10, 0.15));
        const QPointF at(i == 0 ? lead : s.w * std::fmod(lead / s.w + 0.36 * i, 1.0),
                         free_y(s, r, i == 0 ? 0.30 : 0.1, i == 0 ? 0.55 : 0.6));
        if (s.title.intersects(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius))) continue;
        const Colour c = colours[i % 3];
        s.technique.shine(s, at, radius * 1.5, c.with_alpha(0.40));
        const int rays = 12 + 2 * r.below(3);
        QPainterPath sparks, inner;
        for (int k = 0; k < rays; ++k) {
            const double angle = 2 * pi * k / rays, reach = radius * (k % 2 ? 0.74 : 1.0);
            const QPointF fall(0, radius * 0.06);
            sparks.addPath(tapered(
                {polar(at, radius * 0.26, angle), polar(at, reach * 0.65, angle), polar(at, reach, angle) + fall},
                radius * 0.018, radius * 0.048));
            sparks.addEllipse(polar(at, reach * 1.07, angle) + fall, radius * 0.042, radius * 0.042);
            inner.addEllipse(polar(at, radius * 0.17, angle + 0.1), radius * 0.022, radius * 0.022);
        }
        sparks.setFillRule(Qt::WindingFill);
        s.technique.mark(s, sparks, c);
        s.technique.mark(s, inner, colours[(i + 1) % 3]);
    }
}

}  // namespace haibao::scene
