// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QStringList>

class QHBoxLayout;

namespace haibao::ui {

class CanvasView;
class CropMode;
class RepaintMode;

/// A small bar that lies over the canvas.
class FloatingBar : public QFrame {
    Q_OBJECT
public:
    explicit FloatingBar(QWidget* canvas);
    QHBoxLayout* row() const { return row_; }

protected:
    static constexpr int shadow = 6;  ///< around the card, widget pixels
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;  ///< not for the canvas below

private:
    QHBoxLayout* row_;
};

/// Shape of the kept part, the whole picture again, apply, cancel.
QWidget* crop_bar(CanvasView& canvas, CropMode& mode);
/// Kind of warp, straight again, done.
QWidget* warp_bar(CanvasView& canvas);
/// Brush or lasso, breadth, rubber, begin.
QWidget* repaint_bar(CanvasView& canvas, RepaintMode& mode);
/// In the order of document::Warp::Type.
QStringList warp_names();

}  // namespace haibao::ui
