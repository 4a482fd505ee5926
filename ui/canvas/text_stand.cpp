// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/text_stand.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/document/scale_type.h"
#include "app/placement/find_place.h"
#include "app/placement/ink.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/one_line.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::TextLayer;

void collect_type(const std::vector<Layer>& layers, const QTransform& outer, std::vector<std::pair<document::LayerId, QRectF>>& found) {
    for (const Layer& layer : layers) {
        if (!layer.visible) continue;
        if (std::holds_alternative<TextLayer>(layer.content)) found.emplace_back(layer.id, outer.mapRect(type_of(layer)));
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content)) {
            const document::Placement& placement = layer.placement;
            collect_type(group->layers, QTransform::fromTranslate(-placement.frame.x(), -placement.frame.y()) * placement.to_page() * outer, found);
        }
    }
}

const document::Colour* solid(const document::TextStyle& style) { return style.fills.empty() ? nullptr : std::get_if<document::Colour>(&style.fills.front().paint); }

/// Sizes from which less could not be read.
constexpr double smallest_at_all = 0.2;

}  // namespace

QRectF type_of(const Layer& layer) {
    if (const auto* content = std::get_if<TextLayer>(&layer.content); content && content->text.text.size() > most_laid_out) return bounds_of(layer);
    const QRectF ink = placement::ink_of(layer, *typeset::FontSet::system()).boundingRect();
    return ink.isEmpty() ? bounds_of(layer) : ink;
}

TypeOnPage::TypeOnPage(const document::Poster& poster, const QImage& backdrop) : backdrop_(backdrop) { collect_type(poster.layers, {}, texts_); }

std::vector<QRectF> TypeOnPage::besides(std::span<const document::LayerId> texts) const {
    std::vector<QRectF> found;
    for (const auto& [id, where] : texts_)
        if (std::ranges::find(texts, id) == texts.end()) found.push_back(where);
    return found;
}

void TypeOnPage::changed(const document::Poster& poster, document::LayerId text) {
    const auto known = std::ranges::find(texts_, text, &std::pair<document::LayerId, QRectF>::first);
    if (known != texts_.end()) known->second = groups_to_page(poster, text).mapRect(type_of(*poster.find(text)));
}

const placement::Ground* TypeOnPage::ground() {
    if (!ground_ && !backdrop_.isNull()) ground_.emplace(backdrop_);
    return ground_ ? &*ground_ : nullptr;
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

namespace {

/// Of the letters' own pixels, in this ink.
double contrast_on(const QImage& under, const QPainterPath& ink, const QRectF& part, const document::Colour& colour) {
    QImage mask(under.size(), QImage::Format_Grayscale8);
    mask.fill(0);
    QPainter painter(&mask);
    painter.scale(under.width() / part.width(), under.height() / part.height());
    painter.translate(-part.topLeft());
    painter.fillPath(ink, Qt::white);
    painter.end();
    return placement::measured_contrast(under, mask, colour);
}

}  // namespace

void choose_ink(document::Poster& poster, document::LayerId id, const QImage& backdrop) {
    Layer& layer = *poster.find(id);
    auto& content = std::get<TextLayer>(layer.content);
    document::TextStyle& style = content.text.style;
    const document::Colour* inked = style.fills.size() == 1 ? solid(style) : nullptr;
    if (content.contrast == 0 || !inked || backdrop.isNull()) return;
    const document::Colour own = *inked;
    const QSizeF page = poster.page.points();
    const QPainterPath ink = placement::ink_of(layer, *typeset::FontSet::system());
    const QRectF part = ink.boundingRect();
    const QImage under = part.isEmpty() ? QImage() : backdrop_under(backdrop, part, page);
    if (under.isNull()) return;
    const double needed = placement::needed_contrast(style.size, page);
    double reached = contrast_on(under, ink, part, own);
    if (reached < needed) {
        const document::Colour chosen = placement::ink_on(under, other_inks(poster, id), needed);
        set_ink(content.text, chosen);
        reached = contrast_on(under, ink, part, chosen);
        if (content.role == "title")
            for (Layer& rule : poster.layers)
                if (auto* shape = placement::is_rule(rule) && !rule.locked ? std::get_if<document::ShapeLayer>(&rule.content) : nullptr)
                    for (document::Fill& fill : shape->fills)
                        if (fill.paint == document::Paint(own)) fill.paint = chosen;
    }
    content.contrast = std::floor(reached * 100) / 100;
}

std::optional<Legibility> legibility(const document::Poster& poster, const Layer& layer, const QImage& backdrop) {
    const auto* content = std::get_if<TextLayer>(&layer.content);
    if (!content || content->text.text.size() > most_laid_out || backdrop.isNull() || layer.opacity < 1 || layer.blend != document::Blend::normal) return {};
    const document::Text& text = content->text;
    const bool plain = text.spans.empty() && text.style.fills.size() == 1 && text.style.strokes.empty() && text.style.shadows.empty();
    const document::Colour* own = plain ? solid(text.style) : nullptr;
    if (!own || own->a < 1) return {};
    const QPainterPath ink = placement::ink_of(layer, *typeset::FontSet::system());
    const QRectF part = ink.boundingRect();
    const QImage under = part.isEmpty() ? QImage() : backdrop_under(backdrop, part, poster.page.points());
    if (under.isNull()) return {};
    return Legibility{contrast_on(under, ink, part, *own), placement::needed_contrast(text.style.size, poster.page.points())};
}

void suit_inks(PosterSession& session) {
    const QString key = session.new_ground();
    if (key.isEmpty() || session.backdrop().isNull()) return;
    session.set_ground_suited(key);
    std::vector<document::LayerId> texts;  // titles first: the others may take their ink
    for (const bool title : {true, false})
        for (const Layer& layer : session.poster().layers)
            if (const auto* text = std::get_if<TextLayer>(&layer.content); text && !layer.locked && layer.visible && (text->role == "title") == title) texts.push_back(layer.id);
    session.add_to_step(lasting("haibao::ui::LayerActions", QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Suit the text to the background")), [&](document::Poster& poster) {
        for (const document::LayerId id : texts) choose_ink(poster, id, session.backdrop());
    }, key);
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

void stand_clear(document::Poster& poster, document::LayerId id, TypeOnPage& type, double smallest) {
    Layer* layer = poster.find(id);
    auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    if (!content) return;
    const QSizeF page = poster.page.points();
    const double letter = content->text.style.size;
    const document::Colour* ink = solid(content->text.style);
    const std::vector<QRectF> taken = type.besides(id);
    const QTransform to_page = groups_to_page(poster, id);
    const QRectF now = to_page.mapRect(type_of(*layer));
    placement::Seeker seeker{now, letter, smallest, ink ? *ink : document::Colour{}, placement::needed_contrast(letter, page)};
    placement::Surroundings around{page, poster.page.safe_margin(), taken, type.ground()};
    auto found = placement::find_place(seeker, around);
    if (!found) {
        seeker.smallest = smallest_at_all;
        around.taken = {};
        found = placement::find_place(seeker, around);
    }
    if (!found) return;
    document::Placement placement = layer->placement;
    const QTransform from_page = to_page.inverted();
    const QPointF corner = placement.frame.topLeft() - from_page.map(now.center());
    placement.frame = QRectF(from_page.map(found->ink.center()) + corner * found->scale, placement.frame.size() * found->scale);
    document::scale_type(content->text, found->scale);
    place(*layer, placement);
    type.changed(poster, id);
}

}  // namespace haibao::ui
