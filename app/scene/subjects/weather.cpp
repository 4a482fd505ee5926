// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {

void draw_sky(Stage& s, const Element&) {
    s.part = "sky";
    Rng r = s.rng("sky");
    if (s.technique.geometric()) {  // clouds as discs cut off by a line
        const Colour colours[] = {mix(s.tones.far, s.tones.paper, 0.35), s.tones.far,
                                  mix(s.tones.light, s.tones.accent, 0.3), s.tones.near};
        for (int i = 0; i < 4; ++i) {
            const double radius = s.unit * r.between(0.16, 0.26), foot = s.h * (0.52 + 0.16 * i),
                         x = s.w * std::fmod(0.2 + 0.7549 * i + r.between(0, 0.1), 1.0);
            if (s.title.intersects(QRectF(x - 1.6 * radius, foot - radius, 3.2 * radius, radius))) continue;
            s.technique.body(s, sector({x, foot}, 0, radius, -pi, 0), colours[i]);
            s.technique.body(s, sector({x + radius * 1.05, foot}, 0, radius * 0.58, -pi, 0),
                             mix(colours[i], s.tones.paper, 0.35));
            s.technique.body(s, rectangle({x - radius * 1.5, foot, radius * 3.6, radius * 0.14}),
                             mix(colours[i], s.tones.ink, 0.15));
        }
        return;
    }
    // Long thin veils, lit from below; few and large.
    const int count = layers_for(s, 4);
    for (int i = 0; i < count; ++i) {
        const double y = s.h * (0.42 + 0.16 * i) + s.h * r.between(-0.04, 0.04), x = s.w * r.between(0.1, 0.9);
        const double length = s.w * r.between(0.5, 0.95), thick = s.h * r.between(0.018, 0.045);
        if (s.title.adjusted(0, -thick, 0, thick).intersects(QRectF(x - length / 2, y - thick, length, 2 * thick)))
            continue;
        QPainterPath veil({x - length / 2, y});
        veil.cubicTo({x - length * 0.2, y - thick * 1.6}, {x + length * 0.15, y - thick * 0.4},
                     {x + length / 2, y - thick * 0.2});
        veil.cubicTo({x + length * 0.2, y + thick * 0.9}, {x - length * 0.15, y + thick * 0.4}, {x - length / 2, y});
        s.technique.body(s, veil, mix(s.tones.sky_low, s.tones.light, 0.5).with_alpha(0.75));
    }
    s.technique.shine(s, {s.w * r.between(0.2, 0.8), s.h * 1.02}, s.unit * 1.0,
                      mix(s.tones.light, s.tones.accent, 0.25).with_alpha(0.5));
}

