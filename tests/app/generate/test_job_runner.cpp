// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>

#include "app/generate/job_runner.h"
#include "tests/support/qt_application.h"

using namespace haibao;
using namespace haibao::generate;
using haibao::test::Application;

namespace {

constexpr int hang_ms = 120'000;  ///< a guard, not an expectation

struct Watched {
    Watched() {
        QObject::connect(&runner, &JobRunner::picture_finished, &loop, [this](const FinishedPicture& picture) { pictures.push_back(picture); });
        QObject::connect(&runner, &JobRunner::finished, &loop, [this] { ++finishes; loop.quit(); });
        QObject::connect(&runner, &JobRunner::failed, &loop, [this](const Error& error) { failures.push_back(error); loop.quit(); });
        QObject::connect(&runner, &JobRunner::progressed, &loop, [this](const JobProgress& progress) {
            if (progress.now.stage == Stage::painting && cancel_when_painting) runner.cancel();
        });
    }
    void run(const Request& request) {
        pictures.clear();
        failures.clear();
        finishes = 0;
        bool hung = false;
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, &loop, [&] { hung = true; loop.quit(); });
        guard.start(hang_ms);
        runner.start(request);
        loop.exec();
        REQUIRE_FALSE(hung);
        CHECK(finishes + failures.size() == 1);
        CHECK_FALSE(runner.busy());
    }

    QEventLoop loop;
    std::vector<FinishedPicture> pictures;
    std::vector<Error> failures;
    std::size_t finishes = 0;
    bool cancel_when_painting = false;
    JobRunner runner{{HAIBAO_WORKER_PROGRAM, {}, {}}};
};

Request small_request() {
    Request request;
    request.prompt = "poster with the title “海风”";
    request.width = 256, request.height = 256, request.steps = 2;
    request.seed = 40;
    request.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint";
    request.options = {"cpu", Precision::f32, 1};
    return request;
}

}  // namespace

TEST_CASE("Every picture of a job comes with the record that makes it again") {
    Application application;
    Watched watched;
    Request request = small_request();
    request.count = 5;
    watched.run(request);
    REQUIRE(watched.finishes == 1);
    REQUIRE(watched.pictures.size() == 5);
    for (int i = 0; i < 5; ++i) {
        const FinishedPicture& picture = watched.pictures[static_cast<std::size_t>(i)];
        CHECK(picture.index == i);
        CHECK(picture.record.seed == 40u + static_cast<unsigned>(i));
        CHECK(picture.image.width == 256);
        CHECK(picture.record.width == 256);
        CHECK(picture.record.steps == 2);
        CHECK(picture.record.prompt == request.prompt);
        REQUIRE(picture.record.titles.size() == 1);
        CHECK(picture.record.titles[0].text == "海风");
        CHECK(picture.record.device_class == "cpu");
        CHECK(picture.record.model_sha256.size() == 64);
        CHECK_FALSE(picture.record.version.empty());
    }
    CHECK(watched.pictures[0].image.rgb != watched.pictures[1].image.rgb);

    // The fourth one alone, with its own seed, is the same picture.
    Request again = small_request();
    again.seed = watched.pictures[3].record.seed;
    const auto expected = watched.pictures[3].image.rgb;
    watched.run(again);
    REQUIRE(watched.pictures.size() == 1);
    CHECK(watched.pictures[0].image.rgb == expected);
}

TEST_CASE("A cancelled job ends with that error, gives no picture, and the next one runs") {
    Application application;
    Watched watched;
    Request request = small_request();
    request.steps = 100;
    watched.cancel_when_painting = true;
    watched.run(request);
    REQUIRE(watched.failures.size() == 1);
    CHECK(watched.failures[0].kind == ErrorKind::cancelled);
    CHECK(watched.pictures.empty());
    watched.cancel_when_painting = false;
    watched.run(small_request());
    CHECK(watched.pictures.size() == 1);
}

TEST_CASE("A request that cannot work fails before a worker is started") {
    Application application;
    Watched watched;
    Request request = small_request();
    request.width = 100;
    watched.run(request);
    REQUIRE(watched.failures.size() == 1);
    CHECK(watched.failures[0].kind == ErrorKind::invalid_input);
    request = small_request();
    request.model = "/nowhere";
    watched.run(request);
    REQUIRE(watched.failures.size() == 1);
    CHECK(watched.failures[0].kind == ErrorKind::not_found);
}
