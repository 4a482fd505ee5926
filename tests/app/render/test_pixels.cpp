// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstring>

#include "app/render/effect.h"
#include "app/render/page_raster.h"
#include "tests/app/render/support.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::render;
using namespace haibao::render::testing;

namespace {

/// Curves, gradients, clips, groups with blend modes, blurs and a turned picture, much of it across band edges.
DisplayList busy_list() {
    DisplayList list;
    list.page.width = 301, list.page.height = 777;
    list.page.bleed = 9;
    QPainterPath all, wave;
    all.addRect(-9, -9, 319, 795);
    wave.moveTo(0, 100);
    wave.cubicTo(200.3, -40, 90.7, 800.1, 301, 650);
    wave.lineTo(0, 777);
    list.items.push_back(FillPath{all, Axial{{0, 0}, {301, 777}, {{0, {1, 0.9, 0.6, 1, {}}}, {1, {0.2, 0.1, 0.5, 1, {}}}}}});
    list.items.push_back(FillPath{wave, Radial{{150, 400}, 300, {{0, {1, 0, 0, 0.9, {}}}, {1, {0, 0, 1, 0, {}}}}}});
    QPainterPath circle;
    circle.addEllipse(QPointF(150.2, 256.3), 90, 120);
    for (const double blur : {0.0, 1.5, 7.0, 60.0}) list.items.push_back(Soft{circle.translated(0, blur * 4), blur, {0, 0.2, 0.1, 1, {}}, 0.6});
    list.items.push_back(BeginGroup{0.7, Blend::multiply, circle, {}});
    list.items.push_back(FillPath{wave, Colour{0.9, 0.5, 0.2, 1, {}}});
    auto picture = std::make_shared<QImage>(40, 30, QImage::Format_RGB32);
    for (int y = 0; y < 30; ++y)
        for (int x = 0; x < 40; ++x) picture->setPixel(x, y, qRgb(x * 6, y * 8, (x * y) % 256));
    list.items.push_back(DrawImage{picture, QTransform(180, 60, -50, 400, 90, 200), 0.8});
    list.items.push_back(EndGroup{});
    list.items.push_back(DrawImage{picture, QTransform(20, 0, 0, 14, 30.5, 505.3), 1});
    return list;
}

QColor mixed(Blend blend, QColor below, QColor above, double opacity = 1) {
    DisplayList list;
    list.page.width = list.page.height = 4;
    QPainterPath all;
    all.addRect(0, 0, 4, 4);
    list.items.push_back(FillPath{all, Colour{below.redF(), below.greenF(), below.blueF(), 1, {}}});
    list.items.push_back(FillPath{all, Colour{above.redF(), above.greenF(), above.blueF(), 1, {}}, opacity, blend});
    return render_image(list).value().pixelColor(2, 2);
}

/// Compositing and Blending Level 1, §10.1: b = below, s = above.
double formula(Blend blend, double b, double s) {
    const auto hard = [](double under, double over) { return over <= 0.5 ? 2 * under * over : under + (2 * over - 1) - under * (2 * over - 1); };
    switch (blend) {
        case Blend::normal: return s;
        case Blend::multiply: return b * s;
        case Blend::screen: return b + s - b * s;
        case Blend::overlay: return hard(s, b);
        case Blend::darken: return std::min(b, s);
        case Blend::lighten: return std::max(b, s);
        case Blend::colour_dodge: return b == 0 ? 0 : s == 1 ? 1 : std::min(1.0, b / (1 - s));
        case Blend::colour_burn: return b == 1 ? 1 : s == 0 ? 0 : 1 - std::min(1.0, (1 - b) / s);
        case Blend::hard_light: return hard(b, s);
        case Blend::soft_light: {
            const double d = b <= 0.25 ? ((16 * b - 12) * b + 4) * b : std::sqrt(b);
            return s <= 0.5 ? b - (1 - 2 * s) * b * (1 - b) : b + (2 * s - 1) * (d - b);
        }
        case Blend::difference: return std::abs(b - s);
        case Blend::exclusion: return b + s - 2 * b * s;
    }
    return 0;
}

}  // namespace

TEST_CASE("bands, parts and the whole page are the same pixels") {
    const DisplayList list = busy_list();
    for (const double dpi : {72.0, 131.0}) {
        const auto painter = PagePainter::prepare(list, {.dpi = dpi, .area = Area::bleed});
        REQUIRE(painter.has_value());
        const QSize size = painter->size();
        const QImage in_one = painter->part(QRect(QPoint(), size));
        CHECK(greatest_difference(in_one, painter->whole()) == 0);
        for (const QRect rect : {QRect(17, 33, 100, 211), QRect(0, size.height() - 5, size.width(), 5), QRect(0, 131, size.width(), 77), QRect(120, 300, 1, 1)}) {
            INFO(rect.x() << " " << rect.y());
            CHECK(greatest_difference(in_one.copy(rect), painter->part(rect)) <= (rect.x() == 0 ? 0 : 1));
        }
    }
}

