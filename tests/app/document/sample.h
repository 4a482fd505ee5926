// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/poster.h"

namespace haibao::test {

/// A grey PNG of one pixel.
inline QByteArray tiny_png() {
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");
}

inline document::Layer text_layer(std::uint64_t id, const QString& words, QRectF frame) {
    document::Layer layer;
    layer.id = document::LayerId{id};
    layer.name = words;
    layer.placement.frame = frame;
    document::TextLayer content;
    content.text.text = words;
    content.text.box.width = frame.width();
    content.text.box.height = frame.height();
    layer.content = content;
    return layer;
}

/// One of everything, with values that are not the defaults.
inline document::Poster sample_poster() {
    using namespace document;
    Poster poster;
    poster.page = {297, 420, PageUnit::millimetres, 300, 8.5, 14.2, Colour{0.1, 0.2, 0.3, 1, {}}, {{120.5, 400}, {-12}}};
    const QString key = poster.add_picture(tiny_png(), "image/png", "ground.png");
    Layer ground;
    ground.id = LayerId{1};
    ground.name = "背景";
    ground.placement.frame = {0, 0, 841, 1190};
    ground.content = PictureLayer{key, PictureFit::contain, {0.1, 0.1, 0.5, 0.5}, 2, 0.1, -0.2, 0.3};

    Layer title = text_layer(2, "花好月圆 2026", {40, 40, 300, 100});
    title.placement.rotation = -4;
    title.blend = Blend::multiply;
    auto& content = std::get<TextLayer>(title.content);
    content.role = "title";
    content.contrast = 7.25;
    Text& text = content.text;
    text.writing_mode = WritingMode::vertical_rl;
    text.style.font = {"LXGW WenKai", "Bold", {{"wght", 650}}, "abc"};
    text.style.latin_font.font.family = "EB Garamond";
    text.style.latin_font.scale = 1.1;
    text.style.size = 96.5;
    text.style.line_height = 110;
    text.style.line_height_points = true;
    text.style.tcy = TateChuYoko::digits;
    text.style.tcy_digits = 4;
    text.style.features["palt"] = 1;
    text.style.emphasis = {"auto", EmphasisSide::under};
    text.style.fills = {Fill{LinearGradient{45, {{0, Colour{1, 0, 0, 1, {}}}, {1, Colour{0.123, 0.5, 0, 0.5, {}}}}, GradientBox::glyph}, 0.9, Blend::screen}};
    text.style.strokes = {Stroke{3, StrokeAlign::inside, Join::bevel, Colour{0, 0, 0, 1, Ink{0, 0, 0, 1, "PANTONE Black C"}}, 0.5},
                          Stroke{1, StrokeAlign::centre, Join::mitre, Texture{key, TextureFit::tile, 2}, 1}};
    text.style.shadows = {Shadow{2, 3, 4, 1, Colour{0, 0, 0, 1, {}}, 0.4}};
    Span span{0, 2, text.style};
    span.style.size = 120;
    span.style.ruby = "huā hǎo";
    span.style.lang = "ja";
    span.style.latin_font = {};
    text.spans = {span};
    text.paragraphs = {{Align::justify, 2, 0, 0, 0, 6}};
    text.kinsoku = Kinsoku::loose;
    text.punct_trim = {TrimAdjacent::tight, TrimStart::first_full, TrimEnd::half};
    text.hanging = Hanging::force_end;
    text.path = {TextPath::Type::bezier, 0, 5, {{0, 0}, {1, 2}, {3, 4}, {5, 6}}, true, true};
    text.warp = {Warp::Type::perspective, 0, {{0, 0}, {1, 0}, {1, 1}, {0, 1.5}}};

    Layer plate;
    plate.id = LayerId{4};
    plate.visible = false;
    plate.placement.frame = {10, 20, 30, 40};
    plate.content = ShapeLayer{ShapeKind::path, 4, "M0 0L10 10Z", {Fill{RadialGradient{{0.2, 0.3}, 0.7, {{0.5, Colour{}}}, GradientBox::layer}, 1, Blend::normal}}, {}, {}};
    Layer scene;
    scene.id = LayerId{5};
    scene.placement.frame = {0, 0, 10, 10};
    scene.content = SceneLayer{QJsonObject{{"palette", "dusk"}}};
    Layer group;
    group.id = LayerId{3};
    group.name = "组";
    group.opacity = 0.5;
    group.content = GroupLayer{{plate, scene}};
    poster.layers = {ground, title, group};
    poster.styles = {{"大标题", text.style}};
    poster.info = {"海报", "某人", "© 2026", "一张", QJsonObject{{"seed", 7}}};
    return poster;
}

}  // namespace haibao::test
