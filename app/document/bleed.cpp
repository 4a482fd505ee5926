// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/bleed.h"

#include <algorithm>
#include <cmath>

namespace haibao::document {
namespace {

constexpr double at_trim = 1;  // point

bool fills_its_frame(const Layer& layer) {
    if (const auto* shape = std::get_if<ShapeLayer>(&layer.content)) return (shape->kind == ShapeKind::rectangle && shape->radius == 0) || shape->kind == ShapeKind::line;
    return std::holds_alternative<PictureLayer>(layer.content) || std::holds_alternative<SceneLayer>(layer.content);
}

void extend(std::vector<Layer>& layers, const QRectF& trim, double bleed) {
    for (Layer& layer : layers) {
        if (layer.placement.rotation != 0) continue;
        auto* group = std::get_if<GroupLayer>(&layer.content);
        if (group && !layer.placement.flip_x && !layer.placement.flip_y) extend(group->layers, trim, bleed);
        if (!fills_its_frame(layer)) continue;
        QRectF& frame = layer.placement.frame;
        const QRectF before = frame;
        const auto meets = [](double edge, double of_trim) { return std::abs(edge - of_trim) <= at_trim; };
        if (before.width() > 2 * at_trim) {  // not a line along the edge
            if (meets(before.left(), trim.left())) frame.setLeft(trim.left() - bleed);
            if (meets(before.right(), trim.right())) frame.setRight(trim.right() + bleed);
        }
        if (before.height() > 2 * at_trim) {
            if (meets(before.top(), trim.top())) frame.setTop(trim.top() - bleed);
            if (meets(before.bottom(), trim.bottom())) frame.setBottom(trim.bottom() + bleed);
        }
    }
}

}  // namespace

bool ends_at_trim(const Poster& poster) {
    const QRectF trim(QPointF(), poster.page.points());
    return poster.page.bleed <= 0 && std::ranges::any_of(poster.layers, [&trim](const Layer& layer) {
        return layer.visible && layer.placement.rotation == 0 && layer.placement.frame.contains(trim.adjusted(at_trim, at_trim, -at_trim, -at_trim));
    });
}

void extend_into_bleed(Poster& poster, double bleed) {
    poster.page.bleed = std::clamp(bleed, 0.0, most_bleed);
    extend(poster.layers, QRectF(QPointF(), poster.page.points()), poster.page.bleed);
}

}  // namespace haibao::document
