// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/export/print_size.h"

using namespace haibao;

namespace {

QSize pixels(const char* text, QSize like = {768, 1024}) {
    const auto size = print_size_of(text, like);
    INFO(text << ": " << (size ? "" : size.error().message));
    REQUIRE(size);
    return size->pixels;
}

}  // namespace

TEST_CASE("Papers at a resolution, upright or lying as the picture does") {
    CHECK(pixels("A3@300") == QSize(3508, 4961));
    CHECK(pixels("a3 @ 300", {1024, 768}) == QSize(4961, 3508));
    CHECK(pixels("A4@150") == QSize(1240, 1754));
    CHECK(pixels("B2@100") == QSize(1969, 2783));
    CHECK(print_size_of("A3@300", {1, 2})->dpi == 300);
}

TEST_CASE("Millimetres and pixels as they are said") {
    CHECK(pixels("210x297mm@300") == QSize(2480, 3508));
    CHECK(pixels("4096x5792") == QSize(4096, 5792));
    CHECK(pixels("4096×5792@300", {1024, 768}) == QSize(4096, 5792));
}

TEST_CASE("What is no size is refused in words") {
    for (const char* text : {"", "A3", "A3@", "A3@abc", "A11@300", "C4@300", "@300", "12", "0x5", "-5x5", "nanx5", "infx5", "1e9x5", "210x297mm", "A0@2401", "A0@2", "A0@2400"}) {
        INFO(text);
        CHECK_FALSE(print_size_of(text, {100, 100}));
    }
}
