// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>
#include <array>
#include <optional>

class QLabel;
class QToolButton;

namespace haibao::ui {

/// Two pictures over the whole window: beside each other, or one over the other with a slider between them. Zoom and place
/// are one for both. Escape ends. Deletes itself.
class CompareView : public QWidget {
    Q_OBJECT
public:
    struct Side {
        QString file, words;
    };
    enum class Mode { beside, slider };
    CompareView(std::array<Side, 2> sides, QWidget* over);

    Mode mode() const { return mode_; }
    void set_mode(Mode mode);
    double zoom() const { return zoom_; }  ///< 1 = the whole picture is seen
    /// Keeps what is under the place.
    void zoom_at(double factor, QPointF place);
    double split() const { return split_; }  ///< of the slider, as a part of the width
    /// Where picture `index` (0 or 1) is painted at present, also beyond what is seen of it.
    QRectF placed(int index) const;
    bool loaded() const { return !images_[0].isNull() && !images_[1].isNull(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build_bar();
    QRectF pane(int index) const;
    void clamp_centre();
    void set_split(double split);
    void show_actual_pixels();
    void draw(QPainter& painter, int index, const QRectF& clip) const;

    std::array<Side, 2> sides_;
    std::array<QImage, 2> images_;
    Mode mode_ = Mode::beside;
    double zoom_ = 1, split_ = 0.5;
    QPointF centre_{0.5, 0.5};  ///< of both pictures, as parts of their sizes, in the middle of the pane
    std::optional<QPointF> dragged_from_;
    bool dragging_split_ = false;
    QWidget* bar_;
    QToolButton *beside_, *slider_;
    QLabel* zoom_words_;
};

}  // namespace haibao::ui
