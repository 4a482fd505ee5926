// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "app/scene/shapes.h"

#include <catch2/catch_test_macros.hpp>

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>

using namespace haibao::scene;

namespace {

SceneDescription showing(Subject subject, Style style, std::uint64_t seed = 3) {
    return {.elements = {{subject, Place::centre}},
            .palette = static_cast<int>(seed % palette_count),
            .style = style,
            .seed = seed};
}

bool same_pixels(const QImage& a, const QImage& b) {
    return a.size() == b.size() &&
           std::memcmp(a.constBits(), b.constBits(), static_cast<std::size_t>(a.sizeInBytes())) == 0;
}

/// Mean absolute difference of the channels, 0…255.
double difference(const QImage& a, const QImage& b) {
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    return sum / (3.0 * a.width() * a.height());
}

/// Every 2 × 2 pixels averaged.
QImage halved(const QImage& image) {
    QImage half(image.width() / 2, image.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y)
        for (int x = 0; x < half.width(); ++x) {
            int r = 0, g = 0, b = 0;
            for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                const QRgb p = image.pixel(2 * x + dx, 2 * y + dy);
                r += qRed(p), g += qGreen(p), b += qBlue(p);
            }
            half.setPixel(x, y, qRgb((r + 2) / 4, (g + 2) / 4, (b + 2) / 4));
        }
    return half;
}

bool finite(const QPainterPath& path) {
    for (int i = 0; i < path.elementCount(); ++i)
        if (!std::isfinite(path.elementAt(i).x) || !std::isfinite(path.elementAt(i).y)) return false;
    return true;
}

/// The share of a title area's pixels that differ visibly from their right or lower neighbour.
double unrest(const QImage& image, const QRectF& fraction) {
    const QRect area(qRound(fraction.x() * image.width()), qRound(fraction.y() * image.height()),
                     qRound(fraction.width() * image.width()), qRound(fraction.height() * image.height()));
    int edges = 0;
    for (int y = area.top(); y < area.bottom(); ++y)
        for (int x = area.left(); x < area.right(); ++x) {
            const int here = qGray(image.pixel(x, y));
            edges += std::max(std::abs(here - qGray(image.pixel(x + 1, y))),
                              std::abs(here - qGray(image.pixel(x, y + 1)))) > 10;
        }
    return static_cast<double>(edges) / (area.width() * area.height());
}

}  // namespace

TEST_CASE("Every subject in every style gives finite layers and a picture with something in it") {
    for (int subject = 0; subject < subject_count; ++subject)
        for (int style = 0; style < style_count; ++style) {
            const SceneDescription d = showing(static_cast<Subject>(subject), static_cast<Style>(style),
                                               static_cast<std::uint64_t>(subject * 8 + style));
            INFO(info(d.main()).words.id << " in " << words(d.style).id);
            const Scene scene = compose(d, {96, 96});
            REQUIRE(scene.layers.size() >= 2);
            for (const Layer& layer : scene.layers) {
                CHECK_FALSE(layer.part.empty());
                CHECK(finite(layer.clip));
                std::visit(
                    [](const auto& content) {
                        if constexpr (requires { content.path; }) CHECK(finite(content.path));
                        if constexpr (requires { content.radius; }) CHECK(std::isfinite(content.radius));
                    },
                    layer.content);
            }
            const QImage image = to_image(scene, {96, 96});
            int darkest = 255, lightest = 0;
            for (int y = 0; y < 96; ++y)
                for (int x = 0; x < 96; ++x) {
                    darkest = std::min(darkest, qGray(image.pixel(x, y)));
                    lightest = std::max(lightest, qGray(image.pixel(x, y)));
                }
            CHECK(lightest - darkest >= 12);
        }
}

TEST_CASE("The same description gives the same bytes, another seed gives another picture") {
    for (std::uint64_t seed = 10; seed < 34; ++seed) {
        SceneDescription d = random_description(seed, 1);
        const QImage first = to_image(compose(d, {160, 160}), {160, 160});
        CHECK(same_pixels(first, to_image(compose(d, {160, 160}), {160, 160})));
        d.seed += 1;
        CHECK_FALSE(same_pixels(first, to_image(compose(d, {160, 160}), {160, 160})));
    }
}

TEST_CASE("Adding a thing leaves the others where they were") {
    SceneDescription d{.elements = {{Subject::mountains, Place::left}, {Subject::moon, Place::right}},
                       .palette = 9,
                       .style = Style::flat,
                       .seed = 77};
    const auto layers_of = [](const Scene& scene, std::string_view part) {
        std::vector<QRectF> boxes;
        for (const Layer& layer : scene.layers)
            if (layer.part == part)
                if (const auto* fill = std::get_if<Fill>(&layer.content)) boxes.push_back(fill->path.boundingRect());
        return boxes;
    };
    const Scene before = compose(d, {300, 300});
    d.elements.push_back({Subject::clouds, Place::left});
    const Scene after = compose(d, {300, 300});
    CHECK(layers_of(before, "mountains") == layers_of(after, "mountains"));
    CHECK(layers_of(before, "moon") == layers_of(after, "moon"));
    CHECK(after.layers.size() > before.layers.size());
}

