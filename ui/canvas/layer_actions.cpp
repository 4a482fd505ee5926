// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/layer_actions.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/document/commands.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::LayerId;
using document::Poster;

struct LayerActions {
    Q_DECLARE_TR_FUNCTIONS(haibao::ui::LayerActions)
};
constexpr const char* context = "haibao::ui::LayerActions";

bool contains(const std::vector<LayerId>& ids, LayerId id) { return std::ranges::find(ids, id) != ids.end(); }

bool is_ground(const Layer& layer, QSizeF page) {
    const bool kind = std::holds_alternative<document::PictureLayer>(layer.content) || std::holds_alternative<document::SceneLayer>(layer.content);
    const QRectF bounds = bounds_of(layer).intersected(QRectF(QPointF(), page));
    return kind && bounds.width() * bounds.height() >= 0.9 * page.width() * page.height();
}

}  // namespace

void place(Layer& layer, const document::Placement& placement) {
    const QRectF before = layer.placement.frame, after = placement.frame;
    layer.placement = placement;
    if (auto* text = std::get_if<document::TextLayer>(&layer.content)) {
        text->text.box.width = after.width();
        text->text.box.height = after.height();
    }
    auto* group = std::get_if<document::GroupLayer>(&layer.content);
    if (!group || before.isEmpty()) return;
    const double sx = after.width() / before.width(), sy = after.height() / before.height();
    for (Layer& child : group->layers) {
        document::Placement moved = child.placement;
        const QRectF frame = child.placement.frame;
        moved.frame = QRectF(after.left() + (frame.left() - before.left()) * sx, after.top() + (frame.top() - before.top()) * sy,
                             frame.width() * sx, frame.height() * sy);
        place(child, moved);
    }
}

void move_by(Layer& layer, QPointF by) {
    document::Placement placement = layer.placement;
    placement.frame.translate(by);
    place(layer, placement);
}

void style_range(document::Text& text, int begin, int end, const std::function<void(document::TextStyle&)>& edit) {
    std::vector<document::Span> spans;
    int at = begin;  // up to here the range has been styled
    const auto styled = [&](int from, int to, document::TextStyle style) {
        edit(style);
        spans.push_back({from, to, std::move(style)});
    };
    for (const document::Span& span : text.spans) {
        if (span.end <= begin) {
            spans.push_back(span);
            continue;
        }
        if (span.begin >= end) {
            if (at < end) styled(at, end, text.style);
            at = end;
            spans.push_back(span);
            continue;
        }
        if (span.begin < begin) spans.push_back({span.begin, begin, span.style});
        if (span.begin > at) styled(at, span.begin, text.style);
        const int from = std::max(span.begin, begin), to = std::min(span.end, end);
        styled(from, to, span.style);
        at = to;
        if (span.end > end) spans.push_back({end, span.end, span.style});
    }
    if (at < end) styled(at, end, text.style);
    text.spans.clear();
    for (document::Span& span : spans) {
        if (!text.spans.empty() && text.spans.back().end == span.begin && text.spans.back().style == span.style) text.spans.back().end = span.end;
        else if (span.begin < span.end && !(span.style == text.style)) text.spans.push_back(std::move(span));
    }
}

void delete_selection(PosterSession& session) {
    std::vector<LayerId> ids = session.selection();
    std::erase_if(ids, [&session](LayerId id) {
        const Layer* layer = session.poster().find(id);
        return !layer || layer->locked;
    });
    if (!ids.empty()) session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Delete")), [&ids](Poster& poster) { document::remove_layers(poster, ids); });
}

void duplicate_selection(PosterSession& session) {
    if (session.selection().empty()) return;
    const auto ids = session.selection();
    std::vector<LayerId> copies;
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Duplicate")), [&](Poster& poster) {
        for (const LayerId id : ids) {
            copies.push_back(document::duplicate_layer(poster, id));
            if (Layer* copy = poster.find(copies.back())) move_by(*copy, {12, 12});
        }
    });
    session.select(copies);
}

void group_selection(PosterSession& session) {
    if (session.selection().size() < 2) return;
    const auto ids = session.selection();
    LayerId id = LayerId::none;
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Group")), [&](Poster& poster) { id = document::group_layers(poster, ids, LayerActions::tr("Group")); });
    session.select({id});
}

void ungroup_selection(PosterSession& session) {
    const Layer* one = session.selected();
    const auto* group = one ? std::get_if<document::GroupLayer>(&one->content) : nullptr;
    if (!group) return;
    std::vector<LayerId> freed;
    for (const Layer& child : group->layers) freed.push_back(child.id);
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Ungroup")), [id = one->id](Poster& poster) { document::ungroup(poster, id); });
    session.select(freed);
}

void move_selection(PosterSession& session, int by) {
    const auto ids = session.selection();
    if (ids.empty()) return;
    session.change(lasting(context, by > 0 ? QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Bring forward") : QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Send backward")), [&](Poster& poster) {
        auto& layers = poster.layers;
        const auto chosen = [&ids](const Layer& layer) { return contains(ids, layer.id); };
        if (by > 0) {
            for (std::size_t i = layers.size(); i-- > 1;)
                if (chosen(layers[i - 1]) && !chosen(layers[i])) std::swap(layers[i - 1], layers[i]);
        } else {
            for (std::size_t i = 1; i < layers.size(); ++i)
                if (chosen(layers[i]) && !chosen(layers[i - 1])) std::swap(layers[i - 1], layers[i]);
        }
    });
}

