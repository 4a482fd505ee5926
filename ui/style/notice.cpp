// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/notice.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/style/icons.h"
#include "ui/style/theme.h"

namespace haibao::ui {

constexpr int words_indent = metrics::small_icon + metrics::gap;  // beside the sign

Notice::Notice(const QString& sentence, QWidget* parent) : QFrame(parent), rows_(new QVBoxLayout(this)) {
    rows_->setContentsMargins(metrics::gap, metrics::gap, metrics::gap, metrics::gap);
    rows_->setSpacing(metrics::small_gap);
    auto* words = new QLabel(sentence);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setContentsMargins(words_indent, 0, 0, 0);
    rows_->addWidget(words);
    setAccessibleName(sentence);
}

void Notice::add(QWidget* remedy) {
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
    icon("dialog-warning").paint(&painter, QRect(metrics::gap, metrics::gap, metrics::small_icon, metrics::small_icon));
}

}  // namespace haibao::ui
