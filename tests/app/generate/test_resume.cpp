// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs that go on where another run of them was broken off, with the real worker.

#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>
#include <csignal>

#include "app/generate/job_runner.h"
#include "tests/support/qt_application.h"

using namespace haibao;
using namespace haibao::generate;
using haibao::test::Application;

namespace {

constexpr int hang_ms = 120'000;  ///< a guard, not an expectation

/// Runs jobs and keeps everything that one could go on from.
struct Keeper {
    Keeper() {
        QObject::connect(&runner, &JobRunner::composed, &loop, [this](const Composition& composition) { kept.composition = composition; });
        QObject::connect(&runner, &JobRunner::painted, &loop, [this](const PaintingPoint& point) {
            ++points;
            std::erase_if(kept.painted, [&](const PaintingPoint& old) { return old.picture == point.picture; });
            kept.painted.push_back(point);
            if (points == stop_at_point) runner.cancel();
        });
        QObject::connect(&runner, &JobRunner::progressed, &loop, [this](const JobProgress& progress) {
            if (progress.now.stage == Stage::composing) ++composing;
            if (progress.now.stage == Stage::painting && first_painted_step < 0) first_painted_step = progress.now.step;
        });
        QObject::connect(&runner, &JobRunner::picture_finished, &loop, [this](const FinishedPicture& picture) { pictures.push_back(picture); });
        QObject::connect(&runner, &JobRunner::finished, &loop, [this] { loop.quit(); });
        QObject::connect(&runner, &JobRunner::failed, &loop, [this](const Error& error) { failure = error; loop.quit(); });
    }
    void run(const Request& request, Resume resume) {
        pictures.clear();
        failure.reset();
        points = composing = 0;
        first_painted_step = -1;
        resume.keep_every = 0;
        bool hung = false;
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, &loop, [&] { hung = true; loop.quit(); });
        guard.start(hang_ms);
        runner.start(request, std::move(resume));
        loop.exec();
        REQUIRE_FALSE(hung);
    }

    QEventLoop loop;
    Resume kept;
    std::vector<FinishedPicture> pictures;
    std::optional<Error> failure;
    int points = 0, stop_at_point = -1, composing = 0, first_painted_step = -1;
    JobRunner runner{{HAIBAO_WORKER_PROGRAM, {}, {}}};
};

Request two_pictures() {
    Request request;
    request.prompt = "poster with the title “海风”";
    request.width = 256, request.height = 256, request.steps = 6;
    request.seed = 40;
    request.count = 2;
    request.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint";
    request.options = {"cpu", Precision::fast, 1};
    return request;
}

}  // namespace

TEST_CASE("A job broken off at any step and gone on with gives the same bytes as one run through") {
    Application application;
    Keeper whole;
    whole.run(two_pictures(), {});
    REQUIRE(whole.pictures.size() == 2);
    CHECK(whole.points == 12);  // each step of both pictures
    for (const int stop : {1, 4, 6, 7, 11}) {
        Keeper first;
        first.stop_at_point = stop;
        first.run(two_pictures(), {});
        REQUIRE(first.failure);
        CHECK(first.failure->kind == ErrorKind::cancelled);
        CHECK(first.pictures.empty());

        Keeper second;  // a worker of its own
        second.run(two_pictures(), first.kept);
        INFO("broken off after " << stop << " steps");
        REQUIRE(second.pictures.size() == 2);
        CHECK(second.composing == 0);
        CHECK(second.first_painted_step >= std::min(stop, 6));
        CHECK(second.points <= 12 - stop);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(second.pictures[i].image.rgb == whole.pictures[i].image.rgb);
            CHECK(second.pictures[i].visual_tokens == whole.pictures[i].visual_tokens);
            CHECK(second.pictures[i].record.seed == 40 + i);
        }
    }
}

TEST_CASE("A fast job broken off in the middle goes on to the same bytes, and its pictures tell that they were painted fast") {
    Application application;
    Request request = two_pictures();
    request.prompt = "hills, green";
    request.model = HAIBAO_SOURCE_DIR "/assets/models/builtin";
    request.steps = 14;
    request.speed = Speed::fast;
    Keeper whole;
    whole.run(request, {});
    REQUIRE(whole.pictures.size() == 2);
    Request exact = request;
    exact.speed = Speed::exact;
    Keeper other;
    other.run(exact, {});
    REQUIRE(other.pictures.size() == 2);
    CHECK(other.pictures[0].image.rgb != whole.pictures[0].image.rgb);
    for (const int stop : {5, 18}) {
        Keeper first;
        first.stop_at_point = stop;
        first.run(request, {});
        REQUIRE(first.failure);
        Keeper second;
        second.run(request, first.kept);
        INFO("broken off after " << stop << " steps");
        REQUIRE(second.pictures.size() == 2);
        CHECK(second.composing == 0);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(second.pictures[i].image.rgb == whole.pictures[i].image.rgb);
            CHECK(second.pictures[i].record.speed == Speed::fast);
        }
    }
}

TEST_CASE("A job of which some pictures are kept makes only the others") {
    Application application;
    Keeper keeper;
    keeper.run(two_pictures(), {});
    REQUIRE(keeper.pictures.size() == 2);
    const auto second = keeper.pictures[1].image.rgb;
    Resume resume = keeper.kept;
    resume.done = 1;
    resume.composition.first = 1;
    resume.composition.visual_tokens.erase(resume.composition.visual_tokens.begin());
    keeper.run(two_pictures(), resume);
    REQUIRE(keeper.pictures.size() == 1);
    CHECK(keeper.pictures[0].index == 1);
    CHECK(keeper.pictures[0].record.seed == 41);
    CHECK(keeper.pictures[0].image.rgb == second);
    CHECK(keeper.points == 0);  // it was painted, only to be decoded
}

TEST_CASE("What was kept for another model or another size is not used, and the job is done all the same") {
    Application application;
    Keeper keeper;
    keeper.run(two_pictures(), {});
    REQUIRE(keeper.pictures.size() == 2);
    const auto first = keeper.pictures[0].image.rgb;
    Resume resume = keeper.kept;
    SECTION("another model") { resume.composition.model_sha256 = std::string(64, '0'); }
    SECTION("another number of tokens") { resume.composition.visual_tokens[1].pop_back(); }
    SECTION("other latents") { resume.painted[0].latent.resize(100); }
    SECTION("latents that are no numbers") { resume.painted[1].latent[7] = std::numeric_limits<float>::quiet_NaN(); }
    keeper.run(two_pictures(), resume);
    REQUIRE(keeper.pictures.size() == 2);
    CHECK(keeper.composing > 0);
    CHECK(keeper.pictures[0].image.rgb == first);
}
