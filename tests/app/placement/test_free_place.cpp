// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <vector>

#include "app/placement/free_place.h"

using namespace haibao::placement;

namespace {
constexpr QRectF room(10, 10, 100, 200);
}

TEST_CASE("What stands free already stays where it is") {
    const std::vector<QRectF> taken{QRectF(10, 10, 30, 30)};
    CHECK(nearest_free(QRectF(50, 50, 20, 20), taken, room, 5) == QRectF(50, 50, 20, 20));
    CHECK(nearest_free(QRectF(45, 10, 20, 20), taken, room, 5) == QRectF(45, 10, 20, 20));  // just at the gap
}

TEST_CASE("What reaches out of the room is moved in") { CHECK(nearest_free(QRectF(100, -30, 20, 20), {}, room, 5) == QRectF(90, 10, 20, 20)); }

TEST_CASE("What stands in the way is kept at a distance, on the nearest side") {
    const std::vector<QRectF> taken{QRectF(10, 100, 100, 20)};
    CHECK(nearest_free(QRectF(40, 85, 20, 20), taken, room, 4) == QRectF(40, 76, 20, 20));
    CHECK(nearest_free(QRectF(40, 112, 20, 20), taken, room, 4) == QRectF(40, 124, 20, 20));
}

TEST_CASE("Where nothing is free there is no place") {
    CHECK_FALSE(nearest_free(QRectF(0, 0, 101, 20), {}, room, 0));
    const std::vector<QRectF> taken{QRectF(0, 80, 200, 60)};
    CHECK_FALSE(nearest_free(QRectF(0, 0, 50, 90), taken, room, 0));
    CHECK(nearest_free(QRectF(0, 0, 50, 70), taken, room, 0));
}

TEST_CASE("No place of a fine grid is both free and nearer") {
    std::minstd_rand random(5);
    const auto number = [&random](int most) { return double(random() % unsigned(most)); };
    int moved = 0;
    for (int round = 0; round < 60; ++round) {
        std::vector<QRectF> taken;
        for (int i = 0; i < 4; ++i) taken.emplace_back(10 + number(80), 10 + number(180), 10 + number(40), 10 + number(40));
        const QRectF wanted(number(110), number(200), 30, 25);
        const double gap = 3;
        const auto found = nearest_free(wanted, taken, room, gap);
        const auto way = [&](QPointF at) { return QPointF::dotProduct(at - wanted.topLeft(), at - wanted.topLeft()); };
        moved += found && found->topLeft() != wanted.topLeft();
        for (double x = 10; x <= 80; ++x)
            for (double y = 10; y <= 185; ++y) {
                const QRectF here = QRectF(x, y, 30, 25).adjusted(-gap, -gap, gap, gap).adjusted(1e-6, 1e-6, -1e-6, -1e-6);
                bool free = true;
                for (const QRectF& other : taken) free = free && !here.intersects(other);
                if (!free) continue;
                REQUIRE(found);
                REQUIRE(way(found->topLeft()) <= way({x, y}) + 1e-6);
            }
    }
    CHECK(moved > 20);
}
