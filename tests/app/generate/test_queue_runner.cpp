// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue with the real worker. Killing whole processes is tested from the shell: tests/app/cli/test_queue.sh.

#include <QEventLoop>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <algorithm>
#include <fstream>

#include "app/gallery/picture_decode.h"
#include "app/generate/queue_runner.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::generate;
namespace fs = std::filesystem;

using haibao::test::Application;

namespace {

QImage pixels(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
    auto picture = gallery::decode_picture(bytes, file.filename().string());
    REQUIRE(picture);
    return *picture;
}

constexpr int hang_ms = 120'000;  ///< a guard, not an expectation

/// A library, its queue as another process would hold it, and a runner.
struct Watched {
    Watched() : library(*gallery::Library::create(folder.path() / "library")), queue(*Queue::open(library.folder())) {}

    QueuedJobId add(const std::string& prompt, int steps = 2, int side = 256, int count = 1) {
        NewJob job;
        job.request.prompt = prompt;
        job.request.width = side, job.request.height = side, job.request.steps = steps;
        job.request.count = count;
        job.request.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint";
        job.request.options = {"cpu", Precision::f32, 1};
        auto id = queue.add(job);
        REQUIRE(id);
        return *id;
    }
    /// Until the queue is empty or paused.
    void run() {
        auto created = QueueRunner::create(library.folder(), {.worker = {worker, {}, {}}, .pace_file = {}, .keep_every = keep_every});
        REQUIRE(created);
        REQUIRE(*created);
        QueueRunner& runner = **created;
        now = &runner;
        QEventLoop loop;
        QObject::connect(&runner, &QueueRunner::held, &loop, [this] { if (when_held) std::exchange(when_held, nullptr)(); });
        QObject::connect(&runner, &QueueRunner::idle, &loop, [&] {
            if (!when_idle) return loop.quit();
            QObject::connect(&runner, &QueueRunner::changed, &loop, &QEventLoop::quit);
            std::exchange(when_idle, nullptr)();
        });
        QObject::connect(&runner, &QueueRunner::job_started, &loop, [this](const QueuedJob& job) { started += job.request.prompt; });
        QObject::connect(&runner, &QueueRunner::problem, &loop, [this](const Error& error) { problems.push_back(error); });
        QObject::connect(&runner, &QueueRunner::progressed, &loop, [this](QueuedJobId, const JobProgress& progress) {
            if (progress.now.stage == Stage::painting && when_painting) std::exchange(when_painting, nullptr)();
            if (progress.now.stage == Stage::finishing && when_finishing) std::exchange(when_finishing, nullptr)();
        });
        bool hung = false;
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, &loop, [&] { hung = true; loop.quit(); });
        guard.start(hang_ms);
        runner.start();
        loop.exec();
        REQUIRE_FALSE(hung);
    }
    QueuedJob job(QueuedJobId id) { return *queue.find(id); }
    std::int64_t pictures() { return *library.count(); }
    /// A worker that the system ends after so many seconds of computing.
    void mortal_worker(int cpu_seconds) {
        worker = folder.write("worker.sh", std::format("#!/bin/sh\nulimit -t {}\nexec {}\n", cpu_seconds, HAIBAO_WORKER_PROGRAM));
        fs::permissions(worker, fs::perms::owner_all);
    }

    test::TemporaryFolder folder;
    gallery::Library library;
    Queue queue;
    fs::path worker = HAIBAO_WORKER_PROGRAM;
    double keep_every = 0;
    std::string started;
    std::vector<Error> problems;
    QueueRunner* now = nullptr;  ///< while it runs
    std::function<void()> when_painting, when_finishing, when_held;
    std::function<void()> when_idle;  ///< then the run ends with the next change
};

}  // namespace

TEST_CASE("A queue that is held finishes its job, takes no other, and goes on when it is released") {
    Application application;
    Watched watched;
    const auto a = watched.add("a"), b = watched.add("b");
    bool held = false;
    watched.when_painting = [&] { watched.now->hold(); };
    watched.when_held = [&] {
        held = true;
        CHECK(watched.job(a).state == JobState::done);
        CHECK(watched.job(b).state == JobState::queued);
        CHECK(watched.started == "a");
        watched.now->release();
    };
    watched.run();
    CHECK(held);
    CHECK(watched.started == "ab");
    CHECK(watched.job(b).state == JobState::done);
}

