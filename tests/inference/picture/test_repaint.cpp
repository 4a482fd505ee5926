// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <numeric>

#include "inference/picture/repaint.h"

using namespace haibao;

namespace {

Mask empty_mask(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height), 0)};
}
std::uint8_t& at(Mask& mask, int x, int y) { return mask.values[static_cast<std::size_t>(y * mask.width + x)]; }

/// White from (x0, y0) to before (x1, y1).
Mask rectangle(int width, int height, int x0, int y0, int x1, int y1) {
    Mask mask = empty_mask(width, height);
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) at(mask, x, y) = 255;
    return mask;
}

Image plain(int width, int height, std::uint8_t value) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(3 * width * height), value)};
}

}  // namespace

TEST_CASE("a feathered mask is full inside, falls all the way outwards, and ends at the feather") {
    for (const int feather : {0, 4, 16, 40}) {
        INFO(feather);
        const Mask hard = rectangle(200, 120, 80, 50, 100, 60);
        Mask soft = feathered(hard, feather);
        for (int y = 0; y < 120; ++y)
            for (int x = 0; x < 200; ++x) {
                const int away = std::max({80 - x, x - 99, 50 - y, y - 59, 0});
                if (away == 0) CHECK(at(soft, x, y) == 255);
                if (away > feather) CHECK(at(soft, x, y) == 0);
            }
        for (int x = 100; x < 140; ++x) CHECK(at(soft, x, 55) <= at(soft, x - 1, 55));
        if (feather >= 4) {
            CHECK(at(soft, 99 + feather / 2, 55) > 90);
            CHECK(at(soft, 99 + feather / 2, 55) < 220);
        }
    }
}

TEST_CASE("a mask at the picture's edge is feathered without running out of it") {
    const Mask soft = feathered(rectangle(64, 64, 0, 0, 64, 20), 64);
    CHECK(soft.values.front() == 255);
    CHECK(std::ranges::all_of(feathered(rectangle(40, 40, 0, 0, 40, 40), 256).values, [](auto v) { return v == 255; }));
}

TEST_CASE("means over cells keep the mask's sum, for any number of cells") {
    const Mask mask = rectangle(100, 60, 13, 7, 61, 44);
    const double share = 48.0 * 37 / (100 * 60);
    for (const auto& [columns, rows] : {std::pair{10, 6}, {7, 9}, {100, 60}, {130, 33}}) {
        const auto means = cell_means(mask, columns, rows);
        REQUIRE(std::ssize(means) == columns * rows);
        CHECK(std::accumulate(means.begin(), means.end(), 0.0) / (columns * rows) == Catch::Approx(share).epsilon(1e-4));
    }
    CHECK(cell_means(mask, 10, 6)[0] == 0.0f);
    CHECK(cell_means(mask, 10, 6)[22] == 1.0f);
}

TEST_CASE("a token stays unless the mask reaches into its cell") {
    const std::vector<std::int32_t> ids{1, 2, 3, 4, 5, 6};
    CHECK(kept_tokens(ids, rectangle(96, 64, 31, 10, 33, 20), 3, 2) == std::vector<std::int32_t>{-1, -1, 3, 4, 5, 6});
    CHECK(kept_tokens(ids, rectangle(96, 64, 64, 32, 65, 33), 3, 2) == std::vector<std::int32_t>{1, 2, 3, 4, 5, -1});
    Mask faint = empty_mask(96, 64);
    at(faint, 5, 5) = 127;
    CHECK(kept_tokens(ids, faint, 3, 2) == ids);
    // Cells that are no whole pixels: a pixel of two cells opens both.
    CHECK(kept_tokens(std::vector<std::int32_t>{1, 2, 3}, rectangle(5, 1, 1, 0, 2, 1), 3, 1) == std::vector<std::int32_t>{-1, -1, 3});
}

TEST_CASE("compositing leaves the base's very bytes where the weights are zero") {
    const Image base = plain(3, 1, 77), made = plain(3, 1, 201);
    const Image mixed = composite(base, made, {3, 1, {0, 128, 255}});
    CHECK(mixed.rgb == std::vector<std::uint8_t>{77, 77, 77, 139, 139, 139, 201, 201, 201});
}

TEST_CASE("every base is worked on at a size that the model paints, of nearly its shape") {
    CHECK(working_size({1024, 768}) == PictureSize{1024, 768});
    CHECK(working_size({700, 1000}) == PictureSize{704, 992});
    CHECK(working_size({4961, 3508}) == PictureSize{2048, 1440});
    CHECK(working_size({64, 64}) == PictureSize{256, 256});
    CHECK(working_size({8000, 2000}) == PictureSize{2048, 512});
    for (int width = 32; width < 5000; width += 131)
        for (int height = std::max(32, (width + 3) / 4); height <= std::min(4 * width, 5000); height += 257) {
            const PictureSize size = working_size({height, width});
            for (const int side : {size.width, size.height}) CHECK((side % 32 == 0 && side >= 256 && side <= 2048));
            CHECK(std::abs(std::log(double(size.width) / size.height * height / width)) < 0.13);
        }
}

TEST_CASE("a region that cannot be repainted is refused with what to change") {
    const auto complaint = [](const Image& base, const Mask& mask, int feather = 16) {
        auto checked = check_repaint(base, mask, feather);
        return checked ? std::string() : checked.error().message;
    };
    const Image base = plain(64, 64, 0);
    CHECK(complaint(base, rectangle(64, 64, 1, 1, 2, 2)).empty());
    CHECK(complaint(base, empty_mask(64, 64)).contains("white"));
    CHECK(complaint(base, rectangle(32, 64, 1, 1, 2, 2)).contains("32×64"));
    CHECK(complaint(base, rectangle(64, 64, 1, 1, 2, 2), 257).contains("256"));
    CHECK(complaint(plain(320, 64, 0), rectangle(320, 64, 1, 1, 2, 2)).contains("Crop"));
    CHECK(complaint(plain(20, 20, 0), rectangle(20, 20, 1, 1, 2, 2)).contains("32"));
}
