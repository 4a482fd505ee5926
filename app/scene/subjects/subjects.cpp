// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/subjects/subjects.h"

namespace haibao::scene {

Draw draw_of(Subject subject) {
    switch (subject) {
        case Subject::mountains: return draw_mountains;
        case Subject::hills: return draw_hills;
        case Subject::sea: return draw_sea;
        case Subject::dunes: return draw_dunes;
        case Subject::forest: return draw_forest;
        case Subject::city: return draw_city;
        case Subject::lake: return draw_lake;
        case Subject::sky: return draw_sky;
        case Subject::snow: return draw_snow;
        case Subject::meadow: return draw_meadow;
        case Subject::sun: return draw_sun;
        case Subject::moon: return draw_moon;
        case Subject::crescent: return draw_crescent;
        case Subject::clouds: return draw_clouds;
        case Subject::stars: return draw_stars;
        case Subject::birds: return draw_birds;
        case Subject::balloons: return draw_balloons;
        case Subject::fireworks: return draw_fireworks;
        case Subject::sails: return draw_sails;
        case Subject::blossom: return draw_blossom;
        case Subject::leaves: return draw_leaves;
        case Subject::bamboo: return draw_bamboo;
        case Subject::lanterns: return draw_lanterns;
        case Subject::coffee: return draw_coffee;
        case Subject::fruit: return draw_fruit;
        case Subject::cat: return draw_cat;
        case Subject::koi: return draw_koi;
        case Subject::bicycle: return draw_bicycle;
        case Subject::rocket: return draw_rocket;
        case Subject::books: return draw_books;
        case Subject::lotus: return draw_lotus;
        case Subject::pagoda: return draw_pagoda;
        case Subject::lighthouse: return draw_lighthouse;
        case Subject::rain_window: return draw_rain_window;
        case Subject::teapot: return draw_teapot;
        case Subject::umbrella: return draw_umbrella;
        case Subject::blur: return draw_blur;
        case Subject::rings: return draw_rings;
        case Subject::rays: return draw_rays;
        case Subject::ribbons: return draw_ribbons;
        case Subject::blobs: return draw_blobs;
        case Subject::arches: return draw_arches;
        case Subject::stripes: return draw_stripes;
        case Subject::frame: return draw_frame;
    }
    return draw_blur;
}

}  // namespace haibao::scene
