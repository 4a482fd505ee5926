// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

#include "ui/canvas/poster_session.h"

class QDoubleSpinBox;
class QLabel;
class QStackedWidget;

namespace haibao::ui {

class ArrangeBar;
class CanvasView;
class PicturePanel;
class ScenePanel;
class ShapePanel;
class TextPanel;

/// Place and size of the selected layer, and below that what its kind has to set.
class PropertiesPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit PropertiesPanel(QWidget* parent = nullptr);
    void set_session(PosterSession* session);
    void set_canvas(CanvasView* canvas);
    /// A colour from the eyedropper becomes the selected text's or shape's; false when nothing selected has one.
    bool use_colour(const QColor& colour);

    TextPanel* text_panel() const { return text_; }

signals:
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void refresh();
    void show_kind(QWidget* page);
    void place_layer();

    QPointer<PosterSession> session_;
    QWidget* place_;
    ArrangeBar* arrange_;
    QMetaObject::Connection warp_link_;
    QDoubleSpinBox *x_, *y_, *width_, *height_, *angle_;
    QLabel* unit_;
    QStackedWidget* kinds_;
    TextPanel* text_;
    PicturePanel* picture_;
    ScenePanel* scene_;
    ShapePanel* shape_;
    QLabel* nothing_;
    bool updating_ = false;
};

}  // namespace haibao::ui
