// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QBuffer>

#include "app/document/poster.h"

namespace haibao::test {

inline document::Layer text_layer(std::uint64_t id, const QString& name, const QString& words, QRectF frame) {
    document::Layer layer;
    layer.id = document::LayerId{id};
    layer.name = name;
    layer.placement.frame = frame;
    document::TextLayer content;
    content.text.text = words;
    content.text.style.font.family = "Noto Sans CJK SC";
    content.text.style.size = 40;
    content.text.box.width = frame.width();
    content.text.box.height = frame.height();
    layer.content = content;
    return layer;
}

/// A poster to be merged: a picture, a plate, a title in one style, a body with {{columns}} and a span, all 600 × 800.
inline document::Poster sample_poster() {
    document::Poster poster;
    poster.page.width = 600, poster.page.height = 800;
    document::Layer picture;
    picture.id = document::LayerId{1};
    picture.name = "照片";
    picture.placement.frame = {0, 0, 600, 400};
    picture.content = document::PictureLayer{};
    document::Layer plate;
    plate.id = document::LayerId{2};
    plate.name = "底色";
    plate.placement.frame = {0, 400, 600, 400};
    document::ShapeLayer shape;
    shape.fills.front().paint = document::Colour{1, 1, 1, 1, {}};
    plate.content = shape;
    document::Layer title = text_layer(3, "名称", "template", {40, 420, 520, 80});
    auto& words = std::get<document::TextLayer>(title.content).text;
    words.box.mode = document::BoxMode::shrink;
    words.autofit.min_scale = 0.5;
    document::TextStyle bold = words.style;
    bold.font.face = "Bold";
    words.spans = {{0, 8, bold}};
    document::Layer body = text_layer(4, "说明", "价格 {{价格}} 元，{{ 产地 }}出品", {40, 520, 520, 240});
    auto& text = std::get<document::TextLayer>(body.content).text;
    document::TextStyle large = text.style;
    large.size = 60;
    text.spans = {{3, 9, large}};  // {{价格}}
    poster.layers = {picture, plate, title, body};
    return poster;
}

inline QByteArray png(QColor colour, int side = 32) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

inline const document::Text& text_in(const document::Poster& poster, std::uint64_t id) {
    return std::get<document::TextLayer>(poster.find(document::LayerId{id})->content).text;
}

}  // namespace haibao::test