void draw_snow(Stage& s, const Element&) {
    s.part = "snow";
    Rng r = s.rng("snow");
    const bool night = s.is_night();
    const Colour white = night ? mix(s.tones.paper, s.tones.sky_low, 0.30) : s.tones.paper;
    const Tones kept = s.tones;
    const bool alone = std::ranges::none_of(s.description.elements, [](const Element& e) {
        return e.subject != Subject::snow && info(e.subject).role == Role::ground;
    });
    if (alone) {
        const bool pale_sky = lightness(s.tones.sky_low) > 0.88;
        s.tones.far = pale_sky ? mix(white, kept.far, 0.45) : mix(white, s.tones.sky_low, 0.45);
        s.tones.near = pale_sky ? mix(white, kept.far, 0.15) : white;
        const int layers = layers_for(s, 4);
        for (int i = 0; i < layers; ++i) {
            const double depth = static_cast<double>(i) / (layers - 1);
            const Noise noise(r.fork(std::to_string(i)));
            const double base = s.horizon + s.ground_depth() * (0.08 + 0.66 * depth),
                         wave = s.unit * (0.46 + 0.2 * depth);
            const Land land =
                land_from(s, base, s.h * 0.10, depth, 30, [&](double x) { return 0.3 + 0.7 * noise.at(x / wave); });
            if (s.technique.geometric())
                s.technique.body(s, land.path, mix(white, kept.far, 0.45 * (1 - depth)));
            else
                s.technique.land(s, land);
            if (i == 0 || i + 1 == layers) continue;
            // A few firs with snow on their boughs.
            const double focus = s.w * (i % 2 ? r.between(0.08, 0.32) : r.between(0.66, 0.92));
            for (int k = 0; k < 3; ++k) {
                const double tall = s.unit * (0.13 + 0.09 * depth) * r.between(0.75, 1.2),
                             x = focus + (k - 1) * tall * 0.42;
                const double foot = base - s.h * 0.10 * (0.3 + 0.7 * noise.at(x / wave)) + tall * 0.06;
                if (s.title.intersects(QRectF(x - tall * 0.3, foot - tall, tall * 0.6, tall))) continue;
                const Colour green = mix(kept.near, kept.far, 0.45 * (1 - depth));
                for (int tier = 2; tier >= 0; --tier) {
                    const double top = foot - tall * (0.52 + 0.24 * tier), low = foot - tall * 0.27 * tier,
                                 half = tall * (0.26 - 0.065 * tier);
                    s.technique.body(s, polygon({{x, top}, {x + half, low}, {x - half, low}}), green);
                    s.technique.shade(s,
                                      polygon({{x, top},
                                               {x + half * 0.55, top + (low - top) * 0.55},
                                               {x + half * 0.1, top + (low - top) * 0.42},
                                               {x - half * 0.25, top + (low - top) * 0.60},
                                               {x - half * 0.5, top + (low - top) * 0.5}}),
                                      white.with_alpha(0.9),
                                      s.page_rect().isEmpty() ? QPainterPath() : rectangle(s.page_rect()));
                }
            }
        }
        s.tones = kept;
    }
    const int flakes = s.description.layout == Layout::minimal ? 16 : 34;
    for (int i = 0; i < flakes; ++i) {
        const QPointF at(s.w * std::fmod(i * 0.618 + r.between(0, 0.15), 1.0), s.h * r.between(0.02, 0.97));
        const double size = s.unit * (i % 5 == 0 ? r.between(0.012, 0.018) : r.between(0.006, 0.010));
        if (!s.title.adjusted(-size, -size, size, size).contains(at))
            s.technique.mark(s, circle(at, size), s.tones.paper.with_alpha(i % 5 == 0 ? 0.95 : 0.8));
    }
}

void draw_stars(Stage& s, const Element&) {
    s.part = "stars";
    Rng r = s.rng("stars");
    const int count = s.description.layout == Layout::minimal ? 9 : 20;
    const double floor =
        s.description.has(Subject::rocket) || s.description.main() == Subject::stars ? s.h : s.horizon * 0.92;
    const Colour colour = s.is_night() || lightness(s.tones.sky_top) < 0.6 ? s.tones.light : s.tones.paper;
    const auto disc = disc_of(s);
    for (int i = 0; i < count; ++i) {
        // An even but irregular spread (the plastic number's sequence).
        const QPointF at(s.w * std::fmod(0.13 + i * 0.7549 + r.between(0, 0.08), 1.0),
                         floor * std::fmod(0.07 + i * 0.5698 + r.between(0, 0.08), 1.0));
        const bool large = i % 4 == 0;
        const double size = s.unit * (large ? r.between(0.016, 0.030) : r.between(0.005, 0.008));
        if (s.title.adjusted(-size, -size, size, size).contains(at)) continue;
        if (disc && std::hypot(at.x() - disc->centre.x(), at.y() - disc->centre.y()) < disc->radius * 1.4) continue;
        if (large) {
            QPainterPath sparkle(at + QPointF(0, -size));
            for (const QPointF& tip : Points{{size, 0}, {0, size}, {-size, 0}, {0, -size}})
                sparkle.quadTo(at + tip * 0.06, at + tip);
            s.technique.shine(s, at, size * 3, colour.with_alpha(0.35));
            s.technique.mark(s, sparkle, colour);
        } else {
            s.technique.mark(s, circle(at, size), colour.with_alpha(0.85));
        }
    }
}

