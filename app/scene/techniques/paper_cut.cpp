// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

#include <algorithm>

namespace haibao::scene {
namespace {

/// A sheet lit from above left: shadow, bright cut edge, surface.
void sheet(Stage& s, const QPainterPath& path, Colour colour, double height) {
    s.soft(path, height, s.tones.ink.with_alpha(0.42 * colour.a), {height * 0.35, -height * 0.30});
    s.soft(path, height * 0.3, s.tones.ink.with_alpha(0.22 * colour.a), {height * 0.1, height * 0.12});
    s.fill(path, lighten(colour, 0.07));
    s.fill(path.translated(height * 0.10, height * 0.22), Solid{colour}, Blend::normal, path);
}

}  // namespace

void PaperCut::backdrop(Stage& s) const {
    s.fill(rectangle(s.page_rect()),
           blend_down(0, s.h, {mix(s.tones.sky_top, s.tones.sky_low, 0.35), s.tones.sky_low}));
}

void PaperCut::land(Stage& s, const Land& land) const {
    sheet(s, land.path, saturate(s.tones.land(land.depth), 1.1), s.unit * 0.016);
}

void PaperCut::body(Stage& s, const QPainterPath& path, Colour colour) const {
    const QRectF box = path.boundingRect();
    sheet(s, path, colour.with_alpha(1), std::clamp(std::min(box.width(), box.height()) * 0.08, 2.5, s.unit * 0.011));
}

void PaperCut::disc(Stage& s, const QPainterPath& path, QPointF, double, Colour colour) const {
    sheet(s, path, colour, s.unit * 0.014);
}

}  // namespace haibao::scene
