// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/layer_parts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/render/outline.h"

namespace haibao::render {
namespace {

using document::Stroke;
using document::StrokeAlign;

std::optional<Paint> along(const document::LinearGradient& gradient, const QRectF& box, const QTransform& to_page) {
    const double angle = gradient.angle * std::numbers::pi / 180;
    const QPointF direction(std::cos(angle), std::sin(angle));
    const double half = (std::abs(box.width() * direction.x()) + std::abs(box.height() * direction.y())) / 2;
    return Axial{to_page.map(box.center() - direction * half), to_page.map(box.center() + direction * half), gradient.stops};
}

std::optional<Paint> around(const document::RadialGradient& gradient, const QRectF& box, const QTransform& to_page) {
    const QPointF centre(box.x() + gradient.centre.x() * box.width(), box.y() + gradient.centre.y() * box.height());
    const double radius = gradient.radius * std::max(box.width(), box.height()) * std::sqrt(std::abs(to_page.determinant()));
    return Radial{to_page.map(centre), radius, gradient.stops};
}

std::optional<Paint> textured(const LayerContext& context, const document::Texture& texture, const QRectF& box) {
    const auto decoded = context.pictures.decoded(context.poster, texture.picture);
    if (!decoded) {
        context.find("missing-picture", QStringLiteral("The texture of “%1” is shown grey: %2").arg(context.layer.name, QString::fromStdString(decoded.error().message)));
        return document::Colour{0.6, 0.6, 0.6, 1, {}};
    }
    const QImage& image = *decoded->image;
    if (texture.fit == document::TextureFit::tile) {
        const double scale = std::isfinite(texture.scale) && texture.scale > 0 ? texture.scale : 1;
        return Pattern{decoded->image, QTransform::fromScale(scale, scale) * QTransform::fromTranslate(box.x(), box.y()) * context.to_page, true};
    }
    const double scale = std::max(box.width() / image.width(), box.height() / image.height());
    const QPointF corner = box.center() - QPointF(image.width(), image.height()) * scale / 2;
    return Pattern{decoded->image, QTransform::fromScale(scale, scale) * QTransform::fromTranslate(corner.x(), corner.y()) * context.to_page, false};
}

/// How far the strokes reach beyond the outline, and how the farthest turns corners.
struct Reach {
    double points = 0;
    document::Join join = document::Join::round;
};
Reach reach_of(const Look& look) {
    Reach reach;
    for (const Stroke& stroke : look.strokes) {
        const double points = stroke.align == StrokeAlign::inside ? 0 : stroke.align == StrokeAlign::outside ? stroke.width : stroke.width / 2;
        if (points * look.scale > reach.points) reach = {points * look.scale, stroke.join};
    }
    return reach;
}

void add_stroke(const LayerContext& context, const Look& look, const Stroke& stroke, const QPainterPath& outline, const QRectF& box, QPainterPath clip) {
    const auto paint = resolved(context, stroke.paint, box);
    const double width = stroke.width * look.scale * (stroke.align == StrokeAlign::centre ? 1 : 2);
    if (!paint || !(width > 0) || width > 1e5 || stroke.opacity <= 0) return;
    FillPath fill{context.to_page.map(outline_of_stroke(outline, width, stroke.join)), *paint, stroke.opacity, document::Blend::normal, look.overprint};
    if (clip.isEmpty()) return context.add(std::move(fill));
    context.add(BeginGroup{stroke.opacity, document::Blend::normal, context.to_page.map(clip), {}});
    fill.opacity = 1;
    context.add(std::move(fill));
    context.add(EndGroup{});
}

bool opaque(const document::Colour& colour) { return colour.a >= 1; }

/// Within what can be painted; what is no number is nothing.
double sane(double points, double least, double most) { return std::isfinite(points) ? std::clamp(points, least, most) : 0; }

}  // namespace

std::optional<Paint> resolved(const LayerContext& context, const document::Paint& paint, const QRectF& box) {
    if (const auto* colour = std::get_if<document::Colour>(&paint)) return colour->a > 0 ? std::optional<Paint>(*colour) : std::nullopt;
    if (const auto* texture = std::get_if<document::Texture>(&paint)) return textured(context, *texture, box);
    const auto* linear = std::get_if<document::LinearGradient>(&paint);
    const auto& stops = linear ? linear->stops : std::get<document::RadialGradient>(paint).stops;
    if (stops.empty()) return std::nullopt;
    if (stops.size() == 1) return stops.front().colour;
    return linear ? along(*linear, box, context.to_page) : around(std::get<document::RadialGradient>(paint), box, context.to_page);
}

bool covers(const LayerContext& context, const std::vector<document::Fill>& fills) {
    return std::ranges::any_of(fills, [&](const document::Fill& fill) {
        if (fill.opacity < 1 || fill.blend != document::Blend::normal) return false;
        if (const auto* colour = std::get_if<document::Colour>(&fill.paint)) return opaque(*colour);
        if (const auto* texture = std::get_if<document::Texture>(&fill.paint)) {
            const auto decoded = context.pictures.decoded(context.poster, texture->picture);
            return !decoded || !decoded->image->hasAlphaChannel();
        }
        const auto* linear = std::get_if<document::LinearGradient>(&fill.paint);
        const auto& stops = linear ? linear->stops : std::get<document::RadialGradient>(fill.paint).stops;
        return !stops.empty() && std::ranges::all_of(stops, [](const document::Stop& stop) { return opaque(stop.colour); });
    });
}

void add_shadows(const LayerContext& context, const Look& look, const QPainterPath& outline) {
    for (const document::Shadow& shadow : look.shadows) {
        if (shadow.opacity <= 0 || shadow.colour.a <= 0) continue;
        // What casts the shadow is the outline with its strokes.
        const Reach reach = reach_of(look);
        const double spread = sane(reach.points + shadow.spread * look.scale, 0, 1e5);
        QPainterPath shape = spread > 0 ? grown(outline, spread, reach.join) : outline;
        shape.translate(sane(shadow.dx * look.scale, -1e5, 1e5), sane(shadow.dy * look.scale, -1e5, 1e5));
        const double blur = sane(shadow.blur * look.scale, 0, 1e4);
        context.add(Soft{context.to_page.map(shape), blur, shadow.colour, shadow.opacity, document::Blend::normal});
    }
}

void add_outside_strokes(const LayerContext& context, const Look& look, const QPainterPath& outline, const QRectF& box) {
    std::vector<const Stroke*> strokes;
    for (const Stroke& stroke : look.strokes)
        if (stroke.align == StrokeAlign::outside) strokes.push_back(&stroke);
    if (strokes.empty()) return;
    std::ranges::stable_sort(strokes, [](const Stroke* a, const Stroke* b) { return a->width > b->width; });
    // Under an opaque fill the inner half is hidden anyhow; otherwise it is cut away.
    QPainterPath clip;
    if (!covers(context, look.fills)) {
        const double room = 5 * reach_of(look).points + 1;
        clip = outside_of(outline, outline.boundingRect().adjusted(-room, -room, room, room));
    }
    for (const Stroke* stroke : strokes) add_stroke(context, look, *stroke, outline, box, clip);
}

void add_fill(const LayerContext& context, const document::Fill& fill, const QPainterPath& outline, const QRectF& box, bool overprint) {
    if (const auto paint = resolved(context, fill.paint, box); paint && fill.opacity > 0)
        context.add(FillPath{context.to_page.map(outline), *paint, std::min(fill.opacity, 1.0), fill.blend, overprint});
}

void add_inner_strokes(const LayerContext& context, const Look& look, const QPainterPath& outline, const QRectF& box) {
    for (const Stroke& stroke : look.strokes)
        if (stroke.align != StrokeAlign::outside) add_stroke(context, look, stroke, outline, box, stroke.align == StrokeAlign::inside ? outline : QPainterPath());
}

}  // namespace haibao::render
