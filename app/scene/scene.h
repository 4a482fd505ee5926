// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"
#include "app/scene/layer.h"
#include "app/scene/paint.h"
#include "app/scene/palette.h"
#include "app/scene/vocabulary.h"
#include "app/scene/words.h"

namespace haibao::scene {

/// Turns a description into layers for a page of any unit; only its aspect matters to the geometry. Aspects beyond
/// 1:4 and 4:1 are composed as if they were at that limit and stretched; a page without an area counts as 1 × 1.
///
///     const Scene scene = compose(describe("a red sun over misty mountains, ink wash"), QSizeF(210, 297));
///     paint(painter, scene);                      // over (0, 0, 210, 297) of the painter's coordinates
///     to_image(scene, QSize(2480, 3508));         // or straight to pixels
///
/// Another backend walks scene.layers from the bottom up and scales by scene.scale(): Fill is a path with an even
/// colour, axial or radial shading; Glow a radial shading (glow_stops); Soft a small picture (soft_image).
Scene compose(const SceneDescription& description, QSizeF page);

}  // namespace haibao::scene
