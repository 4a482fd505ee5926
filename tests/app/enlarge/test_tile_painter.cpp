// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The built-in model refines small pictures in tiles, in a real worker.
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>

#include "app/enlarge/tile_painter.h"
#include "app/export/rows.h"
#include "app/scene/paint.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"
#include "tests/app/enlarge/seams.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::enlarge;

namespace {

constexpr int hang_ms = 300'000;  ///< a guard, not an expectation

Refinement small_refinement() {
    Refinement refinement;
    refinement.model = HAIBAO_SOURCE_DIR "/assets/models/builtin";
    refinement.options = {"cpu", Precision::fast, 1};  // threads that wait for each other starve on a busy machine
    refinement.prompt = "mountains with a sun, title “海风”";
    refinement.strength = 0.4;
    refinement.steps = 6;
    refinement.tile = {256, 256};
    refinement.overlap = 64;
    return refinement;
}

struct Painted {
    std::optional<Error> error;
    int begun_at = -1;  ///< tiles that were kept before
    int last = 0;
};

/// Until it ends, or `stop_after` tiles are done.
Painted paint(TilePainter& painter, int stop_after = 1000) {
    QEventLoop loop;
    Painted painted;
    QObject::connect(&painter, &TilePainter::progressed, &loop, [&](int done, double) {
        if (painted.begun_at < 0) painted.begun_at = done;
        painted.last = done;
        if (done >= stop_after) painter.cancel();
    });
    QObject::connect(&painter, &TilePainter::finished, &loop, &QEventLoop::quit);
    QObject::connect(&painter, &TilePainter::failed, &loop, [&](const Error& error) { painted.error = error; loop.quit(); });
    QTimer::singleShot(hang_ms, &loop, [&] { painted.error = Error{ErrorKind::internal, "hangs", {}}; loop.quit(); });
    painter.start();
    loop.exec();
    return painted;
}

generate::WorkerOptions worker() { return {HAIBAO_WORKER_PROGRAM, {}, {}}; }
RasterInfo info_of(const Image& image) { return {image.width, image.height, PixelFormat::rgb8, 72, {}}; }

Image scene_picture(int width, int height) {
    const QImage picture = scene::to_image(scene::compose(scene::random_description(4, 0.7), {double(width), double(height)}), {width, height}).convertToFormat(QImage::Format_RGB888);
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y) image.rgb.insert(image.rgb.end(), picture.constScanLine(y), picture.constScanLine(y) + 3 * width);
    return image;
}

}  // namespace

TEST_CASE("A picture refined in tiles keeps its light and colours, and shows no seam, on flat ground and on a drawing") {
    const test::Application application;
    for (const Image& image : {flat(448, 256, {170, 120, 90}), scene_picture(448, 256)}) {
        const test::TemporaryFolder folder;
        MemoryRows rows(info_of(image), image.rgb);
        TilePainter painter(rows, small_refinement(), folder.path(), worker());
        REQUIRE(painter.tiles() == 2);
        const Painted painted = paint(painter);
        INFO((painted.error ? painted.error->message : ""));
        REQUIRE_FALSE(painted.error);
        const auto blended = painter.rows();
        const Image made{image.width, image.height, read_all(*blended).value()};
        CHECK(made.rgb != image.rgb);
        double sum = 0;
        for (std::size_t i = 0; i < image.rgb.size(); ++i) sum += int(made.rgb[i]) - int(image.rgb[i]);
        CHECK(std::abs(sum / double(image.rgb.size())) < 1);
        const TileGrid grid({448, 256}, {256, 256}, 64);
        INFO(worst_seam(made, grid) << " beside " << worst_seam(image, grid));
        CHECK(worst_seam(made, grid) < worst_seam(image, grid) + 1);
    }
}

TEST_CASE("What was stopped goes on with the next tile, and comes to the same picture") {
    const test::Application application;
    const Image image = scene_picture(448, 256);
    const test::TemporaryFolder whole_folder, folder;
    MemoryRows whole_rows(info_of(image), image.rgb);
    TilePainter whole(whole_rows, small_refinement(), whole_folder.path(), worker());
    REQUIRE_FALSE(paint(whole).error);
    {
        MemoryRows rows(info_of(image), image.rgb);
        TilePainter painter(rows, small_refinement(), folder.path(), worker());
        const Painted stopped = paint(painter, 1);
        REQUIRE(stopped.error);
        CHECK(stopped.error->kind == ErrorKind::cancelled);
        CHECK(stopped.last == 1);
    }
    MemoryRows rows(info_of(image), image.rgb);
    TilePainter painter(rows, small_refinement(), folder.path(), worker());
    const Painted painted = paint(painter);
    REQUIRE_FALSE(painted.error);
    CHECK(painted.begun_at == 1);
    CHECK(read_all(*painter.rows()).value() == read_all(*whole.rows()).value());
}

TEST_CASE("Tiles are kept by what they are made of") {
    const test::Application application;
    const Refinement usual = small_refinement();
    const auto folder = tiles_folder("a", {800, 600}, usual).value();
    CHECK(tiles_folder("a", {800, 600}, usual).value() == folder);
    CHECK(tiles_folder("b", {800, 600}, usual).value() != folder);
    CHECK(tiles_folder("a", {801, 600}, usual).value() != folder);
    Refinement other = usual;
    SECTION("strength") { other.strength = 0.5; }
    SECTION("seed") { other.seed = 2; }
    SECTION("steps") { other.steps = 13; }
    SECTION("prompt") { other.prompt += "!"; }
    SECTION("model") { other.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint"; }
    SECTION("tile") { other.tile = {512, 512}; }
    CHECK(tiles_folder("a", {800, 600}, other).value() != folder);
}

TEST_CASE("A model that cannot be opened ends the work with its reason") {
    const test::Application application;
    const Image image = flat(300, 256, {1, 2, 3});
    const test::TemporaryFolder folder;
    MemoryRows rows(info_of(image), image.rgb);
    Refinement refinement = small_refinement();
    refinement.model = "/nowhere";
    TilePainter painter(rows, refinement, folder.path(), worker());
    const Painted painted = paint(painter);
    REQUIRE(painted.error);
    CHECK(painted.error->kind == ErrorKind::not_found);
    CHECK_FALSE(tiles_folder("a", {800, 600}, refinement));
}

TEST_CASE("The tiles of a picture belong to one process at a time") {
    const test::TemporaryFolder folder;
    const auto tiles = folder.path() / "abc";
    {
        const auto held = lock_tiles(tiles);
        REQUIRE(held);
        const auto second = lock_tiles(tiles);
        REQUIRE_FALSE(second);
        CHECK(second.error().message.contains("by another process just now"));
        CHECK(lock_tiles(folder.path() / "other"));
    }
    CHECK(lock_tiles(tiles));
}
