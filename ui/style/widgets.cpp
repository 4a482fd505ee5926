// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/widgets.h"

#include <QLayout>

#include "ui/style/icons.h"

namespace haibao::ui {
namespace {

QToolButton* button_of(const QString& icon_name, const QString& tip) {
    auto* button = new QToolButton;
    button->setIcon(icon(icon_name));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

}  // namespace

QLabel* heading(const QString& text, double scale) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * scale);
    label->setFont(font);
    return label;
}

QToolButton* icon_button(const QString& icon_name, const QString& tip) {
    QToolButton* button = button_of(icon_name, tip);
    button->setAutoRaise(true);
    return button;
}

QToolButton* icon_toggle(const QString& icon_name, const QString& tip) {
    QToolButton* button = button_of(icon_name, tip);
    button->setCheckable(true);
    return button;
}

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace haibao::ui
