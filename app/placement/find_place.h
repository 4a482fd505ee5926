// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <span>

#include "app/document/paint.h"
#include "app/placement/ground.h"

namespace haibao::placement {

/// A block of type that looks for its place on a page where other type stands. Points.
struct Seeker {
    QRectF wanted;         ///< its ink, where it would stand if nothing were in the way
    double letter = 0;     ///< size of its letters
    double smallest = 1;   ///< how much smaller it may become: a factor
    document::Colour ink;  ///< that it has now
    double needed = 4.5;   ///< contrast
};

/// The page that it looks on.
struct Surroundings {
    QSizeF page;
    double safe = 0;                     ///< nothing stands nearer to the page's edge
    std::span<const QRectF> taken;       ///< where other type stands
    const Ground* ground = nullptr;      ///< null: nothing is known of it
};

struct Found {
    QRectF ink;
    double scale = 1;
};

/// Where it stands clear of all that is taken, on calm ground that lets it be read, in line with the margins, the page's middle or a
/// neighbour, near to where it was wanted and about as large. Nothing where there is no such place. Deterministic.
std::optional<Found> find_place(const Seeker& seeker, const Surroundings& around);

}  // namespace haibao::placement
