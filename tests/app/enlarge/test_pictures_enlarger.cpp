// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pictures in their files' bytes, by Lanczos and by the built-in model in a real worker.
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "app/core/paths.h"
#include "app/enlarge/pictures_enlarger.h"
#include "app/export/picture_metadata.h"
#include "app/render/pictures.h"
#include "tests/app/enlarge/seams.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::enlarge;

namespace {

constexpr int hang_ms = 300'000;  ///< a guard, not an expectation

generate::Record record_of_painting() {
    generate::Record record;
    record.prompt = "waves, title “海风”";
    record.titles = {{"海风", 14, 16}};
    record.model_name = "test";
    record.model_sha256 = std::string(64, 'a');
    record.seed = 7;
    record.width = 224, record.height = 128, record.steps = 4;
    return record;
}

document::EmbeddedPicture painted(const std::vector<PngText>& texts) {
    const auto png = encode_png(textured(224, 128), texts);
    REQUIRE(png);
    return {QByteArray(reinterpret_cast<const char*>(png->data()), qsizetype(png->size())), "image/png", "waves.png"};
}

ByModel small_model() {
    ByModel by;
    by.model = HAIBAO_SOURCE_DIR "/assets/models/builtin";
    by.options = {"cpu", Precision::fast, 1};
    by.strength = 0.4;
    by.steps = 6;
    by.tile = 256;
    by.pace_file = paths::cache() / "pace.json";
    return by;
}

struct Outcome {
    std::vector<document::EmbeddedPicture> larger;
    std::optional<Error> error;
    int begun_at = -1, tiles = -1, last_picture = -1;
};

Outcome enlarge_all(std::vector<PictureTask> tasks, std::optional<ByModel> by, int stop_after = 1000) {
    PicturesEnlarger enlarger(std::move(tasks), std::move(by), {HAIBAO_WORKER_PROGRAM, {}, {}});
    QEventLoop loop;
    Outcome outcome;
    QObject::connect(&enlarger, &PicturesEnlarger::progressed, &loop, [&](int picture, int done, int tiles, double) {
        if (outcome.begun_at < 0) outcome.begun_at = done;
        outcome.tiles = tiles;
        outcome.last_picture = picture;
        if (done >= stop_after) enlarger.cancel();
    });
    QObject::connect(&enlarger, &PicturesEnlarger::finished, &loop, [&](const auto& larger) { outcome.larger = larger, loop.quit(); });
    QObject::connect(&enlarger, &PicturesEnlarger::failed, &loop, [&](const Error& error) { outcome.error = error, loop.quit(); });
    QTimer::singleShot(hang_ms, &loop, [&] { outcome.error = Error{ErrorKind::internal, "hangs", {}}, loop.quit(); });
    enlarger.start();
    loop.exec();
    return outcome;
}

Result<generate::Record> record_in(const document::EmbeddedPicture& picture) {
    std::istringstream stream(picture.bytes.toStdString());
    auto info = read_png_info(stream, "picture");
    return info ? record_of(*info, "picture") : pass_on(info);
}

QSize size_of(const document::EmbeddedPicture& picture) { return render::decode_picture(picture).value().image->size(); }

/// Finished tiles of a test are its own.
struct OwnCache {
    OwnCache() { qputenv("XDG_CACHE_HOME", folder.path().c_str()); }
    ~OwnCache() { before.isNull() ? qunsetenv("XDG_CACHE_HOME") : qputenv("XDG_CACHE_HOME", before); }
    test::TemporaryFolder folder;
    QByteArray before = qgetenv("XDG_CACHE_HOME");
};

}  // namespace

TEST_CASE("By Lanczos pictures fit into their sizes and say of themselves what they said") {
    const test::Application application;
    const auto outcome = enlarge_all({{painted(picture_texts(record_of_painting())), {448, 448}}, {painted({}), {300, 256}}}, {});
    REQUIRE_FALSE(outcome.error);
    REQUIRE(outcome.larger.size() == 2);
    CHECK(size_of(outcome.larger[0]) == QSize(448, 256));
    CHECK(size_of(outcome.larger[1]) == QSize(300, 171));
    CHECK(outcome.larger[0].name == "waves.png");
    CHECK(record_in(outcome.larger[0]).value().prompt == record_of_painting().prompt);
    CHECK_FALSE(record_in(outcome.larger[0])->enlarged);
    CHECK_FALSE(record_in(outcome.larger[1]));
}

