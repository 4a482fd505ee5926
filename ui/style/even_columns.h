// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

namespace haibao::ui {

/// How broad the cells of a list of pictures are when as many as fit, each at least `least` pixels, fill its whole breadth.
inline int even_cell(const QListView& list, int least) {
    // Such a list keeps the place of its scroll bar free, whether it is shown or not.
    const int bar = list.verticalScrollBarPolicy() == Qt::ScrollBarAsNeeded ? list.style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, list.verticalScrollBar()) : 0;
    const int spacing = list.spacing(), room = list.maximumViewportSize().width() - bar - spacing - 1;
    const int columns = std::max(1, room / (least + spacing));
    return std::max(least, room / columns - spacing);
}

/// Icons in such cells.
class EvenDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        constexpr int gap = 8;
        const auto* list = qobject_cast<const QListView*>(option.widget);
        return list ? QSize(even_cell(*list, list->iconSize().width() + gap), list->iconSize().height() + gap) : QSize();
    }
};

}  // namespace haibao::ui
