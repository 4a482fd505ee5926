// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"
#include "app/scene/layer.h"
#include "app/scene/paint.h"
#include "app/scene/palette.h"
#include "app/scene/vocabulary.h"

namespace haibao::scene {

/// Turns a description into layers for a page of any unit; only its aspect matters to the geometry. Aspects beyond
/// 1:4 and 4:1 are composed as if they were at that limit and stretched.
Scene compose(const SceneDescription& description, QSizeF page);

}  // namespace haibao::scene
