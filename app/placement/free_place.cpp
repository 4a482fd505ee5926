// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/free_place.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace haibao::placement {
namespace {

constexpr double touching = 1e-6;  // edges that meet do not overlap

bool overlap(const QRectF& a, const QRectF& b, double gap) {
    return a.left() < b.right() + gap - touching && b.left() - gap + touching < a.right() && a.top() < b.bottom() + gap - touching &&
           b.top() - gap + touching < a.bottom();
}

}  // namespace

// The nearest place has each coordinate where it was wanted, or at an edge of the room or of something taken.
std::optional<QRectF> nearest_free(const QRectF& wanted, std::span<const QRectF> taken, const QRectF& room, double gap) {
    const double most_x = room.right() - wanted.width(), most_y = room.bottom() - wanted.height();
    if (most_x < room.left() || most_y < room.top()) return {};
    std::vector<double> xs{std::clamp(wanted.left(), room.left(), most_x), room.left(), most_x};
    std::vector<double> ys{std::clamp(wanted.top(), room.top(), most_y), room.top(), most_y};
    for (const QRectF& other : taken) {
        for (const double x : {other.left() - gap - wanted.width(), other.right() + gap})
            if (x >= room.left() && x <= most_x) xs.push_back(x);
        for (const double y : {other.top() - gap - wanted.height(), other.bottom() + gap})
            if (y >= room.top() && y <= most_y) ys.push_back(y);
    }
    std::optional<QRectF> best;
    double least = 1e300;
    for (const double x : xs)
        for (const double y : ys) {
            const QRectF here(QPointF(x, y), wanted.size());
            const double way = std::hypot(x - wanted.left(), y - wanted.top());
            if (way >= least || std::ranges::any_of(taken, [&](const QRectF& other) { return overlap(here, other, gap); })) continue;
            least = way;
            best = here;
        }
    return best;
}

}  // namespace haibao::placement