TEST_CASE("By a model they tell how they were made larger; what was stopped goes on with the next tile") {
    const test::Application application;
    const OwnCache cache;
    const PictureTask task{painted(picture_texts(record_of_painting())), {448, 256}};
    const auto expected = [](double width) {
        const ExportSize size{.mode = SizeMode::pixels, .width = width, .height = width * 256 / 448};
        return expected_work({224, 128}, size, small_model()).value();
    };
    CHECK(expected(448).seconds == 0);  // this model has painted nothing here
    const auto stopped = enlarge_all({task}, small_model(), 1);
    REQUIRE(stopped.error);
    CHECK(stopped.error->kind == ErrorKind::cancelled);
    CHECK(stopped.tiles == 3);
    const auto outcome = enlarge_all({task}, small_model());
    REQUIRE_FALSE(outcome.error);
    CHECK(outcome.begun_at == 1);
    REQUIRE(outcome.larger.size() == 1);
    CHECK(size_of(outcome.larger[0]) == QSize(448, 256));
    const auto record = record_in(outcome.larger[0]);
    REQUIRE(record);
    CHECK(record->prompt == record_of_painting().prompt);
    CHECK(record->titles == record_of_painting().titles);
    REQUIRE(record->enlarged);
    CHECK(record->enlarged->strength == 0.4);
    CHECK(record->enlarged->steps == 6);
    CHECK(record->enlarged->prompt == record_of_painting().prompt);
    CHECK(record->enlarged->width == 448);
    // What a tile takes here is known for the next picture; the model is loaded once for all of them, which the last tile's time does not hide.
    const auto small = expected(448), large = expected(1344);
    REQUIRE(large.tiles > small.tiles);
    const double of_tile = (large.seconds - small.seconds) / (large.tiles - small.tiles);
    CHECK(of_tile > 0);
    CHECK(small.seconds - small.tiles * of_tile > 1e-6 * small.seconds);
    // Its tiles are not needed any more.
    const auto again = enlarge_all({task}, small_model(), 1);
    CHECK(again.begun_at == 0);
}

TEST_CASE("A record of a later version stays, and tells of the enlarging, too; what is no record gives way to one") {
    const generate::EnlargeRecord enlarged{"aa", "sea", "large", "bb", 4096, 5792, true, 0.3, 12, 9, 1024};
    const auto later = nlohmann::json::parse(record_with(R"({"format":"haibao.generation/9","mood":"sunny"})", enlarged));
    CHECK(later["mood"] == "sunny");
    CHECK(later["format"] == "haibao.generation/9");
    CHECK(later["enlarged"]["strength"] == 0.3);
    for (const char* none : {"", "{", "[1]", "{}", R"({"format":7})", R"({"format":"other/1"})"}) {
        const auto record = generate::record_from_json(nlohmann::json::parse(record_with(none, enlarged)));
        REQUIRE(record);
        CHECK(record->steps == 0);
        CHECK(record->enlarged == enlarged);
    }
}

TEST_CASE("A picture that cannot be read, or a model that is not there, ends it with the reason") {
    const test::Application application;
    auto outcome = enlarge_all({{{"no picture", "image/png", "broken.png"}, {100, 100}}}, {});
    REQUIRE(outcome.error);
    CHECK(outcome.error->message.contains("broken.png"));
    ByModel by = small_model();
    for (const int tile : {0, 64, 96, 300, 4096, -256}) {
        by.tile = tile;
        outcome = enlarge_all({{painted({}), {448, 256}}}, by);
        REQUIRE(outcome.error);
        CHECK(outcome.error->kind == ErrorKind::invalid_input);
    }
    by = small_model();
    by.model = "/nowhere";
    outcome = enlarge_all({{painted({}), {448, 256}}}, by);
    REQUIRE(outcome.error);
    CHECK(outcome.error->kind == ErrorKind::not_found);
}
