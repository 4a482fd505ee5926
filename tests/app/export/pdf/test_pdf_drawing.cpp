// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include <QPainter>

#include "tests/app/export/pdf/bench.h"

using namespace haibao;
using namespace haibao::test;

namespace {

bool like(const QColor& a, const QColor& b, int tolerance = 3) {
    return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance && std::abs(a.blue() - b.blue()) <= tolerance;
}

/// Both viewers see this colour there (points from the top left).
void sees(const Bench& bench, double x, double y, const QColor& wanted, int tolerance = 3) {
    for (const auto& [name, page] : {std::pair{"poppler", bench.poppler(144)}, {"mupdf", bench.mupdf(144)}}) {
        const QColor seen = page.pixelColor(qRound(2 * x), qRound(2 * y));
        INFO(name << " at " << x << ", " << y << ": " << seen.name().toStdString() << ", wanted " << wanted.name().toStdString());
        CHECK(like(seen, wanted, tolerance));
    }
}

}  // namespace

TEST_CASE("Gradients run between their stops and stay flat beyond them") {
    Bench bench;
    render::Axial across{.from = {20, 0}, .to = {180, 0}, .stops = {{0, colour(1, 0, 0)}, {0.5, colour(0, 1, 0)}, {1, colour(0, 0, 1)}}};
    render::Radial round{.centre = {100, 150}, .radius = 40, .stops = {{0, colour(1, 1, 0)}, {0.5, colour(0, 0, 0)}, {0.5, colour(1, 1, 1)}, {1, colour(0, 1, 1)}}};
    bench.write(page_of(200, 200, {render::FillPath{.path = rectangle(0, 0, 200, 100), .paint = across}, render::FillPath{.path = rectangle(0, 100, 200, 100), .paint = round}}));
    sees(bench, 5, 50, QColor(255, 0, 0));
    sees(bench, 60, 50, QColor(128, 128, 0), 6);
    sees(bench, 100, 50, QColor(0, 255, 0), 6);
    sees(bench, 195, 50, QColor(0, 0, 255));
    sees(bench, 100, 150, QColor(255, 255, 0), 12);
    sees(bench, 117, 150, QColor(38, 38, 0), 14);   // just inside the hard edge
    sees(bench, 124, 150, QColor(204, 255, 255), 14);
    sees(bench, 10, 190, QColor(0, 255, 255));
}

TEST_CASE("A gradient may fade out, and mixes as pixels do") {
    Bench bench;
    render::Axial fade{.from = {0, 0}, .to = {200, 0}, .stops = {{0, colour(1, 0, 0, 1)}, {1, colour(0, 0, 1, 0)}}};
    bench.write(page_of(200, 100, {render::FillPath{.path = rectangle(0, 0, 200, 100), .paint = fade}}));
    QImage wanted(200, 100, QImage::Format_RGB32);
    wanted.fill(Qt::white);
    QLinearGradient gradient(0, 0, 200, 0);
    gradient.setStops({{0, QColor(255, 0, 0)}, {1, QColor(0, 0, 255, 0)}});
    QPainter(&wanted).fillRect(0, 0, 200, 100, gradient);
    for (int x : {10, 50, 100, 150, 190}) sees(bench, x, 50, wanted.pixelColor(x, 50), 6);
}

TEST_CASE("Text can be filled with a gradient and stays text") {
    Bench bench;
    auto text = set_text(face("Noto Sans CJK SC", "Black"), "口口口", 100, {0, 90});
    text.paint = render::Axial{.from = {0, 0}, .to = {300, 0}, .stops = {{0, colour(1, 0, 0)}, {1, colour(0, 0, 1)}}};
    bench.write(page_of(300, 100, {text}));
    CHECK(bench.poppler_text() == "口口口");
    for (const QImage& page : {bench.poppler(72), bench.mupdf(72)}) {
        CHECK(page.pixelColor(20, 50).red() > 200);
        CHECK(page.pixelColor(280, 50).blue() > 200);
    }
}

