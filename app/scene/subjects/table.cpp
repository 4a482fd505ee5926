// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/stand.h"

namespace haibao::scene {
namespace {

/// A soft contact shadow under an object.
void ground_shadow(Stage& s, const Pen& pen, double half, double y = 0) {
    s.technique.shadow(s, pen.at(oval({0.04, y}, half, 0.045)), pen.size() * 0.022, s.tones.ink.with_alpha(0.38));
}

/// A leaf with its midrib, from a to b.
void leaf(Pen& pen, QPointF a, QPointF b, double width, Colour colour, Colour rib) {
    const QPainterPath path = petal(a, b, width, 0.5);
    pen.body(path, colour);
    pen.shade(tapered({a, (a + b) / 2, b}, width * 0.09, width * 0.03), rib, path);
}

}  // namespace

void draw_coffee(Stage& s, const Element& element) {
    s.part = "coffee";
    const Spot spot = stand(s, element, 1.15);
    Rng r = s.rng("coffee");
    Pen pen(s, spot.base, spot.size, r.sign());
    const bool dark = r.chance(0.4);
    const Colour china = dark ? s.tones.accent : s.tones.paper, band = dark ? s.tones.paper : s.tones.accent;
    s.note(Subject::coffee, china);
    const Colour coffee = mix(Colour::hex(0x4A2614), s.tones.ink, 0.35);
    ground_shadow(s, pen, 0.56);
    pen.body(oval({0, -0.035}, 0.52, 0.075), mix(china, s.tones.far, 0.25));
    pen.shade(oval({0, -0.045}, 0.33, 0.045), s.tones.ink.with_alpha(0.16), oval({0, -0.035}, 0.52, 0.075));
    QPainterPath handle;
    handle.addEllipse(QPointF(0.36, -0.34), 0.155, 0.155);
    pen.body(stroke(handle, 0.062), mix(china, s.tones.far, 0.12));
    QPainterPath cup({-0.37, -0.56});
    cup.cubicTo({-0.37, -0.22}, {-0.27, -0.06}, {-0.15, -0.05});
    cup.lineTo(0.15, -0.05);
    cup.cubicTo({0.27, -0.06}, {0.37, -0.22}, {0.37, -0.56});
    cup.closeSubpath();
    pen.body(cup, china);
    QPainterPath stripe;
    stripe.addRect(QRectF(-0.5, -0.40, 1.0, 0.10));
    pen.shade(stripe, band, cup);
    QPainterPath side({0.14, -0.56});
    side.cubicTo({0.16, -0.3}, {0.12, -0.1}, {0.02, -0.05});
    side.lineTo(0.5, -0.05);
    side.lineTo(0.5, -0.56);
    pen.shade(side, s.tones.ink.with_alpha(0.10), cup);
    pen.body(oval({0, -0.56}, 0.37, 0.072), mix(china, s.tones.far, 0.18));
    pen.body(oval({0, -0.552}, 0.325, 0.055), coffee);
    pen.shade(oval({-0.06, -0.56}, 0.14, 0.022), mix(coffee, s.tones.light, 0.6).with_alpha(0.75),
              oval({0, -0.552}, 0.325, 0.055));
    steam(pen, {0.02, -0.64}, pale_in_air(s).with_alpha(0.8), r);
}

void draw_teapot(Stage& s, const Element& element) {
    s.part = "teapot";
    const Spot spot = stand(s, element, 1.65);
    Rng r = s.rng("teapot");
    Pen pen(s, spot.base, spot.size, r.sign());
    const Colour clay = r.chance(0.4) ? mix(s.tones.near, s.tones.far, 0.2) : s.tones.accent;
    s.note(Subject::teapot, clay);
    const Colour cup = mix(s.tones.paper, s.tones.far, 0.08);
    ground_shadow(s, pen, 0.58);
    QPainterPath handle;
    handle.moveTo(0.36, -0.56);
    handle.cubicTo({0.72, -0.66}, {0.74, -0.18}, {0.34, -0.18});
    pen.body(stroke(handle, 0.062), lighten(clay, -0.03));
    QPainterPath spout({-0.33, -0.20});
    spout.cubicTo({-0.55, -0.24}, {-0.52, -0.50}, {-0.70, -0.58});
    spout.lineTo(-0.61, -0.64);
    spout.cubicTo({-0.46, -0.58}, {-0.42, -0.44}, {-0.31, -0.42});
    spout.closeSubpath();
    pen.body(spout, clay);
    QPainterPath pot({-0.17, -0.02});
    pot.cubicTo({-0.52, -0.05}, {-0.52, -0.60}, {-0.14, -0.63});
    pot.lineTo(0.14, -0.63);
    pot.cubicTo({0.52, -0.60}, {0.52, -0.05}, {0.17, -0.02});
    pot.closeSubpath();
    pen.body(pot, clay);
    pen.shade(oval({0.26, -0.24}, 0.22, 0.40), s.tones.ink.with_alpha(0.14), pot);
    pen.shade(oval({-0.20, -0.42}, 0.06, 0.12), s.tones.paper.with_alpha(0.30), pot);
    QPainterPath lid({-0.20, -0.625});
    lid.cubicTo({-0.16, -0.76}, {0.16, -0.76}, {0.20, -0.625});
    lid.closeSubpath();
    pen.body(lid, lighten(clay, 0.04));
    pen.body(circle({0, -0.755}, 0.050), lighten(clay, -0.02));
    for (const double x : {-0.56, 0.66}) {
        QPainterPath bowl({x - 0.13, -0.13});
        bowl.cubicTo({x - 0.11, -0.02}, {x - 0.07, 0.035}, {x, 0.035});
        bowl.cubicTo({x + 0.07, 0.035}, {x + 0.11, -0.02}, {x + 0.13, -0.13});
        bowl.closeSubpath();
        if (x > 0 && s.description.layout == Layout::minimal) continue;
        pen.body(bowl, cup);
        pen.body(oval({x, -0.13}, 0.13, 0.030), mix(cup, s.tones.far, 0.25));
        pen.mark(oval({x, -0.126}, 0.105, 0.020), mix(s.tones.accent, s.tones.near, 0.4));
    }
    steam(pen, {-0.62, -0.70}, pale_in_air(s).with_alpha(0.8), r);
}

void draw_fruit(Stage& s, const Element& element) {
    s.part = "fruit";
    const Spot spot = stand(s, element, 1.25);
    Rng r = s.rng("fruit");
    Pen pen(s, spot.base, spot.size, r.sign());
    const Colour green = mix(s.tones.near, Colour::hex(0x5C7A2E), 0.45), stalk = mix(s.tones.ink, s.tones.near, 0.3);
    const Colour orange = mix(Colour::hex(0xF08A24), warm_accent(s.tones), 0.45),
                 pear = mix(Colour::hex(0xC9C24A), s.tones.light, 0.35);
    const Colour plum = mix(Colour::hex(0x8C2F4F), s.tones.near, 0.45);
    ground_shadow(s, pen, 0.58);
    QPainterPath pear_shape({0.18, 0});
    pear_shape.cubicTo({-0.02, 0}, {-0.08, -0.24}, {0.03, -0.38});
    pear_shape.cubicTo({0.10, -0.47}, {0.08, -0.66}, {0.19, -0.67});
    pear_shape.cubicTo({0.30, -0.66}, {0.29, -0.47}, {0.36, -0.38});
    pear_shape.cubicTo({0.47, -0.24}, {0.40, 0}, {0.18, 0});
    pear_shape.closeSubpath();
    pen.body(pear_shape, pear);
    pen.shade(oval({0.36, -0.16}, 0.16, 0.32), s.tones.ink.with_alpha(0.10), pear_shape);
    pen.body(tapered({{0.19, -0.65}, {0.20, -0.73}, {0.25, -0.79}}, 0.026, 0.034), stalk);
    leaf(pen, {0.20, -0.70}, {-0.06, -0.80}, 0.12, green, mix(green, s.tones.light, 0.5));
    const QPainterPath ball = circle({-0.22, -0.25}, 0.25);
    pen.body(ball, orange);
    pen.shade(minus(circle({-0.12, -0.20}, 0.25), circle({-0.26, -0.30}, 0.27)), s.tones.ink.with_alpha(0.12), ball);
    pen.shade(circle({-0.31, -0.36}, 0.045), s.tones.paper.with_alpha(0.5), ball);
    leaf(pen, {-0.21, -0.48}, {-0.42, -0.62}, 0.12, green, mix(green, s.tones.light, 0.5));
    // An orange cut in half in front, and two plums.
    const QPainterPath half = circle({-0.46, -0.135}, 0.17);
    pen.body(half, orange);
    pen.body(circle({-0.46, -0.135}, 0.148), mix(s.tones.paper, orange, 0.12));
    QPainterPath segments;
    for (int k = 0; k < 8; ++k)
        segments.addPath(sector({-0.46, -0.135}, 0.018, 0.126, k * pi / 4 + 0.07, (k + 1) * pi / 4 - 0.07));
    pen.mark(segments, lighten(orange, 0.03));
    for (const auto& [x, y, size] : {std::tuple{0.50, -0.12, 0.12}, {0.34, -0.095, 0.095}}) {
        pen.body(circle({x, y}, size), plum);
        pen.shade(circle({x - size * 0.35, y - size * 0.35}, size * 0.22), s.tones.paper.with_alpha(0.45),
                  circle({x, y}, size));
    }
}

void draw_books(Stage& s, const Element& element) {
    s.part = "books";
    const Spot spot = stand(s, element, 1.15);
    Rng r = s.rng("books");
    Pen pen(s, spot.base, spot.size, r.sign());
    const Colour covers[] = {s.tones.accent, mix(s.tones.near, s.tones.far, 0.15),
                             mix(s.tones.light, s.tones.accent, 0.2), mix(s.tones.far, s.tones.near, 0.35),
                             mix(s.tones.accent, s.tones.paper, 0.4)};
    const Colour page = mix(s.tones.paper, s.tones.far, 0.06);
    ground_shadow(s, pen, 0.55);
    double y = 0;
    const int first = r.below(5);
    for (int i = 0; i < 4; ++i) {
        const double thick = r.between(0.105, 0.145), length = r.between(0.78, 1.0),
                     x = -length / 2 + r.between(-0.06, 0.06);
        const Colour c = covers[(first + i) % 5];
        const QPainterPath cover = rounded({x, y - thick, length, thick}, 0.02);
        pen.body(cover, c);
        pen.body(rectangle({x + length * 0.16, y - thick * 0.84, length * 0.84 - 0.02, thick * 0.68}), page);
        pen.shade(rectangle({x + length * 0.04, y - thick, length * 0.018, thick}), mix(c, s.tones.light, 0.6), cover);
        pen.shade(rectangle({x + length * 0.115, y - thick, length * 0.018, thick}), mix(c, s.tones.light, 0.6), cover);
        y -= thick;
    }
    // An open book on top.
    for (int side : {-1, 1}) {
        QPainterPath cover({0, y - 0.005});
        cover.lineTo(side * 0.40, y - 0.055);
        cover.lineTo(side * 0.36, y - 0.33);
        cover.lineTo(0, y - 0.24);
        cover.closeSubpath();
        pen.body(cover, covers[(first + 4) % 5]);
        QPainterPath leafs({0, y - 0.03});
        leafs.cubicTo({side * 0.10, y - 0.09}, {side * 0.26, y - 0.10}, {side * 0.365, y - 0.075});
        leafs.lineTo(side * 0.330, y - 0.35);
        leafs.cubicTo({side * 0.22, y - 0.37}, {side * 0.09, y - 0.34}, {0, y - 0.265});
        leafs.closeSubpath();
        pen.body(leafs, side < 0 ? page : mix(page, s.tones.far, 0.14));
        QPainterPath lines;
        for (int k = 0; k < 3; ++k) {
            QPainterPath row({side * 0.08, y - 0.145 - 0.062 * k});
            row.lineTo(side * 0.285, y - 0.165 - 0.062 * k);
            lines.addPath(stroke(row, 0.014));
        }
        pen.shade(lines, mix(page, s.tones.near, 0.45), leafs);
    }
}

}  // namespace haibao::scene
