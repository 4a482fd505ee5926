// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/render/build.h"
#include "app/render/pixels.h"
#include "app/scene/scene.h"
#include "tests/app/export/pdf/bench.h"

using namespace haibao;
using namespace haibao::test;

namespace {

/// The page as pixels and the page as PDF, seen by two viewers, must be the same picture.
void same_as_pixels(const render::DisplayList& list, const PdfOptions& options = {}, double least = 0.98) {
    constexpr int dpi = 144;  // whole pixels
    Bench bench;
    bench.write(list, options);
    const auto pixels = render::render_image(list, {.dpi = dpi});
    REQUIRE(pixels);
    const double poppler = ssim(*pixels, bench.poppler(dpi)), mupdf = ssim(*pixels, bench.mupdf(dpi));
    INFO("poppler " << poppler << ", mupdf " << mupdf);
    CHECK(poppler > least);
    CHECK(mupdf > least);
}

document::Poster scene_poster(scene::Style style) {
    scene::SceneDescription description;
    description.elements = {{scene::Subject::mountains, scene::Place::centre}, {scene::Subject::moon, scene::Place::right}};
    description.style = style;
    description.seed = 5;
    document::Poster poster;
    poster.page.width = 240;
    poster.page.height = 320;
    document::Layer layer;
    layer.id = poster.next_id();
    layer.placement.frame = {0, 0, 240, 320};
    layer.content = document::SceneLayer{scene::to_json(description)};
    poster.layers.push_back(layer);
    return poster;
}

}  // namespace

TEST_CASE("Scenes with glows, dots and washes look the same as in pixels") {
    using enum scene::Style;
    const auto fonts = typeset::FontSet::system();
    for (const auto style : {neon, riso, watercolour}) {
        INFO("style " << static_cast<int>(style));
        same_as_pixels(render::build(scene_poster(style), *fonts));
    }
}

TEST_CASE("Shadows, gradients, groups and text look the same as in pixels") {
    QPainterPath plate;
    plate.addRoundedRect(60, 60, 180, 120, 20, 20);
    const auto black = face("Noto Sans CJK SC", "Black");
    auto title = set_text(black, "海风音乐节", 40, {70, 140});
    render::Axial sky{.from = {0, 0}, .to = {0, 400}, .stops = {{0, colour(0.95, 0.7, 0.4)}, {0.6, colour(0.6, 0.2, 0.5)}, {1, colour(0.1, 0.1, 0.3)}}};
    render::Radial sun{.centre = {220, 300}, .radius = 60, .stops = {{0, colour(1, 1, 0.8)}, {0.7, colour(1, 0.8, 0.3, 0.8)}, {1, colour(1, 0.5, 0, 0)}}};
    title.paint = render::Axial{.from = {70, 100}, .to = {270, 140}, .stops = {{0, colour(0.8, 0, 0.2)}, {1, colour(0.2, 0, 0.6)}}};
    const auto list = page_of(300, 400, {
        render::FillPath{.path = rectangle(0, 0, 300, 400), .paint = sky},
        render::FillPath{.path = rectangle(100, 200, 200, 200), .paint = sun, .blend = document::Blend::screen},
        render::Soft{.path = plate.translated(4, 8), .blur = 9, .colour = colour(0, 0, 0), .opacity = 0.6},
        render::FillPath{.path = plate, .paint = colour(1, 1, 1), .opacity = 0.9},
        title,
        render::BeginGroup{.opacity = 0.7, .blend = document::Blend::multiply},
        set_text(black, "圆环", 90, {60, 330}),
        render::FillPath{.path = rectangle(50, 300, 140, 20), .paint = colour(1, 0, 0)},
        render::EndGroup{},
    });
    same_as_pixels(list);
}

TEST_CASE("A shadow keeps its ink: black stays on the black plate") {
    Bench bench;
    PdfOptions options;
    options.colour = PdfColour::cmyk;
    options.intent = fogra();
    bench.write(page_of(100, 100, {render::Soft{.path = rectangle(30, 30, 40, 40), .blur = 6, .colour = colour(0, 0, 0), .opacity = 0.8}}), options);
    CHECK(bench.run("pdfimages -list out.pdf").contains("smask"));
    const QImage page = bench.poppler(72);
    CHECK(qGray(page.pixel(50, 50)) < 110);
    CHECK(qGray(page.pixel(30, 50)) > 120);
    CHECK(qGray(page.pixel(5, 5)) > 250);
    bench.run("gs -q -dNOPAUSE -dBATCH -sDEVICE=inkcov -sOutputFile=ink.txt out.pdf");
    CHECK(bench.run("cat ink.txt").starts_with(" 0.00000  0.00000  0.00000  0."));
}
