// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/cache.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/app/render/support.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::render;
using namespace haibao::render::testing;

namespace {

std::shared_ptr<const typeset::FontSet> fonts() { return typeset::FontSet::of_files({}).value(); }

Poster three_plates() {
    Poster poster = page(100, 100);
    add(poster, {0, 0, 40, 40}, plate({1, 0, 0, 1, {}}), "red");
    add(poster, {30, 30, 40, 40}, plate({0, 1, 0, 1, {}}), "green");
    add(poster, {60, 60, 30, 30}, plate({0, 0, 1, 1, {}}), "blue");
    return poster;
}

}  // namespace

TEST_CASE("a cached list paints the same as one built anew, after any change") {
    DisplayCache cache(fonts());
    Poster poster = three_plates();
    const auto check = [&] {
        const auto update = cache.update(poster);
        CHECK(greatest_difference(render_image(update.list).value(), render_image(build(poster, *fonts())).value()) == 0);
        return update.dirty;
    };
    CHECK(check() == QRectF(0, 0, 100, 100));
    CHECK(check().isEmpty());
    poster.layers[1].placement.frame.moveTo(35, 20);
    CHECK(check() == QRectF(30, 20, 45, 50));  // where it was and where it is
    std::swap(poster.layers[0], poster.layers[1]);
    CHECK(check().contains(QRectF(35, 20, 5, 20)));  // where the two overlap
    poster.layers.pop_back();
    CHECK(check() == QRectF(60, 60, 30, 30));
    poster.page.background = {0, 0, 0, 1, {}};
    CHECK(check() == QRectF(0, 0, 100, 100));
}

TEST_CASE("what a change leaves outside its dirty rectangle was right before") {
    DisplayCache cache(fonts());
    Poster poster = three_plates();
    std::get<ShapeLayer>(poster.layers[0].content).shadows = {Shadow{.dx = 5, .dy = 5, .blur = 4, .opacity = 1}};
    QImage screen = render_image(cache.update(poster).list).value();
    poster.layers[0].placement.rotation = 30;
    const auto update = cache.update(poster);
    const auto painter = PagePainter::prepare(update.list, {});
    REQUIRE(painter.has_value());
    const QRect pixels = painter->from_page().mapRect(update.dirty).toAlignedRect() & screen.rect();
    const QImage part = painter->part(pixels);
    for (int y = 0; y < pixels.height(); ++y)
        for (int x = 0; x < pixels.width(); ++x) screen.setPixel(pixels.x() + x, pixels.y() + y, part.pixel(x, y));
    CHECK(greatest_difference(screen, painter->whole()) <= 1);
    CHECK(pixels.width() < 100);
}
