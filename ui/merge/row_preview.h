// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/canvas/page_renderer.h"

namespace haibao::ui {

/// A poster as it will come out, as large as there is room; painted in the background.
class RowPreview : public QWidget {
    Q_OBJECT
public:
    explicit RowPreview(QWidget* parent = nullptr);

    void show_poster(const document::Poster& poster);
    /// A sentence instead of a poster.
    void show_words(const QString& sentence);
    const QImage& image() const { return image_; }
    QSize sizeHint() const override { return {260, 320}; }
    QSize minimumSizeHint() const override { return {160, 160}; }

signals:
    void shown();  ///< the pixels of the poster asked for last are there

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void order();

    PageRenderer renderer_;
    std::optional<document::Poster> poster_;
    QImage image_;
    QString words_;
    QTimer resize_timer_;
};

}  // namespace haibao::ui
