// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace haibao::ui {

class GalleryModel;

/// One picture of the grid: thumbnail, stars, label.
class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit GridDelegate(GalleryModel* model, QObject* parent = nullptr) : QStyledItemDelegate(parent), model_(model) {}
    void set_side(int side) { side_ = side; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    GalleryModel* model_;
    int side_ = 180;
};

}  // namespace haibao::ui
