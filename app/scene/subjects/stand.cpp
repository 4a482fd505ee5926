// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {

bool has_ground(const Stage& s) {
    return std::ranges::any_of(s.description.elements,
                               [](const Element& e) { return info(e.subject).role == Role::ground; });
}

Spot spot_for(const Stage& s, const Element& element, double width) {
    Rng r = s.rng("spot");
    const bool ground = has_ground(s);
    const bool across = !s.title.isEmpty() && s.title.width() > s.w * 0.5;
    const double ceiling = across && s.title.center().y() < s.h * 0.5 ? s.title.bottom() + s.h * 0.02 : s.h * 0.10;
    double floor = ground ? s.horizon + s.ground_depth() * 0.42 : s.h * 0.82;
    if (across && s.title.center().y() > s.h * 0.5) floor = std::min(floor, s.title.top() - s.h * 0.03);
    double size = s.unit * (ground ? 0.40 : 0.56);
    if (s.description.layout == Layout::minimal) size *= 0.72;
    if (s.description.layout == Layout::close) size *= 1.35;
    if (element.place != Place::centre) size *= 0.86;
    size = std::min({size, floor - ceiling, s.w * 0.86 / width});
    double x = s.x_of(element.place, r);
    if (!across && !s.title.isEmpty()) {  // a title at one side: stay on the other
        const double half = size * width / 2 + s.w * 0.02;
        if (s.title.center().x() < s.w / 2)
            x = std::max(x, std::min(s.title.right() + half, s.w - half));
        else
            x = std::min(x, std::max(s.title.left() - half, half));
    }
    // At a side it may be cut off a little rather than drift to the middle.
    const double half = size * width * (element.place == Place::centre ? 0.5 : 0.43);
    return {{std::clamp(x, std::min(half, s.w / 2), std::max(s.w - half, s.w / 2)), floor}, size, !ground};
}

Spot stand(Stage& s, const Element& element, double width) {
    const Spot spot = spot_for(s, element, width);
    if (!spot.alone) return spot;
    Rng r = s.rng("set");
    const std::string part = s.part;
    s.part = "set";
    const bool bleak = s.description.layout == Layout::minimal;
    if (!disc_of(s) && !bleak) {
        const double radius = spot.size * r.between(0.52, 0.62);
        const QPointF centre(spot.base.x() + spot.size * r.between(-0.12, 0.12),
                             spot.base.y() - spot.size * r.between(0.50, 0.62));
        const Colour c =
            r.chance(0.5) ? mix(s.tones.light, s.tones.sky_low, 0.25) : mix(s.tones.far, s.tones.sky_low, 0.35);
        s.technique.body(s, circle(centre, radius), c);
    }
    const double edge = spot.base.y() - spot.size * 0.13;
    QPainterPath level({-40, edge});
    level.lineTo(s.w + 40, edge);
    s.technique.land(s, {ground_below(level, s.h + 30), level, edge, s.h * 1.2, r.chance(0.5) ? 0.85 : 0.30});
    s.part = part;
    return spot;
}

void raise_ground(Stage& s, const Spot& spot, double width) {
    const std::string part = s.part;
    s.part = "foreground";
    const double crest = spot.base.y() - spot.size * 0.035, fall = std::max((s.h - crest) * 0.75, s.h * 0.06);
    if (s.technique.geometric()) {
        s.technique.body(s, rectangle({-5, crest, s.w + 10, s.h - crest + 10}), mix(s.tones.near, s.tones.ink, 0.2));
    } else {
        const Land land = land_from(s, crest + fall, fall, 0.92, 30, [&](double x) {
            const double away = std::max(0.0, std::abs(x - spot.base.x()) - spot.size * width * 0.5) / (0.36 * s.w);
            return std::exp(-away * away);
        });
        s.technique.land(s, land);
    }
    s.part = part;
}

void steam(Pen& pen, QPointF from, Colour colour, Rng r) {
    for (const double x : {-0.11, 0.06}) {
        Points points;
        const double phase = r.between(0, pi);
        for (int k = 0; k <= 8; ++k) {
            const double t = k / 8.0;
            points.push_back(from + QPointF(x + 0.05 * std::sin(t * 5.0 + phase), -0.34 * t + (x > 0 ? -0.05 : 0)));
        }
        pen.mark(tapered(points, 0.030, 0.012), colour);
    }
}

}  // namespace haibao::scene
