// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/scene.h"
#include "app/scene/shapes.h"
#include "app/scene/stage.h"
#include "app/scene/subjects/subjects.h"
#include "app/scene/technique.h"

#include <algorithm>

namespace haibao::scene {
namespace {

/// A margin around the whole picture, in the way of its style.
void draw_border(Stage& s) {
    s.part = "border";
    const double margin = s.unit * 0.05;
    const QRectF page = s.page_rect(), outside = page.adjusted(-40, -40, 40, 40);
    const auto band = [&](double width, double radius) {
        return rectangle(outside).subtracted(rounded(page.adjusted(width, width, -width, -width), radius));
    };
    const Colour paper = mix(s.tones.paper, s.tones.sky_low, 0.15);
    switch (s.description.style) {
        case Style::paper_cut:  // the opening of a box of paper sheets
            for (int i = 2; i >= 0; --i) {
                const double width = margin * (0.45 + 0.42 * i);
                s.technique.body(s, band(width, width * 1.5), mix(s.tones.near, s.tones.far, 0.15 + 0.30 * i));
            }
            break;
        case Style::neon:
            s.technique.line(s, rounded(page.adjusted(margin, margin, -margin, -margin), margin * 0.6), margin * 0.2,
                             s.tones.light);
            break;
        case Style::ink:
        case Style::watercolour: s.fill(wobble(band(margin, 2), 5, 26, s.rng("border")), s.tones.paper); break;
        default:
            s.fill(band(margin, 0), paper);
            s.technique.line(s, rectangle(page.adjusted(margin * 1.35, margin * 1.35, -margin * 1.35, -margin * 1.35)),
                             margin * 0.07, paper);
    }
}

/// Restless patterns carry a title on a plate.
void draw_plate(Stage& s) {
    s.part = "title plate";
    const double room = s.unit * 0.035;
    const QPainterPath plate = rounded(s.title.adjusted(-room, -room, room, room), room * 0.6);
    const Colour colour = mix(s.tones.paper, s.tones.sky_low, 0.35);
    if (s.description.style == Style::riso)
        s.fill(plate, colour);
    else
        s.technique.body(s, plate, colour);
}

/// Back to front; among grounds the flatter one lies before the higher.
int depth_order(Subject subject) {
    constexpr Subject grounds[] = {Subject::sky,    Subject::mountains, Subject::city,       Subject::forest,
                                   Subject::hills,  Subject::dunes,     Subject::snow,       Subject::lake,
                                   Subject::meadow, Subject::sea,       Subject::rain_window};
    const auto among = std::ranges::find(grounds, subject) - std::begin(grounds);
    return static_cast<int>(info(subject).role) * 100 + static_cast<int>(among);
}

}  // namespace

Scene compose(const SceneDescription& description, QSizeF page) {
    if (!(page.width() > 0 && page.height() > 0)) page = {1, 1};
    const double aspect = std::clamp(page.width() / page.height(), 0.25, 4.0);
    Stage stage(description, QSizeF(aspect, 1));
    stage.part = "ground";
    stage.technique.backdrop(stage);
    std::vector<Element> order = description.elements;
    std::ranges::stable_sort(order, {}, [](const Element& e) { return depth_order(e.subject); });
    bool disc = false;  // there is one light in the sky
    for (const Element& element : order) {
        const bool is_disc = info(element.subject).role == Role::disc;
        if (is_disc && disc) continue;
        disc |= is_disc;
        draw_of(element.subject)(stage, element);
    }
    const Subject main = description.main();
    if (!stage.title.isEmpty() && (main == Subject::rays || main == Subject::rings)) draw_plate(stage);
    if (description.layout == Layout::framed) draw_border(stage);
    Scene scene = stage.take();
    scene.page = page;
    return scene;
}

}  // namespace haibao::scene
