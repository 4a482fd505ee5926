// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/colour.h"

#include <span>
#include <string_view>

namespace haibao::scene {

/// Eight colours that go together. `words`: see vocabulary.h.
struct Palette {
    std::string_view id;
    Colour sky_top, sky_low;      ///< ground of the picture, upper and lower
    Colour far, near;             ///< the ramp from the farthest layer to the nearest
    Colour light;                 ///< sun, moon, highlights
    Colour accent;                ///< the one colour that contrasts
    Colour ink;                   ///< darkest
    Colour paper;                 ///< lightest
    std::string_view en, zh, pt;  ///< "name|synonym|…", display name first
};

/// The sixteen palettes, in a fixed order.
std::span<const Palette> palettes();

}  // namespace haibao::scene
