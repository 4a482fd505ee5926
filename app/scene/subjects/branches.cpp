// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

/// The corner that a branch grows from, and the direction into the page (x: 1 from the left, -1 from the right).
struct Corner {
    QPointF at;
    double into = 1;
};
Corner corner_of(const Stage& s, Place place, Rng& r) {
    const double into = place == Place::left ? 1 : place == Place::right ? -1 : r.sign();
    const bool title_above = s.title_above();
    const double y = title_above ? s.title.bottom() + s.h * r.between(0.08, 0.16) : s.h * r.between(0.02, 0.14);
    return {{into > 0 ? -20 : s.w + 20, y}, into};
}

bool in_title(const Stage& s, QPointF at, double margin) {
    return s.title.adjusted(-margin, -margin, margin, margin).contains(at);
}

void flower(Stage& s, QPointF at, double size, double turn, Colour petals, Colour heart) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (int k = 0; k < 5; ++k) {
        const double angle = turn + 2 * pi * k / 5;
        path.addEllipse(polar(at, size * 0.52, angle), size * 0.50, size * 0.50);
    }
    const QPainterPath whole = united(path);
    s.technique.body(s, whole, petals);
    QPainterPath shade;
    for (int k = 0; k < 5; ++k)
        shade.addPath(petal(at, polar(at, size * 0.72, turn + 2 * pi * k / 5), size * 0.20, 0.5));
    s.technique.shade(s, shade, mix(petals, heart, 0.5).with_alpha(0.40), whole);
    s.technique.mark(s, circle(at, size * 0.20), heart);
}

}  // namespace

void draw_blossom(Stage& s, const Element& element) {
    s.part = "blossom branch";
    Rng r = s.rng("blossom");
    const Corner corner = corner_of(s, element.place, r);
    const double reach = s.unit * r.between(0.62, 0.80) * (s.description.layout == Layout::close ? 1.25 : 1),
                 into = corner.into;
    const Colour bark = mix(s.tones.ink, s.tones.near, 0.25);
    // Blossoms are warm or white, whatever the accent.
    const bool warm = warm_accent(s.tones) == s.tones.accent;
    const Colour petals = warm ? mix(s.tones.accent, s.tones.paper, 0.35) : mix(s.tones.paper, s.tones.far, 0.12);
    const Colour heart = warm ? mix(s.tones.light, s.tones.accent, 0.25) : mix(s.tones.near, s.tones.accent, 0.5);
    s.note(Subject::blossom, petals);
    // The bough bends downwards; twigs leave it to both sides, always forwards.
    Points bough;
    const double fall = r.between(0.16, 0.34);
    for (int k = 0; k <= 6; ++k) {
        const double t = k / 6.0;
        bough.push_back(corner.at + QPointF(into * reach * t,
                                            reach * (fall * t * t + 0.10 * t) + s.unit * r.between(-0.018, 0.018)));
    }
    std::vector<QPointF> flowers;
    s.technique.body(s, tapered(bough, s.unit * 0.034, s.unit * 0.007), bark);
    for (int k = 1; k <= 6; ++k) {
        const QPointF from = bough[static_cast<std::size_t>(k)];
        const double length = reach * r.between(0.16, 0.30) * (1.15 - k * 0.09);
        const double up = k % 2 ? -1 : 1;
        const double angle = (into > 0 ? 0 : pi) + into * (up * r.between(0.45, 0.95) + 0.25);
        const QPointF middle = polar(from, length * 0.55, angle + r.between(-0.2, 0.2)),
                      tip = polar(from, length, angle + into * 0.25);
        if (in_title(s, tip, s.unit * 0.05) || in_title(s, middle, s.unit * 0.05)) continue;
        s.technique.body(s, tapered({from, middle, tip}, s.unit * 0.013, s.unit * 0.005), bark);
        flowers.push_back(tip);
        if (r.chance(0.75)) flowers.push_back(middle + QPointF(0, s.unit * r.between(-0.02, 0.02)));
        if (r.chance(0.5)) flowers.push_back(from);
    }
    flowers.push_back(bough.back());
    int i = 0;
    for (const QPointF& at : flowers) {
        const double size = s.unit * (i++ % 3 == 2 ? r.between(0.022, 0.028) : r.between(0.034, 0.048));
        if (in_title(s, at, size * 1.2)) continue;
        if (size < s.unit * 0.03)
            s.technique.body(s, circle(at, size * 0.6), mix(petals, s.tones.accent, 0.5));
        else
            flower(s, at, size, r.between(0, 1.2), i % 2 ? petals : mix(petals, s.tones.paper, 0.3), heart);
    }
}

