// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/widgets.h"

#include <QEvent>
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

namespace {

class Follower : public QObject {
public:
    explicit Follower(QWidget& overlay) : QObject(&overlay), overlay_(overlay) { overlay.parentWidget()->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Resize && watched == overlay_.parentWidget()) overlay_.setGeometry(overlay_.parentWidget()->rect());
        return false;
    }

private:
    QWidget& overlay_;
};

}  // namespace

void cover_parent(QWidget& overlay) {
    overlay.setGeometry(overlay.parentWidget()->rect());
    new Follower(overlay);
}

void clear(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
}

}  // namespace haibao::ui
