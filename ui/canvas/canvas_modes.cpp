// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cropping, warping and repainting on the canvas: how they begin and end.
#include <QBuffer>
#include <QComboBox>
#include <QImageReader>
#include <QPushButton>
#include <algorithm>

#include "app/render/text_place.h"
#include "app/typeset/font_set.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/crop_mode.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/mode_bars.h"
#include "ui/canvas/one_line.h"
#include "ui/canvas/repaint_mode.h"
#include "ui/canvas/text_bar.h"
#include "ui/canvas/text_editing.h"
#include "ui/canvas/warp_mode.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

using document::Layer;
using document::LayerId;

/// As it is shown: turned as its file says. Nothing for a picture that is missing or cannot be read.
QSize size_of(const document::Poster& poster, const document::PictureLayer& picture) {
    QByteArray bytes = poster.pictures.value(picture.picture).bytes;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    return reader.transformation() & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
}

constexpr int bar_distance = 16;  // widget pixels from the canvas' edges
constexpr int grip_reach = 12;    // widget pixels around a grip that a bar leaves free

/// Below, above, in a corner, over the picture above its lower grips: the first place where the bar lies on no grip.
QPointF bar_place(QSizeF bar, const QRectF& area, const QPolygonF& grips) {
    const QRectF room(area.left() + bar_distance, area.top() + bar_distance, area.width() - bar.width() - 2 * bar_distance, area.height() - bar.height() - 2 * bar_distance);
    const double middle = room.center().x(), above_lowest = grips.boundingRect().bottom() - bar.height() - 2 * grip_reach;
    const QPointF places[] = {{middle, room.bottom()},       {middle, room.top()},     {room.left(), room.bottom()}, {room.right(), room.bottom()},
                              {room.left(), room.top()},     {room.right(), room.top()}, {middle, above_lowest},     {middle, room.center().y()}};
    const auto covered = [&](QPointF corner) {
        const QRectF reach = QRectF(corner, bar).adjusted(-grip_reach, -grip_reach, grip_reach, grip_reach);
        return std::ranges::count_if(grips, [&reach](QPointF grip) { return reach.contains(grip); });
    };
    return *std::ranges::min_element(places, {}, covered);
}

}  // namespace

bool CanvasView::begin_mode(LayerId wanted) {
    const document::Poster& poster = session_->poster();
    const auto suits = [this](const Layer& layer) {
        if (!layer.visible || layer.locked) return false;
        return tool_ == Tool::warp ? std::holds_alternative<document::TextLayer>(layer.content)
                                   : std::holds_alternative<document::PictureLayer>(layer.content);
    };
    const Layer* layer = wanted == LayerId::none ? session_->selected() : poster.find(wanted);
    if (!layer || !suits(*layer)) {
        // The only one there is need not be asked for.
        const Layer* only = nullptr;
        for (const Layer& other : poster.layers)
            if (suits(other)) {
                if (only) return false;
                only = &other;
            }
        if (!only || wanted != LayerId::none) return false;
        layer = only;
    }
    const LayerId id = layer->id;
    leave_mode(Leave::applying);  // which may change the poster
    session_->select({id});
    layer = session_->poster().find(id);
    if (!layer) return false;
    if (tool_ == Tool::warp) {
        const auto& text = std::get<document::TextLayer>(layer->content).text;
        const bool straight = text.warp.type == document::Warp::Type::none;
        if (straight)
            session_->change_layer(lasting(this, QT_TR_NOOP("Begin to warp")), id, [](Layer& changed) {
                std::get<document::TextLayer>(changed.content).text.warp = usual_warp(document::Warp::Type::arc);
            });
        auto mode = std::make_unique<WarpMode>(*session_, id, straight ? WarpMode::Begun::by_tool : WarpMode::Begun::by_user);
        QWidget* bar = warp_bar(*this);
        // Who chooses the very warp that is there, or is done, means it. A click would come after the mode was left.
        connect(bar->findChild<QComboBox*>(), &QComboBox::activated, mode.get(), &CanvasMode::confirm);
        connect(bar->findChild<QPushButton*>(), &QPushButton::pressed, mode.get(), &CanvasMode::confirm);
        begin_mode(std::move(mode), bar);
        return true;
    }
    const QSize size = size_of(session_->poster(), std::get<document::PictureLayer>(layer->content));
    if (size.isEmpty()) {
        emit said(tr("“%1” cannot be changed: its picture is missing or damaged.").arg(layer->name));
        return false;
    }
    if (tool_ == Tool::repaint) {
        auto mode = std::make_unique<RepaintMode>(*session_, id, size);
        connect(mode.get(), &RepaintMode::wanted, this, [this, mode = mode.get()] { emit repaint_wanted(quint64(mode->layer_id()), mode->mask()); });
        QWidget* bar = repaint_bar(*this, *mode);
        begin_mode(std::move(mode), bar);
        return true;
    }
    auto mode = std::make_unique<CropMode>(*session_, id, size);
    QWidget* bar = crop_bar(*this, *mode);
    begin_mode(std::move(mode), bar);
    return true;
}