TEST_CASE("A picture is the same at any size") {
    double worst = 0, sum = 0;
    constexpr int n = 48;
    for (std::uint64_t seed = 0; seed < n; ++seed) {
        const SceneDescription d = random_description(seed, 1);
        const QImage small = to_image(compose(d, {256, 256}), {256, 256});
        const QImage large = halved(to_image(compose(d, {512, 512}), {512, 512}));
        const double apart = difference(small, large);
        worst = std::max(worst, apart);
        sum += apart;
    }
    CHECK(worst < 2.0);
    CHECK(sum / n < 0.6);
}

TEST_CASE("The unit of the page does not matter, only its aspect") {
    const SceneDescription d = random_description(5, 0.7);
    const Scene pixels = compose(d, {700, 1000}), millimetres = compose(d, {21, 30});
    REQUIRE(pixels.layers.size() == millimetres.layers.size());
    CHECK(pixels.units == millimetres.units);
    CHECK(same_pixels(to_image(pixels, {210, 300}), to_image(millimetres, {210, 300})));
}

TEST_CASE("A page without an area and two lights in one sky do no harm") {
    const SceneDescription d{
        .elements = {{Subject::sun, Place::left}, {Subject::moon, Place::right}, {Subject::sea, Place::centre}}};
    for (const QSizeF page : {QSizeF(0, 10), QSizeF(-5, 10), QSizeF(10, std::nan("")), QSizeF()})
        CHECK(compose(d, page).page == QSizeF(1, 1));
    int suns = 0, moons = 0;
    for (const Layer& layer : compose(d, {100, 100}).layers) suns += layer.part == "sun", moons += layer.part == "moon";
    CHECK(suns > 0);
    CHECK(moons == 0);
}

TEST_CASE("Pages from 1 : 2.4 to 2.4 : 1 and beyond are filled to their edges") {
    for (const QSize size : {QSize(100, 240), QSize(240, 100), QSize(150, 200), QSize(60, 400), QSize(400, 60)})
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            const SceneDescription d = random_description(seed, static_cast<double>(size.width()) / size.height());
            QImage image(size, QImage::Format_RGB32);
            image.fill(qRgb(1, 254, 3));
            QPainter painter(&image);
            paint(painter, compose(d, QSizeF(size)));
            painter.end();
            for (const QPoint corner : {QPoint(0, 0), QPoint(size.width() - 1, 0), QPoint(0, size.height() - 1),
                                        QPoint(size.width() - 1, size.height() - 1)})
                CHECK(image.pixel(corner) != qRgb(1, 254, 3));
        }
}

TEST_CASE("Ground for a title is calm in at least 95 of 100 pictures") {
    int asked = 0, calm = 0;
    for (std::uint64_t seed = 0; asked < 200; ++seed) {
        const QSize size = seed % 3 == 0 ? QSize(320, 200) : seed % 3 == 1 ? QSize(240, 240) : QSize(200, 320);
        const double aspect = static_cast<double>(size.width()) / size.height();
        const SceneDescription d = random_description(seed, aspect);
        const auto area = title_fraction(d.title, aspect);
        if (!area) continue;
        ++asked;
        const bool quiet = unrest(to_image(compose(d, QSizeF(size)), size), *area) < 0.02;
        if (!quiet)
            UNSCOPED_INFO("restless: seed " << seed << " " << info(d.main()).words.id << " " << words(d.style).id << " "
                                            << words(d.title).id);
        calm += quiet;
    }
    CHECK(calm >= 190);
}

TEST_CASE("A soft layer's picture does not depend on the output size and stays within its alpha") {
    const Soft soft{circle({500, 500}, 100), {10, 5}, 20, {1, 0, 0, 0.5}};
    Scene scene;
    const SoftImage image = soft_image(soft, scene);
    REQUIRE_FALSE(image.image.isNull());
    CHECK(image.image.width() < 100);
    CHECK(image.where.contains(QRectF(410, 405, 200, 200)));
    const QPoint middle(image.image.width() / 2, image.image.height() / 2);
    CHECK(std::abs(qAlpha(image.image.pixel(middle)) - 128) <= 2);
    CHECK(qAlpha(image.image.pixel(0, 0)) == 0);
    CHECK(soft_image({circle({5000, 5000}, 10), {}, 5, {0, 0, 0, 1}}, scene).image.isNull());
}

TEST_CASE("Outlines of small shapes keep their curves") {
    const QPainterPath tiny = minus(circle({0, 0}, 0.3), circle({0, 0}, 0.2));
    const double exact = 3.14159265 * (0.09 - 0.04);
    std::vector<double> areas;
    for (const QPolygonF& outline : QTransform::fromScale(1000, 1000).map(tiny).toSubpathPolygons()) {
        double area = 0;
        for (qsizetype i = 0; i + 1 < outline.size(); ++i)
            area += outline[i].x() * outline[i + 1].y() - outline[i + 1].x() * outline[i].y();
        areas.push_back(std::abs(area) / 2e6);
    }
    REQUIRE(areas.size() == 2);
    CHECK(std::abs(std::abs(areas[0] - areas[1]) - exact) < exact * 0.02);
    CHECK(stroke(QPainterPath(), 1).isEmpty());
}