TEST_CASE("Opacity, blending and groups come out as they are meant") {
    Bench bench;
    const auto red = colour(1, 0, 0), green = colour(0, 1, 0), blue = colour(0, 0, 1);
    QPainterPath clip;
    clip.addRect(100, 100, 50, 100);
    bench.write(page_of(200, 200, {
        render::FillPath{.path = rectangle(0, 0, 100, 100), .paint = red, .opacity = 0.5},
        render::FillPath{.path = rectangle(100, 0, 100, 100), .paint = colour(1, 1, 0)},
        render::FillPath{.path = rectangle(100, 0, 50, 100), .paint = colour(0, 1, 1), .blend = document::Blend::multiply},
        // Drawn apart: the overlap shows the upper one alone.
        render::BeginGroup{.opacity = 0.5},
        render::FillPath{.path = rectangle(0, 100, 60, 100), .paint = red},
        render::FillPath{.path = rectangle(40, 100, 60, 100), .paint = blue},
        render::EndGroup{},
        render::BeginGroup{.clip = clip},
        render::FillPath{.path = rectangle(100, 100, 100, 100), .paint = green},
        render::EndGroup{},
    }));
    sees(bench, 50, 50, QColor(255, 128, 128));
    sees(bench, 125, 50, QColor(0, 255, 0));
    sees(bench, 175, 50, QColor(255, 255, 0));
    sees(bench, 20, 150, QColor(255, 128, 128));
    sees(bench, 50, 150, QColor(128, 128, 255));
    sees(bench, 125, 150, QColor(0, 255, 0));
    sees(bench, 175, 150, QColor(255, 255, 255));
}

TEST_CASE("Pictures stand upright, turned and tiled where they belong") {
    Bench bench;
    QImage quarters(40, 40, QImage::Format_RGB32);
    quarters.fill(Qt::white);
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x) quarters.setPixel(x, y, qRgb(255, 0, 0)), quarters.setPixel(x + 20, y, qRgb(0, 0, 255));
    const auto image = std::make_shared<QImage>(quarters);
    QTransform turned;
    turned.translate(150, 50).rotate(90).scale(80, 80).translate(-0.5, -0.5);
    render::Pattern tiles{.image = image, .to_page = QTransform::fromScale(0.5, 0.5) * QTransform::fromTranslate(0, 100), .tiled = true};
    render::Pattern cover{.image = image, .to_page = QTransform::fromScale(2.5, 2.5) * QTransform::fromTranslate(100, 100), .tiled = false};
    bench.write(page_of(200, 200, {render::DrawImage{.image = image, .to_page = QTransform(80, 0, 0, 80, 10, 10)}, render::DrawImage{.image = image, .to_page = turned},
                                   render::FillPath{.path = rectangle(0, 100, 100, 100), .paint = tiles}, render::FillPath{.path = rectangle(110, 100, 90, 100), .paint = cover}}));
    sees(bench, 30, 30, QColor(255, 0, 0));
    sees(bench, 70, 30, QColor(0, 0, 255));
    sees(bench, 30, 70, QColor(255, 255, 255));
    sees(bench, 170, 30, QColor(255, 0, 0));   // a quarter turn clockwise
    sees(bench, 170, 70, QColor(0, 0, 255));
    for (double x : {5.0, 25.0, 65.0}) sees(bench, x, 105, QColor(255, 0, 0)), sees(bench, x + 10, 125, QColor(0, 0, 255)), sees(bench, x, 115, QColor(255, 255, 255));
    sees(bench, 105, 110, QColor(255, 255, 255));  // outside the path
    sees(bench, 120, 110, QColor(255, 0, 0));
    sees(bench, 180, 110, QColor(0, 0, 255));
}

TEST_CASE("Winding and odd-even shapes keep or lose their middle") {
    Bench bench;
    QPainterPath odd = rectangle(10, 10, 80, 80), winding = rectangle(110, 10, 80, 80);
    odd.addPath(rectangle(30, 30, 40, 40));
    winding.addPath(rectangle(130, 30, 40, 40));
    odd.setFillRule(Qt::OddEvenFill);
    winding.setFillRule(Qt::WindingFill);
    bench.write(page_of(200, 100, {render::FillPath{.path = odd, .paint = colour(0, 0, 0)}, render::FillPath{.path = winding, .paint = colour(0, 0, 0)}}));
    sees(bench, 50, 50, QColor(255, 255, 255));
    sees(bench, 150, 50, QColor(0, 0, 0));
}
