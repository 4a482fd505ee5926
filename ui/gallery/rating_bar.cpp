// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/rating_bar.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int dot = 14;

QIcon dot_icon(const QColor& colour, bool chosen) {
    QPixmap pixmap(2 * metrics::icon, 2 * metrics::icon);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = (metrics::icon - dot) / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(gap, gap, dot, dot).adjusted(2, 2, -2, -2));
    if (chosen) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, 1.5));
        painter.drawEllipse(QRectF(gap, gap, dot, dot).adjusted(-1, -1, 1, 1));
    }
    return pixmap;
}

QToolButton* small_button(QHBoxLayout* row, const QString& name) {
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setFixedSize(22, metrics::row_height);
    button->setToolTip(name);
    button->setAccessibleName(name);
    row->addWidget(button);
    return button;
}

}  // namespace

QColor colour_of(gallery::Label label) {
    switch (label) {
        case gallery::Label::red: return QColor(0xd6, 0x45, 0x3d);
        case gallery::Label::orange: return QColor(0xe2, 0x86, 0x2c);
        case gallery::Label::yellow: return QColor(0xe6, 0xc2, 0x3a);
        case gallery::Label::green: return QColor(0x55, 0xa3, 0x57);
        case gallery::Label::blue: return QColor(0x3f, 0x7f, 0xc4);
        case gallery::Label::purple: return QColor(0x8a, 0x5c, 0xb8);
        case gallery::Label::grey: return QColor(0x90, 0x90, 0x90);
        case gallery::Label::none: break;
    }
    return {};
}

QString name_of(gallery::Label label) {
    switch (label) {
        case gallery::Label::red: return RatingBar::tr("Red");
        case gallery::Label::orange: return RatingBar::tr("Orange");
        case gallery::Label::yellow: return RatingBar::tr("Yellow");
        case gallery::Label::green: return RatingBar::tr("Green");
        case gallery::Label::blue: return RatingBar::tr("Blue");
        case gallery::Label::purple: return RatingBar::tr("Purple");
        case gallery::Label::grey: return RatingBar::tr("Grey");
        case gallery::Label::none: break;
    }
    return RatingBar::tr("No label");
}

RatingBar::RatingBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int star = 1; star <= 5; ++star) {
        QToolButton* button = small_button(row, tr("%n star(s)", nullptr, star));
        star_buttons_.push_back(button);
        connect(button, &QToolButton::clicked, this, [this, star] { emit stars_chosen(star == stars_ ? 0 : star); });
    }
    row->addStretch(1);
    for (int label = 1; label < int(gallery::label_words.size()); ++label) {
        QToolButton* button = small_button(row, name_of(gallery::Label(label)));
        button->setIconSize({metrics::icon, metrics::icon});
        label_buttons_.push_back(button);
        connect(button, &QToolButton::clicked, this, [this, chosen = gallery::Label(label)] { emit label_chosen(chosen == label_ ? gallery::Label::none : chosen); });
    }
    show_rating(0, gallery::Label::none);
}

void RatingBar::show_rating(int stars, gallery::Label label) {
    stars_ = stars;
    label_ = label;
    for (int i = 0; i < int(star_buttons_.size()); ++i) star_buttons_[std::size_t(i)]->setText(i < stars ? "★" : "☆");
    for (int i = 0; i < int(label_buttons_.size()); ++i) {
        const auto colour = gallery::Label(i + 1);
        label_buttons_[std::size_t(i)]->setIcon(dot_icon(colour_of(colour), colour == label));
    }
}

}  // namespace haibao::ui
