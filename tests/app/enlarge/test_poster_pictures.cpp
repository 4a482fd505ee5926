// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBuffer>
#include <QColor>
#include <QImage>
#include <catch2/catch_test_macros.hpp>

#include "app/enlarge/poster_pictures.h"

using namespace haibao;
using namespace haibao::enlarge;

namespace {

QByteArray png(QSize size, const QColor& colour) {
    QImage image(size, QImage::Format_RGB888);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(image.save(&buffer, "PNG"));
    return bytes;
}

/// A page of 10 × 10 inches with a picture of 10 × 5 inches for each of these sizes.
document::Poster poster_with(const std::vector<QSize>& sizes) {
    document::Poster poster;
    poster.page.width = poster.page.height = 720;
    for (const QSize size : sizes) {
        document::Layer layer;
        layer.id = poster.next_id();
        layer.placement.frame = {0, 0, 720, 360};
        document::PictureLayer content;
        content.picture = poster.add_picture(png(size, Qt::darkGreen), "image/png", "green.png");
        layer.content = content;
        poster.layers.push_back(std::move(layer));
    }
    return poster;
}

QString shown(const document::Poster& poster, std::size_t layer) { return std::get<document::PictureLayer>(poster.layers[layer].content).picture; }

}  // namespace

TEST_CASE("Pictures below 150 dpi are to get 300, at most five times as many pixels a side") {
    const auto poster = poster_with({{1000, 500}, {1600, 800}, {200, 100}});
    const auto soft = soft_pictures(poster, 1);
    REQUIRE(soft);
    REQUIRE(soft->size() == 2);
    CHECK((*soft)[0].has == QSize(1000, 500));
    CHECK((*soft)[0].wanted == QSize(3000, 1500));
    CHECK((*soft)[1].layer == poster.layers[2].id);
    CHECK((*soft)[1].wanted == QSize(1000, 500));
    CHECK(soft_pictures(poster, 2)->size() == 3);  // the page becomes twice as large
    CHECK(soft_pictures(poster, 0.1)->empty());
}

TEST_CASE("A larger picture takes the place of the one that it was made from, and of no newer one") {
    auto poster = poster_with({{100, 50}, {200, 100}});
    std::vector<LargerPicture> larger;
    const auto soft = soft_pictures(poster, 1);
    REQUIRE(soft);
    for (const WantedPicture& one : soft.value()) larger.push_back({one.layer, one.key, {png(one.wanted, Qt::darkGreen), "image/png", "green.png"}});
    REQUIRE(larger.size() == 2);
    // While they were made somebody put another picture into the first layer, and took away nothing else.
    auto& first = std::get<document::PictureLayer>(poster.layers[0].content);
    first.picture = poster.add_picture(png({100, 50}, Qt::red), "image/png", "red.png");
    const QString newer = first.picture, before = shown(poster, 1);
    CHECK(apply(poster, larger) == 1);
    CHECK(shown(poster, 0) == newer);
    CHECK(shown(poster, 1) != before);
    CHECK(poster.pictures.value(shown(poster, 1)).bytes == larger[1].picture.bytes);
    // A layer that is gone, or no picture any more, is left alone.
    poster.layers.erase(poster.layers.begin());
    poster.layers[0].content = document::TextLayer();
    const auto as_it_was = poster;
    CHECK(apply(poster, larger) == 0);
    CHECK(poster == as_it_was);
}

TEST_CASE("The pixels that a layer takes at a resolution are those of the whole picture, also where it shows only a part") {
    auto poster = poster_with({{1000, 500}});
    document::Layer& layer = poster.layers[0];
    CHECK(size_at(layer, {1000, 500}, 300) == QSize(3000, 1500));
    CHECK(size_at(layer, {1000, 500}, 72) == QSize(720, 360));
    std::get<document::PictureLayer>(layer.content).crop = {0.5, 0.5, 0.5, 0.5};
    CHECK(size_at(layer, {1000, 500}, 300) == QSize(6000, 3000));
    layer.content = document::ShapeLayer{};
    CHECK(size_at(layer, {1000, 500}, 300).isEmpty());
}
