// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/svg_path.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using haibao::render::path_from_svg;

TEST_CASE("relative and absolute commands draw the same path") {
    const auto absolute = path_from_svg(QStringLiteral("M10 10 L30 10 L30 30 H10 V10 Z M50,50 C60 50 70 60 70 70 S80 90 90 90 Q100 90 100 100 T120 120"));
    const auto relative = path_from_svg(QStringLiteral("m10,10l20,0 0,20h-20v-20zm40 40c10 0 20 10 20 20s10 20 20 20q10 0 10 10t20 20"));
    REQUIRE(absolute.has_value());
    REQUIRE(relative.has_value());
    REQUIRE(absolute->elementCount() == relative->elementCount());
    for (int i = 0; i < absolute->elementCount(); ++i) {
        CHECK(absolute->elementAt(i).x == Catch::Approx(relative->elementAt(i).x));
        CHECK(absolute->elementAt(i).y == Catch::Approx(relative->elementAt(i).y));
    }
}

TEST_CASE("numbers may follow each other without space") {
    const auto path = path_from_svg(QStringLiteral("M.5.5-1-1L1e1-2E-1"));
    REQUIRE(path.has_value());
    REQUIRE(path->elementCount() == 3);
    CHECK(path->elementAt(0).x == 0.5);
    CHECK(path->elementAt(1).y == -1);
    CHECK(path->elementAt(2).x == 10);
    CHECK(path->elementAt(2).y == Catch::Approx(-0.2));
}

TEST_CASE("an arc with compact flags runs round its circle") {
    const auto path = path_from_svg(QStringLiteral("M0 10a10 10 0 1120 0A10 10 0 010 10Z"));
    REQUIRE(path.has_value());
    const QRectF box = path->boundingRect();
    CHECK(box.left() == Catch::Approx(0).margin(0.01));
    CHECK(box.top() == Catch::Approx(0).margin(0.01));
    CHECK(box.width() == Catch::Approx(20).margin(0.01));
    CHECK(box.height() == Catch::Approx(20).margin(0.01));
}

TEST_CASE("what is no path data is refused with its position") {
    for (const char* bad : {"L10 10", "M10", "M10 10 X 5", "M0 0 A 1 1 0 2 0 3 3", "10 10", "M1e99 0", "M0 0 Z 5 5", "M nan 0"}) {
        INFO(bad);
        const auto path = path_from_svg(QString::fromLatin1(bad));
        REQUIRE_FALSE(path.has_value());
        CHECK(path.error().message.find("character") != std::string::npos);
    }
    CHECK(path_from_svg(QString()).value().isEmpty());
}
