// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/warp.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace haibao;
using document::Warp;
using render::WarpMap;

namespace {

const QRectF box(20, 10, 400, 100);
const Warp straight_envelope{Warp::Type::envelope, 0, {{0, 0}, {1.0 / 3, 0}, {2.0 / 3, 0}, {1, 0}, {1, 1.0 / 3}, {1, 2.0 / 3}, {1, 1}, {2.0 / 3, 1}, {1.0 / 3, 1}, {0, 1}, {0, 2.0 / 3}, {0, 1.0 / 3}}};

double distance(QPointF a, QPointF b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }

std::vector<Warp> bent_ones() {
    Warp envelope = straight_envelope;
    envelope.corners[1].ry() -= 0.4, envelope.corners[2].ry() += 0.3, envelope.corners[4].rx() += 0.1, envelope.corners[8].ry() += 0.2;
    return {{Warp::Type::arc, 0.5, {}}, {Warp::Type::arc, -0.3, {}}, {Warp::Type::flag, 0.6, {}}, {Warp::Type::bulge, 0.5, {}}, {Warp::Type::bulge, -0.5, {}},
            {Warp::Type::perspective, 0, {{0.1, 0}, {0.9, 0.2}, {1, 1}, {0, 0.9}}}, envelope};
}

}  // namespace

TEST_CASE("a warp that changes nothing leaves every point where it is") {
    const Warp corners{Warp::Type::perspective, 0, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    for (const Warp& warp : {corners, straight_envelope, Warp{Warp::Type::arc, 0, {}}, Warp{Warp::Type::flag, 0, {}}, Warp{Warp::Type::bulge, 0, {}}}) {
        const auto map = WarpMap::make(warp, box);
        REQUIRE(map.has_value());
        for (double u = 0; u <= 1; u += 0.1)
            for (double v = -0.2; v <= 1.2; v += 0.2) {
                const QPointF p(box.x() + u * box.width(), box.y() + v * box.height());
                CHECK(distance(map->map(p), p) < 1e-6);
            }
    }
}

TEST_CASE("perspective brings the corners where they were asked to be") {
    const Warp warp{Warp::Type::perspective, 0, {{0.1, -0.1}, {0.8, 0.2}, {1.1, 1}, {0, 0.9}}};
    const auto map = WarpMap::make(warp, box);
    REQUIRE(map.has_value());
    const QPointF from[] = {box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()};
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(distance(map->map(from[i]), QPointF(box.x() + warp.corners[i].x() * box.width(), box.y() + warp.corners[i].y() * box.height())) < 1e-6);
}

TEST_CASE("corners with a dent, flipped or missing are refused") {
    for (const std::vector<QPointF>& corners : std::vector<std::vector<QPointF>>{
             {{0, 0}, {1, 0}, {0.2, 0.2}, {0, 1}}, {{1, 0}, {0, 0}, {0, 1}, {1, 1}}, {{0, 0}, {1, 1}, {1, 0}, {0, 1}}, {{0, 0}, {1, 0}, {1, 1}}, {{0, 0}, {0, 0}, {0, 0}, {0, 0}}, {{0, 0}, {std::nan(""), 0}, {1, 1}, {0, 1}}})
        CHECK_FALSE(WarpMap::make({Warp::Type::perspective, 0, corners}, box).has_value());
    CHECK_FALSE(WarpMap::make({Warp::Type::envelope, 0, {{0, 0}}}, box).has_value());
    CHECK_FALSE(WarpMap::make({Warp::Type::arc, 1, {}}, QRectF()).has_value());
}

TEST_CASE("a straight stem under an arc is a curve") {
    QPainterPath stem;
    stem.addRect(QRectF(30, 20, 380, 4));  // a long horizontal stroke
    const auto map = WarpMap::make({Warp::Type::arc, 0.5, {}}, box);
    REQUIRE(map.has_value());
    const QPainterPath bent = map->map(stem, 0.01);
    CHECK(bent.elementCount() >= 2 * 8 + 4);
    // The line keeps its length, and its middle stands higher than its ends.
    const QPointF left = map->map(QPointF(30, 60)), middle = map->map(QPointF(220, 60)), right = map->map(QPointF(410, 60));
    CHECK(middle.y() < left.y() - 20);
    CHECK(left.y() == Catch::Approx(right.y()));
    double length = 0;
    for (int i = 0; i < 200; ++i) length += distance(map->map(QPointF(20 + i * 2, 60)), map->map(QPointF(22 + i * 2, 60)));
    CHECK(length == Catch::Approx(400).epsilon(1e-3));
}

TEST_CASE("flattening stays within its tolerance") {
    const auto map = WarpMap::make({Warp::Type::flag, 1, {}}, box);
    REQUIRE(map.has_value());
    QPainterPath line;
    line.moveTo(20, 50);
    line.lineTo(420, 50);
    const QPainterPath bent = map->map(line, 0.05);
    for (int i = 1; i < bent.elementCount(); ++i) {
        const QPointF a = bent.elementAt(i - 1), b = bent.elementAt(i), middle = (a + b) / 2;
        if (std::abs(a.x() - b.x()) < 1e-9) continue;
        // A flag moves points up and down only: the true curve above the chord's middle is known.
        CHECK(std::abs(map->map(QPointF(middle.x(), 50)).y() - middle.y()) < 0.08);
    }
}

TEST_CASE("every warp can be undone for a caret") {
    for (const Warp& warp : bent_ones()) {
        INFO(static_cast<int>(warp.type) << " " << warp.bend);
        const auto map = WarpMap::make(warp, box);
        REQUIRE(map.has_value());
        for (double u = 0.05; u < 1; u += 0.15)
            for (double v = 0.05; v < 1; v += 0.3) {
                const QPointF p(box.x() + u * box.width(), box.y() + v * box.height());
                const auto back = map->unmap(map->map(p));
                REQUIRE(back.has_value());
                CHECK(distance(*back, p) < 1e-4);
            }
        CHECK_FALSE(map->unmap(QPointF(1e5, -1e5)).has_value());
    }
}

TEST_CASE("the affine stand-in agrees with the warp near its point") {
    for (const Warp& warp : bent_ones()) {
        const auto map = WarpMap::make(warp, box);
        REQUIRE(map.has_value());
        const QPointF p(150, 50);
        CHECK(distance(map->near(p).map(p), map->map(p)) < 1e-6);
        CHECK(distance(map->near(p).map(p + QPointF(1, 1)), map->map(p + QPointF(1, 1))) < 0.1);
    }
}
