// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas under the mouse.
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/eyedropper.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/text_editing.h"
#include "ui/style/language.h"

namespace haibao::ui {
namespace {

constexpr double snap_reach = 6;      // widget pixels
constexpr double drag_threshold = 4;  // widget pixels

using document::Layer;
using document::LayerId;

}  // namespace

void CanvasView::track_pointer(QPointF at) {
    const auto strips = [this](QPointF point) {
        return QRegion(int(point.x()) - 1, 0, 3, ruler_breadth + 1) + QRegion(0, int(point.y()) - 1, ruler_breadth + 1, 3);
    };
    if (options_.rulers) update((pointer_ ? strips(*pointer_) : QRegion()) + strips(at));
    pointer_ = at;
    if (tool_ == Tool::eyedropper) update();
}

void CanvasView::leaveEvent(QEvent*) {
    pointer_.reset();
    update();
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    setProperty("keyboard-focus", false);
    drag_start_widget_ = event->position();
    drag_start_page_ = drag_now_page_ = widget_to_page().map(event->position());
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && space_down_)) {
        drag_ = Drag::pan;
        pan_start_ = offset_;
        return update_cursor(event->position());
    }
    if (event->button() == Qt::LeftButton) begin_drag(event);
}

void CanvasView::begin_drag(QMouseEvent* event) {
    if (begin_guide(event->position())) return;
    if (tool_ == Tool::eyedropper) {
        if (const auto colour = colour_at(shown_.image, pixel_under(event->position()))) emit colour_picked(*colour);
        return set_tool(Tool::move);
    }
    if (mode_ && mode_->press(pointer_of(event->position(), event->modifiers()))) {
        drag_ = Drag::mode;
        return;
    }
    if (tool_ == Tool::crop || tool_ == Tool::warp || tool_ == Tool::repaint) {
        const LayerId hit = layer_at(drag_start_page_);
        if (hit != LayerId::none && (!mode_ || hit != mode_->layer_id())) begin_mode(hit);
        return;
    }
    if (editing_ && editing_->contains(drag_start_page_)) {
        editing_->press(drag_start_page_, event->modifiers() & Qt::ShiftModifier);
        drag_ = Drag::select_text;
        return;
    }
    end_text_editing();
    if (tool_ == Tool::text || tool_ == Tool::vertical_text) {
        drag_ = Drag::new_text;
        return;
    }
    if (!begin_handle(event->position())) begin_on_layers(event);
}

/// Out of a ruler comes a new guide; one that is there is taken hold of, unless a handle lies over it.
bool CanvasView::begin_guide(QPointF at) {
    const auto ruler = options_.rulers ? ruler_at(at) : std::nullopt;
    const QPointF page = widget_to_page().map(at);
    if (ruler) guide_ = DraggedGuide{{*ruler, -1}, *ruler == Qt::Horizontal ? page.y() : page.x()};
    else if (options_.rulers && at.x() < ruler_breadth && at.y() < ruler_breadth) return true;
    else if (options_.guides && tool_ == Tool::move && !handle_under(at)) {
        const auto guide = guide_at(session_->poster().page, page_to_widget(), at);
        if (!guide) return false;
        document::Page copy = session_->poster().page;
        guide_ = DraggedGuide{*guide, guides_of(copy, guide->direction)[std::size_t(guide->index)]};
    } else {
        return false;
    }
    drag_ = Drag::guide;
    document::Poster without = session_->poster();
    if (guide_->guide.index >= 0) {
        auto& guides = guides_of(without.page, guide_->guide.direction);
        guides.erase(guides.begin() + guide_->guide.index);
    }
    snap_lines_ = SnapLines(without, {});
    return true;
}

bool CanvasView::begin_handle(QPointF at) {
    const auto handle = handle_under(at);
    if (!handle) return false;
    const Layer& layer = *session_->selected();
    pulled_handle_ = *handle;
    drag_ = *handle == Handle::rotate ? Drag::turn : Drag::pull;
    dragged_ = {{layer.id, layer.placement, groups_to_page(session_->poster(), layer.id)}};
    snap_lines_ = SnapLines(session_->poster(), session_->selection());
    return true;
}