TEST_CASE("The queue makes every picture, keeps it with tokens and record, and leaves nothing else behind") {
    Application application;
    Watched watched;
    const auto a = watched.add("a “海风”", 2, 256, 5), b = watched.add("b");
    REQUIRE(watched.queue.move(b, Queue::Place::first));
    watched.run();
    CHECK(watched.started == "ba “海风”");
    CHECK(watched.job(a).state == JobState::done);
    CHECK(watched.job(a).done == 5);
    CHECK(watched.job(b).state == JobState::done);
    CHECK(watched.pictures() == 6);
    auto ids = watched.queue.pictures(a);
    REQUIRE(ids);
    for (std::size_t number = 0; number < 5; ++number) {
        auto details = watched.library.get(gallery::PictureId{(*ids)[number]});
        REQUIRE(details);
        CHECK(details->making.seed == number);
        CHECK(details->making.titles == std::vector<std::string>{"海风"});
        CHECK(details->visual_tokens == 64);
        CHECK(fs::exists(details->file));
    }
    CHECK_FALSE(fs::exists(watched.queue.job_folder(a)));
    CHECK_FALSE(fs::exists(watched.queue.job_folder(b)));
}

TEST_CASE("A job that cannot work is failed with its reason, and the next one is done") {
    Application application;
    Watched watched;
    NewJob bad;
    bad.request.prompt = "bad";
    bad.request.model = "/nowhere";
    const auto a = *watched.queue.add(bad), b = watched.add("b");
    watched.run();
    CHECK(watched.job(a).state == JobState::failed);
    CHECK(watched.job(a).reason.contains("nowhere"));
    CHECK(watched.job(b).state == JobState::done);
}

TEST_CASE("Cancelling, pausing a job and pausing the queue stop a running job from outside") {
    Application application;
    Watched watched;
    const auto id = watched.add("a", 100, 512);
    SECTION("cancelled: nothing of it is left") {
        watched.when_painting = [&] { CHECK(watched.queue.cancel(id)); };
        watched.run();
        CHECK(watched.job(id).state == JobState::cancelled);
        CHECK_FALSE(fs::exists(watched.queue.job_folder(id)));
    }
    SECTION("paused: what it can go on from is kept") {
        watched.when_painting = [&] { CHECK(watched.queue.pause(id)); };
        watched.run();
        CHECK(watched.job(id).state == JobState::paused);
        CHECK(fs::exists(watched.queue.job_folder(id) / "composition"));
    }
    SECTION("the whole queue: it waits at its place") {
        watched.when_painting = [&] { CHECK(watched.queue.set_paused(true)); };
        watched.run();
        CHECK(watched.job(id).state == JobState::queued);
        CHECK(fs::exists(watched.queue.job_folder(id) / "composition"));
    }
    CHECK(watched.pictures() == 0);
}

TEST_CASE("A second runner of the same library is refused while the first lives") {
    Application application;
    Watched watched;
    const QueueRunnerOptions options{.worker = {HAIBAO_WORKER_PROGRAM, {}, {}}, .pace_file = {}};
    auto first = QueueRunner::create(watched.library.folder(), options);
    REQUIRE(first);
    REQUIRE(*first);
    auto second = QueueRunner::create(watched.library.folder(), options);
    REQUIRE(second);
    CHECK_FALSE(*second);
    first->reset();
    second = QueueRunner::create(watched.library.folder(), options);
    CHECK(*second);
}

TEST_CASE("A job that outlives its worker and gets further each time is done in the end") {
    Application application;
    Watched watched;
    watched.mortal_worker(2);
    const auto a = watched.add("a", 60, 512);
    watched.run();
    const QueuedJob job = watched.job(a);
    INFO(job.reason);
    CHECK(job.state == JobState::done);
    CHECK(job.attempts > 1);
    CHECK(watched.pictures() == 1);
}

TEST_CASE("A job whose worker dies twice at the same place is quarantined with its reason, and the others are done") {
    Application application;
    Watched watched;
    watched.mortal_worker(2);
    watched.keep_every = 1e6;
    const auto a = watched.add("a", 200, 512), b = watched.add("b", 1);
    watched.run();
    const QueuedJob job = watched.job(a);
    CHECK(job.state == JobState::quarantined);
    CHECK(job.attempts <= 3);
    CHECK(job.reason.contains("ended 2 times"));
    CHECK(watched.job(b).state == JobState::done);
    CHECK(watched.pictures() == 1);
    // It is not tried again by itself, but when somebody says so.
    watched.started.clear();
    watched.run();
    CHECK(watched.started.empty());
    REQUIRE(watched.queue.cancel(a));
}

