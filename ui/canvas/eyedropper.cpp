// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/eyedropper.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include "ui/style/theme.h"

namespace haibao::ui {
namespace {

constexpr int across = 11;      // pixels shown, an odd number so that one is in the middle
constexpr double cell = 9;      // widget pixels for each
constexpr double distance = 20; // from the pointer
constexpr double name_height = 24;

}  // namespace

std::optional<QColor> colour_at(const QImage& image, QPoint pixel) {
    if (!image.rect().contains(pixel)) return {};
    return image.pixelColor(pixel);
}

void paint_glass(QPainter& painter, const QImage& image, QPoint pixel, QPointF at, QSize canvas) {
    const auto colour = colour_at(image, pixel);
    if (!colour) return;
    const double side = across * cell;
    QRectF glass(at + QPointF(distance, distance), QSizeF(side, side + name_height));
    if (glass.right() > canvas.width()) glass.moveRight(at.x() - distance);
    if (glass.bottom() > canvas.height()) glass.moveBottom(at.y() - distance);
    QPainterPath outline;
    outline.addRoundedRect(glass, metrics::radius, metrics::radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(outline);
    painter.fillRect(glass, QGuiApplication::palette().color(QPalette::Base));
    for (int y = 0; y < across; ++y)
        for (int x = 0; x < across; ++x) {
            const auto shown = colour_at(image, pixel + QPoint(x - across / 2, y - across / 2));
            if (shown) painter.fillRect(QRectF(glass.x() + x * cell, glass.y() + y * cell, cell + 0.5, cell + 0.5), *shown);
        }
    const QRectF middle(glass.x() + across / 2 * cell, glass.y() + across / 2 * cell, cell, cell);
    painter.setPen(QPen(Qt::black, 3));
    painter.drawRect(middle);
    painter.setPen(QPen(Qt::white, 1));
    painter.drawRect(middle);
    painter.setPen(QGuiApplication::palette().color(QPalette::Text));
    painter.drawText(QRectF(glass.x(), glass.bottom() - name_height, glass.width(), name_height), Qt::AlignCenter, colour->name().toUpper());
    painter.setClipping(false);
    painter.setPen(QPen(tones().line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline);
    painter.restore();
}

}  // namespace haibao::ui
