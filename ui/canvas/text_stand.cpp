// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/text_stand.h"

#include <algorithm>

#include "app/placement/find_place.h"
#include "app/placement/ink.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::TextLayer;

void collect_type(const std::vector<Layer>& layers, const QTransform& outer, document::LayerId besides, std::vector<QRectF>& found) {
    for (const Layer& layer : layers) {
        if (!layer.visible || layer.id == besides) continue;
        if (std::holds_alternative<TextLayer>(layer.content)) found.push_back(outer.mapRect(type_of(layer)));
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content)) {
            const document::Placement& placement = layer.placement;
            collect_type(group->layers, QTransform::fromTranslate(-placement.frame.x(), -placement.frame.y()) * placement.to_page() * outer, besides, found);
        }
    }
}

const document::Colour* solid(const document::TextStyle& style) { return style.fills.empty() ? nullptr : std::get_if<document::Colour>(&style.fills.front().paint); }

/// Sizes from which less could not be read.
constexpr double smallest_at_all = 0.2;

}  // namespace

QRectF type_of(const Layer& layer) {
    const QRectF ink = placement::ink_of(layer, *typeset::FontSet::system()).boundingRect();
    return ink.isEmpty() ? bounds_of(layer) : ink;
}

std::vector<QRectF> other_type(const document::Poster& poster, document::LayerId besides) {
    std::vector<QRectF> found;
    collect_type(poster.layers, {}, besides, found);
    return found;
}

std::vector<document::Colour> other_inks(const document::Poster& poster, document::LayerId besides) {
    std::vector<document::Colour> inks;
    for (const bool title : {true, false})
        for (const Layer& layer : poster.layers) {
            const auto* text = layer.visible && layer.id != besides ? std::get_if<TextLayer>(&layer.content) : nullptr;
            if (const document::Colour* ink = text && (text->role == "title") == title ? solid(text->text.style) : nullptr) inks.push_back(*ink);
        }
    return inks;
}

QImage backdrop_under(const QImage& backdrop, const QRectF& part, QSizeF page) {
    if (backdrop.isNull()) return {};
    const double x = backdrop.width() / page.width(), y = backdrop.height() / page.height();
    return backdrop.copy(QRectF(part.x() * x, part.y() * y, part.width() * x, part.height() * y).toAlignedRect() & backdrop.rect());
}

void set_ink(document::Text& text, const document::Colour& ink) {
    const std::vector<document::Fill> before = text.style.fills;
    const document::Colour* own = solid(text.style);
    constexpr double light = 0.3;  // luminance
    const bool flips = own && (placement::luminance(ink) > light) != (placement::luminance(*own) > light);
    const auto change = [&](document::TextStyle& style) {
        if (style.fills != before) return;
        style.fills = {document::Fill{.paint = ink}};
        if (flips) style.shadows.clear();
    };
    for (document::Span& span : text.spans) change(span.style);
    change(text.style);
}

void scale_type(document::Text& text, double factor) {
    const auto scale = [factor](document::TextStyle& style) {
        style.size *= factor;
        if (style.line_height_points) style.line_height *= factor;
        for (document::Stroke& stroke : style.strokes) stroke.width *= factor;
        for (document::Shadow& shadow : style.shadows) shadow.dx *= factor, shadow.dy *= factor, shadow.blur *= factor, shadow.spread *= factor;
    };
    scale(text.style);
    for (document::Span& span : text.spans) scale(span.style);
}

void stand_clear(document::Poster& poster, document::LayerId id, const QImage& backdrop, double smallest) {
    Layer* layer = poster.find(id);
    auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    if (!content) return;
    const QSizeF page = poster.page.points();
    const double letter = content->text.style.size;
    const document::Colour* ink = solid(content->text.style);
    const std::vector<QRectF> taken = other_type(poster, id);
    const QRectF now = type_of(*layer);
    placement::Seeker seeker{now, letter, smallest, ink ? *ink : document::Colour{}, placement::needed_contrast(letter, page)};
    std::optional<placement::Ground> ground;
    if (!backdrop.isNull()) ground.emplace(backdrop);
    placement::Surroundings around{page, poster.page.safe_margin(), taken, ground ? &*ground : nullptr};
    auto found = placement::find_place(seeker, around);
    if (!found) {
        seeker.smallest = smallest_at_all;
        around.taken = {};
        found = placement::find_place(seeker, around);
    }
    if (!found) return;
    document::Placement placement = layer->placement;
    const QPointF corner = placement.frame.topLeft() - now.topLeft();
    placement.frame = QRectF(found->ink.topLeft() + corner * found->scale, placement.frame.size() * found->scale);
    scale_type(content->text, found->scale);
    place(*layer, placement);
}

}  // namespace haibao::ui