TEST_CASE("A picture that waits beside the queue goes into the library once, whatever was killed in between") {
    Application application;
    Watched watched;
    const auto a = watched.add("a", 2, 256, 2);
    watched.run();
    REQUIRE(watched.pictures() == 2);
    auto ids = watched.queue.pictures(a);
    const gallery::PictureDetails second = *watched.library.get(gallery::PictureId{(*ids)[1]});
    const fs::path file = second.file;
    const gallery::Time created = second.created;

    // As if the runner had been killed after the row of picture 1 was written and before the job knew of it.
    auto database = sqlite::Database::open(watched.library.folder() / "library.db", sqlite::Access::read_write, "test");
    REQUIRE(database->execute("DELETE FROM job_picture WHERE number = 1; UPDATE job SET state = 'running'"));
    fs::create_directories(watched.queue.job_folder(a));
    fs::copy_file(file, watched.queue.job_folder(a) / "picture-1.png");
    watched.run();
    CHECK(watched.pictures() == 2);
    CHECK(*watched.queue.pictures(a) == *ids);
    CHECK(watched.job(a).state == JobState::done);

    // …and as if before that row.
    REQUIRE(database->execute("DELETE FROM job_picture WHERE number = 1; UPDATE job SET state = 'running'"));
    fs::create_directories(watched.queue.job_folder(a));
    fs::rename(file, watched.queue.job_folder(a) / "picture-1.png");
    fs::last_write_time(watched.queue.job_folder(a) / "picture-1.png", std::chrono::clock_cast<std::chrono::file_clock>(created));
    REQUIRE(database->execute(std::format("DELETE FROM picture WHERE id = {}", (*ids)[1])));
    SECTION("before its file was written") {}
    SECTION("after its file was written") { fs::copy(watched.queue.job_folder(a) / "picture-1.png", file); }
    watched.run();
    CHECK(watched.pictures() == 2);
    CHECK(watched.job(a).state == JobState::done);
    CHECK_FALSE(fs::exists(watched.queue.job_folder(a)));
    const auto is_png = [](const fs::directory_entry& entry) { return entry.path().extension() == ".png"; };
    CHECK(std::ranges::count_if(fs::recursive_directory_iterator(watched.library.folder() / "pictures"), is_png) == 2);
}

TEST_CASE("A finished picture that is damaged is painted again, and the queue goes on") {
    Application application;
    Watched watched;
    const auto a = watched.add("a", 2, 256, 3), b = watched.add("b");
    watched.run();
    REQUIRE(watched.pictures() == 4);
    const fs::path first = watched.library.get(gallery::PictureId{watched.queue.pictures(a)->at(0)})->file,
                   second = watched.library.get(gallery::PictureId{watched.queue.pictures(a)->at(1)})->file;

    // As if the runner had been killed, and the disk had lost the end of picture 1.
    auto database = sqlite::Database::open(watched.library.folder() / "library.db", sqlite::Access::read_write, "test");
    REQUIRE(database->execute(std::format("DELETE FROM picture WHERE id IN ({}, {})", watched.queue.pictures(a)->at(1), watched.queue.pictures(a)->at(2))));
    REQUIRE(database->execute("DELETE FROM job_picture WHERE job = 1 AND number > 0; UPDATE job SET state = 'running' WHERE id = 1"));
    const fs::path staged = watched.queue.job_folder(a) / "picture-1.png";
    fs::create_directories(staged.parent_path());
    fs::copy_file(second, staged);
    fs::copy_file(first, watched.queue.job_folder(a) / "picture-2.png");
    const std::uintmax_t lost_at_the_end = GENERATE(std::uintmax_t{200}, std::uintmax_t{1'000'000'000});
    const std::uintmax_t whole = fs::file_size(staged);
    fs::resize_file(staged, whole - std::min(whole, lost_at_the_end));
    watched.run();
    CHECK(watched.job(a).state == JobState::done);
    CHECK_FALSE(watched.queue.pause_state()->paused);
    REQUIRE(watched.problems.size() == 1);
    CHECK(watched.problems[0].message.contains("painted again"));
    CHECK(watched.pictures() == 4);
    for (std::size_t number = 0; number < 3; ++number) {
        const auto details = watched.library.get(gallery::PictureId{watched.queue.pictures(a)->at(number)});
        REQUIRE(details);
        CHECK(details->making.seed == number);
        CHECK(pixels(details->file).size() == QSize(256, 256));
    }
    CHECK(watched.job(b).state == JobState::done);
}

TEST_CASE("A job that is cancelled and removed in its last moment leaves nothing behind, and the queue goes on") {
    Application application;
    Watched watched;
    const auto a = watched.add("a", 1), b = watched.add("b", 1);
    watched.when_finishing = [&] {
        CHECK(watched.queue.cancel(a));
        CHECK(watched.queue.remove(a));
    };
    watched.run();
    CHECK(watched.problems.empty());
    CHECK_FALSE(watched.queue.pause_state()->paused);
    CHECK(watched.pictures() == 1);
    CHECK(watched.job(b).state == JobState::done);
    CHECK_FALSE(fs::exists(watched.queue.job_folder(a)));
}

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
