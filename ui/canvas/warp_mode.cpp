// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/warp_mode.h"

#include <QLineF>
#include <QPainter>
#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/render/warp.h"
#include "app/typeset/font_set.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

using Type = document::Warp::Type;

constexpr double reach = 9;   // widget pixels
constexpr int grid_steps = 32;

bool bends(Type type) { return type == Type::arc || type == Type::flag || type == Type::bulge; }

/// The point of the box (fractions) whose image is the handle of a bend: where the bend shows most.
QPointF bend_anchor(Type type) { return type == Type::flag ? QPointF(0.25, 0) : QPointF(0.5, 0); }

/// The bend that brings its handle nearest to `to`; a little is none, so that straight is easily found again.
double bend_towards(Type type, QSizeF box, QPointF to) {
    double best = 0, nearest = 1e300;
    for (int percent = -100; percent <= 100; ++percent) {
        document::Warp warp{type, percent / 100.0, {}};
        const auto map = render::WarpMap::make(warp, QRectF(QPointF(), box));
        if (!map) return 0;
        const QPointF anchor = bend_anchor(type);
        const double distance = QLineF(map->map(QPointF(anchor.x() * box.width(), anchor.y() * box.height())), to).length();
        if (distance >= nearest) continue;
        nearest = distance;
        best = warp.bend;
    }
    return std::abs(best) < 0.03 ? 0 : best;
}

}  // namespace

document::Warp usual_warp(Type type) {
    document::Warp warp;
    warp.type = type;
    if (bends(type)) warp.bend = 0.3;
    if (type == Type::perspective) warp.corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    if (type == Type::envelope) {
        const QPointF corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int i = 0; i < 4; ++i)
            for (int third = 0; third < 3; ++third) warp.corners.push_back(corners[i] + (corners[(i + 1) % 4] - corners[i]) * third / 3.0);
    }
    return warp;
}

void set_warp(PosterSession& session, Type type) {
    const document::Layer* layer = session.selected();
    if (!layer || !std::holds_alternative<document::TextLayer>(layer->content)) return;
    session.change_layer(lasting("haibao::ui::WarpMode", QT_TRANSLATE_NOOP("haibao::ui::WarpMode", "Warp")), layer->id, [type](document::Layer& changed) {
        document::Warp& warp = std::get<document::TextLayer>(changed.content).text.warp;
        if (warp.type != type) warp = usual_warp(type);
    });
}

WarpMode::WarpMode(PosterSession& session, document::LayerId layer, Begun begun) : CanvasMode(layer), session_(session), begun_(begun), begun_at_(session.revision()) { lay_out(); }

/// Takes back what the tool did. Where other steps came after it, another one does that.
void WarpMode::straighten() {
    if (std::exchange(begun_, Begun::by_user) == Begun::by_user) return;
    if (session_.revision() == begun_at_) return session_.undo();
    if (const document::Text* now = text(); !now || now->warp != usual_warp(Type::arc)) return;
    session_.change_layer(lasting(this, QT_TR_NOOP("Warp")), layer_id(), [](document::Layer& changed) { std::get<document::TextLayer>(changed.content).text.warp = {}; });
}

const document::Text* WarpMode::text() const {
    const document::Layer* layer = session_.poster().find(layer_id());
    const auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

void WarpMode::lay_out() {
    place_.reset();
    const document::Text* now = text();
    if (!now) return;
    if (!own_change_) layout_ = typeset::lay_out(*now, *typeset::FontSet::system());
    const document::Placement& placement = session_.poster().find(layer_id())->placement;
    place_.emplace(placement.to_page(), placement.frame.size(), *now, layout_);
}

bool WarpMode::poster_changed() {
    lay_out();
    return place_.has_value();
}

std::vector<QPointF> WarpMode::handles() const {
    const document::Text* now = text();
    if (!now || !place_ || !place_->warp()) return {};
    const auto in_box = [this](QPointF fraction) { return QPointF(fraction.x() * layout_.size.width(), fraction.y() * layout_.size.height()); };
    if (bends(now->warp.type)) return {place_->map(in_box(bend_anchor(now->warp.type)))};
    std::vector<QPointF> points;
    for (const QPointF& corner : now->warp.corners) points.push_back(place_->to_page().map(in_box(corner)));
    return points;
}

std::optional<int> WarpMode::handle_under(const CanvasPointer& pointer) const {
    std::optional<int> best;
    double nearest = reach;
    const std::vector<QPointF> points = handles();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double distance = QLineF(pointer.page_to_widget.map(points[i]), pointer.widget).length();
        if (distance >= nearest) continue;
        nearest = distance;
        best = int(i);
    }
    return best;
}