TEST_CASE("rows for an encoder are the page's pixels in each format") {
    const DisplayList list = busy_list();
    const PixelSettings settings{.dpi = 100, .area = Area::bleed};
    const QImage page = render_image(list, settings).value();
    for (const auto format : {PixelFormat::rgb8, PixelFormat::rgba8, PixelFormat::rgb16, PixelFormat::rgba16}) {
        auto raster = PageRaster::open(list, settings, format);
        REQUIRE(raster.has_value());
        const RasterInfo& info = (*raster)->info();
        REQUIRE(QSize(info.width, info.height) == page.size());
        const auto line = static_cast<std::size_t>(info.width * bytes_per_pixel(format));
        std::vector<std::uint8_t> bytes(line * static_cast<std::size_t>(info.height));
        std::size_t at = 0;
        for (const std::size_t rows : {1, 7, 255, 300}) {  // however many are asked for at a time
            const std::size_t length = std::min(rows * line, bytes.size() - at);
            REQUIRE((*raster)->read(std::span(bytes).subspan(at, length)).has_value());
            at += length;
        }
        REQUIRE((*raster)->read(std::span(bytes).subspan(at)).has_value());
        int greatest = 0;
        for (int y = 0; y < info.height; ++y)
            for (int x = 0; x < info.width; ++x) {
                const std::uint8_t* pixel = bytes.data() + static_cast<std::size_t>(y) * line + static_cast<std::size_t>(x * bytes_per_pixel(format));
                std::uint16_t deep = 0;
                std::memcpy(&deep, pixel, 2);
                const int red = format == PixelFormat::rgb8 || format == PixelFormat::rgba8 ? pixel[0] : (deep + 128) / 257;
                greatest = std::max(greatest, std::abs(red - qRed(page.pixel(x, y))));
            }
        INFO(static_cast<int>(format));
        CHECK(greatest <= (format == PixelFormat::rgb8 || format == PixelFormat::rgba8 ? 0 : 3));
    }
    CHECK_FALSE(PageRaster::open(list, settings, PixelFormat::cmyk8).has_value());
}

TEST_CASE("blend modes follow the formulas of the compositing specification") {
    for (int mode = 0; mode <= static_cast<int>(Blend::exclusion); ++mode)
        for (const int below : {0, 40, 100, 200, 255})
            for (const int above : {0, 60, 128, 230, 255}) {
                const auto blend = static_cast<Blend>(mode);
                const QColor result = mixed(blend, QColor(below, below, 128), QColor(above, above, 128));
                const double expected = 255 * formula(blend, below / 255.0, above / 255.0);
                INFO("mode " << mode << " below " << below << " above " << above);
                CHECK(result.red() == Catch::Approx(expected).margin(2));
                const QColor half = mixed(blend, QColor(below, below, 128), QColor(above, above, 128), 0.5);
                CHECK(half.red() == Catch::Approx((expected + below) / 2).margin(2));
            }
}

TEST_CASE("page sizes in pixels are rounded as print shops expect") {
    DisplayList list;
    list.page.unit = PageUnit::millimetres;
    list.page.width = 297, list.page.height = 420, list.page.dpi = 300;
    list.page.bleed = 3 / 25.4 * 72;
    CHECK(PagePainter::prepare(list, {})->size() == QSize(3508, 4961));
    CHECK(PagePainter::prepare(list, {.area = Area::bleed})->size() == QSize(3579, 5031));
    list.page.width = 105, list.page.height = 148, list.page.bleed = 0;
    CHECK(PagePainter::prepare(list, {.dpi = 350})->size() == QSize(1447, 2039));
    CHECK(PagePainter::prepare(list, {.size = {500, 705}})->size() == QSize(500, 705));
}

TEST_CASE("sizes that cannot be painted are refused with a sentence") {
    for (const auto& [width, height, dpi] : {std::tuple{0.0, 100.0, 72.0}, {-5.0, 100.0, 72.0}, {std::nan(""), 100.0, 72.0}, {100.0, 1e300, 72.0}, {100.0, 100.0, -1.0}, {1e5, 1e5, 300.0}}) {
        DisplayList list;
        list.page.unit = PageUnit::millimetres;
        list.page.width = width, list.page.height = height, list.page.dpi = dpi;
        const auto painter = PagePainter::prepare(list, {});
        INFO(width << " " << height << " " << dpi);
        REQUIRE_FALSE(painter.has_value());
        CHECK(painter.error().kind == ErrorKind::invalid_input);
        CHECK(painter.error().message.size() > 30);
    }
}

TEST_CASE("a blur is a Gaussian at every strength") {
    QPainterPath half;
    half.addRect(-1000, -1000, 1100, 3000);  // its edge at x = 100
    for (const double sigma : {1.0, 3.0, 5.9, 6.5, 13.0, 40.0}) {
        const QImage coverage = blurred_coverage(half, sigma, QRect(0, 0, 200, 5));
        for (int x = 0; x < 200; x += 3) {
            const double expected = 0.5 * std::erfc((x + 0.5 - 100) / (sigma * std::sqrt(2.0)));
            INFO("sigma " << sigma << " x " << x);
            CHECK(reinterpret_cast<const quint16*>(coverage.constScanLine(2))[x] / 65535.0 == Catch::Approx(expected).margin(0.01));
        }
    }
}

TEST_CASE("a page without paper is transparent where nothing is drawn") {
    DisplayList list;
    list.page.width = list.page.height = 10;
    QPainterPath half;
    half.addRect(0, 0, 5, 10);
    list.items.push_back(FillPath{half, Colour{1, 0, 0, 0.5, {}}});
    const QImage image = render_image(list, {.ground = Ground::transparent}).value();
    CHECK(qAlpha(image.pixel(8, 5)) == 0);
    CHECK(image.pixelColor(2, 5).alpha() == Catch::Approx(128).margin(1));
    CHECK(image.pixelColor(2, 5).red() == 255);
}
