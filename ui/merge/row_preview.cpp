// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/row_preview.h"

#include <QPainter>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int margin = metrics::large_gap;
constexpr auto resize_pause = std::chrono::milliseconds(120);

}  // namespace

RowPreview::RowPreview(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    resize_timer_.setSingleShot(true);
    resize_timer_.setInterval(resize_pause);
    connect(&resize_timer_, &QTimer::timeout, this, &RowPreview::order);
    connect(&renderer_, &PageRenderer::rendered, this, [this](const RenderedPage& page) {
        if (!poster_) return;
        image_ = page.image;
        words_ = page.problem;
        update();
        if (!renderer_.busy()) emit shown();
    });
}

void RowPreview::show_poster(const document::Poster& poster) {
    poster_ = poster;
    order();
}

void RowPreview::show_words(const QString& sentence) {
    poster_.reset();
    image_ = {};
    words_ = sentence;
    update();
}

void RowPreview::order() {
    const QSize room = size() - QSize(2 * margin, 2 * margin);
    if (!poster_ || room.isEmpty()) return;
    const QSizeF page = poster_->page.points();
    const double scale = std::min(room.width() / page.width(), room.height() / page.height()) * devicePixelRatioF();
    renderer_.order({*poster_, scale, QRect(QPoint(), (page * scale).toSize()), false});
}

void RowPreview::resizeEvent(QResizeEvent*) { resize_timer_.start(); }

void RowPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones().surround);
    painter.drawRoundedRect(rect(), metrics::radius, metrics::radius);
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    if (image_.isNull()) {
        painter.setPen(tones().faint_text);
        painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, words_);
        return;
    }
    const QSizeF size = QSizeF(image_.size()).scaled(room.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRectF(room.center() - QPointF(size.width(), size.height()) / 2, size), image_);
}

}  // namespace haibao::ui
