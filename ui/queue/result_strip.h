// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include "ui/queue/strip_model.h"

namespace haibao::ui {

/// The film strip below the canvas: one click uses a result as the poster's ground, S stars it, Delete drops it. On one that
/// failed or was cancelled a click offers to try again.
class ResultStrip : public QListView {
    Q_OBJECT
public:
    explicit ResultStrip(StripModel* model, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {400, 132}; }
    /// What a tile `width` pixels wide says below its picture.
    static QString line_of(const Tile& tile, const QFontMetrics& metrics, int width);

signals:
    void used(const haibao::ui::Tile& tile);
    void dropped(int row);
    void star_toggled(const haibao::ui::Tile& tile);
    void cancelled(const haibao::ui::Tile& tile);
    void retried(const haibao::ui::Tile& tile);
    void retried_on_processor(const haibao::ui::Tile& tile);
    void retried_smaller(const haibao::ui::Tile& tile);
    void seed_wanted(const haibao::ui::Tile& tile);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// What can be done with a tile.
    void show_menu(const QModelIndex& index, const QPoint& global);

    StripModel* model_;
};

}  // namespace haibao::ui
