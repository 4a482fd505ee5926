// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/technique.h"

#include "app/scene/shapes.h"
#include "app/scene/techniques/techniques.h"

namespace haibao::scene {

void Technique::backdrop(Stage& stage) const {
    // One colour: the horizon's at dawn and dusk, the zenith's at night.
    const Time time = stage.description.time;
    const double low = time == Time::night ? 0.25 : time == Time::day ? 0.5 : 0.9;
    stage.fill(rectangle(stage.page_rect()), mix(stage.tones.sky_top, stage.tones.sky_low, low));
}

void Technique::land(Stage& stage, const Land& land) const { stage.fill(land.path, stage.tones.land(land.depth)); }

void Technique::body(Stage& stage, const QPainterPath& path, Colour colour) const { stage.fill(path, colour); }

void Technique::mark(Stage& stage, const QPainterPath& path, Colour colour) const { stage.fill(path, colour); }

void Technique::disc(Stage& stage, const QPainterPath& path, QPointF, double, Colour colour) const {
    stage.fill(path, colour);
}

void Technique::shade(Stage& stage, const QPainterPath& path, const Paint& paint, const QPainterPath& clip) const {
    stage.fill(path, paint, Blend::normal, clip);
}

void Technique::shadow(Stage& stage, const QPainterPath& path, double, Colour colour) const {
    stage.fill(path, colour.faded(0.55));
}

void Technique::haze(Stage& stage, const QPainterPath& path, double, Colour colour) const {
    stage.fill(path, colour.faded(0.8));
}

void Technique::shine(Stage& stage, QPointF centre, double radius, Colour colour) const {
    // Flat light: two rings of paler air.
    for (const double part : {0.58, 0.40}) stage.fill(circle(centre, radius * part), colour.faded(0.28));
}

void Technique::line(Stage& stage, const QPainterPath& path, double width, Colour colour) const {
    mark(stage, stroke(path, width), colour);
}

const Technique& technique_of(Style style) {
    static const Technique flat;
    static const Gradient gradient;
    static const Ink ink;
    static const PaperCut paper_cut;
    static const Bauhaus bauhaus;
    static const Riso riso;
    static const Neon neon;
    static const Watercolour watercolour;
    switch (style) {
        case Style::flat: return flat;
        case Style::gradient: return gradient;
        case Style::ink: return ink;
        case Style::paper_cut: return paper_cut;
        case Style::bauhaus: return bauhaus;
        case Style::riso: return riso;
        case Style::neon: return neon;
        case Style::watercolour: return watercolour;
    }
    return flat;
}

}  // namespace haibao::scene
