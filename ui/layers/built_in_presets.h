// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layers/text_presets.h"

namespace haibao::ui {

/// Looks that come with Haibao, Chinese first: what posters have (title … note), then effects.
std::vector<TextPreset> built_in_presets();

}  // namespace haibao::ui
