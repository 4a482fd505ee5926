// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/subjects/common.h"

namespace haibao::scene {

/// Where an object stands and how large it is.
struct Spot {
    QPointF base;
    double size = 0;    ///< its height in scene units
    bool alone = true;  ///< no ground was asked for: the set was built for it
};

/// A place for an object of height 1 and width `width`: clear of the title, on the ground if there is one.
Spot spot_for(const Stage& stage, const Element& element, double width = 1);

/// For objects that stand: where no ground was asked for, a table and a large disc behind the object.
Spot stand(Stage& stage, const Element& element, double width = 1);

/// Near ground that rises to the foot of an object, so that it stands on something in a landscape.
void raise_ground(Stage& stage, const Spot& spot, double width = 1);

bool has_ground(const Stage& stage);

/// Steam or smoke: slow curves that rise from `from`, in the pen's coordinates.
void steam(Pen& pen, QPointF from, Colour colour, Rng r);

}  // namespace haibao::scene
