// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {
namespace {

enum class Roof { flat, step, slant, spire, dome, notch };

/// A tower from its roof down to `foot`.
QPainterPath tower(double x, double width, double top, double foot, Roof roof) {
    const double right = x + width, middle = x + width / 2;
    QPainterPath path({x, foot});
    switch (roof) {
        case Roof::flat:
            path.lineTo(x, top);
            path.lineTo(right, top);
            break;
        case Roof::step:
            for (const QPointF& p : Points{{x, top + width * 0.5},
                                           {x + width * 0.22, top + width * 0.5},
                                           {x + width * 0.22, top},
                                           {right - width * 0.22, top},
                                           {right - width * 0.22, top + width * 0.5},
                                           {right, top + width * 0.5}})
                path.lineTo(p);
            break;
        case Roof::slant:
            path.lineTo(x, top + width * 0.55);
            path.lineTo(right, top);
            break;
        case Roof::spire:
            for (const QPointF& p : Points{{x, top + width * 0.8},
                                           {middle - width * 0.16, top + width * 0.5},
                                           {middle - width * 0.05, top - width * 0.6},
                                           {middle + width * 0.05, top - width * 0.6},
                                           {middle + width * 0.16, top + width * 0.5},
                                           {right, top + width * 0.8}})
                path.lineTo(p);
            break;
        case Roof::dome:
            path.lineTo(x, top + width * 0.5);
            path.arcTo(QRectF(x, top, width, width), 180, -180);
            break;
        case Roof::notch:
            for (const QPointF& p : Points{{x, top},
                                           {x + width * 0.38, top},
                                           {x + width * 0.38, top + width * 0.4},
                                           {right, top + width * 0.4}})
                path.lineTo(p);
            break;
    }
    path.lineTo(right, foot);
    path.closeSubpath();
    return path;
}

}  // namespace

void draw_city(Stage& s, const Element& element) {
    s.part = "city";
    Rng r = s.rng("city");
    const int rows = s.description.layout == Layout::minimal ? 2 : 3;
    const double focus = s.x_of(element.place, r);
    const bool close = s.description.layout == Layout::close;
    const double foot = s.h + 30;
    // Towers reach into the sky, but not into a title there.
    const double sky = s.horizon - (s.title_above() ? s.title.bottom() : s.h * 0.06);
    const double reach = std::min(s.unit, sky / 0.44);
    const bool lit = s.description.time == Time::night || s.description.time == Time::dusk;
    for (int row = 0; row < rows; ++row) {
        const double depth = (row + 1.0) / rows;
        const double step = s.unit * (0.060 + 0.055 * depth) * (close ? 1.5 : 1.1);
        const double base = s.horizon + s.ground_depth() * (0.02 + 0.62 * (depth - 1.0 / rows));
        QPainterPath skyline, windows;
        skyline.setFillRule(Qt::WindingFill);
        windows.setFillRule(Qt::WindingFill);
        double right = -step;  // of the tower before: windows keep to the part of the wall that is seen
        for (double x = -step; x < s.w + step;) {
            const double width = step * r.between(0.75, 1.45);
            const double near_focus = std::exp(-std::pow((x - focus) / (0.22 * s.w), 2));
            double tall = reach * (0.05 + 0.20 * std::pow(r.unit(), 1.6) + 0.14 * near_focus) * (1.15 - 0.35 * depth);
            const Roof roof = r.chance(0.45) ? Roof::flat : static_cast<Roof>(r.below(6));
            skyline.addPath(
                tower(x, width, base - tall, foot, s.technique.geometric() && roof == Roof::spire ? Roof::dome : roof));
            if (depth > 0.6) {
                const double cell = std::max(step * 0.26, s.unit * 0.021);
                const double left = std::max(x, right), wall = x + width * 0.80 - left;
                const int columns = std::max(0, static_cast<int>((wall - cell * 0.3) / cell));
                const double inset = left - x + (wall - columns * cell) / 2;
                for (double y = base - tall + width * 0.85; y < s.h; y += cell * 1.35)
                    for (int k = 0; k < columns; ++k)
                        if (r.chance(lit ? 0.42 : 0.30))
                            windows.addRect(QRectF(x + inset + k * cell + cell * 0.2, y, cell * 0.6, cell * 0.8));
            }
            right = x + width;
            x += width * r.between(0.80, 0.99);
        }
        // The street fills what the towers leave open.
        const double street = base + (s.h - base) * 0.5;
        skyline.addRect(QRectF(-40, street, s.w + 80, s.h + 60 - street));
        const QPainterPath united = skyline.simplified();
        s.technique.land(s, {united, united, base - s.unit * 0.32, base + s.unit * 0.22, 0.1 + 0.9 * depth});
        if (windows.isEmpty()) continue;
        if (!s.title.isEmpty() && s.title.bottom() > base)
            windows = windows.subtracted(rectangle(s.title.adjusted(-20, -20, 20, 20)));
        const Colour glass =
            lit ? s.tones.light.with_alpha(0.92) : mix(s.tones.land(0.1 + 0.9 * depth), s.tones.sky_low, 0.38);
        s.technique.shade(s, windows, glass, united);
    }
}

}  // namespace haibao::scene