void CanvasView::begin_on_layers(QMouseEvent* event) {
    std::vector<LayerId> selection = session_->selection();
    const LayerId hit = layer_at(drag_start_page_);
    const bool has = std::ranges::find(selection, hit) != selection.end();
    if (hit == LayerId::none) {
        if (!(event->modifiers() & Qt::ShiftModifier)) session_->select({});
        drag_ = Drag::rubber_band;
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        if (has) std::erase(selection, hit);
        else selection.push_back(hit);
        return session_->select(selection);
    }
    if (!has) session_->select({hit});
    drag_ = Drag::move;
    dragged_.clear();
    dragged_lines_ = {};
    for (const LayerId id : session_->selection()) {
        const Layer* layer = session_->poster().find(id);
        if (!layer || layer->locked) continue;
        dragged_.push_back({id, layer->placement, groups_to_page(session_->poster(), id)});
        if (dragged_.back().outer.isIdentity()) dragged_lines_.add(baselines_of(*layer));
    }
    snap_lines_ = SnapLines(session_->poster(), session_->selection());
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    track_pointer(event->position());
    if (drag_ == Drag::none) return update_cursor(event->position());
    if (drag_ == Drag::pan) {
        offset_ = pan_start_ + event->position() - drag_start_widget_;
        fitted_ = false;
        order_rendering();
        return update();
    }
    drag_now_page_ = widget_to_page().map(event->position());
    if (!session_->previewing() && QLineF(drag_start_widget_, event->position()).length() < drag_threshold) return;
    drag_to(event);
    update();
}

void CanvasView::drag_to(QMouseEvent* event) {
    switch (drag_) {
        case Drag::select_text:
            if (editing_) editing_->drag(drag_now_page_);
            return;
        case Drag::mode:
            if (mode_) mode_->drag(pointer_of(event->position(), event->modifiers()));
            return;
        case Drag::move: return drag_layers(event->modifiers());
        case Drag::guide: return drag_guide(event->modifiers());
        case Drag::pull:
        case Drag::turn: return drag_handle(event->modifiers());
        default: return;
    }
}

