// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas under mouse, keyboard and input method.
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/text_editing.h"

namespace haibao::ui {
namespace {

constexpr double snap_reach = 6;      // widget pixels
constexpr double drag_threshold = 4;  // widget pixels

using document::Layer;
using document::LayerId;

}  // namespace

// Mouse ---------------------------------------------------------------------------------------------------------------

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
    if (tool_ == Tool::eyedropper) {
        pick_colour(event->position());
        return set_tool(Tool::move);
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
    if (const auto handle = handle_under(event->position())) {
        pulled_handle_ = *handle;
        drag_ = *handle == Handle::rotate ? Drag::turn : Drag::pull;
        drag_placements_ = {{session_->selected()->id, session_->selected()->placement}};
        return;
    }
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
    drag_placements_.clear();
    for (const LayerId id : session_->selection())
        if (const Layer* layer = session_->poster().find(id); layer && !layer->locked) drag_placements_.emplace_back(id, layer->placement);
    snap_lines_ = SnapLines(session_->poster(), session_->selection(), {});
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
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
    if (drag_ == Drag::select_text && editing_) return editing_->drag(drag_now_page_);
    if (drag_ == Drag::move) {
        QPointF by = drag_now_page_ - drag_start_page_;
        if (event->modifiers() & Qt::ShiftModifier) (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
        shown_snaps_.clear();
        if (!(event->modifiers() & Qt::ControlModifier)) {
            QRectF bounds;
            for (const auto& [id, placement] : drag_placements_) {
                Layer moved;
                moved.placement = placement;
                bounds |= bounds_of(moved).translated(by);
            }
            const auto snap = snap_lines_.snap(bounds, snap_reach / zoom_);
            by += snap.offset;
            shown_snaps_ = snap.shown;
        }
        return session_->preview([this, by](document::Poster& poster) {
            for (const auto& [id, placement] : drag_placements_)
                if (Layer* layer = poster.find(id)) move_by(*layer, by);
        });
    }
    if (drag_ != Drag::pull && drag_ != Drag::turn) return;
    const auto& [id, start] = drag_placements_.front();
    const Layer* layer = session_->poster().find(id);
    if (!layer) return;
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    // A picture keeps its shape unless asked; text boxes are free unless asked.
    const bool picture = std::holds_alternative<document::PictureLayer>(layer->content);
    const bool corner = int(pulled_handle_) % 2 == 0;
    const document::Placement placement =
        drag_ == Drag::turn ? turned(start, drag_now_page_, shift)
                            : pulled(start, pulled_handle_, drag_now_page_, corner && picture != shift ? KeepAspect::yes : KeepAspect::no);
    session_->preview([id = id, placement](document::Poster& poster) {
        if (Layer* changed = poster.find(id)) place(*changed, placement);
    });
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) {
    if (drag_ == Drag::none) return;
    end_drag(event);
    drag_ = Drag::none;
    shown_snaps_.clear();
    drag_placements_.clear();
    update_cursor(event->position());
    order_rendering();
    update();
}

void CanvasView::end_drag(QMouseEvent* event) {
    switch (drag_) {
        case Drag::move: return session_->finish_preview(tr("Move"));
        case Drag::pull: return session_->finish_preview(tr("Resize"));
        case Drag::turn: return session_->finish_preview(tr("Rotate"));
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

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    const QPointF at = widget_to_page().map(event->position());
    if (editing_ && editing_->contains(at)) return editing_->select_word(at);
    const LayerId hit = layer_at(at);
    const Layer* layer = session_->poster().find(hit);
    if (layer && std::holds_alternative<document::TextLayer>(layer->content)) edit_text(hit);
}

void CanvasView::add_text(const QRectF& drawn) {
    const QSizeF page = session_->poster().page.points();
    const bool vertical = tool_ == Tool::vertical_text;
    const double size = std::max(12.0, std::min(page.width(), page.height()) / 16);
    QRectF frame = drawn;
    if (frame.width() * zoom_ < 12 || frame.height() * zoom_ < 12) {  // a click: a box of a usual size
        const QSizeF usual = vertical ? QSizeF(size * 1.6, size * 6) : QSizeF(size * 8, size * 1.6);
        frame = QRectF(drawn.topLeft() - QPointF(vertical ? usual.width() : 0, size * 0.8), usual);
    }
    LayerId id = LayerId::none;
    session_->change(vertical ? tr("Add vertical text") : tr("Add text"), [&](document::Poster& poster) {
        Layer layer;
        id = layer.id = poster.next_id();
        layer.name = tr("Text");
        layer.placement.frame = frame;
        document::TextLayer content;
        content.text.style.size = size;
        content.text.writing_mode = vertical ? document::WritingMode::vertical_rl : document::WritingMode::horizontal_tb;
        content.text.box.mode = document::BoxMode::grow;
        content.text.box.width = frame.width();
        content.text.box.height = frame.height();
        layer.content = std::move(content);
        poster.layers.push_back(std::move(layer));
    });
    set_tool(Tool::move);
    edit_text(id);
}

void CanvasView::edit_text(LayerId id) {
    const Layer* layer = session_->poster().find(id);
    if (!layer || layer->locked || !std::holds_alternative<document::TextLayer>(layer->content)) return;
    session_->select({id});
    editing_ = std::make_unique<TextEditing>(*session_, id);
    connect(editing_.get(), &TextEditing::changed, this, [this] {
        updateMicroFocus();
        update();
    });
    setAttribute(Qt::WA_InputMethodEnabled, true);
    setFocus();
    updateMicroFocus();
    update();
}

void CanvasView::end_text_editing() {
    if (!editing_) return;
    editing_->finish();
    editing_.reset();
    setAttribute(Qt::WA_InputMethodEnabled, false);
    update();
}

bool CanvasView::style_selected_characters(const QString& what, const std::function<void(document::TextStyle&)>& edit) {
    return editing_ && editing_->style_selection(what, edit);
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

// Keyboard ------------------------------------------------------------------------------------------------------------

void CanvasView::nudge(QPointF by) {
    const double unit = session_->poster().page.points_per_unit();
    session_->change(tr("Move"), [&](document::Poster& poster) {
        for (const LayerId id : session_->selection())
            if (Layer* layer = poster.find(id); layer && !layer->locked) move_by(*layer, by * unit);
    }, "nudge");
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    if (editing_) {
        if (event->key() == Qt::Key_Escape && !editing_->composing()) return end_text_editing();
        if (editing_->key(event)) return;
    }
    const double step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
        case Qt::Key_Left: return nudge({-step, 0});
        case Qt::Key_Right: return nudge({step, 0});
        case Qt::Key_Up: return nudge({0, -step});
        case Qt::Key_Down: return nudge({0, step});
        case Qt::Key_Space:
            if (!event->isAutoRepeat()) space_down_ = true;
            return update_cursor(mapFromGlobal(QCursor::pos()));
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F2:
            if (const Layer* one = session_->selected()) return edit_text(one->id);
            break;
        case Qt::Key_Escape:
            if (session_->previewing()) {
                drag_ = Drag::none;
                return session_->drop_preview();
            }
            if (tool_ != Tool::move) return set_tool(Tool::move);
            if (!session_->selection().empty()) return session_->select({});
            break;
        default: break;
    }
    QWidget::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_down_ = false;
        update_cursor(mapFromGlobal(QCursor::pos()));
    }
    QWidget::keyReleaseEvent(event);
}

bool CanvasView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && editing_) {
        // While text is written, plain keys are letters and not tools.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (editing_->composing() || plain || editing_->wants(key)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::Show) order_rendering();
    // Tab hides the panels while the canvas has the focus (contracts, Keys); elsewhere it moves the focus.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab && !editing_ &&
        static_cast<QKeyEvent*>(event)->modifiers() == Qt::NoModifier) {
        emit panels_toggled();
        return true;
    }
    return QWidget::event(event);
}

void CanvasView::inputMethodEvent(QInputMethodEvent* event) {
    if (editing_) editing_->input_method(event);
    else event->ignore();
}

QVariant CanvasView::inputMethodQuery(Qt::InputMethodQuery query) const {
    if (editing_) return editing_->input_method_query(query, page_to_widget());
    return QWidget::inputMethodQuery(query);
}

void CanvasView::focusOutEvent(QFocusEvent* event) {
    space_down_ = false;
    // A composition that loses the focus is kept as it stands.
    if (editing_) editing_->commit_composition();
    QWidget::focusOutEvent(event);
}

}  // namespace haibao::ui
