// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/placement/ground.h"
#include "app/placement/lockup.h"

namespace haibao::placement {

/// A group with its place on the page, in points.
struct Stand {
    Lockup lockup;
    QPointF at;
    QRectF ink() const { return lockup.ink.translated(at); }
};

struct Arrangement {
    std::vector<Stand> stands;  ///< title first
    double score = 0;           ///< lower is better
    double busyness = 0;        ///< mean of the ground under them
    QRectF bounds() const;
};

/// Above this the ground is busy everywhere (typesetting-spec §20.2).
inline constexpr double calm_limit = 0.35;

/// The best arrangements, no two of them in much the same place; at most `count`. Deterministic. Empty without texts, or
/// when nothing fits the page.
std::vector<Arrangement> arrange(Typesetter& type, const std::vector<PromptText>& texts, const Ground& ground, QSizeF page, double margin,
                                 std::size_t count = 3);

}  // namespace haibao::placement
