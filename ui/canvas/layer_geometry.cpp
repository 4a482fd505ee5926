// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/layer_geometry.h"

#include <algorithm>

#include "app/render/text_place.h"
#include "app/typeset/layout.h"
#include "ui/canvas/text_stand.h"

namespace haibao::ui {
namespace {

using document::GroupLayer;
using document::Layer;
using document::LayerId;

bool collect(const std::vector<Layer>& layers, LayerId id, std::vector<const Layer*>& way) {
    for (const Layer& layer : layers) {
        if (layer.id == id) return true;
        const auto* group = std::get_if<GroupLayer>(&layer.content);
        if (!group) continue;
        way.push_back(&layer);
        if (collect(group->layers, id, way)) return true;
        way.pop_back();
    }
    return false;
}

}  // namespace

std::vector<const Layer*> groups_around(const document::Poster& poster, LayerId id) {
    std::vector<const Layer*> way;
    collect(poster.layers, id, way);
    return way;
}

QTransform groups_to_page(const document::Poster& poster, LayerId id) {
    QTransform outer;
    for (const Layer* group : groups_around(poster, id)) {
        // A group's layers stand on the page; its frame is only what they are turned and flipped about.
        const document::Placement& placement = group->placement;
        outer = QTransform::fromTranslate(-placement.frame.x(), -placement.frame.y()) * placement.to_page() * outer;
    }
    return outer;
}

QRectF bounds_of(const Layer& layer) { return layer.placement.to_page().mapRect(QRectF(QPointF(), layer.placement.frame.size())); }

QRectF extent_of(const render::TextPlace& place, const typeset::Layout& layout) {
    const QRectF set = QRectF(QPointF(), layout.size).united(layout.used);
    QPolygonF outline;
    constexpr int pieces = 8;  // a warp bends straight edges
    for (int i = 0; i <= pieces; ++i)
        for (const double side : {0.0, 1.0}) {
            const double along = double(i) / pieces;
            outline << place.map(set.topLeft() + QPointF(along * set.width(), side * set.height()))
                    << place.map(set.topLeft() + QPointF(side * set.width(), along * set.height()));
        }
    return outline.boundingRect();
}

QRectF moved_into(QRectF frame, const QRectF& room) {
    frame.moveLeft(std::clamp(frame.left(), room.left(), std::max(room.left(), room.right() - frame.width())));
    frame.moveTop(std::clamp(frame.top(), room.top(), std::max(room.top(), room.bottom() - frame.height())));
    return frame;
}

QRectF room_for_text(const document::Page& page, const QRectF& where) {
    const QRectF whole(QPointF(), page.points());
    const double safe = page.safe_margin();
    const QRectF inside = whole.adjusted(safe, safe, -safe, -safe);
    constexpr double rounding = 1e-3;  // points
    return inside.adjusted(-rounding, -rounding, rounding, rounding).contains(where) ? inside : whole;
}

const Layer* layer_at(const std::vector<Layer>& layers, QPointF page_point, const QTransform& outer, double slack) {
    const auto under = [slack](const QRectF& rect, QPointF point) { return rect.adjusted(-slack, -slack, slack, slack).contains(point); };
    const auto letters_under = [&](const Layer& text) { return under(type_of(text), outer.inverted().map(page_point)); };
    const Layer* uppermost = nullptr;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (!layer->visible || layer->locked) continue;
        const QPointF local = (layer->placement.to_page() * outer).inverted().map(page_point);
        if (!under(QRectF(QPointF(), layer->placement.frame.size()), local)) continue;
        if (!std::holds_alternative<document::TextLayer>(layer->content)) return uppermost ? uppermost : &*layer;
        if (!uppermost) uppermost = &*layer;
        else if (letters_under(*uppermost)) return uppermost;
        else if (letters_under(*layer)) return &*layer;
    }
    return uppermost;
}

}  // namespace haibao::ui
