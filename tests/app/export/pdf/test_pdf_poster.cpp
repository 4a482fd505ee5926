// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/scene/scene.h"
#include "tests/app/export/pdf/bench.h"

// Whole posters through the layout engine: what is written, read back and painted.
using namespace haibao;
using namespace haibao::test;
using document::WritingMode;

namespace {

document::Text text_of(const char* characters, double size, WritingMode mode = WritingMode::horizontal_tb) {
    document::Text text;
    text.text = QString::fromUtf8(characters);
    text.style.size = size;
    text.writing_mode = mode;
    return text;
}

void add(document::Poster& poster, const QRectF& frame, document::Text text) {
    text.box.width = frame.width();
    text.box.height = frame.height();
    document::Layer layer;
    layer.id = poster.next_id();
    layer.name = text.text.left(8);
    layer.placement.frame = frame;
    layer.content = document::TextLayer{.text = std::move(text), .role = {}, .contrast = 0};
    poster.layers.push_back(std::move(layer));
}

document::Poster paper(double width, double height) {
    document::Poster poster;
    poster.page.width = width;
    poster.page.height = height;
    return poster;
}

QString expected(const document::Poster& poster) {
    QString all;
    for (const auto& layer : poster.layers)
        if (const auto* text = std::get_if<document::TextLayer>(&layer.content)) all += text->text.text;
    return without_space(all.remove(QChar(0xad)));
}

void reads_and_looks_right(const document::Poster& poster, int dpi) {
    const auto list = render::build(poster, *typeset::FontSet::system());
    for (const auto& finding : list.findings) UNSCOPED_INFO(finding.code.toStdString() << ": " << finding.message.toStdString());
    Bench bench;
    bench.write(list);
    CHECK(bench.poppler_text() == expected(poster).toStdString());
    CHECK(bench.mupdf_text() == expected(poster).toStdString());
    const auto pixels = render::render_image(list, {.dpi = static_cast<double>(dpi)});
    REQUIRE(pixels);
    CHECK(ssim(*pixels, bench.poppler(dpi)) > 0.98);
    CHECK(ssim(*pixels, bench.mupdf(dpi)) > 0.98);
    CHECK(ssim(*pixels, bench.ghostscript(dpi)) > 0.98);
}

}  // namespace

TEST_CASE("A page of horizontal text reads and looks as it was set") {
    document::Poster poster = paper(420, 595);
    document::Text title = text_of("海风音乐节 2026", 42);
    title.style.font.face = "Black";
    add(poster, {30, 40, 360, 80}, title);
    document::Text body = text_of("他说“好”，走了。本次活动在A座3楼举行，票价￥120起；欢迎光临！Office fjord, afflict: hyphenation of unbreakable words.", 18);
    body.paragraphs[0].align = document::Align::justify;
    body.style.latin_font.font.family = "Noto Serif";
    body.hyphenate.on = true;
    add(poster, {30, 140, 200, 300}, body);
    document::Text marked = text_of("重要提示：请勿拍照。", 20);
    marked.style.emphasis.mark = "•";
    add(poster, {250, 150, 150, 100}, marked);
    reads_and_looks_right(poster, 300);  // poppler puts small text on whole rows of pixels: below, that shows
}

TEST_CASE("A page of columns reads and looks as it was set") {
    document::Poster poster = paper(420, 595);
    document::Text text = text_of("東京のTokyo Towerは333\n本日、31日です。「語ー」——令和……（笑）", 28, WritingMode::vertical_rl);
    text.lang = "ja";
    text.style.font.family = "Noto Serif CJK JP";
    text.style.tcy = document::TateChuYoko::digits;
    add(poster, {60, 40, 300, 420}, text);
    document::Text latin = text_of("VERTICAL", 20, WritingMode::vertical_rl);
    latin.orientation = document::TextOrientation::upright;
    latin.style.font.family = "Noto Sans";
    add(poster, {20, 40, 30, 400}, latin);
    reads_and_looks_right(poster, 216);
}

TEST_CASE("A poster with effects reads and looks as it was made") {
    document::Poster poster = paper(420, 595);
    scene::SceneDescription description;
    description.elements = {{scene::Subject::mountains, scene::Place::centre}, {scene::Subject::moon, scene::Place::right}};
    description.style = scene::Style::paper_cut;
    document::Layer ground;
    ground.id = poster.next_id();
    ground.placement.frame = {0, 0, 420, 595};
    ground.content = document::SceneLayer{scene::to_json(description)};
    poster.layers.push_back(ground);

    document::Text title = text_of("远方", 120, WritingMode::vertical_rl);
    title.style.font.family = "LXGW WenKai";
    title.style.fills = {document::Fill{.paint = document::LinearGradient{.angle = 90, .stops = {{0, colour(1, 0.95, 0.8)}, {1, colour(1, 0.7, 0.3)}}}}};
    title.style.strokes = {document::Stroke{.width = 3, .paint = colour(0.2, 0.05, 0.05)}};
    title.style.shadows = {document::Shadow{.dx = 4, .dy = 6, .blur = 6, .colour = colour(0, 0, 0), .opacity = 0.6}};
    add(poster, {250, 40, 150, 300}, title);
    document::Text line = text_of("WHERE THE ROAD ENDS", 26);
    line.style.font.family = "Noto Sans";
    line.style.font.face = "Bold";
    line.style.fills = {document::Fill{.paint = colour(1, 1, 1), .opacity = 0.85}};
    line.style.letter_spacing_em = 0.1;
    line.warp.type = document::Warp::Type::arc;
    line.warp.bend = 0.3;
    add(poster, {30, 480, 360, 60}, line);
    document::Text emoji = text_of("出发 😀👍🏽", 30);
    emoji.style.fills = {document::Fill{.paint = colour(1, 1, 1)}};
    add(poster, {30, 60, 200, 50}, emoji);
    reads_and_looks_right(poster, 144);
}