void draw_leaves(Stage& s, const Element& element) {
    s.part = "leaves";
    Rng r = s.rng("leaves");
    const Corner corner = corner_of(s, element.place, r);
    const double scale = s.unit * (s.description.layout == Layout::close ? 1.25 : 1), into = corner.into;
    const QPointF root = corner.at + QPointF(0, -s.h * 0.03);
    const Colour colours[] = {s.tones.near, mix(s.tones.near, s.tones.far, 0.45), mix(s.tones.near, s.tones.ink, 0.35),
                              mix(s.tones.far, s.tones.near, 0.3)};
    const bool fronds = r.chance(0.5);
    const int count = 5;
    for (int i = 0; i < count; ++i) {
        const double t = (i * 2 % count + 0.5) / count;  // not in order, so that they overlap both ways
        const double angle = (into > 0 ? 0 : pi) + into * (-0.35 + 1.85 * t + r.between(-0.08, 0.08));
        const double length = scale * r.between(0.34, 0.52) * (1 - 0.25 * std::abs(t - 0.4));
        const QPointF base = root + QPointF(0, s.unit * 0.05 * t), tip = polar(base, length, angle);
        if (in_title(s, tip, 0) || in_title(s, polar(base, length * 0.7, angle), scale * 0.04)) continue;
        const Colour c = colours[i % 4];
        if (!fronds) {
            const QPainterPath leaf = petal(base, tip, length * 0.40, 0.45);
            s.technique.body(s, leaf, c);
            s.technique.shade(
                s, polygon({base, tip, polar(tip, length, angle + pi / 2), polar(base, length, angle + pi / 2)}),
                mix(c, s.tones.ink, 0.5).with_alpha(0.28), leaf);
            s.technique.shade(s, tapered({base, polar(base, length * 0.5, angle), tip}, length * 0.022, length * 0.008),
                              mix(c, s.tones.light, 0.5).with_alpha(0.8), leaf);
        } else {
            QPainterPath frond;
            frond.setFillRule(Qt::WindingFill);
            const double sag = into * 0.35;
            Points spine;
            for (int k = 0; k <= 10; ++k)
                spine.push_back(polar(base, length * 1.15 * k / 10, angle + sag * k / 10.0 * k / 10.0));
            frond.addPath(tapered(spine, length * 0.03, length * 0.012));
            for (int k = 2; k <= 10; ++k) {
                const QPointF at = spine[static_cast<std::size_t>(k)], before = spine[static_cast<std::size_t>(k - 1)];
                const double along = std::atan2(at.y() - before.y(), at.x() - before.x());
                const double blade = length * 0.42 * std::sin(pi * (0.12 + 0.80 * k / 10.0));
                for (int side : {-1, 1})
                    frond.addPath(petal(at, polar(at, blade, along + side * (0.85 - 0.03 * k)), blade * 0.24, 0.5));
            }
            s.technique.body(s, united(frond), c);
        }
    }
}

void draw_bamboo(Stage& s, const Element& element) {
    s.part = "bamboo";
    Rng r = s.rng("bamboo");
    const double into = element.place == Place::right ? -1 : 1;
    const double edge = into > 0 ? 0 : s.w;
    const Colour greens[] = {mix(s.tones.near, s.tones.far, 0.40), mix(s.tones.near, s.tones.far, 0.12),
                             mix(s.tones.near, s.tones.far, 0.65)};
    const int stalks = s.description.layout == Layout::minimal ? 2 : 3;
    std::vector<std::pair<QPointF, double>> tufts;
    for (int i = 0; i < stalks; ++i) {
        const double width = s.unit * (0.052 - 0.008 * i),
                     x = edge + into * s.unit * (0.07 + 0.115 * ((i * 2) % 3) + r.between(-0.015, 0.015));
        const double lean = r.between(-0.03, 0.03), joint = s.unit * r.between(0.20, 0.26);
        for (double y = s.h + joint * r.between(0.1, 0.6); y > -joint; y -= joint) {
            const double left = x + lean * (s.h - y) - width / 2;
            QPainterPath part({left, y});
            part.cubicTo({left + width * 0.12, y - joint * 0.2}, {left + width * 0.12, y - joint * 0.8},
                         {left, y - joint * 0.975});
            part.lineTo(left + width, y - joint * 0.975);
            part.cubicTo({left + width * 0.88, y - joint * 0.8}, {left + width * 0.88, y - joint * 0.2},
                         {left + width, y});
            part.closeSubpath();
            s.technique.body(s, part, greens[i % 3]);
            s.technique.shade(s, rectangle({left + width * 0.62, y - joint, width * 0.4, joint}),
                              s.tones.ink.with_alpha(0.16), part);
            if (y < s.h * 0.72 && y > 0 && r.chance(0.55))
                tufts.push_back({{left + width / 2, y}, into * (r.chance(0.75) ? 1 : -1)});
        }
    }
    for (const auto& [at, side] : tufts) {
        const int leaves = 4;
        for (int k = 0; k < leaves; ++k) {
            const double angle = (side > 0 ? 0 : pi) + side * (0.15 + 0.34 * k + r.between(-0.08, 0.08));
            const double length = s.unit * r.between(0.15, 0.21);
            const QPointF tip = polar(at, length, angle);
            if (in_title(s, tip, s.unit * 0.02) || in_title(s, (at + tip) / 2, s.unit * 0.02)) continue;
            s.technique.body(s, petal(at, tip, length * 0.19, 0.4),
                             k % 2 ? greens[1] : mix(s.tones.near, s.tones.ink, 0.25));
        }
    }
}

