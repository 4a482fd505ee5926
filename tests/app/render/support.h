// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainterPath>
#include <algorithm>
#include <cstdlib>

#include "app/document/poster.h"
#include "app/render/build.h"
#include "app/render/pixels.h"

namespace haibao::render::testing {

inline document::Poster page(double width, double height, document::Colour background = {1, 1, 1, 1, {}}) {
    document::Poster poster;
    poster.page.width = width;
    poster.page.height = height;
    poster.page.background = background;
    return poster;
}

inline document::Layer& add(document::Poster& poster, QRectF frame, decltype(document::Layer::content) content, const char* name = "layer") {
    document::Layer layer;
    layer.id = poster.next_id();
    layer.name = QString::fromUtf8(name);
    layer.placement.frame = frame;
    layer.content = std::move(content);
    return poster.layers.emplace_back(std::move(layer));
}

inline document::ShapeLayer plate(document::Colour colour, document::ShapeKind kind = document::ShapeKind::rectangle) {
    document::ShapeLayer shape;
    shape.kind = kind;
    shape.fills = {document::Fill{.paint = colour}};
    return shape;
}

inline QByteArray png_of(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Greatest difference of a channel, 0…255; 256 for different sizes.
inline int greatest_difference(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 256;
    int greatest = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            greatest = std::max({greatest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
        }
    return greatest;
}

}  // namespace haibao::render::testing
