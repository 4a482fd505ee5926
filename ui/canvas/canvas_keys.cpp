// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas under keyboard, wheel and input method.
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "app/placement/ink.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/text_editing.h"
#include "ui/canvas/text_stand.h"
#include "ui/style/language.h"

namespace haibao::ui {

using document::Layer;
using document::LayerId;

namespace {

/// Where a click asked for a text: a box of a usual size that ends at the edge of the room, and begins where it was clicked as
/// long as a few letters have place there. What is typed makes it longer, first to that edge and then away from it.
QRectF usual_box(QPointF clicked, double size, bool vertical, const QRectF& room) {
    constexpr double usual_letters = 8, usual_column = 6, fewest_letters = 3, line = 1.6;
    const double left = vertical ? room.bottom() - clicked.y() + size * 0.8 : room.right() - clicked.x();
    const double length = std::max(fewest_letters * size, std::min((vertical ? usual_column : usual_letters) * size, left));
    const QSizeF box = vertical ? QSizeF(line * size, length) : QSizeF(length, line * size);
    return moved_into(QRectF(clicked - QPointF(vertical ? box.width() : 0, size * 0.8), box.boundedTo(room.size())), room);
}

}  // namespace

void CanvasView::add_text(const QRectF& drawn) {
    const document::Page& page = session_->poster().page;
    const QSizeF paper = page.points();
    const bool vertical = tool_ == Tool::vertical_text;
    const double size = std::max(12.0, std::min(paper.width(), paper.height()) / 16);
    const QRectF on_page = drawn & QRectF(QPointF(), paper);  // what is drawn beyond the page is not meant
    const bool clicked = on_page.width() * zoom_ < 12 || on_page.height() * zoom_ < 12;
    const QRectF frame = clicked ? usual_box(drawn.topLeft(), size, vertical, room_for_text(page, {drawn.topLeft(), QSizeF(1, 1)})) : on_page;
    const std::vector<document::Colour> inks = other_inks(session_->poster(), LayerId::none);
    const document::Colour ink = placement::ink_on(backdrop_under(session_->backdrop(), frame, paper), inks, placement::needed_contrast(size, paper));
    LayerId id = LayerId::none;
    session_->change(lasting(this, vertical ? QT_TR_NOOP("Add vertical text") : QT_TR_NOOP("Add text")), [&](document::Poster& poster) {
        Layer layer;
        id = layer.id = poster.next_id();
        layer.name = tr("Text");
        layer.placement.frame = frame;
        document::TextLayer content;
        content.text.style.size = size;
        content.text.style.fills = {document::Fill{.paint = ink}};
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
    suit_to_ground();
    update();
}

bool CanvasView::style_selected_characters(const QString& what, const std::function<void(document::TextStyle&)>& edit) {
    return editing_ && editing_->style_selection(what, edit);
}

// Keyboard ------------------------------------------------------------------------------------------------------------

void CanvasView::nudge(QPointF by) {
    const double unit = session_->poster().page.points_per_unit();
    session_->change(lasting(this, QT_TR_NOOP("Move")), [&](document::Poster& poster) {
        for (const LayerId id : session_->selection())
            if (Layer* layer = poster.find(id); layer && !layer->locked) {
                const QTransform back = groups_to_page(poster, id).inverted();
                move_by(*layer, back.map(by * unit) - back.map(QPointF()));
            }
    }, "nudge");
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    if (editing_) {
        if (event->key() == Qt::Key_Escape && !editing_->composing()) return end_text_editing();
        if (editing_->key(event)) return;
    }
    const double step = event->modifiers() & Qt::ShiftModifier ? 10 : 1;
    switch (event->key()) {
        case Qt::Key_Delete: return delete_selection(*session_);
        case Qt::Key_Left: return nudge({-step, 0});
        case Qt::Key_Right: return nudge({step, 0});
        case Qt::Key_Up: return nudge({0, -step});
        case Qt::Key_Down: return nudge({0, step});
        case Qt::Key_Space:
            if (!event->isAutoRepeat()) space_down_ = true;
            return update_cursor(mapFromGlobal(QCursor::pos()));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (mode_) {
                mode_->confirm();
                return set_tool(Tool::move);
            }
            [[fallthrough]];
        case Qt::Key_F2:
            if (const Layer* one = session_->selected()) return edit_text(one->id);
            break;
        case Qt::Key_Escape:
            if (session_->previewing()) {
                drag_ = Drag::none;
                return session_->drop_preview();
            }
            if (guide_) {
                drag_ = Drag::none;
                guide_.reset();
                return update();
            }
            if (mode_) leave_mode(Leave::dropping);
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