void CanvasView::begin_mode(std::unique_ptr<CanvasMode> mode, QWidget* bar) {
    mode_ = std::move(mode);
    connect(mode_.get(), &CanvasMode::changed, this, [this] {
        if (drag_ != Drag::mode) place_bars();  // not away from under the pointer
        update();
    });
    connect(mode_.get(), &CanvasMode::history_changed, this, &CanvasView::history_changed);
    mode_bar_ = bar;
    place_bars();
    mode_bar_->show();
    setFocus();
    update();
    emit history_changed();
}

QTransform CanvasView::mode_to_widget() const {
    return mode_ ? groups_to_page(session_->poster(), mode_->layer_id()) * page_to_widget() : page_to_widget();
}

void CanvasView::undo() { mode_ && mode_->history() ? mode_->undo() : session_->undo(); }
void CanvasView::redo() { mode_ && mode_->history() ? mode_->redo() : session_->redo(); }
QString CanvasView::undo_name() const { return mode_ && mode_->history() ? mode_->history()->undo : session_->undo_name(); }
QString CanvasView::redo_name() const { return mode_ && mode_->history() ? mode_->history()->redo : session_->redo_name(); }

void CanvasView::leave_mode(Leave how) {
    const std::unique_ptr<CanvasMode> mode = std::move(mode_);
    if (mode_bar_) mode_bar_->deleteLater();
    if (mode_bar_) mode_bar_->hide();
    mode_bar_ = nullptr;
    if (mode) how == Leave::applying ? mode->apply() : mode->drop();
    update();
    if (mode) emit history_changed();
}

void CanvasView::drop_mode() {
    leave_mode(Leave::dropping);
    set_tool(Tool::move);
}

QRectF CanvasView::text_extent(const Layer& layer, const document::Text& text) {
    const QTransform to_page = frame_to_page(layer);
    const QRectF frame = to_page.mapRect(QRectF(QPointF(), layer.placement.frame.size()));
    if (editing_ && editing_->layer() == layer.id) return frame.united(editing_->extent());
    if (text.text.size() > most_laid_out) return frame;
    if (!text_extent_ || text_extent_->layer != layer || text_extent_->to_page != to_page) {
        const typeset::Layout layout = typeset::lay_out(text, *typeset::FontSet::system());
        const render::TextPlace place(to_page, layer.placement.frame.size(), text, layout);
        text_extent_ = TextExtent{layer, to_page, frame.united(extent_of(place, layout))};
    }
    return text_extent_->on_page;
}

void CanvasView::place_bars() {
    const QRectF area = free_area();
    if (mode_bar_) {
        mode_bar_->adjustSize();
        mode_bar_->move(bar_place(mode_bar_->size(), area, mode_ ? mode_->grips(mode_to_widget()) : QPolygonF()).toPoint());
    }
    // In the way while something is dragged or a tool is at work.
    const Layer* one = session_->selected();
    const auto* content = one ? std::get_if<document::TextLayer>(&one->content) : nullptr;
    if (!content || !options_.text_bar || tool_ != Tool::move || mode_ || drag_ != Drag::none || session_->previewing()) return text_bar_->place({}, area);
    std::vector<QRectF> others;
    for (const Layer& layer : session_->poster().layers)
        if (&layer != one && layer.visible && std::holds_alternative<document::TextLayer>(layer.content)) others.push_back(page_to_widget().mapRect(bounds_of(layer)));
    text_bar_->place(page_to_widget().mapRect(text_extent(*one, content->text)), area, others);
}

}  // namespace haibao::ui
