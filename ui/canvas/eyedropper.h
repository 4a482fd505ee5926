// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <optional>

class QPainter;

namespace haibao::ui {

/// The colour of a pixel; nothing beside the image.
std::optional<QColor> colour_at(const QImage& image, QPoint pixel);
/// A glass over the pixels around one, with the colour under its middle and its name. `at`: the pointer, widget pixels.
void paint_glass(QPainter& painter, const QImage& image, QPoint pixel, QPointF at, QSize canvas);

}  // namespace haibao::ui
