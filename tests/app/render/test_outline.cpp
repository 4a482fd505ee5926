// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/outline.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace haibao;
using document::Join;
using namespace render;

namespace {

/// A square ring like 口, the hole in the other direction, as fonts have it.
QPainterPath ring(bool reversed) {
    QPainterPath path;
    path.addRect(0, 0, 100, 100);
    QPainterPath hole;
    hole.addRect(30, 30, 40, 40);
    path.addPath(hole.toReversed());
    path.setFillRule(Qt::WindingFill);
    QPainterPath result = reversed ? path.toReversed() : path;
    result.setFillRule(Qt::WindingFill);
    return result;
}

}  // namespace

TEST_CASE("a grown outline reaches as far on all sides, whichever way round it was drawn") {
    for (const bool reversed : {false, true}) {
        INFO(reversed);
        const QPainterPath big = grown(ring(reversed), 10);
        const QRectF box = big.boundingRect();
        CHECK(box.left() == Catch::Approx(-10).margin(0.1));
        CHECK(box.bottom() == Catch::Approx(110).margin(0.1));
        for (const QPointF inside : {QPointF(-9.5, 50), QPointF(15, 50), QPointF(109.5, 50), QPointF(39.5, 50), QPointF(50, 60.5), QPointF(-6, -6), QPointF(2, 2)}) {
            INFO(inside.x() << " " << inside.y());
            CHECK(big.contains(inside));
        }
        for (const QPointF outside : {QPointF(50, 50), QPointF(41, 50), QPointF(-10.5, 50), QPointF(-8, -8)}) {
            INFO(outside.x() << " " << outside.y());
            CHECK_FALSE(big.contains(outside));
        }
    }
}

TEST_CASE("a small outline grows as exactly as a large one") {
    QPainterPath dot;
    dot.addEllipse(QPointF(5, 5), 0.05, 0.05);
    const QRectF box = grown(dot, 0.02).boundingRect();
    CHECK(box.width() == Catch::Approx(0.14).margin(0.002));
}

TEST_CASE("overlapping contours stay filled when they are grown") {
    QPainterPath cross;
    cross.addRect(0, 40, 100, 20);
    cross.addRect(40, 0, 20, 100);
    cross.setFillRule(Qt::WindingFill);
    const QPainterPath big = grown(cross, 5);
    CHECK(big.contains(QPointF(50, 50)));
    CHECK(big.contains(QPointF(50, 3)));
    CHECK(big.contains(QPointF(37, 50)));
    CHECK_FALSE(big.contains(QPointF(20, 20)));
}

TEST_CASE("what lies outside an outline includes its holes") {
    const QPainterPath outside = outside_of(ring(false), QRectF(-20, -20, 140, 140));
    CHECK(outside.contains(QPointF(50, 50)));
    CHECK(outside.contains(QPointF(-10, -10)));
    CHECK_FALSE(outside.contains(QPointF(15, 50)));
    QPainterPath cross;
    cross.addRect(0, 40, 100, 20);
    cross.addRect(40, 0, 20, 100);
    cross.setFillRule(Qt::WindingFill);
    const QPainterPath around = outside_of(cross, QRectF(-20, -20, 140, 140));
    CHECK_FALSE(around.contains(QPointF(50, 50)));  // where two contours overlap
    CHECK(around.contains(QPointF(20, 20)));
}

TEST_CASE("a mitre keeps its corner, a bevel loses it, a spike is cut off") {
    QPainterPath square;
    square.addRect(0, 0, 100, 100);
    CHECK(grown(square, 10, Join::mitre).contains(QPointF(-9, -9)));
    CHECK_FALSE(grown(square, 10, Join::bevel).contains(QPointF(-9, -9)));
    QPainterPath spike;
    spike.moveTo(0, 0);
    spike.lineTo(100, 3);
    spike.lineTo(0, 6);
    spike.closeSubpath();
    CHECK(grown(spike, 10, Join::mitre).boundingRect().right() < 145);
}