bool WarpMode::press(const CanvasPointer& pointer) {
    pulled_ = handle_under(pointer);
    if (pulled_) start_ = text()->warp;
    return pulled_.has_value();
}

document::Warp WarpMode::moved(int handle, QPointF to) const {
    document::Warp warp = start_;
    if (bends(warp.type)) {
        warp.bend = bend_towards(warp.type, layout_.size, to);
        return warp;
    }
    QPointF& corner = warp.corners[std::size_t(handle)];
    const QPointF by = QPointF(to.x() / layout_.size.width(), to.y() / layout_.size.height()) - corner;
    corner += by;
    if (warp.type == Type::envelope && handle % 3 == 0)  // a corner takes its control points along
        for (const int arm : {(handle + 1) % 12, (handle + 11) % 12}) warp.corners[std::size_t(arm)] += by;
    return warp;
}

void WarpMode::drag(const CanvasPointer& pointer) {
    if (!pulled_ || !place_) return;
    const document::Warp warp = moved(*pulled_, place_->to_page().inverted().map(pointer.page()));
    if (!render::WarpMap::make(warp, QRectF(QPointF(), layout_.size))) return;  // a dent: the last good one stays
    begun_ = Begun::by_user;
    const QScopedValueRollback own(own_change_, true);
    session_.preview([this, &warp](document::Poster& poster) {
        document::Layer* layer = poster.find(layer_id());
        if (auto* content = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr) content->text.warp = warp;
    });
}

void WarpMode::release() {
    if (!pulled_) return;
    pulled_.reset();
    const QScopedValueRollback own(own_change_, true);
    session_.finish_preview(lasting(this, QT_TR_NOOP("Warp")));
}

std::optional<Qt::CursorShape> WarpMode::cursor(const CanvasPointer& pointer) const {
    if (!handle_under(pointer)) return {};
    return bends(text()->warp.type) ? Qt::SizeVerCursor : Qt::SizeAllCursor;
}

void WarpMode::paint_grid(QPainter& painter, const QTransform& page_to_widget) const {
    const auto line = [&](QPointF from, QPointF to) {
        QPolygonF bent;
        for (int i = 0; i <= grid_steps; ++i) bent << page_to_widget.map(place_->map(from + (to - from) * i / double(grid_steps)));
        painter.drawPolyline(bent);
    };
    const double width = layout_.size.width(), height = layout_.size.height();
    QColor faint = tones().accent;
    faint.setAlpha(110);
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i <= 4; ++i) {
        painter.setPen(QPen(i % 4 == 0 ? tones().accent : faint, 1));
        line({width * i / 4, 0}, {width * i / 4, height});
        line({0, height * i / 4}, {width, height * i / 4});
    }
}

/// From an envelope's corners to their control points.
void WarpMode::paint_arms(QPainter& painter, const QTransform& page_to_widget) const {
    const std::vector<QPointF> points = handles();
    if (points.size() != 12) return;
    painter.setPen(QPen(tones().accent, 1, Qt::DotLine));
    for (std::size_t corner = 0; corner < 12; corner += 3)
        for (const std::size_t arm : {(corner + 1) % 12, (corner + 11) % 12})
            painter.drawLine(page_to_widget.map(points[corner]), page_to_widget.map(points[arm]));
}

QPolygonF WarpMode::grips(const QTransform& page_to_widget) const {
    QPolygonF grips;
    for (const QPointF& handle : handles()) grips << page_to_widget.map(handle);
    return grips;
}

void WarpMode::paint(QPainter& painter, const QTransform& page_to_widget) const {
    if (!place_ || !place_->warp()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    paint_grid(painter, page_to_widget);
    paint_arms(painter, page_to_widget);
    const std::vector<QPointF> points = handles();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool arm = points.size() == 12 && i % 3 != 0;
        painter.setPen(QPen(tones().accent, 1.5));
        painter.setBrush(arm ? tones().accent : QColor(Qt::white));
        const double radius = arm ? 3.5 : 5;
        painter.drawEllipse(page_to_widget.map(points[i]), radius, radius);
    }
}

}  // namespace haibao::ui
