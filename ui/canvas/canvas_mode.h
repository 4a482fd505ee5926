// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointF>
#include <QPolygonF>
#include <QString>
#include <QTransform>
#include <optional>

#include "app/document/poster.h"

class QPainter;

namespace haibao::ui {

/// A pointer on the canvas as modes see it. For a layer in a group, "page" is where its placement counts from: the group may
/// be turned.
struct CanvasPointer {
    QPointF widget;                  ///< widget pixels
    QTransform page_to_widget;
    Qt::KeyboardModifiers keys;
    QPointF page() const { return page_to_widget.inverted().map(widget); }
};

/// What undo and redo would do in a mode, in words; empty = nothing.
struct ModeHistory {
    QString undo, redo;
};

/// What one layer is worked on with instead of the usual handles, as long as its tool is chosen: cropping, warping.
class CanvasMode : public QObject {
    Q_OBJECT
public:
    explicit CanvasMode(document::LayerId layer) : layer_(layer) {}
    document::LayerId layer_id() const { return layer_; }

    /// False: nothing of the mode is there, the canvas may do something else.
    virtual bool press(const CanvasPointer& pointer) = 0;
    virtual void drag(const CanvasPointer& pointer) = 0;
    virtual void release() = 0;
    virtual std::optional<Qt::CursorShape> cursor(const CanvasPointer& pointer) const = 0;
    virtual void paint(QPainter& painter, const QTransform& page_to_widget) const = 0;
    /// Where it is taken hold of, in widget pixels; bars keep off.
    virtual QPolygonF grips(const QTransform& page_to_widget) const = 0;
    /// False when the layer is not there any more.
    virtual bool poster_changed() = 0;
    /// Makes what is shown a step of the poster, when the mode is left.
    virtual void apply() {}
    /// The mode is left without that.
    virtual void drop() {}
    /// Enter was pressed; the mode is left next.
    virtual void confirm() {}
    /// Its own steps, while it is on, are what undo and redo mean. Null: they mean the poster's.
    virtual const ModeHistory* history() const { return nullptr; }
    virtual void undo() {}
    virtual void redo() {}

signals:
    void changed();
    void history_changed();

private:
    document::LayerId layer_;
};

}  // namespace haibao::ui
