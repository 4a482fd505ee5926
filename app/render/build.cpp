// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/build.h"

#include <algorithm>
#include <cmath>

#include "app/render/layer_parts.h"

namespace haibao::render {
namespace {

using document::Blend;
using document::Layer;
using document::Poster;

constexpr int deepest_group = 32;

/// A page with its bleed is some thousand points large; far beyond that there is nothing to be seen, only trouble.
bool usable(const document::Placement& placement) {
    const QRectF& f = placement.frame;
    for (const double value : {f.x(), f.y(), f.width(), f.height(), placement.rotation})
        if (!std::isfinite(value) || std::abs(value) > 1e6) return false;
    return f.width() >= 0 && f.height() >= 0;
}

bool empty_frame(const Layer& layer) {
    const bool line = std::holds_alternative<document::ShapeLayer>(layer.content) && std::get<document::ShapeLayer>(layer.content).kind != document::ShapeKind::rectangle;
    const QRectF& f = layer.placement.frame;
    return !line && (f.width() <= 0 || f.height() <= 0);
}

class Builder {
public:
    Builder(const Poster& poster, const typeset::FontSet& fonts, const BuildOptions& options)
        : poster_(poster), fonts_(fonts), options_(options), pictures_(options.pictures ? options.pictures : std::make_shared<PictureStore>()) {}

    void add(const Layer& layer, const QTransform& outer, LayerDrawing& out, int depth) const {
        if (!layer.visible || !(layer.opacity > 0)) return;
        if (!usable(layer.placement)) {
            out.findings.push_back({layer.name, QStringLiteral("impossible-size"), QStringLiteral("“%1” is not drawn: its place or size is no usable number.").arg(layer.name)});
            return;
        }
        LayerDrawing own;
        if (const auto* group = std::get_if<document::GroupLayer>(&layer.content))
            add_children(layer, *group, outer, own, depth);
        else if (!empty_frame(layer))
            add_content(layer, outer, own);
        else if (const auto* text = std::get_if<document::TextLayer>(&layer.content); text && !text->text.text.trimmed().isEmpty())
            own.findings.push_back({layer.name, QStringLiteral("impossible-size"), QStringLiteral("“%1” is not drawn: its frame has no width or no height. Make it larger.").arg(layer.name)});
        out.findings.insert(out.findings.end(), own.findings.begin(), own.findings.end());
        put_down(layer, std::move(own.items), out.items);
    }

private:
    void add_content(const Layer& layer, const QTransform& outer, LayerDrawing& out) const {
        const LayerContext context{poster_, layer, fonts_, options_, *pictures_, layer.placement.to_page() * outer, out};
        if (const auto* picture = std::get_if<document::PictureLayer>(&layer.content)) add_picture(context, *picture);
        if (const auto* shape = std::get_if<document::ShapeLayer>(&layer.content)) add_shape(context, *shape);
        if (const auto* scene = std::get_if<document::SceneLayer>(&layer.content)) add_scene(context, *scene);
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) add_text(context, *text);
    }

    /// The layers of a group stand on the page; the group's own frame is what it is turned and flipped about.
    void add_children(const Layer& layer, const document::GroupLayer& group, const QTransform& outer, LayerDrawing& out, int depth) const {
        if (depth >= deepest_group) {
            out.findings.push_back({layer.name, QStringLiteral("too-deep"), QStringLiteral("“%1” is not drawn: groups are nested more than %2 deep.").arg(layer.name).arg(deepest_group)});
            return;
        }
        const document::Placement& p = layer.placement;
        const QTransform inner = QTransform::fromTranslate(-p.frame.x(), -p.frame.y()) * p.to_page() * outer;
        for (const Layer& child : group.layers) add(child, inner, out, depth + 1);
    }

    /// A layer's opacity and blend mode: on its only item where that is the same, else on a group around them.
    static void put_down(const Layer& layer, std::vector<Item> items, std::vector<Item>& out) {
        if (items.empty()) return;
        const double opacity = std::min(layer.opacity, 1.0);
        if (opacity < 1 || layer.blend != Blend::normal) {
            if (items.size() == 1 && takes_on(items.front(), opacity, layer.blend)) {
                out.push_back(std::move(items.front()));
                return;
            }
            if (auto* group = std::get_if<BeginGroup>(&items.front()); group && is_one_group(items) && group->blend == Blend::normal) {
                group->opacity *= opacity, group->blend = layer.blend;
            } else {
                items.insert(items.begin(), BeginGroup{opacity, layer.blend, {}, layer.name});
                items.push_back(EndGroup{});
            }
        }
        std::ranges::move(items, std::back_inserter(out));
    }

    static bool takes_on(Item& item, double opacity, Blend blend) {
        return std::visit([&](auto& what) {
            if constexpr (requires { what.blend, what.opacity; }) {
                if (what.blend != Blend::normal) return false;
                what.opacity *= opacity, what.blend = blend;
                return true;
            } else {
                return false;
            }
        }, item);
    }

    /// Does the first item's group end with the last item?
    static bool is_one_group(const std::vector<Item>& items) {
        int depth = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            depth += std::holds_alternative<BeginGroup>(items[i]) ? 1 : std::holds_alternative<EndGroup>(items[i]) ? -1 : 0;
            if (depth == 0) return i + 1 == items.size();
        }
        return false;
    }

    const Poster& poster_;
    const typeset::FontSet& fonts_;
    const BuildOptions& options_;
    std::shared_ptr<PictureStore> pictures_;
};

}  // namespace

std::vector<Item> build_background(const document::Page& page) {
    const QSizeF size = page.points();
    if (page.background.a <= 0 || !std::isfinite(size.width()) || !std::isfinite(size.height()) || !std::isfinite(page.bleed)) return {};
    QPainterPath paper;
    paper.addRect(QRectF(QPointF(), size).adjusted(-page.bleed, -page.bleed, page.bleed, page.bleed));
    return {FillPath{paper, page.background}};
}

LayerDrawing build_layer(const Poster& poster, const Layer& layer, const typeset::FontSet& fonts, const BuildOptions& options) {
    LayerDrawing drawing;
    Builder(poster, fonts, options).add(layer, {}, drawing, 0);
    return drawing;
}

DisplayList build(const Poster& poster, const typeset::FontSet& fonts, const BuildOptions& options) {
    DisplayList list{poster.page, build_background(poster.page), {}};
    LayerDrawing drawing;
    const Builder builder(poster, fonts, options);
    for (const Layer& layer : poster.layers) builder.add(layer, {}, drawing, 0);
    std::ranges::move(drawing.items, std::back_inserter(list.items));
    list.findings = std::move(drawing.findings);
    return list;
}

}  // namespace haibao::render