void draw_rain_window(Stage& s, const Element&) {
    s.part = "lights";
    Rng r = s.rng("rain");
    const auto& t = s.tones;
    const Colour lamps[] = {t.light, t.accent, t.far, mix(t.accent, t.light, 0.5)};
    for (int i = 0; i < 9; ++i) {
        const double radius = s.unit * r.between(0.05, 0.12);
        const QPointF at(s.w * std::fmod(0.1 + i * 0.618, 1.0), s.h * r.between(0.45, 0.95));
        if (s.title.adjusted(-radius * 1.7, -radius * 1.7, radius * 1.7, radius * 1.7).contains(at)) continue;
        s.technique.shine(s, at, radius * 2.2, lamps[i % 4].with_alpha(0.35));
        s.technique.haze(s, circle(at, radius), radius * 0.22, lamps[i % 4].with_alpha(0.42));
    }
    s.part = "rain";
    const Colour glass = lightness(t.sky_top) > 0.72 ? mix(t.far, t.near, 0.35) : mix(t.sky_low, t.paper, 0.45);
    const int drops = s.description.layout == Layout::minimal ? 16 : 30;
    for (int i = 0; i < drops; ++i) {
        const double size = s.unit * (0.012 + 0.022 * std::pow(r.unit(), 1.6));
        const QPointF at(s.w * std::fmod(0.05 + i * 0.618 + r.between(0, 0.06), 1.0), s.h * r.between(0.05, 0.93));
        const double trail = i % 4 == 0 ? s.h * r.between(0.10, 0.26) : 0;
        if (s.title.adjusted(-size * 1.5, -size * 1.5, size * 1.5, size * 1.5 + trail).contains(at)) continue;
        if (trail > 0) {
            const QPainterPath path = polygon({at + QPointF(-size * 0.5, 0), at + QPointF(size * 0.5, 0),
                                               at + QPointF(size * 0.2, -trail), at + QPointF(-size * 0.2, -trail)});
            s.fill(path, Linear{at, at - QPointF(0, trail), {{0, glass.with_alpha(0.45)}, {1, glass.with_alpha(0)}}});
        }
        QPainterPath drop(at + QPointF(0, -size * 1.5));
        drop.cubicTo(at + QPointF(size * 0.5, -size * 0.8), at + QPointF(size, -size * 0.3),
                     at + QPointF(size, size * 0.15));
        drop.cubicTo(at + QPointF(size, size * 1.25), at + QPointF(-size, size * 1.25),
                     at + QPointF(-size, size * 0.15));
        drop.cubicTo(at + QPointF(-size, -size * 0.3), at + QPointF(-size * 0.5, -size * 0.8),
                     at + QPointF(0, -size * 1.5));
        s.technique.body(s, drop, glass.with_alpha(0.80));
        s.technique.shade(s, circle(at + QPointF(-size * 0.3, -size * 0.05), size * 0.30), t.paper.with_alpha(0.9),
                          drop);
    }
    // The frame makes it a window; a title keeps its pane whole.
    s.part = "window";
    const Colour wood = mix(t.near, t.ink, 0.35);
    const double bar = s.unit * 0.032;
    QPainterPath frame = rectangle(s.page_rect().adjusted(-30, -30, 30, 30))
                             .subtracted(rounded(s.page_rect().adjusted(bar, bar, -bar, -bar), bar * 0.3));
    const double x = s.title.isEmpty() ? s.w * (r.chance(0.5) ? 0.5 : 0.36) : 0,
                 y = s.title.isEmpty() ? s.h * 0.36
                     : s.title_above() ? s.title.bottom() + s.h * 0.06
                     : s.title_below() ? s.title.top() - s.h * 0.06
                                       : 0;
    if (x > 0) frame = frame.united(rectangle({x - bar * 0.4, 0, bar * 0.8, s.h}));
    if (y > 0) frame = frame.united(rectangle({0, y - bar * 0.4, s.w, bar * 0.8}));
    s.technique.body(s, frame, wood);
}

}  // namespace haibao::scene
