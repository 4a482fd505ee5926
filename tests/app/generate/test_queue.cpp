// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/core/file_lock.h"
#include "app/generate/next_rung.h"
#include "app/generate/queue_work.h"
#include "app/generate/resume_files.h"
#include "tests/app/generate/opened_queue.h"

using namespace haibao;
using namespace haibao::generate;
using testing::Opened;
namespace fs = std::filesystem;

TEST_CASE("A queued job is the same after the queue was closed and opened again") {
    Opened opened;
    const QueuedJobId id = opened.add("夏日海报 “海风”");
    auto again = Queue::open(opened.library.folder());
    REQUIRE(again);
    auto job = again->find(id);
    REQUIRE(job);
    CHECK(job->state == JobState::queued);
    CHECK(job->request.prompt == "夏日海报 “海风”");
    CHECK(job->request.seed == 18446744073709551000u);
    CHECK(job->request.width == 512);
    CHECK(job->request.guidance == 1.25);
    CHECK_FALSE(job->request.steps);
    CHECK(job->request.count == 3);
    CHECK(job->request.model == "/models/模型");
    CHECK(job->request.options.device == "vulkan0");
    CHECK(job->request.options.precision == Precision::f32);
    CHECK(job->request.speed == Speed::fast);
    CHECK(job->request.options.threads == 3);
    CHECK(job->added > 0);
}

TEST_CASE("A request that cannot work is not queued") {
    Opened opened;
    NewJob job;
    job.request.prompt = "x";
    job.request.width = 100, job.request.height = 100;
    auto id = opened.queue.add(job);
    REQUIRE_FALSE(id);
    CHECK(id.error().kind == ErrorKind::invalid_input);
    job.request.width.reset(), job.request.height.reset();
    job.sources = {"/nowhere.png"};
    CHECK_FALSE(opened.queue.add(job));
    CHECK(opened.order().empty());
}

TEST_CASE("Jobs are taken in their order, which can be changed") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto a = opened.add("a"), b = opened.add("b"), c = opened.add("c"), d = opened.add("d");
    CHECK(opened.order() == "abcd");
    REQUIRE(opened.queue.move(d, Queue::Place::first));
    CHECK(opened.order() == "dabc");
    REQUIRE(opened.queue.move(a, Queue::Place::last));
    CHECK(opened.order() == "dbca");
    REQUIRE(opened.queue.move(c, Queue::Place::up));
    CHECK(opened.order() == "dcba");
    REQUIRE(opened.queue.move(d, Queue::Place::down));
    CHECK(opened.order() == "cdba");
    REQUIRE(opened.queue.move_before(a, c));
    CHECK(opened.order() == "acdb");
    REQUIRE(opened.queue.pause(a));
    auto taken = work.take_next();
    REQUIRE(taken);
    CHECK((*taken)->id == c);  // a is set aside
    CHECK((*taken)->state == JobState::running);
    REQUIRE(work.finish(c, JobState::done, {}));
    CHECK_FALSE(opened.queue.move(c, Queue::Place::first));
    REQUIRE(opened.queue.resume(a));
    CHECK(opened.order() == "adb");
    CHECK((*work.take_next())->id == a);
    CHECK((*work.take_next())->id == d);
    CHECK((*work.take_next())->id == b);
    CHECK_FALSE(*work.take_next());
}

TEST_CASE("A paused queue gives out no job") {
    Opened opened;
    QueueWork work(opened.queue);
    opened.add("a");
    REQUIRE(opened.queue.set_paused(true, "The disk is full."));
    CHECK_FALSE(*work.take_next());
    CHECK(opened.queue.pause_state()->reason == "The disk is full.");
    REQUIRE(opened.queue.set_paused(false));
    CHECK(*work.take_next());
}

