// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace haibao::ui {

class GalleryModel;

/// One picture over the whole window; arrows go on, Space or Escape end. Deletes itself.
class QuickLook : public QWidget {
    Q_OBJECT
public:
    QuickLook(GalleryModel* model, int row, QWidget* over);

signals:
    void moved(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void show_row(int row);

    GalleryModel* model_;
    int row_ = 0;
    QImage image_;
    QString words_;
};

}  // namespace haibao::ui
