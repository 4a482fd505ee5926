// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "app/scene/scene.h"
#include "tests/app/render/support.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::render;
using namespace haibao::render::testing;

namespace {

const Colour red{1, 0, 0, 1, {}}, green{0, 1, 0, 1, {}}, blue{0, 0, 1, 1, {}};

const typeset::FontSet& fonts() {
    static const auto set = typeset::FontSet::of_files({}).value();
    return *set;
}

QImage painted(const Poster& poster, const PixelSettings& settings = {}) {
    auto image = render_image(build(poster, fonts()), settings);
    REQUIRE(image.has_value());
    return *image;
}

/// Quarters: red, green / blue, white.
QImage quarters(int size) {
    QImage image(size, size, QImage::Format_RGB32);
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) image.setPixelColor(x, y, y < size / 2 ? x < size / 2 ? Qt::red : Qt::green : x < size / 2 ? Qt::blue : Qt::white);
    return image;
}

QStringList codes(const DisplayList& list) {
    QStringList result;
    for (const Finding& finding : list.findings) result << finding.code;
    return result;
}

}  // namespace

TEST_CASE("layers stand where they are put, turned about their centres") {
    Poster poster = page(100, 100);
    add(poster, {10, 40, 80, 20}, plate(red)).placement.rotation = 90;
    const QImage image = painted(poster);
    CHECK(image.pixelColor(50, 15) == QColor(Qt::red));
    CHECK(image.pixelColor(50, 85) == QColor(Qt::red));
    CHECK(image.pixelColor(15, 50) == QColor(Qt::white));
}

TEST_CASE("a hidden layer and one without opacity are not drawn") {
    Poster poster = page(20, 20);
    add(poster, {0, 0, 20, 20}, plate(red)).visible = false;
    add(poster, {0, 0, 20, 20}, plate(blue)).opacity = 0;
    CHECK(painted(poster).pixelColor(10, 10) == QColor(Qt::white));
}

TEST_CASE("a group is put down as one") {
    Poster poster = page(100, 100);
    GroupLayer group;
    Poster parts = page(1, 1);
    add(parts, {0, 0, 60, 100}, plate(red));
    add(parts, {40, 0, 60, 100}, plate(red));
    group.layers = parts.layers;
    add(poster, {0, 0, 100, 100}, group).opacity = 0.5;
    const QImage image = painted(poster);
    CHECK(image.pixel(20, 50) == image.pixel(50, 50));  // the overlap does not show
    CHECK(image.pixelColor(50, 50).green() == Catch::Approx(127).margin(1));
}

TEST_CASE("a turned group takes its layers along") {
    Poster poster = page(100, 100);
    GroupLayer group;
    Poster parts = page(1, 1);
    add(parts, {0, 0, 20, 20}, plate(red));
    group.layers = parts.layers;
    add(poster, {0, 0, 100, 100}, group).placement.rotation = 180;
    const QImage image = painted(poster);
    CHECK(image.pixelColor(90, 90) == QColor(Qt::red));
    CHECK(image.pixelColor(10, 10) == QColor(Qt::white));
}

TEST_CASE("a picture covers, is contained in or fills its frame") {
    Poster poster = page(200, 100);
    const QString key = poster.add_picture(png_of(quarters(100)), QStringLiteral("image/png"), QStringLiteral("quarters.png"));
    Layer& layer = add(poster, {0, 0, 200, 100}, PictureLayer{.picture = key});
    QImage image = painted(poster);
    CHECK(image.pixelColor(50, 20) == QColor(Qt::red));
    CHECK(image.pixelColor(150, 80) == QColor(Qt::white));
    std::get<PictureLayer>(layer.content).fit = PictureFit::contain;
    poster.page.background = {0, 0, 0, 1, {}};
    image = painted(poster);
    CHECK(image.pixelColor(25, 50) == QColor(Qt::black));
    CHECK(image.pixelColor(60, 10) == QColor(Qt::red));
    CHECK(image.pixelColor(140, 10) == QColor(Qt::green));
    std::get<PictureLayer>(layer.content) = PictureLayer{.picture = key, .fit = PictureFit::stretch, .crop = {0, 0.5, 0.5, 0.5}};
    image = painted(poster);
    CHECK(image.pixelColor(10, 10) == QColor(Qt::blue));
    CHECK(image.pixelColor(190, 90) == QColor(Qt::blue));
    layer.placement.flip_x = true;
    std::get<PictureLayer>(layer.content) = PictureLayer{.picture = key, .fit = PictureFit::stretch};
    CHECK(painted(poster).pixelColor(10, 10) == QColor(Qt::green));
}