TEST_CASE("A failed job is offered what could be tried next, and takes it with all else as it was") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto id = opened.add("a");
    CHECK(next_tries(*opened.queue.find(id)).empty());
    CHECK_FALSE(opened.queue.retry(id, {.device = "cpu", .size = {}}));
    CHECK(opened.queue.find(id)->request.options.device == "vulkan0");
    REQUIRE(work.take_next());
    REQUIRE(work.finish(id, JobState::failed, "The card is gone."));
    CHECK(next_tries(*opened.queue.find(id)) == std::vector<std::string>{"haibao-cli queue retry 1 --device cpu", "haibao-cli queue retry 1 --size 352x544"});

    auto refused = opened.queue.retry(id, {.device = {}, .size = Size{100, 100}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_input);
    CHECK(opened.state(id) == JobState::failed);
    REQUIRE(opened.queue.retry(id, {.device = "cpu", .size = Size{352, 544}}));
    const QueuedJob job = *opened.queue.find(id);
    CHECK(job.state == JobState::queued);
    CHECK(job.reason.empty());
    CHECK(job.request.options.device == "cpu");
    CHECK(job.request.width == 352);
    CHECK(job.request.height == 544);
    CHECK(job.request.seed == 18446744073709551000u);
    CHECK(job.request.guidance == 1.25);
    CHECK_FALSE(can_move_to_processor(job.request));
    Request least = job.request;
    least.width = least.height = 256;
    CHECK_FALSE(smaller_size(least));
    // The built-in model's own size is 512 × 512.
    Request built_in = job.request;
    built_in.model = HAIBAO_SOURCE_DIR "/assets/models/builtin";
    built_in.width = 512, built_in.height = 512;
    CHECK(smaller_size(built_in) == Size{352, 352});
    built_in.width = 1024, built_in.height = 256;
    CHECK(smaller_size(built_in) == Size{736, 256});
    built_in.width = built_in.height = std::nullopt;
    CHECK(smaller_size(built_in) == Size{352, 352});
    // One of 1024 × 1024 is not made for less than 512 × 512.
    Request large = built_in;
    large.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint";
    CHECK(smaller_size(large) == Size{736, 736});
    large.width = large.height = 736;
    CHECK(smaller_size(large) == Size{512, 512});
    large.width = large.height = 640;
    CHECK_FALSE(smaller_size(large));
    large.width = 2048, large.height = 512;
    CHECK_FALSE(smaller_size(large));
    CHECK_FALSE(opened.queue.retry(QueuedJobId{77}, {.device = "cpu", .size = {}}));
}

TEST_CASE("Each state allows what makes sense and says no with a sentence otherwise") {
    Opened opened;
    const auto id = opened.add("a");
    CHECK_FALSE(opened.queue.retry(id));
    CHECK_FALSE(opened.queue.resume(id));
    CHECK_FALSE(opened.queue.remove(id));
    REQUIRE(opened.queue.cancel(id));
    CHECK(opened.state(id) == JobState::cancelled);
    auto refused = opened.queue.cancel(id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_input);
    CHECK(refused.error().message.contains("cancelled"));
    REQUIRE(opened.queue.retry(id));
    CHECK(opened.state(id) == JobState::queued);
    auto copy = opened.queue.duplicate(id);
    REQUIRE(copy);
    CHECK(opened.queue.find(*copy)->request.seed == opened.queue.find(id)->request.seed);
    REQUIRE(opened.queue.cancel(id));
    REQUIRE(opened.queue.remove(id));
    auto gone = opened.queue.find(id);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().kind == ErrorKind::not_found);
    CHECK(opened.queue.cancel(id).error().kind == ErrorKind::not_found);
}

TEST_CASE("A job whose request cannot be read stands in nobody's way") {
    Opened opened;
    QueueWork work(opened.queue);
    auto database = sqlite::Database::open(opened.library.folder() / "library.db", sqlite::Access::read_write, "test");
    const auto broken = opened.add("broken"), other = opened.add("other"), last = opened.add("last");
    std::string request;
    SECTION("no JSON") { request = "{\"prompt\": \"bro"; }
    SECTION("no object") { request = "[1]"; }
    SECTION("impossible numbers of pictures") {
        for (const char* count : {"-1", "0", "2147483648", "1001"}) {
            auto changed = database->execute(std::format("UPDATE job SET request = json_set(request, '$.count', {}) WHERE id = 1", count));
            REQUIRE(changed);
            REQUIRE(opened.queue.pictures(broken));
            CHECK(opened.queue.pictures(broken)->size() == 1);
            CHECK_FALSE(opened.queue.find(broken)->reason.empty());
        }
        request = "{}";
    }
    auto statement = database->prepare("UPDATE job SET request = ?1 WHERE id = 1");
    REQUIRE(statement->bind(1, request).run());
    CHECK(opened.queue.find(broken)->request.prompt.empty());
    CHECK_FALSE(opened.queue.find(broken)->reason.empty());
    REQUIRE(opened.queue.list());
    REQUIRE(opened.queue.cancel(other));
    CHECK(opened.queue.remove(other));
    CHECK(work.recover());
    REQUIRE(opened.queue.cancel(broken));
    CHECK(opened.queue.remove_finished() == 1);
    CHECK((*work.take_next())->id == last);
}