void draw_lanterns(Stage& s, const Element& element) {
    s.part = "lanterns";
    Rng r = s.rng("lanterns");
    const int count = s.description.layout == Layout::minimal ? 1 : 2 + r.below(2);
    const double lead = s.x_of(element.place, r), spread = s.unit * 0.27;
    const double side = lead < s.w / 2 ? 1 : -1;
    const Colour skin = warm_accent(s.tones) == s.tones.accent ? s.tones.accent : s.tones.light;
    s.note(Subject::lanterns, skin);
    const Colour gold = lightness(skin) > 0.72 ? mix(s.tones.near, s.tones.accent, 0.3) : s.tones.light;
    for (int i = 0; i < count; ++i) {
        const double size = s.unit * (i == 0 ? r.between(0.19, 0.23) : r.between(0.12, 0.17)) *
                            (s.description.layout == Layout::close ? 1.5 : 1);
        const double x = lead + side * spread * (i - (element.place == Place::centre ? (count - 1) / 2.0 : 0.25));
        const double drop = s.h * (i == 0 ? r.between(0.10, 0.17) : r.between(0.03, 0.22));
        const double half = size * 0.52;
        if (s.title.intersects(QRectF(x - half, 0, 2 * half, drop + size * 1.8))) continue;
        Pen pen(s, {x, drop + size}, size);
        QPainterPath string({0, -1.05});
        string.lineTo(0, -1 - drop / size - 0.2);
        pen.line(string, 0.018, gold);
        s.technique.shine(s, pen.at(QPointF(0, -0.5)), size * 1.7, mix(skin, s.tones.light, 0.5).with_alpha(0.45));
        QPainterPath body;
        body.addRoundedRect(QRectF(-0.50, -0.92, 1.0, 0.84), 0.46, 0.42);
        pen.body(body, skin);
        QPainterPath ribs;
        for (const double x_rib : {0.17, 0.36}) {
            QPainterPath oval;
            oval.addEllipse(QPointF(0, -0.5), x_rib, 0.42);
            ribs.addPath(stroke(oval, 0.020));
        }
        QPainterPath middle({0, -0.92});
        middle.lineTo(0, -0.08);
        ribs.addPath(stroke(middle, 0.020));
        ribs.setFillRule(Qt::WindingFill);
        pen.shade(ribs, mix(skin, s.tones.ink, 0.45).with_alpha(0.45), body);
        QPainterPath light;
        light.addEllipse(QPointF(-0.22, -0.62), 0.10, 0.20);
        pen.shade(light, s.tones.paper.with_alpha(0.28), body);
        pen.body(rounded({-0.20, -1.00, 0.40, 0.10}, 0.03), gold);
        pen.body(rounded({-0.20, -0.10, 0.40, 0.10}, 0.03), gold);
        QPainterPath tassel({-0.055, 0.12});
        tassel.lineTo(-0.095, 0.55);
        tassel.lineTo(0.095, 0.55);
        tassel.lineTo(0.055, 0.12);
        tassel.closeSubpath();
        QPainterPath cord({0, 0});
        cord.lineTo(0, 0.12);
        pen.line(cord, 0.022, gold);
        pen.body(tassel, skin);
        pen.mark(circle({0, 0.12}, 0.05), gold);
    }
}

}  // namespace haibao::scene
