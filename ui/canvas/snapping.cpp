// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/snapping.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haibao::ui {
namespace {

struct Nearest {
    double distance, offset, line;
};

/// The line nearest to one of the rectangle's three positions along an axis.
std::optional<Nearest> nearest(const std::array<double, 3>& positions, const std::vector<double>& lines, double reach) {
    std::optional<Nearest> best;
    for (const double line : lines)
        for (const double position : positions) {
            const double distance = std::abs(line - position);
            if (distance <= reach && (!best || distance < best->distance)) best = Nearest{distance, line - position, line};
        }
    return best;
}

}  // namespace

QRectF bounds_of(const document::Layer& layer) {
    return layer.placement.to_page().mapRect(QRectF(QPointF(), layer.placement.frame.size()));
}

SnapLines::SnapLines(const document::Poster& poster, const std::vector<document::LayerId>& moving, const std::vector<QLineF>& guides)
    : page_(QPointF(), poster.page.points()) {
    const double safe = poster.page.safe_margin(), bleed = poster.page.bleed;
    add(page_);
    add(page_.adjusted(safe, safe, -safe, -safe));
    if (bleed > 0) add(page_.adjusted(-bleed, -bleed, bleed, bleed));
    for (const document::Layer& layer : poster.layers)
        if (layer.visible && std::ranges::find(moving, layer.id) == moving.end()) add(bounds_of(layer));
    for (const QLineF& guide : guides) {
        if (guide.dx() == 0) vertical_.push_back(guide.x1());
        else horizontal_.push_back(guide.y1());
    }
}

void SnapLines::add(const QRectF& rect) {
    vertical_.insert(vertical_.end(), {rect.left(), rect.center().x(), rect.right()});
    horizontal_.insert(horizontal_.end(), {rect.top(), rect.center().y(), rect.bottom()});
}

SnapLines::Snap SnapLines::snap(const QRectF& rect, double reach) const {
    Snap snap;
    if (const auto x = nearest({rect.left(), rect.center().x(), rect.right()}, vertical_, reach)) {
        snap.offset.setX(x->offset);
        snap.shown.emplace_back(x->line, page_.top(), x->line, page_.bottom());
    }
    if (const auto y = nearest({rect.top(), rect.center().y(), rect.bottom()}, horizontal_, reach)) {
        snap.offset.setY(y->offset);
        snap.shown.emplace_back(page_.left(), y->line, page_.right(), y->line);
    }
    return snap;
}

}  // namespace haibao::ui
