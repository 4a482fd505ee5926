// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {

void draw_blur(Stage& s, const Element&) {
    s.part = "gradient";
    Rng r = s.rng("blur");
    const auto& t = s.tones;
    s.fill(rectangle(s.page_rect()),
           blend_along({0, 0}, {s.w, s.h}, {t.sky_low, mix(t.sky_low, t.far, 0.5), t.sky_top}));
    // Opposite hues turn grey where they meet: then the accent is only a breath.
    const double apart = std::abs(std::remainder(to_oklch(t.accent).h - to_oklch(t.far).h, 2 * pi));
    const Colour colours[] = {t.accent.faded(apart > 1.6 ? 0.45 : 1), t.light, t.near, t.far, t.paper};
    const int count = 4 + r.below(2), first = r.below(5);
    for (int i = 0; i < count; ++i) {
        const QPointF at(s.w * (0.5 + 0.58 * std::cos(2.4 * i + first)),
                         s.h * (0.5 + 0.58 * std::sin(2.4 * i + first)));
        s.glow(at, s.unit * r.between(0.75, 1.15), colours[(first + i) % 5].faded(r.between(0.55, 0.90)));
    }
}

void draw_rings(Stage& s, const Element& element) {
    s.part = "rings";
    Rng r = s.rng("rings");
    const auto& t = s.tones;
    const QPointF centre(s.x_of(element.place, r), s.h * (s.title.isEmpty()                ? r.between(0.35, 0.65)
                                                          : s.title.center().y() < s.h / 2 ? 0.68
                                                                                           : 0.34));
    const double radius = std::max(std::hypot(centre.x(), centre.y()), std::hypot(s.w - centre.x(), s.h - centre.y()));
    const double width = s.unit * r.between(0.10, 0.15);
    const int count = static_cast<int>(radius / width) + 1;
    for (int i = count; i > 0; --i) {
        const double out = static_cast<double>(i) / count;
        const Colour c = i == 1   ? t.accent
                         : i == 2 ? t.light
                                  : mix(i % 2 ? mix(t.sky_low, t.far, 0.35) : t.far, t.sky_top, 0.75 * out);
        s.technique.body(s, circle(centre, width * (i - 0.25)), c);
    }
}

void draw_rays(Stage& s, const Element& element) {
    s.part = "rays";
    Rng r = s.rng("rays");
    const auto& t = s.tones;
    const QPointF centre(
        s.x_of(element.place, r),
        s.h * (!s.title.isEmpty() && s.title.center().y() > s.h / 2 ? r.between(0.3, 0.4) : r.between(0.55, 0.85)));
    const double reach = std::hypot(s.w, s.h) * 1.2, turn = r.between(0, 1);
    const int count = 9 + r.below(7);
    const Colour dark = mix(t.sky_top, t.far, 0.3), pale = mix(t.sky_low, dark, 0.25);
    if (s.description.style == Style::neon) {
        QPainterPath tubes;
        for (int i = 0; i < 2 * count; ++i) {
            const double angle = pi * (i + turn) / count;
            tubes.moveTo(polar(centre, s.unit * 0.26, angle));
            tubes.lineTo(polar(centre, i % 2 ? s.unit * 0.42 : reach, angle));
        }
        s.technique.line(s, tubes, s.unit * 0.009, t.far);
        s.technique.disc(s, circle(centre, s.unit * 0.17), centre, s.unit * 0.17, t.accent);
        return;
    }
    s.fill(rectangle(s.page_rect()), dark);
    QPainterPath rays;
    for (int i = 0; i < count; ++i)
        rays.addPath(sector(centre, 0, reach, 2 * pi * (i + turn) / count, 2 * pi * (i + turn + 0.5) / count));
    s.fill(rays, Radial{centre, reach * 0.7, {{0, t.sky_low}, {0.4, pale}, {1, mix(pale, dark, 0.55)}}});
    const double radius = s.unit * r.between(0.13, 0.20);
    s.technique.shine(s, centre, radius * 3, t.light.with_alpha(0.5));
    s.technique.disc(s, circle(centre, radius), centre, radius, r.chance(0.5) ? warm_accent(t) : t.light);
}

