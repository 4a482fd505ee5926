// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/stage.h"

#include "app/scene/palette.h"
#include "app/scene/technique.h"

#include <algorithm>
#include <cmath>

namespace haibao::scene {
namespace {

Tones plain_tones(const Palette& p) { return {p.sky_top, p.sky_low, p.far, p.near, p.light, p.accent, p.ink, p.paper}; }

/// The hour shows in the sky first; ground follows it, the hue of the palette stays.
void set_time(Tones& t, Time time) {
    const auto at_most = [](Colour c, double l) { return with_lightness(c, std::min(l, lightness(c))); };
    switch (time) {
        case Time::day: return;
        case Time::dawn:
            t.sky_low = mix(mix(t.sky_low, t.light, lightness(t.sky_low) < 0.5 ? 0.18 : 0.5), sun_colour(t), 0.12);
            t.sky_top = lighten(mix(t.sky_top, t.sky_low, 0.25), 0.06);
            t.far = mix(t.far, t.sky_low, 0.25);
            return;
        case Time::dusk:
            // Dark palettes take less of the glow, or blue would turn to mud.
            t.sky_low = mix(t.sky_low, mix(sun_colour(t), t.light, 0.45), lightness(t.sky_low) < 0.5 ? 0.18 : 0.45);
            t.sky_top = at_most(mix(t.sky_top, t.near, 0.40), 0.50);
            t.far = at_most(mix(t.far, t.near, 0.25), 0.55);
            t.near = at_most(t.near, 0.25);
            return;
        case Time::night: {
            // A pale palette keeps a paler night: dark orange, yellow and pink would all be the same brown.
            const double pale = std::clamp((lightness(t.sky_top) - 0.50) / 0.30, 0.0, 1.0);
            const Colour low = t.sky_low, top = t.sky_top;
            t.sky_top = saturate(at_most(mix(top, t.near, 0.35), 0.24 + 0.14 * pale), 1.15);
            t.sky_low = saturate(at_most(mix(low, top, 0.55), 0.42 + 0.22 * pale), 1.15);
            t.far = saturate(at_most(mix(t.far, t.near, 0.25), 0.38 + 0.10 * pale), 1.15);
            t.near = at_most(t.near, 0.17 + 0.06 * pale);
            t.light = mix(t.light, t.paper, 0.2);
            return;
        }
    }
}

void set_mood(Tones& t, Mood mood) {
    switch (mood) {
        case Mood::plain: return;
        case Mood::calm:
            t.near = mix(t.near, t.far, 0.25);
            for (Colour* c : {&t.sky_top, &t.sky_low, &t.far, &t.near}) *c = saturate(*c, 0.82);
            return;
        case Mood::bright:
            for (Colour* c : {&t.sky_low, &t.far, &t.near}) *c = saturate(lighten(*c, 0.04), 1.12);
            return;
        case Mood::dramatic:
            t.near = with_lightness(t.near, lightness(t.near) * 0.75);
            t.sky_top = with_lightness(t.sky_top, lightness(t.sky_top) * 0.86);
            t.sky_low = mix(t.sky_low, t.accent, 0.15);
            return;
        case Mood::dreamy:
            t.far = mix(t.far, t.sky_low, 0.35);
            t.near = mix(t.near, t.sky_low, 0.30);
            t.sky_top = mix(t.sky_top, t.sky_low, 0.25);
            return;
    }
}

}  // namespace

Stage::Stage(const SceneDescription& d, QSizeF page)
    : description(d),
      technique(technique_of(d.style)),
      tones(plain_tones(palettes()[static_cast<std::size_t>(d.palette)])),
      root_(d.seed) {
    const double aspect = page.width() / page.height();
    w = 1000 * std::sqrt(aspect);
    h = 1000 / std::sqrt(aspect);
    unit = std::min(w, h) * 0.75 + 250;
    scene_.units = {w, h};
    scene_.page = page;
    if (const auto fraction = title_fraction(d.title, aspect))
        title = {fraction->x() * w, fraction->y() * h, fraction->width() * w, fraction->height() * h};
    scene_.title_area = title;
    set_time(tones, d.time);
    set_mood(tones, d.mood);
    tones = technique.tones(tones, d);

    Rng r = rng("horizon");
    double low = 0.56, high = 0.70;
    if (d.layout == Layout::minimal) low = 0.72, high = 0.82;
    if (d.layout == Layout::close) low = 0.44, high = 0.54;
    if (d.has(Subject::city)) low += 0.10, high += 0.10;  // its towers reach far above the horizon
    if (title_below())
        low = 0.40, high = 0.48;
    else if (!title.isEmpty())
        low = std::max(low, title_above() ? 0.58 : 0.66), high = std::max(high, title_above() ? 0.70 : 0.76);
    horizon = h * r.between(low, high);
    ground_end = title_below() ? title.top() - h * 0.02 : h;
}

double Stage::x_of(Place place, Rng& r) const {
    const double at = place == Place::left ? 0.26 : place == Place::right ? 0.74 : 0.5;
    return w * (at + r.between(-0.045, 0.045));
}

void Stage::fill(const QPainterPath& path, Paint paint, Blend blend, const QPainterPath& clip) {
    scene_.layers.push_back({Fill{path, std::move(paint)}, part, blend, clip});
}

void Stage::glow(QPointF centre, double radius, Colour colour, Blend blend, const QPainterPath& clip) {
    scene_.layers.push_back({Glow{centre, radius, colour}, part, blend, clip});
}

void Stage::soft(const QPainterPath& path, double blur, Colour colour, QPointF offset, Blend blend,
                 const QPainterPath& clip) {
    scene_.layers.push_back({Soft{path, offset, blur, colour}, part, blend, clip});
}

Colour warm_accent(const Tones& t) {
    const double hue = to_oklch(t.accent).h;  // radians; red 0.5, yellow 1.9
    return hue > -0.4 && hue < 1.95 ? t.accent : t.light;
}

Colour sun_colour(const Tones& t) {
    const Colour warm = warm_accent(t);
    return warm == t.accent ? warm : mix(t.light, Colour::hex(0xF7B733), 0.7);
}

Linear blend_along(QPointF from, QPointF to, std::initializer_list<Colour> colours) {
    Linear linear{from, to, {}};
    const auto last = static_cast<double>(colours.size() - 1);
    const Colour* c = colours.begin();
    for (std::size_t i = 0; i + 1 < colours.size(); ++i)
        for (int k = 0; k < 3; ++k)
            linear.stops.push_back({(static_cast<double>(i) + k / 3.0) / last, mix(c[i], c[i + 1], k / 3.0)});
    linear.stops.push_back({1, c[colours.size() - 1]});
    return linear;
}

Linear blend_down(double top, double bottom, std::initializer_list<Colour> colours) {
    return blend_along({0, top}, {0, bottom}, colours);
}

}  // namespace haibao::scene
