// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/card.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

QLabel* label(QPalette::ColorRole role) {
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setForegroundRole(role);
    label->hide();
    return label;
}

}  // namespace

Card::Card(const QString& title, QWidget* parent) : QFrame(parent), body_(new QVBoxLayout(this)), buttons_(new QHBoxLayout) {
    title_ = new QLabel(title);
    QFont font = title_->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.1);
    title_->setFont(font);
    title_->setWordWrap(true);
    badge_ = new QLabel;
    badge_->hide();
    verdict_ = label(QPalette::WindowText);
    details_ = label(roles::faint_text);
    auto* head = new QHBoxLayout;
    head->addWidget(title_, 1);
    head->addWidget(badge_);
    body_->setContentsMargins(metrics::large_gap, metrics::padding, metrics::padding, metrics::padding);
    body_->addLayout(head);
    body_->addWidget(verdict_);
    body_->addWidget(details_);
    buttons_->addStretch(1);
    body_->addLayout(buttons_);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(title);
}

void Card::set_title(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
}

void Card::set_verdict(const QString& sentence, Mood mood) {
    mood_ = mood;
    verdict_->setText(sentence);
    verdict_->setVisible(!sentence.isEmpty());
    setAccessibleDescription(sentence);
    update();
}

void Card::set_details(const QString& text) {
    details_->setText(text);
    details_->setVisible(!text.isEmpty());
}

void Card::add_button(QAbstractButton* button) { buttons_->addWidget(button); }

void Card::mark(const QString& badge) {
    badge_->setText(badge);
    badge_->setForegroundRole(roles::accent_text);
    badge_->setVisible(!badge.isEmpty());
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tones().line);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    if (mood_ == Mood::neutral) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(mood_ == Mood::good ? QColor(0x4b, 0x9b, 0x5f) : tones().warning);
    painter.drawRoundedRect(QRectF(5, 12, 3, height() - 24), 1.5, 1.5);
}

QString human_size(quint64 bytes) { return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeSIFormat); }

QString human_duration(double seconds) {
    const int whole = std::max(1, int(std::lround(seconds)));
    if (whole < 60) return Card::tr("%1 s").arg(whole);
    if (whole < 3600) return Card::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Card::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

}  // namespace haibao::ui
