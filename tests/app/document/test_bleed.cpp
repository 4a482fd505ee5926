// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/document/bleed.h"
#include "app/document/commands.h"
#include "app/document/json.h"

using namespace haibao;
using namespace haibao::document;

namespace {

Layer standing(QRectF frame, decltype(Layer::content) content) {
    Layer layer;
    layer.placement.frame = frame;
    layer.content = std::move(content);
    return layer;
}

/// 100 × 200 points.
Poster page_with(std::vector<Layer> layers) {
    Poster poster;
    poster.page.width = 100;
    poster.page.height = 200;
    for (Layer& layer : layers) add_layer(poster, std::move(layer));
    return poster;
}

}  // namespace

TEST_CASE("What ends at the trim reaches into the bleed, at the sides where it ends there; nothing else moves") {
    ShapeLayer round{.kind = ShapeKind::ellipse};
    ShapeLayer line{.kind = ShapeKind::line};
    Layer turned = standing({0, 0, 100, 200}, PictureLayer{});
    turned.placement.rotation = 10;
    GroupLayer group;
    group.layers = {standing({60, 0, 40, 50}, PictureLayer{})};
    Poster poster = page_with({standing({0.5, 0, 99, 200}, PictureLayer{}), standing({0, 150, 100, 50}, ShapeLayer{}), standing({20, 20, 30, 30}, PictureLayer{}), standing({0, 0, 100, 200}, round),
                               standing({0, 0, 100, 0}, line), standing({0, 0, 100, 20}, TextLayer{}), turned, standing({60, 0, 40, 50}, group)});
    REQUIRE(ends_at_trim(poster));
    extend_into_bleed(poster, 8);
    CHECK_FALSE(ends_at_trim(poster));
    CHECK(poster.page.bleed == 8);
    const auto frame = [&poster](std::size_t i) { return poster.layers[i].placement.frame; };
    CHECK(frame(0) == QRectF(-8, -8, 116, 216));
    CHECK(frame(1) == QRectF(-8, 150, 116, 58));
    CHECK(frame(2) == QRectF(20, 20, 30, 30));
    CHECK(frame(3) == QRectF(0, 0, 100, 200));
    CHECK(frame(4) == QRectF(-8, 0, 116, 0));  // along the edge, not across it
    CHECK(frame(5) == QRectF(0, 0, 100, 20));
    CHECK(frame(6) == QRectF(0, 0, 100, 200));
    CHECK(std::get<GroupLayer>(poster.layers[7].content).layers[0].placement.frame == QRectF(60, -8, 48, 58));
}

TEST_CASE("A page extended for a file a hundred times smaller has no more bleed than a poster can be read again with") {
    Poster poster = page_with({standing({0, 0, 100, 200}, PictureLayer{})});
    extend_into_bleed(poster, 1e5);
    const auto read = poster_from_json(to_json(poster, PictureBytes::embedded));
    REQUIRE(read);
    CHECK(read->layers[0].placement.frame == QRectF(-most_bleed, -most_bleed, 100 + 2 * most_bleed, 200 + 2 * most_bleed));
}
