// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"

#include <string_view>

namespace haibao::scene {

/// Reads a description out of free words in English, Chinese or Portuguese (mixed, if need be). Never fails: occasions
/// and moods suggest what is not named ("中秋" a moon over clouds), and words that say nothing give an abstract ground
/// whose palette depends on them. Titles in quotes belong to the caller: leave them out of `words`, but leave what is
/// said about them ("the title … at the top"), which decides where ground is kept calm.
SceneDescription describe(std::string_view words, std::uint64_t seed = 0);

}  // namespace haibao::scene
