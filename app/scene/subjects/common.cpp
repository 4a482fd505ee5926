// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/common.h"

namespace haibao::scene {

std::optional<Disc> disc_of(const Stage& s) {
    const auto& elements = s.description.elements;
    const auto found =
        std::ranges::find_if(elements, [](const Element& e) { return info(e.subject).role == Role::disc; });
    if (found == elements.end()) return {};
    Rng r = s.rng("disc");
    double radius = s.unit * r.between(0.085, 0.15);
    if (s.description.layout == Layout::close) radius *= 1.8;
    const double x = s.x_of(found->place, r);
    const bool low = s.description.time == Time::dawn || s.description.time == Time::dusk;
    double top = std::max(radius * 1.2, s.h * 0.12);
    if (s.title_above()) top = s.title.bottom() + radius * 1.15;
    const double bottom = std::max(top, s.horizon - radius * (low ? 0.55 : 1.35));
    return Disc{{x, low ? bottom : top + (bottom - top) * r.between(0.1, 0.7)}, radius};
}

Colour pale_in_air(const Stage& s) {
    const Tones& t = s.tones;
    if (lightness(t.sky_low) > 0.90 && lightness(mix(t.sky_low, t.sky_top, 0.5)) > 0.86)
        return mix(t.sky_low, t.far, 0.42);
    return mix(t.paper, t.sky_low, s.is_night() ? 0.55 : 0.18);
}

Points crag(QPointF a, QPointF b, int levels, double roughness, Rng& rng) {
    Points line{a, b};
    for (int level = 0; level < levels; ++level) {
        Points finer;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            const QPointF d = line[i + 1] - line[i];
            const double length = std::hypot(d.x(), d.y());
            finer.push_back(line[i]);
            finer.push_back(line[i] + d * rng.between(0.38, 0.62) +
                            QPointF(0, rng.between(-1, 1) * roughness * length));
        }
        finer.push_back(line.back());
        line = std::move(finer);
    }
    return line;
}

int layers_for(const Stage& s, int balanced) {
    return s.description.layout == Layout::minimal ? std::max(2, balanced - 2) : balanced;
}

Pen::Pen(Stage& stage, QPointF base, double size, double mirror, double turn) : stage_(stage), size_(size) {
    to_page_.translate(base.x(), base.y());
    to_page_.rotateRadians(turn);
    to_page_.scale(size * mirror, size);
}

}  // namespace haibao::scene
