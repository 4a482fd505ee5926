// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QInputMethodEvent>
#include <QObject>
#include <QVariant>
#include <functional>

#include "app/render/text_place.h"
#include "app/typeset/caret.h"
#include "app/typeset/layout.h"
#include "ui/canvas/layer_geometry.h"
#include "ui/canvas/poster_session.h"

class QKeyEvent;
class QMenu;
class QPainter;

namespace haibao::ui {

/// Writing in a text layer on the canvas: caret, selection, clipboard, input method, horizontally and in columns. What an
/// input method is composing is laid out in place and becomes an undoable step when it is committed.
class TextEditing : public QObject {
    Q_OBJECT
public:
    TextEditing(PosterSession& session, document::LayerId layer);

    document::LayerId layer() const { return id_; }
    bool contains(QPointF page_point) const;
    /// On the page, with what is being composed.
    QRectF extent() const { return place_ ? extent_of(*place_, layout_) : QRectF(); }
    bool composing() const { return !preedit_.isEmpty(); }

    void press(QPointF page_point, bool extend);
    void drag(QPointF page_point);
    void select_word(QPointF page_point);
    /// False for keys that mean nothing to text.
    bool key(QKeyEvent* event);
    /// Whether a key with Ctrl or Alt belongs to the text and not to the menus.
    bool wants(const QKeyEvent* event) const;
    void input_method(QInputMethodEvent* event);
    void commit_composition();
    QVariant input_method_query(Qt::InputMethodQuery query, const QTransform& page_to_widget) const;
    void paint(QPainter& painter, const QTransform& page_to_widget) const;
    /// To the selected characters; false when none are.
    bool style_selection(const QString& what, const std::function<void(document::TextStyle&)>& edit);
    /// What else the doubtful word at the point could be, on top of a menu.
    void add_spelling(QMenu& menu, QPointF page_point) const;
    void poster_changed();
    /// A layer without a character goes.
    void finish();

signals:
    void changed();

private:
    const document::Text* text() const;  ///< as it stands in the poster, without what is being composed
    const document::Layer* layer_now() const;
    const document::Text* shown() const;  ///< with what is being composed
    /// The caret that a point on the page means; nothing beside a warp.
    std::optional<typeset::Caret> caret_at(QPointF page_point) const;
    /// A part of the layout as it is on the page, warp included.
    QPolygonF on_page(const QPolygonF& part) const;
    QString fitting(const QString& wanted, qsizetype room);
    void insert(const QString& typed);
    void replace(int begin, int end, const QString& wanted, const QString& what);
    /// Up to `other`, or what is selected.
    void remove(int other);
    void move(typeset::Step step, bool extend);
    void move_to(typeset::Caret caret, bool extend);
    void copy() const;
    enum class Paste { with_looks, plain };
    void paste(Paste how);
    /// Of the character before `index`, which what is typed continues.
    const document::TextStyle& style_at(int index) const;
    void lay_out();
    std::pair<int, int> selected() const;

    PosterSession& session_;
    document::LayerId id_;
    typeset::Layout layout_;   ///< with what is being composed
    std::optional<render::TextPlace> place_;  ///< where it stands; nothing without a layer
    typeset::Caret caret_, anchor_;
    std::optional<double> goal_;  ///< of steps across lines
    QString preedit_;
    int preedit_caret_ = 0;
    bool replacing_ = false;   ///< a change of our own is under way
};

}  // namespace haibao::ui
