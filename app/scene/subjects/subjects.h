// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/stage.h"

namespace haibao::scene {

/// Each paints its subject onto the stage, at the element's place. Grounds use stage.horizon; discs stay in the sky.
using Draw = void (*)(Stage& stage, const Element& element);

void draw_mountains(Stage& stage, const Element& element);
void draw_hills(Stage& stage, const Element& element);
void draw_sea(Stage& stage, const Element& element);
void draw_dunes(Stage& stage, const Element& element);
void draw_forest(Stage& stage, const Element& element);
void draw_city(Stage& stage, const Element& element);
void draw_lake(Stage& stage, const Element& element);
void draw_sky(Stage& stage, const Element& element);
void draw_snow(Stage& stage, const Element& element);
void draw_meadow(Stage& stage, const Element& element);
void draw_sun(Stage& stage, const Element& element);
void draw_moon(Stage& stage, const Element& element);
void draw_crescent(Stage& stage, const Element& element);
void draw_clouds(Stage& stage, const Element& element);
void draw_stars(Stage& stage, const Element& element);
void draw_birds(Stage& stage, const Element& element);
void draw_balloons(Stage& stage, const Element& element);
void draw_fireworks(Stage& stage, const Element& element);
void draw_sails(Stage& stage, const Element& element);
void draw_blossom(Stage& stage, const Element& element);
void draw_leaves(Stage& stage, const Element& element);
void draw_bamboo(Stage& stage, const Element& element);
void draw_lanterns(Stage& stage, const Element& element);
void draw_coffee(Stage& stage, const Element& element);
void draw_fruit(Stage& stage, const Element& element);
void draw_cat(Stage& stage, const Element& element);
void draw_koi(Stage& stage, const Element& element);
void draw_bicycle(Stage& stage, const Element& element);
void draw_rocket(Stage& stage, const Element& element);
void draw_books(Stage& stage, const Element& element);
void draw_lotus(Stage& stage, const Element& element);
void draw_pagoda(Stage& stage, const Element& element);
void draw_lighthouse(Stage& stage, const Element& element);
void draw_rain_window(Stage& stage, const Element& element);
void draw_teapot(Stage& stage, const Element& element);
void draw_umbrella(Stage& stage, const Element& element);
void draw_blur(Stage& stage, const Element& element);
void draw_rings(Stage& stage, const Element& element);
void draw_rays(Stage& stage, const Element& element);
void draw_ribbons(Stage& stage, const Element& element);
void draw_blobs(Stage& stage, const Element& element);
void draw_arches(Stage& stage, const Element& element);
void draw_stripes(Stage& stage, const Element& element);
void draw_frame(Stage& stage, const Element& element);

/// The function that paints a subject.
Draw draw_of(Subject subject);

}  // namespace haibao::scene
