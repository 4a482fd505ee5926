// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/text_editing.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <algorithm>
#include <tuple>

#include "app/document/commands.h"
#include "app/document/json.h"
#include "ui/canvas/layer_actions.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/one_line.h"
#include "ui/canvas/rich_text.h"
#include "ui/proof/spelling_marks.h"
#include "ui/style/error_words.h"
#include "ui/style/language.h"
#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

using document::TextLayer;
using typeset::Step;

constexpr double slack = 6;  // points around the box that still belong to it

bool is_vertical(const document::Text& text) { return text.writing_mode == document::WritingMode::vertical_rl; }

/// Arrow keys in the reading direction of the text: down goes along a column, left to the next one.
std::optional<Step> step_of(const QKeyEvent& event, bool vertical) {
    const bool word = event.modifiers() & Qt::ControlModifier;
    int key = event.key();
    if (vertical) {
        if (key == Qt::Key_Down) key = Qt::Key_Right;
        else if (key == Qt::Key_Up) key = Qt::Key_Left;
        else if (key == Qt::Key_Left) key = Qt::Key_Down;
        else if (key == Qt::Key_Right) key = Qt::Key_Up;
    }
    switch (key) {
        case Qt::Key_Right: return word ? Step::next_word : Step::next;
        case Qt::Key_Left: return word ? Step::previous_word : Step::previous;
        case Qt::Key_Down: return Step::next_line;
        case Qt::Key_Up: return Step::previous_line;
        case Qt::Key_Home: return word ? Step::text_start : Step::line_start;
        case Qt::Key_End: return word ? Step::text_end : Step::line_end;
        default: return {};
    }
}

bool is_plain_paste(const QKeyEvent& event) {
    return event.key() == Qt::Key_V && event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
}

}  // namespace

TextEditing::TextEditing(PosterSession& session, document::LayerId layer) : session_(session), id_(layer) {
    session_.end_merging();
    lay_out();
    if (const document::Text* now = text()) {
        anchor_.index = 0;
        caret_.index = int(now->text.size());
    }
}

const document::Layer* TextEditing::layer_now() const { return session_.poster().find(id_); }

const document::Text* TextEditing::text() const {
    const document::Layer* layer = session_.settled().find(id_);
    const auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

std::optional<typeset::Caret> TextEditing::caret_at(QPointF page_point) const {
    const auto inside = place_ ? place_->unmap(page_point) : std::nullopt;
    if (!inside) return {};
    return typeset::hit_test(layout_, *shown(), *inside);
}

QPolygonF TextEditing::on_page(const QPolygonF& part) const {
    const int pieces = place_->warp() ? 12 : 1;  // a warp bends straight edges
    QPolygonF mapped;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QPointF from = part[i], to = part[(i + 1) % part.size()];
        for (int piece = 0; piece < pieces; ++piece) mapped << place_->map(from + (to - from) * piece / pieces);
    }
    return mapped;
}

const document::Text* TextEditing::shown() const {
    const document::Layer* layer = layer_now();
    const auto* content = layer ? std::get_if<TextLayer>(&layer->content) : nullptr;
    return content ? &content->text : nullptr;
}

void TextEditing::lay_out() {
    const document::Text* text = shown();
    layout_ = text ? typeset::lay_out(*text, *typeset::FontSet::system()) : typeset::Layout();
    place_.reset();
    if (!text) return;
    const document::Placement& placement = layer_now()->placement;
    place_.emplace(placement.to_page() * groups_to_page(session_.poster(), id_), placement.frame.size(), *text, layout_);
}

void TextEditing::poster_changed() {
    lay_out();
    if (replacing_) return;
    const int size = text() ? int(text()->text.size()) : 0;  // undone, or changed in the panel
    caret_.index = std::clamp(caret_.index, 0, size);
    anchor_.index = std::clamp(anchor_.index, 0, size);
    emit changed();
}

bool TextEditing::contains(QPointF page_point) const {
    const auto inside = place_ ? place_->unmap(page_point) : std::nullopt;
    if (!inside) return false;
    const QRectF box = QRectF(QPointF(), layout_.size).united(layout_.used);
    return box.adjusted(-slack, -slack, slack, slack).contains(*inside);
}

