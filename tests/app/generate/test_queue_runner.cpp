// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue with the real worker. Killing whole processes is tested from the shell: tests/app/cli/test_queue.sh.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <fstream>

#include "app/gallery/picture_decode.h"
#include "tests/app/generate/watched_queue.h"

using namespace haibao;
using namespace haibao::generate;
namespace fs = std::filesystem;

using haibao::test::Application;
using testing::Watched;

namespace {

QImage pixels(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
    auto picture = gallery::decode_picture(bytes, file.filename().string());
    REQUIRE(picture);
    return *picture;
}

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
