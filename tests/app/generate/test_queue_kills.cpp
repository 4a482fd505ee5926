// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The worker killed at random moments of a queue, again and again, with the program around it living on: no job, no picture
// and no byte of it is lost, and no memory, file, descriptor or process is left over. $HAIBAO_TEST_KILLS: how many (10).
#include <unistd.h>

#include <QEventLoop>
#include <QTimer>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <fstream>
#include <map>
#include <random>

#include "app/gallery/picture_decode.h"
#include "app/generate/queue_runner.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::generate;
namespace fs = std::filesystem;

namespace {

constexpr int prompts = 3, pictures_per_job = 2, hang_ms = 600'000;
/// What a program may keep for later: caches of SQLite and the C library's heap.
constexpr std::int64_t tolerated_growth = 24 << 20;

std::int64_t resident_bytes() {
    std::int64_t total = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

std::size_t entries(const fs::path& folder) { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator())); }

/// What this process holds open: files by name, pipes and the like by kind, in order.
std::vector<std::string> open_files() {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        const std::string name = fs::read_symlink(entry.path(), ignored).string();
        names.push_back(name.substr(0, name.find(':')));
    }
    std::ranges::sort(names);
    return names;
}

std::vector<pid_t> children() {
    std::vector<pid_t> found;
    for (const auto& thread : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(thread.path() / "children");
        for (pid_t child = 0; list >> child;) found.push_back(child);
    }
    return found;
}

QImage pixels(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(stream), {}};
    auto picture = gallery::decode_picture(bytes, file.filename().string());
    REQUIRE(picture);
    return *picture;
}

struct Workshop {
    Workshop() : library(*gallery::Library::create(folder.path() / "library")), queue(*Queue::open(library.folder())) {}

    void add(int prompt) {
        NewJob job;
        job.request.prompt = std::format("kill {}", prompt);
        job.request.seed = static_cast<std::uint64_t>(prompt) * 10;
        job.request.width = job.request.height = 256;
        job.request.steps = 12;
        job.request.count = pictures_per_job;
        job.request.model = HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint";
        job.request.options = {"cpu", Precision::f32, 1};
        auto id = queue.add(job);
        REQUIRE(id);
        jobs[*id] = prompt;
    }
    std::unique_ptr<QueueRunner> runner() {
        auto created = QueueRunner::create(library.folder(), {.worker = {HAIBAO_WORKER_PROGRAM, {}, {}}, .pace_file = {}, .keep_every = 0});
        REQUIRE(created);
        REQUIRE(*created);
        return std::move(*created);
    }
    /// The pictures of every job, by prompt and number.
    std::map<std::pair<int, std::size_t>, QImage> made() {
        std::map<std::pair<int, std::size_t>, QImage> all;
        for (const auto& [id, prompt] : jobs) {
            CHECK(queue.find(id)->state == JobState::done);
            auto ids = queue.pictures(id);
            REQUIRE(ids);
            REQUIRE(ids->size() == pictures_per_job);
            for (std::size_t number = 0; number < ids->size(); ++number) {
                auto details = library.get(gallery::PictureId{(*ids)[number]});
                REQUIRE(details);
                const QImage image = pixels(details->file);
                const auto known = all.emplace(std::pair{prompt, number}, image).first;
                CHECK(known->second == image);
            }
        }
        return all;
    }

    test::TemporaryFolder folder;
    gallery::Library library;
    Queue queue;
    std::map<QueuedJobId, int> jobs;
};

void run_until_idle(Workshop& workshop) {
    const auto runner = workshop.runner();
    QEventLoop loop;
    QObject::connect(runner.get(), &QueueRunner::idle, &loop, &QEventLoop::quit);
    QTimer::singleShot(hang_ms, &loop, [] { FAIL("the queue hangs"); });
    runner->start();
    loop.exec();
}

/// Kills the worker `kills` times, each after a random number of signs of progress, and gives the queue new jobs when it has
/// none. Returns the resident memory after a tenth of the kills.
std::int64_t kill_often(Workshop& workshop, int kills) {
    std::mt19937 random(4711);
    const auto runner = workshop.runner();
    QEventLoop loop;
    int done = 0, signs = 0, next = 1 + static_cast<int>(random() % 60);
    std::int64_t early = 0;
    QObject::connect(runner.get(), &QueueRunner::progressed, &loop, [&] {
        if (++signs < next || done == kills) return;
        const std::vector<pid_t> alive = children();
        if (alive.empty()) return;
        ::kill(alive.front(), SIGKILL);
        signs = 0;
        next = 1 + static_cast<int>(random() % 60);
        if (++done == std::max(3, kills / 10)) early = resident_bytes();
        if (done == kills) loop.quit();
    });
    // Killed twice at the same place: that is for people to decide, here for this test.
    QObject::connect(runner.get(), &QueueRunner::job_ended, &loop, [&](const QueuedJob& job) {
        if (job.state != JobState::quarantined) return;
        CHECK(job.reason.contains("ended 2 times"));
        CHECK(workshop.queue.retry(job.id));
    });
    QObject::connect(runner.get(), &QueueRunner::idle, &loop, [&] { workshop.add(static_cast<int>(workshop.jobs.size()) % prompts); });
    QTimer::singleShot(hang_ms * 3, &loop, [] { FAIL("the queue hangs"); });
    runner->start();
    loop.exec();
    CHECK(done == kills);
    return early;
}

}  // namespace

TEST_CASE("A worker killed at random moments costs no job, no picture, no memory, no file and no process") {
    test::Application application;
    const int asked = qEnvironmentVariableIntValue("HAIBAO_TEST_KILLS"), kills = asked > 0 ? asked : 10;
    Workshop undisturbed;
    for (int prompt = 0; prompt < prompts; ++prompt) undisturbed.add(prompt);
    run_until_idle(undisturbed);
    const auto expected = undisturbed.made();
    REQUIRE(children().empty());
    Workshop workshop;
    // SQLite keeps the descriptor of a closed connection for the next one while others are open: those are no leak.
    workshop.add(0);
    run_until_idle(workshop);
    const std::vector<std::string> files = open_files();
    const std::size_t threads = entries("/proc/self/task");

    const std::int64_t early = kill_often(workshop, kills);
    const std::int64_t late = resident_bytes();
    run_until_idle(workshop);

    INFO("resident memory early " << early << ", late " << late);
    CHECK(late - early < tolerated_growth);
    CHECK(children().empty());
    CHECK(open_files() == files);
    CHECK(entries("/proc/self/task") == threads);
    const auto made = workshop.made();
    for (const auto& [which, image] : made) CHECK(image == expected.at(which));
    CHECK(*workshop.library.count() == static_cast<std::int64_t>(workshop.jobs.size()) * pictures_per_job);
    std::vector<std::string> left;
    for (const auto& entry : fs::recursive_directory_iterator(workshop.queue.jobs_folder()))
        if (const std::string name = entry.path().filename().string(); name != "runner.lock" && name != "sources") left.push_back(name);
    CHECK(left.empty());
}