void draw_ribbons(Stage& s, const Element&) {
    s.part = "ribbons";
    Rng r = s.rng("ribbons");
    const int count = layers_for(s, 5 + r.below(3));
    const double slope = r.between(-0.35, 0.35), amplitude = s.h * r.between(0.06, 0.13);
    const double first = s.title.isEmpty() || s.title.top() > s.h * 0.5 ? 0.16 : s.title.bottom() / s.h + 0.10;
    const double last = !s.title.isEmpty() && s.title.top() > s.h * 0.5 ? s.title.top() / s.h - 0.12 : 0.90;
    for (int i = 0; i < count; ++i) {
        const double depth = static_cast<double>(i) / (count - 1);
        const Noise noise(r.fork(std::to_string(i)));
        Points points;
        for (double x = -60; x <= s.w + 80; x += 40)
            points.push_back({x, s.h * (first + (last - first) * depth) +
                                     slope * (x - s.w / 2) * (s.title.isEmpty() ? 1 : 0.4) +
                                     amplitude * noise.at(x / (s.unit * 0.5) + 0.3 * i)});
        const QPainterPath line = smooth(points, false), path = ground_below(line, s.h + 300);
        if (s.description.style == Style::flat || s.description.style == Style::gradient)
            s.soft(path, 9, s.tones.ink.with_alpha(0.26), {0, -5});
        s.technique.land(s, {path, line, line.boundingRect().top(), s.h * (0.35 + 0.65 * depth), depth});
    }
}

void draw_blobs(Stage& s, const Element&) {
    s.part = "blobs";
    Rng r = s.rng("blobs");
    const auto& t = s.tones;
    const Colour colours[] = {
        t.far, t.near, t.accent, t.light, mix(t.far, t.sky_low, 0.5), mix(t.accent, t.paper, 0.5)};
    const int first = r.below(6);
    for (int i = 0; i < 6; ++i) {
        // Along the rim, so that the middle stays free.
        const double angle = 2 * pi * (i * 0.381966 + r.between(-0.04, 0.04)) + first;
        const QPointF at(s.w * (0.5 + 0.55 * std::cos(angle)), s.h * (0.5 + 0.52 * std::sin(angle)));
        double radius = s.unit * (i == 0 ? r.between(0.36, 0.44) : r.between(0.20, 0.33));
        if (!s.title.isEmpty()) {
            const double dx = std::max({s.title.left() - at.x(), at.x() - s.title.right(), 0.0}),
                         dy = std::max({s.title.top() - at.y(), at.y() - s.title.bottom(), 0.0});
            radius = std::min(radius, std::hypot(dx, dy) / 1.25);
            if (radius < s.unit * 0.06) continue;
        }
        s.technique.body(
            s, s.technique.geometric() ? circle(at, radius) : blob(at, radius, 0.16, r.fork(std::to_string(i)), 7),
            colours[(first + i) % 6]);
    }
}

void draw_arches(Stage& s, const Element&) {
    s.part = "shapes";
    Rng r = s.rng("arches");
    const auto& t = s.tones;
    const Colour colours[] = {t.accent, t.near, t.light, t.far, mix(t.far, t.near, 0.5), mix(t.sky_low, t.far, 0.35)};
    const int across = std::max(
        2, static_cast<int>(std::lround(s.w / (s.unit * (s.description.layout == Layout::minimal ? 0.34 : 0.25)))));
    const double cell = s.w / across;
    const int down = static_cast<int>(std::ceil(s.h / cell));
    const double top = (s.h - down * cell) / 2;
    const double density = s.description.layout == Layout::minimal ? 0.55 : 0.85;
    for (int j = 0; j < down; ++j)
        for (int i = 0; i < across; ++i) {
            const QRectF box(i * cell, top + j * cell, cell, cell);
            if (s.title.intersects(box) || !r.chance(density)) continue;
            const int a = r.below(6), b = (a + 1 + r.below(5)) % 6;
            const int turn = r.below(4);
            const QPointF corners[] = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
            s.technique.body(s, rectangle(box.adjusted(-0.3, -0.3, 0.3, 0.3)), colours[a]);
            switch (r.below(5)) {
                case 0:
                    s.technique.body(s, sector(corners[turn], 0, cell, turn * pi / 2, (turn + 1) * pi / 2), colours[b]);
                    break;
                case 1:
                    s.technique.body(s, sector(corners[turn], 0, cell, turn * pi / 2, (turn + 1) * pi / 2), colours[b]);
                    s.technique.body(s, sector(corners[turn], 0, cell * 0.5, turn * pi / 2, (turn + 1) * pi / 2),
                                     colours[(b + 2) % 6]);
                    break;
                case 2: s.technique.body(s, circle(box.center(), cell * 0.36), colours[b]); break;
                case 3:
                    s.technique.body(s,
                                     sector(box.center() + QPointF(turn % 2 ? 0 : (turn - 1) * cell / 2,
                                                                   turn % 2 ? (turn - 2) * cell / 2 : 0),
                                            0, cell / 2, turn * pi / 2 - pi / 2 + (turn % 2 ? pi : 0),
                                            turn * pi / 2 + pi / 2 + (turn % 2 ? pi : 0)),
                                     colours[b]);
                    break;
                case 4:
                    s.technique.body(s, polygon({corners[turn], corners[(turn + 1) % 4], corners[(turn + 2) % 4]}),
                                     colours[b]);
                    break;
            }
        }
}