TEST_CASE("A copy of a job holds what this program does not know, too") {
    Opened opened;
    auto database = sqlite::Database::open(opened.library.folder() / "library.db", sqlite::Access::read_write, "test");
    const auto id = opened.add("a");
    REQUIRE(database->execute("UPDATE job SET request = json_set(request, '$.format', 'haibao.request/9', '$.brush', 'soft')"));
    auto copy = opened.queue.duplicate(id);
    REQUIRE(copy);
    CHECK(database->integer(std::format("SELECT json_extract(request, '$.brush') = 'soft' AND count = 3 FROM job WHERE id = {}", static_cast<std::int64_t>(*copy))) == 1);
    CHECK(opened.queue.duplicate(QueuedJobId{99}).error().kind == ErrorKind::not_found);
}

TEST_CASE("A picture that was finished when its job was removed belongs to no job, which is no error") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto id = opened.add("a");
    REQUIRE(work.take_next());
    REQUIRE(opened.queue.cancel(id));
    REQUIRE(opened.queue.remove(id));
    CHECK(work.note_picture(id, 0, 1));
    CHECK(work.has_picture(id, 0) == false);
}

TEST_CASE("A job that takes the worker along twice without getting further is quarantined") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto id = opened.add("a");
    REQUIRE(work.take_next());
    CHECK(work.worker_died(id, "It crashed.") == JobState::queued);
    REQUIRE(work.take_next());
    REQUIRE(work.got_further(id));  // so this time counts as the first
    CHECK(work.worker_died(id, "It crashed.") == JobState::queued);
    REQUIRE(work.take_next());
    CHECK(work.worker_died(id, "It crashed again.") == JobState::quarantined);
    CHECK(opened.queue.find(id)->reason == "It crashed again.");
    CHECK_FALSE(*work.take_next());
    REQUIRE(opened.queue.retry(id));
    CHECK(opened.queue.find(id)->reason.empty());
    REQUIRE(*work.take_next());
    CHECK(work.worker_died(id, "x") == JobState::queued);
}

TEST_CASE("What a dead process was running waits again, at its place, but not for ever") {
    Opened opened;
    QueueWork work(opened.queue);
    const auto a = opened.add("a");
    opened.add("b");
    for (int round = 1; round < QueueWork::most_interruptions; ++round) {
        CHECK((*work.take_next())->id == a);
        REQUIRE(work.recover());
        CHECK(opened.state(a) == JobState::queued);
    }
    CHECK((*work.take_next())->id == a);
    REQUIRE(work.recover());
    CHECK(opened.state(a) == JobState::quarantined);
    CHECK(opened.queue.find(a)->reason.contains("4 times"));
    CHECK(opened.order() == "b");
}

TEST_CASE("Other connections notice a change") {
    Opened opened;
    auto other = Queue::open(opened.library.folder());
    REQUIRE(other);
    const auto before = *other->change_mark();
    CHECK(*other->change_mark() == before);
    opened.add("a");
    CHECK(*other->change_mark() != before);
}

TEST_CASE("The lock is held by one at a time") {
    test::TemporaryFolder folder;
    const fs::path file = folder.path() / "jobs" / "runner.lock";
    {
        auto held = FileLock::try_take(file);
        REQUIRE(held);
        CHECK(held->has_value());
        auto second = FileLock::try_take(file);
        REQUIRE(second);
        CHECK_FALSE(second->has_value());
    }
    auto third = FileLock::try_take(file);
    REQUIRE(third);
    CHECK(third->has_value());
}
