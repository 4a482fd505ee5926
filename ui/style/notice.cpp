// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/notice.h"

#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {

constexpr int words_indent = metrics::small_icon + metrics::gap;  // beside the sign

namespace {

QLabel* words_label(const QString& words) {
    auto* label = new QLabel(words);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setContentsMargins(words_indent, 0, 0, 0);
    return label;
}

}  // namespace

Notice::Notice(const QString& sentence, Shape shape, QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout(this)) {
    const int edge = shape == Shape::line ? metrics::small_gap : metrics::gap;
    rows_->setContentsMargins(metrics::gap, edge, metrics::gap, edge);
    rows_->setSpacing(metrics::small_gap);
    QLabel* words = words_label(sentence);
    if (shape == Shape::line) {
        words->setMinimumHeight(metrics::row_height);
        line_ = new QHBoxLayout;
        line_->addWidget(words, 1);
        rows_->addLayout(line_);
    } else {
        rows_->addWidget(words);
    }
    setAccessibleName(sentence);
}

void Notice::add_details(const QString& question, const QString& words) {
    auto* ask = new QToolButton;
    ask->setText(question);
    ask->setCheckable(true);
    QLabel* details = words_label(words);
    details->hide();
    connect(ask, &QToolButton::toggled, details, &QWidget::setVisible);
    add(ask);
    rows_->addWidget(details);
}

void Notice::add(QWidget* remedy) {
    if (line_) return line_->addWidget(remedy);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(words_indent, 0, 0, 0);
    line->addWidget(remedy);
    line->addStretch(1);
    rows_->addLayout(line);
}

void Notice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = tones().warning;
    ground.setAlpha(is_dark() ? 36 : 26);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()), metrics::radius, metrics::radius);
    painter.setBrush(tones().warning);
    painter.drawRoundedRect(QRectF(0, metrics::small_gap, 3, height() - 2 * metrics::small_gap), 1.5, 1.5);
    const int top = line_ ? metrics::small_gap + (metrics::row_height - metrics::small_icon) / 2 : metrics::gap;
    icon("dialog-warning").paint(&painter, QRect(metrics::gap, top, metrics::small_icon, metrics::small_icon));
}

}  // namespace haibao::ui
