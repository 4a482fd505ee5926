// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include "app/render/layer_parts.h"
#include "app/scene/scene.h"

namespace haibao::render {
namespace {

document::Colour colour_of(const scene::Colour& c) { return {c.r, c.g, c.b, c.a, {}}; }

std::vector<document::Stop> stops_of(const std::vector<scene::Stop>& stops) {
    std::vector<document::Stop> result;
    for (const scene::Stop& stop : stops) result.push_back({stop.at, colour_of(stop.colour)});
    return result;
}

Paint paint_of(const scene::Paint& paint, const QTransform& to_page) {
    if (const auto* solid = std::get_if<scene::Solid>(&paint)) return colour_of(solid->colour);
    if (const auto* linear = std::get_if<scene::Linear>(&paint)) return Axial{to_page.map(linear->from), to_page.map(linear->to), stops_of(linear->stops)};
    const auto& radial = std::get<scene::Radial>(paint);
    return Radial{to_page.map(radial.centre), radial.radius * std::sqrt(std::abs(to_page.determinant())), stops_of(radial.stops)};
}

document::Blend blend_of(scene::Blend blend) {
    switch (blend) {
        case scene::Blend::multiply: return document::Blend::multiply;
        case scene::Blend::screen: return document::Blend::screen;
        case scene::Blend::normal: break;
    }
    return document::Blend::normal;
}

std::optional<Item> item_of(const scene::Layer& layer, const scene::Scene& scene, const QTransform& to_page, document::Blend blend) {
    if (const auto* fill = std::get_if<scene::Fill>(&layer.content)) return FillPath{to_page.map(fill->path), paint_of(fill->paint, to_page), 1, blend, false};
    if (const auto* glow = std::get_if<scene::Glow>(&layer.content)) {
        QPainterPath box;
        box.addRect(QRectF(glow->centre.x() - glow->radius, glow->centre.y() - glow->radius, 2 * glow->radius, 2 * glow->radius) & QRectF(QPointF(), scene.units));
        return FillPath{to_page.map(box), paint_of(scene::Radial{glow->centre, glow->radius, scene::glow_stops(*glow)}, to_page), 1, blend, false};
    }
    const scene::SoftImage soft = scene::soft_image(std::get<scene::Soft>(layer.content), scene);
    if (soft.image.isNull()) return std::nullopt;
    const QTransform unit_square = QTransform::fromScale(soft.where.width(), soft.where.height()) * QTransform::fromTranslate(soft.where.x(), soft.where.y());
    return DrawImage{std::make_shared<const QImage>(soft.image), unit_square * to_page, 1, blend, {}, 0, {}};
}

}  // namespace

void add_scene(const LayerContext& context, const document::SceneLayer& layer) {
    const auto description = scene::description_from_json(layer.description);
    if (!description)
        return context.find("bad-scene", QStringLiteral("The scene of “%1” is not drawn: %2").arg(context.layer.name, QString::fromStdString(description.error().message)));
    const QSizeF size = context.layer.placement.frame.size();
    const scene::Scene scene = scene::compose(*description, size);
    const QTransform to_page = QTransform::fromScale(size.width() / scene.units.width(), size.height() / scene.units.height()) * context.to_page;
    QPainterPath frame;
    frame.addRect(QRectF(QPointF(), scene.units));
    context.add(BeginGroup{1, document::Blend::normal, to_page.map(frame), {}});  // its things reach beyond its edges
    for (const scene::Layer& part : scene.layers) {
        const document::Blend blend = blend_of(part.blend);
        const bool clipped = !part.clip.isEmpty();
        auto item = item_of(part, scene, to_page, clipped ? document::Blend::normal : blend);
        if (!item) continue;
        if (clipped) context.add(BeginGroup{1, blend, to_page.map(part.clip), {}});
        context.add(std::move(*item));
        if (clipped) context.add(EndGroup{});
    }
    context.add(EndGroup{});
}

}  // namespace haibao::render
