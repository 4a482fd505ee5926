// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/quick_look.h"

#include <QKeyEvent>
#include <QPainter>

#include "app/core/paths.h"
#include "ui/gallery/gallery_model.h"
#include "ui/gallery/load_picture.h"
#include "ui/style/error_words.h"
#include "ui/style/widgets.h"

namespace haibao::ui {

QuickLook::QuickLook(GalleryModel* model, int row, QWidget* over) : QWidget(over), model_(model) {
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    cover_parent(*this);
    setAccessibleName(tr("Quick look"));
    show_row(row);
    show();
    raise();
    setFocus();
}

void QuickLook::show_row(int row) {
    const gallery::Picture* picture = model_->picture_at(row);
    if (!picture) return;
    row_ = row;
    const QSize room = size() * devicePixelRatioF();
    load_picture(this, picture->file, std::max(room.width(), room.height()), [this, row](const Result<QImage>& image) {
        if (row != row_) return;
        image_ = image.value_or(QImage());
        if (!image) words_ = words_of(image.error());
        update();
    });
    words_ = model_->data(model_->index(row), Qt::ToolTipRole).toString();
    update();
    emit moved(row);
}

void QuickLook::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(18, 18, 18, 245));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF room = QRectF(rect()).adjusted(40, 30, -40, -80);
    if (!image_.isNull()) {
        const QSizeF size = QSizeF(image_.size()).scaled(room.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRectF(room.center() - QPointF(size.width(), size.height()) / 2, size), image_);
    }
    painter.setPen(QColor(220, 220, 220));
    painter.drawText(QRectF(rect()).adjusted(60, height() - 70, -60, -14), Qt::AlignCenter | Qt::TextWordWrap, words_);
}

void QuickLook::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Down: return show_row(row_ + 1);
        case Qt::Key_Left:
        case Qt::Key_Up: return show_row(row_ - 1);
        case Qt::Key_Space:
        case Qt::Key_Escape: close(); return;
        default: QWidget::keyPressEvent(event);
    }
}

void QuickLook::mousePressEvent(QMouseEvent*) { close(); }
void QuickLook::focusOutEvent(QFocusEvent*) { close(); }

}  // namespace haibao::ui
