// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>

#include "app/enlarge/tiles.h"
#include "app/export/rows.h"
#include "tests/app/enlarge/seams.h"

using namespace haibao;
using namespace haibao::enlarge;

namespace {

RasterInfo info_of(const Image& image) { return {image.width, image.height, PixelFormat::rgb8, 72, {}}; }

/// A picture cut into tiles, each changed by `work`, and put together again.
Image through_tiles(const Image& image, QSize tile, int overlap, const std::function<Image(Image, int)>& work) {
    const TileGrid grid({image.width, image.height}, tile, overlap);
    MemoryRows rows(info_of(image), image.rgb);
    TileCutter cutter(rows);
    std::vector<Image> tiles;
    for (int i = 0; i < grid.count(); ++i) tiles.push_back(work(cutter.cut(grid.at(i)).value(), i));
    BlendedRows blended(grid, info_of(image), [&](int index) -> Result<Image> { return tiles[std::size_t(index)]; });
    return {image.width, image.height, read_all(blended).value()};
}

}  // namespace

TEST_CASE("Tiles cover the whole line, overlap as far as is asked, and their weights add up to 1") {
    constexpr std::array<std::array<int, 3>, 6> cases{{{4096, 1024, 96}, {5792, 512, 64}, {1025, 1024, 64}, {513, 512, 500}, {700, 1024, 96}, {1024, 1024, 96}}};
    for (const auto& [length, tile, overlap] : cases) {
        const TileLine line(length, tile, overlap);
        std::vector<double> sums(std::size_t(std::max(length, tile)), 0);
        for (int i = 0; i < line.count(); ++i) {
            if (i > 0) CHECK(line.begin(i - 1) + tile - line.begin(i) >= overlap);
            for (int x = 0; x < tile; ++x) sums[std::size_t(line.begin(i) + x)] += line.weights(i)[std::size_t(x)];
        }
        CHECK(line.begin(0) == 0);
        CHECK(line.begin(line.count() - 1) + tile >= length);
        for (const double sum : sums) REQUIRE(std::abs(sum - 1) < 1e-5);
    }
    CHECK(TileLine(1024, 1024, 96).count() == 1);
    CHECK(TileLine(1025, 1024, 96).count() == 2);
}

TEST_CASE("Weights change smoothly: no step of more than a few hundredths from pixel to pixel") {
    const TileLine line(4096, 1024, 64);
    for (int i = 0; i < line.count(); ++i)
        for (int x = 1; x < 1024; ++x) REQUIRE(std::abs(line.weights(i)[std::size_t(x)] - line.weights(i)[std::size_t(x - 1)]) < 0.04);
}

TEST_CASE("What no model touches comes out of the tiles as it went in, byte for byte") {
    for (const QSize size : {QSize(700, 500), QSize(256, 256), QSize(257, 900), QSize(100, 90)}) {
        const Image image = textured(size.width(), size.height());
        CHECK(through_tiles(image, {256, 256}, 64, [](Image tile, int) { return tile; }).rgb == image.rgb);
    }
}

TEST_CASE("A tile that came out lighter or of another tint is tied to its base, and keeps its own detail") {
    const Image base = flat(256, 256, {120, 90, 60});
    Image made = base;
    for (std::size_t i = 0; i < made.rgb.size(); ++i) made.rgb[i] = std::uint8_t(made.rgb[i] + (i % 3 == 0 ? 25 : -10));
    CHECK(tied(made, base).rgb == base.rgb);
    const Image fine = checks(256, 256, 2);
    const Image kept = tied(fine, flat(256, 256, {127, 127, 127}));
    int most = 0;
    for (std::size_t i = 0; i < kept.rgb.size(); ++i) most = std::max(most, std::abs(int(kept.rgb[i]) - int(fine.rgb[i])));
    CHECK(most <= 3);
}

TEST_CASE("Tiles that drifted apart show no seam, on flat ground and on a texture") {
    for (const Image& image : {flat(700, 600, {150, 140, 120}), textured(700, 600)}) {
        // Every tile lighter or darker than its neighbour, as a model may have it.
        const auto drift = [](Image tile, int index) {
            Image made = tile;
            for (std::uint8_t& value : made.rgb) value = std::uint8_t(std::clamp(int(value) + (index % 2 ? 12 : -12), 0, 255));
            return tied(made, tile);
        };
        const TileGrid grid({image.width, image.height}, {256, 256}, 64);
        const Image together = through_tiles(image, {256, 256}, 64, drift);
        INFO(worst_seam(together, grid) << " beside " << worst_seam(image, grid));
        CHECK(worst_seam(together, grid) <= worst_seam(image, grid) + 0.5);
    }
}

TEST_CASE("A tile of another size is refused") {
    const TileGrid grid({300, 300}, {256, 256}, 64);
    BlendedRows rows(grid, {300, 300, PixelFormat::rgb8, 72, {}}, [](int) -> Result<Image> { return flat(10, 10, {0, 0, 0}); });
    CHECK_FALSE(read_all(rows));
}