std::pair<int, int> TextEditing::selected() const { return std::minmax(caret_.index, anchor_.index); }

// Caret ---------------------------------------------------------------------------------------------------------------

void TextEditing::move_to(typeset::Caret caret, bool extend) {
    session_.end_merging();
    caret_ = caret;
    if (!extend) anchor_ = caret_;
    emit changed();
}

void TextEditing::press(QPointF page_point, bool extend) {
    commit_composition();
    goal_.reset();
    if (const auto caret = caret_at(page_point)) move_to(*caret, extend);
}

void TextEditing::drag(QPointF page_point) {
    if (const auto caret = caret_at(page_point)) move_to(*caret, true);
}

void TextEditing::select_word(QPointF page_point) {
    const auto caret = caret_at(page_point);
    if (!caret || !text()) return;
    const auto [begin, end] = typeset::word_at(*text(), caret->index);
    anchor_.index = begin;
    caret_.index = end;
    emit changed();
}

void TextEditing::move(Step step, bool extend) {
    if (!text()) return;
    const auto [begin, end] = selected();
    if (step != Step::next_line && step != Step::previous_line) goal_.reset();
    if (!extend && begin != end && (step == Step::next || step == Step::previous)) return move_to({step == Step::next ? end : begin}, false);
    move_to(typeset::moved(layout_, *text(), caret_, step, goal_), extend);
}

// Changes -------------------------------------------------------------------------------------------------------------

/// What of it a layer has room for; says so when that is not all.
QString TextEditing::fitting(const QString& wanted, qsizetype room) {
    if (wanted.size() <= room) return wanted;
    QString with = wanted.left(std::max<qsizetype>(room, 0));
    if (!with.isEmpty() && with.back().isHighSurrogate()) with.chop(1);
    const QString sentence = tr("A text layer holds at most %L1 characters; the last %L2 were left out.").arg(document::most_characters).arg(wanted.size() - with.size());
    emit session_.failed(Error{ErrorKind::invalid_input, sentence.toStdString(), translated});
    return with;
}

void TextEditing::replace(int begin, int end, const QString& wanted, const QString& what) {
    const QString with = fitting(wanted, document::most_characters - (int(text()->text.size()) - (end - begin)));
    if (with.isEmpty() && !wanted.isEmpty()) return;
    const QScopedValueRollback own(replacing_, true);
    caret_ = anchor_ = {begin + int(with.size())};
    session_.change(what, [&](document::Poster& poster) { type_text(poster, id_, begin, end, with); },
                    with.isEmpty() ? "removing" : "typing");
    emit changed();
}

void TextEditing::insert(const QString& typed) {
    const auto [begin, end] = selected();
    replace(begin, end, typed, lasting(this, QT_TR_NOOP("Typing")));
}

void TextEditing::remove(int other) {
    auto [begin, end] = selected();
    if (begin == end) std::tie(begin, end) = std::minmax(caret_.index, other);
    if (begin != end) replace(begin, end, {}, lasting(this, QT_TR_NOOP("Delete text")));
}

void TextEditing::copy() const {
    const auto [begin, end] = selected();
    if (begin != end && text()) QGuiApplication::clipboard()->setMimeData(mime_of(*text(), begin, end).release());
}

void TextEditing::paste(Paste how) {
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    if (!mime || !text()) return;
    const auto [begin, end] = selected();
    PastedText pasted{plain_text(mime->text()), {}};
    if (how == Paste::with_looks)
        if (auto rich = pasted_text(*mime, style_at(begin))) pasted = std::move(*rich);
    if (pasted.text.isEmpty()) return;
    pasted.text = fitting(pasted.text, document::most_characters - (text()->text.size() - (end - begin)));
    if (pasted.text.isEmpty()) return;
    const auto room = int(pasted.text.size());
    std::erase_if(pasted.spans, [room](const document::Span& span) { return span.begin >= room; });
    for (document::Span& span : pasted.spans) span.end = std::min(span.end, room);
    const QScopedValueRollback own(replacing_, true);
    session_.end_merging();
    caret_ = anchor_ = {begin + int(pasted.text.size())};
    session_.change(lasting(this, QT_TR_NOOP("Paste")), [&, begin = begin, end = end](document::Poster& poster) {
        type_text(poster, id_, begin, end, pasted.text);
        auto* content = std::get_if<TextLayer>(&poster.find(id_)->content);
        for (const document::Span& span : pasted.spans)
            style_range(content->text, begin + span.begin, begin + span.end, [&span](document::TextStyle& style) { style = span.style; });
    });
    emit changed();
}

