// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/grid_delegate.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/gallery/gallery_model.h"
#include "ui/gallery/rating_bar.h"
#include "ui/style/even_columns.h"
#include "ui/style/theme.h"

namespace haibao::ui {

QSize GridDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const auto* grid = qobject_cast<const QListView*>(option.widget);
    return {grid ? even_cell(*grid, side_ + 12) : side_ + 12, side_ + 30};
}

void GridDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const gallery::Picture* picture = model_->picture_at(index.row());
    if (!picture) return;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF room = QRectF(option.rect).adjusted(6, 6, -6, -24);
    QSizeF size = QSizeF(std::max(1, picture->width), std::max(1, picture->height)).scaled(room.size(), Qt::KeepAspectRatio);
    const QRectF where(room.center() - QPointF(size.width(), size.height()) / 2, size);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tones().quoted);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), metrics::radius, metrics::radius);
    }
    QPainterPath frame;
    frame.addRoundedRect(where, 3, 3);
    painter->fillPath(frame, option.palette.color(QPalette::Midlight));
    if (const QImage* image = model_->thumbnail_at(index.row())) {
        painter->setClipPath(frame);
        painter->drawImage(where, *image);
        painter->setClipping(false);
    }
    painter->setBrush(Qt::NoBrush);
    if (selected || option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tones().accent, 2));
        painter->drawPath(frame);
    }
    painter->setPen(option.palette.color(roles::faint_text));
    const QRect line(option.rect.left() + 8, option.rect.bottom() - 20, option.rect.width() - 16, 18);
    QString words = QString("★").repeated(picture->stars);
    if (picture->missing) words = GalleryModel::tr("file missing");
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, words);
    if (const QColor colour = colour_of(picture->label); colour.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(QPointF(line.right() - 5, line.center().y()), 5, 5);
    }
    painter->restore();
}

}  // namespace haibao::ui