TEST_CASE("a picture can be darkened, greyed and blurred") {
    Poster poster = page(100, 100);
    const QString key = poster.add_picture(png_of(quarters(200)), QStringLiteral("image/png"), {});
    Layer& layer = add(poster, {0, 0, 100, 100}, PictureLayer{.picture = key, .saturation = -1});
    const QColor grey = painted(poster).pixelColor(20, 20);
    CHECK(grey.red() == grey.green());
    CHECK(grey.green() == grey.blue());
    std::get<PictureLayer>(layer.content) = PictureLayer{.picture = key, .brightness = -1};
    CHECK(painted(poster).pixelColor(80, 80).red() == Catch::Approx(128).margin(2));
    std::get<PictureLayer>(layer.content) = PictureLayer{.picture = key, .blur = 20};
    const QColor mixed = painted(poster).pixelColor(50, 50);
    CHECK(mixed.red() == Catch::Approx(127).margin(12));
    CHECK(mixed.green() == Catch::Approx(127).margin(12));
}

TEST_CASE("a missing or broken picture is a finding and a placeholder, not a hole") {
    Poster poster = page(100, 100);
    add(poster, {0, 0, 100, 50}, PictureLayer{.picture = QStringLiteral("0000")}, "ground");
    const QString broken = poster.add_picture("\x89PNG\r\n\x1a\nnothing", QStringLiteral("image/png"), QStringLiteral("sun.png"));
    add(poster, {0, 50, 100, 50}, PictureLayer{.picture = broken}, "sun");
    const DisplayList list = build(poster, fonts());
    CHECK(codes(list) == QStringList{QStringLiteral("missing-picture"), QStringLiteral("missing-picture")});
    CHECK(list.findings[0].layer == QStringLiteral("ground"));
    CHECK(list.findings[1].message.contains(QStringLiteral("sun.png")));
    const QImage image = painted(poster);
    CHECK(image.pixelColor(30, 5) != QColor(Qt::white));
    CHECK(image.pixelColor(30, 95) != QColor(Qt::white));
}

TEST_CASE("a picture too small for print is named with its resolution") {
    Poster poster = page(210, 297);
    poster.page.unit = PageUnit::millimetres;
    poster.page.dpi = 300;
    const QString key = poster.add_picture(png_of(quarters(400)), QStringLiteral("image/png"), {});
    add(poster, QRectF(QPointF(), poster.page.points()), PictureLayer{.picture = key}, "photo");
    const DisplayList list = build(poster, fonts());
    REQUIRE(codes(list) == QStringList{QStringLiteral("very-low-dpi")});
    CHECK(list.findings[0].message.contains(QStringLiteral("34 dpi")));
}

TEST_CASE("a shape without sense is a finding") {
    Poster poster = page(100, 100);
    ShapeLayer shape = plate(red, ShapeKind::path);
    shape.path = QStringLiteral("M0 0 oops");
    add(poster, {0, 0, 100, 100}, shape, "badge");
    add(poster, {0, 0, std::nan(""), 100}, plate(red), "nan");
    add(poster, {0, 0, 1e12, 100}, plate(red), "huge");
    add(poster, {0, 0, 0, 0}, plate(red), "empty");
    TextLayer words;
    add(poster, {0, 0, 0, 0}, words, "nothing to be lost");
    words.text.text = QStringLiteral("海");
    add(poster, {0, 0, 50, 0}, words, "lost");
    SceneLayer scene;
    scene.description[QStringLiteral("style")] = QStringLiteral("cubism");
    add(poster, {0, 0, 100, 100}, scene, "scene");
    CHECK(codes(build(poster, fonts())) == QStringList{QStringLiteral("bad-path"), QStringLiteral("impossible-size"), QStringLiteral("impossible-size"), QStringLiteral("impossible-size"), QStringLiteral("bad-scene")});
}