const document::TextStyle& TextEditing::style_at(int index) const {
    for (const document::Span& span : text()->spans)
        if (span.begin < index && index <= span.end) return span.style;  // what is typed there continues it
    return text()->style;
}

bool TextEditing::wants(const QKeyEvent* event) const {
    if (is_plain_paste(*event)) return true;
    for (const auto standard : {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::SelectAll})
        if (event->matches(standard)) return true;
    return step_of(*event, text() && is_vertical(*text())).has_value();
}

bool TextEditing::key(QKeyEvent* event) {
    if (!text()) return false;
    const bool word = event->modifiers() & Qt::ControlModifier;
    const auto other_end = [this](Step step) {
        std::optional<double> none;
        return typeset::moved(layout_, *text(), caret_, step, none).index;
    };
    if (event->matches(QKeySequence::SelectAll)) {
        anchor_ = {0};
        caret_ = {int(text()->text.size())};
        emit changed();
    } else if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->matches(QKeySequence::Cut)) {
        copy();
        if (selected().first != selected().second) insert({});
    } else if (event->matches(QKeySequence::Paste)) {
        paste(Paste::with_looks);
    } else if (is_plain_paste(*event)) {
        paste(Paste::plain);
    } else if (const bool alt = event->modifiers() & Qt::AltModifier; alt && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const double by = event->key() == Qt::Key_Right ? 0.02 : -0.02;
        session_.change_layer(lasting(this, QT_TR_NOOP("Letter spacing")), id_, [by](document::Layer& layer) { std::get<TextLayer>(layer.content).text.style.letter_spacing_em += by; }, "letter-spacing");
    } else if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        const double by = event->key() == Qt::Key_Down ? 0.05 : -0.05;
        session_.change_layer(lasting(this, QT_TR_NOOP("Line height")), id_, [by](document::Layer& layer) {
            double& height = std::get<TextLayer>(layer.content).text.style.line_height;
            height = std::max(0.5, height + by);
        }, "line-height");
    } else if (const auto step = step_of(*event, is_vertical(*text()))) {
        move(*step, event->modifiers() & Qt::ShiftModifier);
    } else if (event->key() == Qt::Key_Backspace) {
        remove(word ? other_end(Step::previous_word) : typeset::backspace_begin(*text(), caret_.index));
    } else if (event->key() == Qt::Key_Delete) {
        remove(word ? other_end(Step::next_word) : typeset::delete_end(*text(), caret_.index));
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & Qt::ControlModifier) return false;
        insert("\n");
    } else if (!event->text().isEmpty() && event->text().front().isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier))) {
        insert(event->text());
    } else {
        return false;
    }
    return true;
}

bool TextEditing::style_selection(const QString& what, const std::function<void(document::TextStyle&)>& edit) {
    const auto [begin, end] = selected();
    if (begin == end || !text() || (begin == 0 && end == text()->text.size())) return false;
    session_.change(what, [&, begin = begin, end = end](document::Poster& poster) {
        edit_text(poster, id_, [&](document::Poster& changed) { style_range(std::get<TextLayer>(changed.find(id_)->content).text, begin, end, edit); });
    });
    return true;
}

// Input method --------------------------------------------------------------------------------------------------------