void CanvasView::drag_layers(Qt::KeyboardModifiers keys) {
    QPointF by = drag_now_page_ - drag_start_page_;
    if (keys & Qt::ShiftModifier) (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    shown_snaps_.clear();
    if (options_.snapping && !(keys & Qt::ControlModifier)) {
        QRectF bounds;
        for (const Dragged& dragged : dragged_)
            bounds |= (dragged.start.to_page() * dragged.outer).mapRect(QRectF(QPointF(), dragged.start.frame.size())).translated(by);
        const auto snap = snap_lines_.snap(bounds, snap_reach / zoom_, dragged_lines_.moved(by));
        by += snap.offset;
        shown_snaps_ = snap.shown;
    }
    session_->preview([this, by](document::Poster& poster) {
        for (const Dragged& dragged : dragged_) {
            const QTransform back = dragged.outer.inverted();
            if (Layer* layer = poster.find(dragged.id)) move_by(*layer, back.map(by) - back.map(QPointF()));
        }
    });
}

void CanvasView::drag_handle(Qt::KeyboardModifiers keys) {
    const Dragged dragged = dragged_.front();
    const Layer* layer = session_->poster().find(dragged.id);
    if (!layer) return;
    const bool shift = keys & Qt::ShiftModifier;
    QPointF where = drag_now_page_;
    shown_snaps_.clear();
    const bool level = std::remainder(dragged.start.rotation, 90) == 0;
    if (drag_ == Drag::pull && level && options_.snapping && !(keys & Qt::ControlModifier)) {
        const auto snap = snap_lines_.snap(QRectF(where, QSizeF(0, 0)), snap_reach / zoom_);
        where += snap.offset;
        shown_snaps_ = snap.shown;
    }
    where = dragged.outer.inverted().map(where);
    // A picture keeps its shape unless asked; text boxes are free unless asked.
    const bool picture = std::holds_alternative<document::PictureLayer>(layer->content);
    const bool corner = int(pulled_handle_) % 2 == 0;
    const document::Placement placement =
        drag_ == Drag::turn ? turned(dragged.start, where, shift)
                            : pulled(dragged.start, pulled_handle_, where, corner && picture != shift ? KeepAspect::yes : KeepAspect::no);
    session_->preview([id = dragged.id, placement](document::Poster& poster) {
        if (Layer* changed = poster.find(id)) place(*changed, placement);
    });
}

/// To what is near, else to the rulers' marks; with Ctrl anywhere.
void CanvasView::drag_guide(Qt::KeyboardModifiers keys) {
    const bool level = guide_->guide.direction == Qt::Horizontal;
    double at = level ? drag_now_page_.y() : drag_now_page_.x();
    if (options_.snapping && !(keys & Qt::ControlModifier)) {
        const QPointF offset = snap_lines_.snap(QRectF(drag_now_page_, QSizeF(0, 0)), snap_reach / zoom_).offset;
        const double to_line = level ? offset.y() : offset.x(), mark = ruler_mark_distance(session_->poster().page, zoom_);
        at = to_line != 0 ? at + to_line : std::round(at / mark) * mark;
    }
    guide_->at = at;
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (drag_ == Drag::none) return;
    end_drag(event);
    drag_ = Drag::none;
    shown_snaps_.clear();
    dragged_.clear();
    guide_.reset();
    update_cursor(event->position());
    order_rendering();
    update();
}

void CanvasView::end_drag(QMouseEvent* event) {
    switch (drag_) {
        case Drag::move: return session_->finish_preview(lasting(this, QT_TR_NOOP("Move")));
        case Drag::pull: return session_->finish_preview(lasting(this, QT_TR_NOOP("Resize")));
        case Drag::turn: return session_->finish_preview(lasting(this, QT_TR_NOOP("Rotate")));
        case Drag::guide: return end_guide(event->position());
        case Drag::mode:
            if (mode_) mode_->release();
            return place_bars();
        case Drag::new_text: return add_text(QRectF(drag_start_page_, drag_now_page_).normalized());
        case Drag::rubber_band: {
            const QRectF band = QRectF(drag_start_page_, drag_now_page_).normalized();
            std::vector<LayerId> inside = event->modifiers() & Qt::ShiftModifier ? session_->selection() : std::vector<LayerId>();
            if (band.width() * zoom_ > drag_threshold || band.height() * zoom_ > drag_threshold)
                for (const Layer& layer : session_->poster().layers)
                    if (layer.visible && !layer.locked && band.contains(bounds_of(layer)) && std::ranges::find(inside, layer.id) == inside.end())
                        inside.push_back(layer.id);
            return session_->select(inside);
        }
        default: return;
    }
}

/// Let go over a ruler or beside the canvas the guide is gone.
void CanvasView::end_guide(QPointF at) {
    const auto [direction, index] = guide_->guide;
    const bool back = (options_.rulers && ruler_at(at)) || !rect().contains(at.toPoint());
    if (index < 0 && back) return;
    session_->change(lasting(this, index < 0 ? QT_TR_NOOP("Add guide") : back ? QT_TR_NOOP("Remove guide") : QT_TR_NOOP("Move guide")), [&](document::Poster& poster) {
        auto& guides = guides_of(poster.page, direction);
        if (index < 0) guides.push_back(guide_->at);
        else if (index < int(guides.size()) && back) guides.erase(guides.begin() + index);
        else if (index < int(guides.size())) guides[std::size_t(index)] = guide_->at;
    });
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (mode_ || ruler_at(event->position())) return;
    const QPointF at = widget_to_page().map(event->position());
    if (editing_ && editing_->contains(at)) return editing_->select_word(at);
    const Layer* layer = session_->poster().find(layer_at(at));
    if (!layer) return;
    if (std::holds_alternative<document::TextLayer>(layer->content)) return edit_text(layer->id);
    const auto* group = std::get_if<document::GroupLayer>(&layer->content);
    if (!group || group->layers.empty()) return;
    const QTransform outer = groups_to_page(session_->poster(), group->layers.front().id);
    if (const Layer* inner = ui::layer_at(group->layers, at, outer, 3 / zoom_)) session_->select({inner->id});
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) {
        zoom_to(zoom_ * std::pow(1.0015, event->angleDelta().y()), event->position());
    } else {
        const QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
        offset_ += event->modifiers() & Qt::ShiftModifier ? QPointF(by.y(), by.x()) : by;
        fitted_ = false;
        order_rendering();
        update();
    }
    event->accept();
}

void CanvasView::resizeEvent(QResizeEvent*) {
    if (fitted_) fit_page();
    else order_rendering();
}

}  // namespace haibao::ui