void draw_stripes(Stage& s, const Element&) {
    s.part = "stripes";
    Rng r = s.rng("stripes");
    const auto& t = s.tones;
    const Colour colours[] = {t.far, mix(t.far, t.near, 0.5), t.near, t.accent, t.light};
    const double slope = r.sign() * r.between(0.55, 1.0), width = s.unit * r.between(0.07, 0.12);
    // A bundle of stripes through one corner region; the rest is empty ground.
    const double middle = s.title.isEmpty()                  ? s.h * r.between(0.3, 0.7)
                          : s.title.center().y() < s.h * 0.5 ? s.h * 0.98
                                                             : s.h * 0.05;
    const int count = 5;
    for (int i = 0; i < count; ++i) {
        const double y = middle + (i - count / 2.0) * width * 1.45;
        const auto at = [&](double x, double offset) {
            return QPointF(x, y + offset + slope * (x - s.w / 2) * (s.title.isEmpty() ? 1 : 0.25));
        };
        s.technique.body(s, polygon({at(-50, 0), at(s.w + 50, 0), at(s.w + 50, width), at(-50, width)}),
                         colours[(i * 2 + r.below(2)) % 5]);
    }
    if (!r.chance(0.6)) return;
    const double radius = s.unit * r.between(0.12, 0.17);
    const QPointF centre(s.w * (r.chance(0.5) ? 0.3 : 0.7),
                         s.title.isEmpty() ? s.h * 0.32 : std::clamp(middle, radius * 1.3, s.h - radius * 1.3));
    if (!s.title.intersects(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)))
        s.technique.disc(s, circle(centre, radius), centre, radius, warm_accent(t));
}

void draw_frame(Stage& s, const Element&) {
    s.part = "frame";
    Rng r = s.rng("frame");
    const auto& t = s.tones;
    const double margin = s.unit * r.between(0.05, 0.08), line = s.unit * 0.006;
    const QRectF outer = s.page_rect().adjusted(margin, margin, -margin, -margin);
    const double notch = s.unit * r.between(0.06, 0.09);
    // A board with scooped corners, a line around it, a small disc in every corner.
    const auto board = [&](const QRectF& box, double cut) {
        QPainterPath path = rectangle(box);
        for (const QPointF& corner : {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()})
            path = minus(path, circle(corner, cut));
        return path;
    };
    s.technique.land(s, {rectangle({-30, -30, s.w + 60, s.h + 60}), {}, -s.h * 0.2, s.h * 1.6, 0.80});
    s.technique.body(s, board(outer, notch), mix(t.sky_low, t.paper, 0.35));
    const QRectF inner = outer.adjusted(margin * 0.38, margin * 0.38, -margin * 0.38, -margin * 0.38);
    s.technique.line(s, board(inner, notch * 1.08), line, mix(t.near, t.far, 0.35));
    for (const QPointF& corner : {outer.topLeft(), outer.topRight(), outer.bottomRight(), outer.bottomLeft()}) {
        s.technique.body(s, circle(corner, notch * 0.62), t.accent);
        s.technique.body(s, circle(corner, notch * 0.30), t.light);
    }
}

}  // namespace haibao::scene
