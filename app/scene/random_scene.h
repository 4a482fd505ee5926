// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"

#include <string_view>

namespace haibao::scene {

/// Which subjects random pictures show. `grounds` is what the small built-in model is taught: mountains, hills, sea,
/// dunes, lake, open sky, with sun, moon or crescent; soft gradients and ribbons; three styles.
enum class Subset : std::uint8_t { all, landscapes, abstracts, objects, grounds };
std::optional<Subset> subset_from(std::string_view word);

/// A sensible random description: things that go together, palettes and styles evenly drawn. `aspect`: width / height
/// of the page it is for. The same seed gives the same description.
SceneDescription random_description(std::uint64_t seed, double aspect, Subset subset = Subset::all);

}  // namespace haibao::scene