void move_selection_to_end(PosterSession& session, bool front) {
    const auto ids = session.selection();
    if (ids.empty()) return;
    session.change(lasting(context, front ? QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Bring to front") : QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Send to back")), [&](Poster& poster) {
        std::ranges::stable_partition(poster.layers, [&](const Layer& layer) { return contains(ids, layer.id) != front; });
    });
}

void align_selection(PosterSession& session, Edge edge) {
    const auto ids = session.selection();
    if (ids.empty()) return;
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Align")), [&](Poster& poster) {
        QRectF target(QPointF(), poster.page.points());
        if (ids.size() > 1) {
            target = {};
            for (const LayerId id : ids)
                if (const Layer* layer = poster.find(id)) target |= bounds_of(*layer);
        }
        for (const LayerId id : ids) {
            Layer* layer = poster.find(id);
            if (!layer || layer->locked) continue;
            const QRectF bounds = bounds_of(*layer);
            QPointF by;
            switch (edge) {
                case Edge::left: by.setX(target.left() - bounds.left()); break;
                case Edge::centre: by.setX(target.center().x() - bounds.center().x()); break;
                case Edge::right: by.setX(target.right() - bounds.right()); break;
                case Edge::top: by.setY(target.top() - bounds.top()); break;
                case Edge::middle: by.setY(target.center().y() - bounds.center().y()); break;
                case Edge::bottom: by.setY(target.bottom() - bounds.bottom()); break;
            }
            move_by(*layer, by);
        }
    });
}

void distribute_selection(PosterSession& session, Axis axis) {
    if (session.selection().size() < 3) return;
    const auto ids = session.selection();
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Distribute")), [&](Poster& poster) {
        std::vector<Layer*> layers;
        for (const LayerId id : ids)
            if (Layer* layer = poster.find(id)) layers.push_back(layer);
        const auto middle = [axis](const Layer* layer) {
            const QPointF centre = bounds_of(*layer).center();
            return axis == Axis::horizontal ? centre.x() : centre.y();
        };
        std::ranges::sort(layers, {}, middle);
        const double first = middle(layers.front()), step = (middle(layers.back()) - first) / double(layers.size() - 1);
        for (std::size_t i = 0; i < layers.size(); ++i) {
            const double by = first + double(i) * step - middle(layers[i]);
            move_by(*layers[i], axis == Axis::horizontal ? QPointF(by, 0) : QPointF(0, by));
        }
    });
}

void put_ground(Poster& poster, decltype(Layer::content) content) {
    const QSizeF page = poster.page.points();
    const double bleed = poster.page.bleed;
    Layer ground;
    ground.id = poster.next_id();
    ground.name = LayerActions::tr("Background");
    ground.placement.frame = QRectF(QPointF(), page).adjusted(-bleed, -bleed, bleed, bleed);
    ground.content = std::move(content);
    const auto old = std::ranges::find_if(poster.layers, [page](const Layer& layer) { return is_ground(layer, page); });
    if (old == poster.layers.end()) {
        poster.layers.insert(poster.layers.begin(), std::move(ground));
        return;
    }
    ground.id = old->id;
    ground.locked = old->locked;
    *old = std::move(ground);
}

void set_ground(PosterSession& session, const QByteArray& bytes, const QString& media_type, const QString& name, const QJsonObject& record) {
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Use picture as background")), [&](Poster& poster) {
        document::PictureLayer picture;
        picture.picture = poster.add_picture(bytes, media_type, name);
        put_ground(poster, std::move(picture));
        poster.info.generation = record;
    }, session.new_ground_step());
}

KeyedPicture keyed(QByteArray bytes, const QString& media_type, const QString& name, QSize pixels) {
    Poster holder;
    const QString key = holder.add_picture(std::move(bytes), media_type, name);
    return {key, holder.pictures.value(key), pixels};
}

void add_picture(PosterSession& session, const QByteArray& bytes, const QString& media_type, const QString& name, QSize pixels) {
    add_picture(session, keyed(bytes, media_type, name, pixels));
}

void add_picture(PosterSession& session, const KeyedPicture& added) {
    LayerId id = LayerId::none;
    session.change(lasting(context, QT_TRANSLATE_NOOP("haibao::ui::LayerActions", "Add picture")), [&](Poster& poster) {
        const QSizeF page = poster.page.points();
        Layer layer;
        id = layer.id = poster.next_id();
        layer.name = added.picture.name.isEmpty() ? LayerActions::tr("Picture") : added.picture.name;
        const QSizeF size = QSizeF(added.pixels).scaled(page * 0.6, Qt::KeepAspectRatio);
        layer.placement.frame = QRectF(QPointF((page.width() - size.width()) / 2, (page.height() - size.height()) / 2), size);
        if (!poster.pictures.contains(added.key)) poster.pictures.insert(added.key, added.picture);
        document::PictureLayer picture;
        picture.picture = added.key;
        layer.content = std::move(picture);
        poster.layers.push_back(std::move(layer));
    });
    session.select({id});
}

}  // namespace haibao::ui
