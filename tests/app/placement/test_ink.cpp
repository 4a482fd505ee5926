// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "app/placement/find_place.h"
#include "app/placement/ink.h"

using namespace haibao;
using namespace haibao::placement;
using document::Colour;

namespace {

QImage flat(QColor colour, QSize size = {192, 256}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

constexpr QSizeF page(768, 1024);
constexpr double safe = 40;

Seeker title(const QRectF& wanted) { return {wanted, 100, 0.6, Colour{}, large_text_contrast}; }

bool clear_of(const QRectF& found, const QRectF& other) { return !found.intersects(other); }

}  // namespace

TEST_CASE("Type is black on white and grey, white on black, and has the hue of a coloured ground") {
    CHECK(ink_on({}) == Colour{});
    CHECK(ink_on(flat(Qt::white)) == Colour{});
    CHECK(ink_on(flat(QColor(0x80, 0x80, 0x80))) == Colour{});
    CHECK(ink_on(flat(Qt::black)) == Colour{1, 1, 1, 1, {}});
    const Colour on_pale_blue = ink_on(flat(QColor(0xB8, 0xD4, 0xEC)));
    CHECK(luminance(on_pale_blue) < 0.05);
    CHECK(on_pale_blue.b > on_pale_blue.r);
    const Colour on_night = ink_on(flat(QColor(0x14, 0x22, 0x50)));
    CHECK(luminance(on_night) > 0.8);
}

TEST_CASE("On a coloured middle tone large type is light, small type is what can be read") {
    const QImage mauve = flat(QColor(0xA8, 0x6B, 0x8A));
    CHECK(luminance(ink_on(mauve, {}, large_text_contrast)) > 0.85);
    CHECK(contrast(luminance(ink_on(mauve)), luminance({0xA8 / 255.0, 0x6B / 255.0, 0x8A / 255.0, 1, {}})) >= small_text_contrast);
}

TEST_CASE("An ink that is wished is taken where it can be read, and only there") {
    const Colour gold{0.95, 0.8, 0.4, 1, {}}, navy{0.05, 0.1, 0.3, 1, {}};
    const std::vector<Colour> wishes{gold, navy};
    CHECK(ink_on(flat(Qt::white), wishes) == navy);
    CHECK(ink_on(flat(Qt::black), wishes) == gold);
    CHECK(ink_on(flat(QColor(0x78, 0x78, 0x78)), wishes) != gold);
}

TEST_CASE("A column that cannot hang over a date goes beside it, as large as it was") {
    const std::vector<QRectF> taken{QRectF(300, 330, 170, 30), QRectF(290, 380, 190, 30)};
    const auto found = find_place(title(QRectF(335, 120, 100, 420)), {page, safe, taken, nullptr});
    REQUIRE(found);
    CHECK(found->scale == 1);
    for (const QRectF& other : taken) CHECK(clear_of(found->ink, other));
    CHECK(QRectF(QPointF(), page).adjusted(safe, safe, -safe, -safe).contains(found->ink));
    CHECK(found->ink.left() > 480);  // of two sides as near the right one, where columns begin
}

TEST_CASE("Of two free places that is taken whose ground lets the ink be read") {
    QImage image = flat(QColor(230, 225, 215));
    for (int y = 0; y < image.height(); ++y)
        for (int x = image.width() / 2; x < image.width(); ++x) image.setPixelColor(x, y, QColor(24, 20, 40));
    const Ground ground(image);
    const std::vector<QRectF> taken{QRectF(300, 330, 170, 30)};
    const auto found = find_place(title(QRectF(330, 120, 100, 420)), {page, safe, taken, &ground});
    REQUIRE(found);
    CHECK(found->ink.right() < page.width() / 2);  // black ink, on the light half
}

TEST_CASE("What finds no place in its size becomes smaller, and not without end") {
    const std::vector<QRectF> taken{QRectF(40, 300, 688, 30), QRectF(40, 700, 688, 30)};
    const auto found = find_place(title(QRectF(330, 120, 100, 420)), {page, safe, taken, nullptr});
    REQUIRE(found);
    CHECK(found->scale < 0.95);
    CHECK(found->scale >= 0.6);
    for (const QRectF& other : taken) CHECK(clear_of(found->ink, other));
    CHECK_FALSE(find_place(title(QRectF(0, 0, 700, 1000)), {page, safe, taken, nullptr}));
}

TEST_CASE("A hairline of placement's name is its rule; a text, a block and an ellipse that are called so are not") {
    document::Layer layer;
    layer.content = document::ShapeLayer{};
    for (const Language language : {Language::english, Language::chinese, Language::portuguese}) {
        layer.name = rule_name(language);
        layer.placement.frame = QRectF(280, 268, 40, 1);
        CHECK(is_rule(layer));
        layer.placement.frame.setHeight(30);
        CHECK_FALSE(is_rule(layer));
    }
    layer.placement.frame = QRectF(0, 268, 600, 20);  // as thin for its length, but a bar
    CHECK_FALSE(is_rule(layer));
    layer.placement.frame = QRectF(280, 268, 40, 1);
    layer.content = document::ShapeLayer{.kind = document::ShapeKind::ellipse};
    CHECK_FALSE(is_rule(layer));
    layer.content = document::TextLayer{};
    CHECK_FALSE(is_rule(layer));
    layer.content = document::ShapeLayer{};
    layer.name = "Line";
    CHECK_FALSE(is_rule(layer));
}
