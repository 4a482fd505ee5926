// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

struct Range {
    Points line;
    std::vector<std::size_t> keys;  // indices into line: valley, summit, valley, …
};

/// Summits and valleys in turn, joined by craggy slopes.
Range range_line(const Stage& s, double base, double height, double spacing, double peak_x, double peak_gain, Rng& r) {
    Points keys;
    const double start = -spacing * r.between(0.6, 1.2);
    bool summit = false;
    for (double x = start; x < s.w + spacing * 1.3; x += spacing * r.between(0.42, 0.62), summit = !summit) {
        const double lift = peak_gain * std::exp(-std::pow((x - peak_x) / (s.w * 0.20), 2));
        const double up = summit ? r.between(0.55, 1.0) + lift : r.between(0.05, 0.30) + lift * 0.6;
        keys.push_back({x, base - height * up});
    }
    Range range;
    for (std::size_t i = 0; i + 1 < keys.size(); ++i) {
        range.keys.push_back(range.line.size());
        Points slope = crag(keys[i], keys[i + 1], 5, 0.09, r);
        range.line.insert(range.line.end(), slope.begin(), slope.end() - 1);
    }
    range.keys.push_back(range.line.size());
    range.line.push_back(keys.back());
    return range;
}

/// The side of a summit that is turned away from the light: along the ridge to the valley, back on a broken line that
/// falls from the summit.
QPainterPath shaded_side(const Points& line, std::size_t summit, std::size_t valley, double side, Rng& r) {
    const QPointF top = line[summit], low = line[valley];
    const double depth = std::max(low.y() - top.y(), 1.0) * 1.25;
    Points outline;
    const double lean = side * r.between(-0.10, 0.08);
    for (int k = 7; k > 0; --k) {
        const double y = depth * k / 7;
        outline.push_back(top + QPointF(lean * y + side * depth * r.between(-0.05, 0.09), y));
    }
    const auto step = valley > summit ? 1 : -1;
    for (auto i = static_cast<int>(summit); i != static_cast<int>(valley); i += step)
        outline.push_back(line[static_cast<std::size_t>(i)] + QPointF(0, -3));
    outline.push_back(low);
    return polygon(outline);
}

QPainterPath snow_cap(const Points& line, std::size_t summit, double depth, Rng& r) {
    const QPointF top = line[summit];
    Points outline;
    for (int side : {-1, 1}) {
        Points edge;
        for (auto i = static_cast<int>(summit); i >= 0 && i < static_cast<int>(line.size()); i += side) {
            const QPointF p = line[static_cast<std::size_t>(i)];
            if (p.y() > top.y() + depth) break;
            edge.push_back(p + QPointF(0, -3));
        }
        if (side < 0)
            outline.insert(outline.end(), edge.rbegin(), edge.rend());
        else
            outline.insert(outline.end(), edge.begin(), edge.end());
    }
    if (outline.size() < 5) return {};
    const double left = outline.front().x(), right = outline.back().x();
    for (int i = 1; i < 7; ++i) {
        const double t = i / 7.0;
        outline.push_back(
            {right + (left - right) * t, top.y() + depth * (i % 2 ? r.between(0.45, 0.7) : r.between(0.95, 1.25))});
    }
    return polygon(outline);
}

void geometric_mountains(Stage& s, const Element& element) {
    Rng r = s.rng("mountains");
    const auto& t = s.tones;
    const double focus = s.x_of(element.place, r);
    const int count = s.description.layout == Layout::minimal ? 2 : 4;
    const double foot = s.h + 5;
    const Colour colours[] = {t.far, t.near, mix(t.far, t.near, 0.5), t.accent};
    for (int i = 0; i < count; ++i) {
        const double x = i == 0 ? focus : s.w * (i * 0.37 - std::floor(i * 0.37)) + s.w * r.between(-0.08, 0.08);
        const double top = i == 0 ? s.horizon - s.h * r.between(0.22, 0.30)
                                  : s.horizon + s.ground_depth() * (0.08 + 0.16 * i) - s.h * r.between(0.02, 0.10);
        const double half = (foot - top) * r.between(0.62, 0.78);
        const Colour c = colours[i % 4];
        s.technique.body(s, polygon({{x, top}, {x + half, foot}, {x - half, foot}}), c);
        s.technique.body(s, polygon({{x, top}, {x + half, foot}, {x, foot}}),
                         lightness(c) > 0.5 ? with_lightness(c, lightness(c) - 0.16) : lighten(c, 0.10));
        if (i == 0) {
            const double cap = (foot - top) * 0.17, reach = half * 0.17;
            s.technique.body(
                s, polygon({{x, top}, {x + reach, top + cap}, {x, top + cap * 0.72}, {x - reach, top + cap}}), t.paper);
        }
    }
}

}  // namespace

void draw_mountains(Stage& s, const Element& element) {
    s.part = "mountains";
    if (s.technique.geometric()) return geometric_mountains(s, element);
    Rng r = s.rng("mountains");
    const int layers = layers_for(s, 4 + r.below(2));
    const double peak_x = s.x_of(element.place, r);
    const auto disc = disc_of(s);
    const double side = disc && disc->centre.x() > peak_x ? -1 : 1;
    const bool snowy = s.description.has(Subject::snow) || r.chance(0.3);
    for (int i = 0; i < layers; ++i) {
        const double depth = static_cast<double>(i) / (layers - 1);
        Rng part = r.fork(std::to_string(i));
        const double base = s.horizon + s.ground_depth() * (0.10 + 0.74 * std::pow(depth, 1.3));
        const double height = (s.h * 0.55 + s.unit * 0.45) * (0.36 - 0.17 * depth) * part.between(0.9, 1.1);
        const double spacing = s.unit * (0.62 - 0.16 * depth) * part.between(0.85, 1.15);
        const Range range = range_line(s, base, height, spacing, peak_x, i == 0 ? 0.35 : i == 1 ? 0.15 : 0, part);
        const QPainterPath line = polygon(range.line, false);
        const double top = line.boundingRect().top();
        const Land land{ground_below(line, s.h + 30), line, top, base + height * 0.35, depth};
        s.technique.land(s, land);
        const Colour own = s.tones.land(depth);
        for (std::size_t k = 1; k + 1 < range.keys.size(); k += 2) {
            const std::size_t summit = range.keys[k], valley = range.keys[side > 0 ? k + 1 : k - 1];
            const double tall = base - range.line[summit].y();
            if (tall < height * 0.35) continue;
            const QPainterPath shadow = shaded_side(range.line, summit, valley, side, part);
            const Colour dark = mix(own, s.tones.ink, 0.55).with_alpha(0.16 + 0.12 * depth);
            const QPointF tip = range.line[summit];
            s.technique.shade(
                s, shadow,
                Linear{
                    tip, {tip.x(), range.line[valley].y()}, {{0, dark}, {0.5, dark.faded(0.75)}, {1, dark.faded(0)}}},
                land.path);
            if (snowy && i < 2)
                s.technique.shade(s, snow_cap(range.line, summit, tall * part.between(0.22, 0.32), part),
                                  s.tones.paper.with_alpha(0.85 - 0.25 * depth), land.path);
        }
    }
}

}  // namespace haibao::scene