void TextEditing::input_method(QInputMethodEvent* event) {
    if (!text()) return;
    event->accept();
    const QScopedValueRollback own(replacing_, true);
    if (!event->commitString().isEmpty() || event->replacementLength()) {
        preedit_.clear();
        session_.drop_preview();
        if (event->replacementLength()) {
            const int begin = std::max(0, caret_.index + event->replacementStart());
            anchor_ = {begin};
            caret_ = {std::min(int(text()->text.size()), begin + event->replacementLength())};
        }
        insert(event->commitString());
    }
    const QString before = std::exchange(preedit_, event->preeditString());
    preedit_caret_ = int(preedit_.size());
    for (const QInputMethodEvent::Attribute& attribute : event->attributes())
        if (attribute.type == QInputMethodEvent::Cursor) preedit_caret_ = attribute.start;
    if (!preedit_.isEmpty()) {
        const auto [begin, end] = selected();
        session_.preview([this, begin = begin, end = end](document::Poster& poster) { type_text(poster, id_, begin, end, preedit_); });
    } else if (!before.isEmpty()) {
        session_.drop_preview();
    }
    emit changed();
}

void TextEditing::commit_composition() {
    if (preedit_.isEmpty()) return;
    const QString composed = std::exchange(preedit_, {});
    session_.drop_preview();
    insert(composed);
    if (QInputMethod* method = QGuiApplication::inputMethod()) method->reset();
}

QVariant TextEditing::input_method_query(Qt::InputMethodQuery query, const QTransform& page_to_widget) const {
    const document::Text* now = text();
    if (!now || !place_) return {};
    switch (query) {
        case Qt::ImEnabled: return true;
        case Qt::ImCursorRectangle:
        case Qt::ImAnchorRectangle: {
            typeset::Caret at = query == Qt::ImCursorRectangle ? caret_ : anchor_;
            if (composing()) at.index = selected().first + preedit_caret_;
            // In a column the candidate window belongs below the character, not over the next one.
            const QLineF line = typeset::caret_line(layout_, *shown(), at);
            return page_to_widget.mapRect(on_page({line.p1(), line.p2()}).boundingRect()).toAlignedRect().adjusted(0, 0, 1, 1);
        }
        case Qt::ImCursorPosition: return caret_.index;
        case Qt::ImAnchorPosition: return anchor_.index;
        case Qt::ImSurroundingText: return now->text;
        case Qt::ImCurrentSelection: return now->text.mid(selected().first, selected().second - selected().first);
        case Qt::ImHints: return int(Qt::ImhMultiLine);
        default: return {};
    }
}

// On the canvas -------------------------------------------------------------------------------------------------------

void TextEditing::paint(QPainter& painter, const QTransform& page_to_widget) const {
    if (!place_) return;
    const auto shape = [&](const QPolygonF& part) { return page_to_widget.map(on_page(part)); };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tones().accent, 1, Qt::DotLine));
    painter.drawPolygon(shape(QRectF(QPointF(), layout_.size)));
    if (!composing()) paint_spelling(painter, layout_, *shown(), shape);
    const auto [begin, end] = selected();
    if (begin != end && !composing()) {
        QColor tint = tones().accent;
        tint.setAlpha(70);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tint);
        for (const QPolygonF& part : typeset::selection_polygons(layout_, *shown(), begin, end)) painter.drawPolygon(shape(part));
    }
    typeset::Caret at = caret_;
    if (composing()) {
        painter.setPen(QPen(tones().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF& part : typeset::selection_polygons(layout_, *shown(), begin, begin + int(preedit_.size()))) painter.drawPolygon(shape(part));
        at.index = begin + preedit_caret_;
    }
    const QLineF line = typeset::caret_line(layout_, *shown(), at);
    painter.setPen(QPen(Qt::white, 3.5));  // seen on any ground
    const QPolygonF caret = shape({line.p1(), line.p2()});
    painter.drawPolyline(caret);
    painter.setPen(QPen(tones().accent, 2));
    painter.drawPolyline(caret);
}

void TextEditing::add_spelling(QMenu& menu, QPointF page_point) const {
    if (const auto caret = caret_at(page_point); caret && !composing()) ui::add_spelling(menu, session_, id_, caret->index);
}

void TextEditing::finish() {
    commit_composition();
    session_.end_merging();
    if (text() && text()->text.trimmed().isEmpty()) {
        const document::LayerId gone = id_;
        session_.change(lasting(this, QT_TR_NOOP("Remove empty text")), [gone](document::Poster& poster) { document::remove_layers(poster, {&gone, 1}); });
    }
}

}  // namespace haibao::ui