TEST_CASE("strokes lie outside, on and inside the outline") {
    Poster poster = page(100, 100);
    ShapeLayer shape = plate(red);
    shape.strokes = {Stroke{.width = 10, .align = StrokeAlign::outside, .join = Join::mitre, .paint = blue}};
    Layer& layer = add(poster, {30, 30, 40, 40}, shape);
    QImage image = painted(poster);
    CHECK(image.pixelColor(25, 50) == QColor(Qt::blue));
    CHECK(image.pixelColor(31, 50) == QColor(Qt::red));
    CHECK(image.pixelColor(19, 50) == QColor(Qt::white));
    std::get<ShapeLayer>(layer.content).strokes[0].align = StrokeAlign::inside;
    image = painted(poster);
    CHECK(image.pixelColor(35, 50) == QColor(Qt::blue));
    CHECK(image.pixelColor(41, 50) == QColor(Qt::red));
    CHECK(image.pixelColor(29, 50) == QColor(Qt::white));
    std::get<ShapeLayer>(layer.content).strokes[0].align = StrokeAlign::centre;
    image = painted(poster);
    CHECK(image.pixelColor(27, 50) == QColor(Qt::blue));
    CHECK(image.pixelColor(33, 50) == QColor(Qt::blue));
    CHECK(image.pixelColor(37, 50) == QColor(Qt::red));
}

TEST_CASE("no stroke shows through a transparent fill") {
    Poster poster = page(100, 100);
    ShapeLayer shape = plate(red);
    shape.fills[0].opacity = 0.5;
    shape.strokes = {Stroke{.width = 10, .paint = blue}};
    add(poster, {30, 30, 40, 40}, shape);
    const QImage image = painted(poster);
    CHECK(image.pixelColor(50, 50).blue() == Catch::Approx(127).margin(1));
    CHECK(image.pixelColor(50, 50).red() == 255);
    CHECK(image.pixelColor(32, 50) == image.pixelColor(50, 50));
    CHECK(image.pixelColor(25, 50) == QColor(Qt::blue));
}

TEST_CASE("a gradient begins and ends with its colours") {
    Poster poster = page(200, 100);
    ShapeLayer shape;
    shape.fills = {Fill{.paint = LinearGradient{.angle = 0, .stops = {{0, red}, {1, blue}}}}};
    add(poster, {0, 0, 200, 100}, shape);
    const QImage image = painted(poster);
    CHECK(image.pixelColor(0, 50).red() >= 253);
    CHECK(image.pixelColor(199, 50).blue() >= 253);
    CHECK(image.pixelColor(100, 50).red() == Catch::Approx(127).margin(2));
}

TEST_CASE("a shadow's blur is twice as many pixels at twice the resolution") {
    Poster poster = page(200, 200);
    ShapeLayer shape = plate(red);
    shape.fills.clear();
    shape.shadows = {Shadow{.dx = 10, .dy = 0, .blur = 8, .colour = {0, 0, 0, 1, {}}, .opacity = 1}};
    add(poster, {60, 60, 80, 80}, shape);
    const QImage once = painted(poster), twice = painted(poster, {.dpi = 144});
    REQUIRE(twice.width() == 400);
    for (int x = 5; x < 195; x += 5) {
        INFO(x);
        CHECK(qRed(once.pixel(x, 100)) == Catch::Approx((qRed(twice.pixel(2 * x, 200)) + qRed(twice.pixel(2 * x + 1, 201))) / 2.0).margin(3));
    }
    CHECK(qRed(once.pixel(70, 100)) == Catch::Approx(127).margin(6));  // half at the shadow's edge
}

TEST_CASE("a scene layer shows what the scene painter paints") {
    for (const auto style : {scene::Style::paper_cut, scene::Style::neon, scene::Style::riso, scene::Style::watercolour, scene::Style::gradient}) {
        scene::SceneDescription description;
        description.elements = {{scene::Subject::mountains, scene::Place::centre}, {scene::Subject::moon, scene::Place::right}};
        description.style = style;
        Poster poster = page(240, 320);
        add(poster, {0, 0, 240, 320}, SceneLayer{scene::to_json(description)});
        const QImage ours = painted(poster).convertToFormat(QImage::Format_RGB32);
        const QImage theirs = scene::to_image(scene::compose(description, QSizeF(240, 320)), QSize(240, 320));
        double sum = 0;
        for (int y = 0; y < 320; ++y)
            for (int x = 0; x < 240; ++x) sum += std::abs(qGreen(ours.pixel(x, y)) - qGreen(theirs.pixel(x, y)));
        INFO(static_cast<int>(style) << " greatest " << greatest_difference(ours, theirs) << " mean " << sum / (240 * 320));
        CHECK(sum / (240 * 320) < 0.8);
        CHECK(greatest_difference(ours, theirs) <= 26);  // where edges of clips are rounded otherwise
    }
}
