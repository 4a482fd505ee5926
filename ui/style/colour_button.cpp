// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/colour_button.h"

#include <QColorDialog>
#include <QPainter>

namespace haibao::ui {

QColor to_qcolor(const document::Colour& colour) { return QColor::fromRgbF(float(colour.r), float(colour.g), float(colour.b), float(colour.a)); }

document::Colour from_qcolor(const QColor& colour) { return {colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF(), {}}; }

ColourButton::ColourButton(const QString& name, QWidget* parent) : QToolButton(parent), name_(name) {
    setAccessibleName(name);
    setIconSize({36, 18});
    connect(this, &QToolButton::clicked, this, &ColourButton::open_dialog);
    set_colour(colour_);
}

void ColourButton::set_colour(const QColor& colour) {
    colour_ = colour;
    QPixmap swatch(QSize(36, 18) * 2);
    swatch.setDevicePixelRatio(2);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(128, 128, 128, 140), 1));
    if (colour.alpha() < 255) {
        painter.setBrush(QBrush(QColor(190, 190, 190), Qt::Dense4Pattern));
        painter.drawRoundedRect(QRectF(0.5, 0.5, 35, 17), 3, 3);
    }
    painter.setBrush(colour);
    painter.drawRoundedRect(QRectF(0.5, 0.5, 35, 17), 3, 3);
    painter.end();
    setIcon(QIcon(swatch));
    setToolTip(name_ + " · " + colour.name(colour.alpha() < 255 ? QColor::HexArgb : QColor::HexRgb));
}

void ColourButton::open_dialog() {
    const QColor picked = QColorDialog::getColor(colour_, this, name_, QColorDialog::ShowAlphaChannel);
    if (!picked.isValid()) return;
    set_colour(picked);
    emit chosen(picked);
}

}  // namespace haibao::ui
