// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The queue with the real worker, over a library that takes nothing or is not there.
#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "tests/app/generate/watched_queue.h"

using namespace haibao;
using namespace haibao::generate;
namespace fs = std::filesystem;

using haibao::test::Application;
using testing::hang_ms, testing::Watched;

TEST_CASE("A queue that could not even note that it paused itself notes it as soon as it can") {
    Application application;
    Watched watched;
    const auto a = watched.add("a");
    auto database = sqlite::Database::open(watched.library.folder() / "library.db", sqlite::Access::read_write, "test");
    fs::remove_all(watched.library.folder() / "pictures");
    std::ofstream(watched.library.folder() / "pictures") << "in the way";
    watched.when_painting = [&] {
        CHECK(database->execute("CREATE TRIGGER full_job BEFORE UPDATE OF state ON job BEGIN SELECT RAISE(FAIL, 'full'); END;"
                                "CREATE TRIGGER full_queue BEFORE UPDATE ON queue BEGIN SELECT RAISE(FAIL, 'full'); END"));
    };
    watched.when_idle = [&] {
        CHECK(watched.job(a).state == JobState::running);
        CHECK_FALSE(watched.queue.pause_state()->paused);
        CHECK(database->execute("DROP TRIGGER full_job; DROP TRIGGER full_queue"));
    };
    watched.run();
    CHECK(watched.problems.size() == 1);
    CHECK(watched.job(a).state == JobState::queued);
    CHECK(watched.queue.pause_state()->paused);
    CHECK_FALSE(watched.queue.pause_state()->reason.empty());
}

TEST_CASE("When the library cannot take a picture the queue pauses itself and the job waits") {
    Application application;
    Watched watched;
    const auto a = watched.add("a");
    // Root may write anywhere: a file in the folder's place stops it, too.
    fs::remove_all(watched.library.folder() / "pictures");
    std::ofstream(watched.library.folder() / "pictures") << "in the way";
    watched.run();
    CHECK(watched.job(a).state == JobState::queued);
    CHECK(watched.queue.pause_state()->paused);
    CHECK_FALSE(watched.queue.pause_state()->reason.empty());
    REQUIRE(watched.problems.size() == 1);
    CHECK(watched.problems[0].kind == ErrorKind::io);

    fs::remove(watched.library.folder() / "pictures");
    REQUIRE(watched.queue.set_paused(false));
    watched.when_painting = [] { FAIL_CHECK("it is painted already"); };
    watched.run();
    CHECK(watched.job(a).state == JobState::done);
    CHECK(watched.pictures() == 1);
}

TEST_CASE("When the library's disk goes while it paints, nothing new is made in its place, and the job goes on once it is back") {
    Application application;
    Watched watched;
    const auto a = watched.add("a", 60, 512);
    const fs::path there = watched.library.folder(), elsewhere = watched.folder.path() / "unplugged";
    watched.when_painting = [&] { fs::rename(there, elsewhere); };
    watched.run();
    CHECK_FALSE(fs::exists(there));
    REQUIRE(watched.problems.size() == 1);
    CHECK(watched.problems[0].message.contains("still connected"));
    watched.problems.clear();
    fs::rename(elsewhere, there);
    watched.run();
    CHECK(watched.problems.empty());
    CHECK_FALSE(watched.queue.pause_state()->paused);
    CHECK(watched.job(a).state == JobState::done);
    CHECK(watched.pictures() == 1);
}

TEST_CASE("A runner whose library went takes no job any more when it is back: another one does") {
    Application application;
    Watched watched;
    const auto a = watched.add("a");
    const fs::path there = watched.library.folder(), elsewhere = watched.folder.path() / "unplugged";
    {
        auto created = QueueRunner::create(there, {.worker = {watched.worker, {}, {}}, .pace_file = {}});
        REQUIRE(created);
        REQUIRE(*created);
        QueueRunner& runner = **created;
        QEventLoop loop;
        int started = 0;
        QObject::connect(&runner, &QueueRunner::job_started, &loop, [&] { ++started; });
        QObject::connect(&runner, &QueueRunner::progressed, &loop, [&] { if (fs::exists(there)) fs::rename(there, elsewhere); });
        QObject::connect(&runner, &QueueRunner::idle, &loop, &QEventLoop::quit);
        QTimer::singleShot(hang_ms, &loop, [&loop] { loop.exit(1); });
        runner.start();
        REQUIRE(loop.exec() == 0);
        REQUIRE_FALSE(fs::exists(there));
        fs::rename(elsewhere, there);
        watched.add("b");
        runner.release();  // looks for work
        QCoreApplication::processEvents();
        CHECK(started == 1);
        CHECK(runner.current() == QueuedJobId::none);
    }
    CHECK(watched.job(a).state == JobState::queued);
    watched.run();
    CHECK(watched.started == "ab");
    CHECK(watched.pictures() == 2);
}
