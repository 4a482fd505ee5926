// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real worker process, killed in many ways.

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>
#include <csignal>

#include "app/generate/worker_client.h"
#include "tests/support/qt_application.h"

using namespace haibao;
using namespace haibao::generate;
using protocol::JobId;

using haibao::test::Application;

namespace {

constexpr int hang_ms = 60'000;  ///< a guard, not an expectation

/// A client whose signals are counted.
struct Watched {
    explicit Watched(std::string program = HAIBAO_WORKER_PROGRAM) : client({std::move(program), {}, {}}) {
        QObject::connect(&client, &WorkerClient::ready, &loop, [this] { ++ready; loop.quit(); });
        QObject::connect(&client, &WorkerClient::died, &loop, [this](const Error& error) { deaths.push_back(error); loop.quit(); });
        QObject::connect(&client, &WorkerClient::failed, &loop, [this](JobId, const Error& error) { failures.push_back(error); loop.quit(); });
        QObject::connect(&client, &WorkerClient::result, &loop, [this] { ++results; loop.quit(); });
        QObject::connect(&client, &WorkerClient::progress, &loop, [this] {
            if (++progress == stop_at_progress) loop.quit();
        });
    }
    /// Runs until one of the signals above.
    void wait() {
        bool hung = false;
        QTimer guard;
        guard.setSingleShot(true);
        QObject::connect(&guard, &QTimer::timeout, &loop, [&] { hung = true; loop.quit(); });
        guard.start(hang_ms);
        loop.exec();
        REQUIRE_FALSE(hung);
    }
    /// Lets everything that is still on its way arrive.
    static void settle() {
        for (int i = 0; i < 20; ++i) QCoreApplication::processEvents(QEventLoop::AllEvents);
    }
    void load_tiny_model() {
        client.load({HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint", {"cpu", Precision::f32, 1}});
        while (results == 0 && failures.empty() && deaths.empty()) wait();
        REQUIRE(results == 1);
    }
    JobId start_long_job() {
        haibao::GenerationRequest request;
        request.prompt = "poster “x”";
        request.width = request.height = 512;
        request.steps = 200;
        return client.generate(request);
    }

    QEventLoop loop;
    int ready = 0, results = 0, progress = 0, stop_at_progress = -1;
    std::vector<Error> deaths, failures;
    WorkerClient client;  // last: its end must not meet a dead loop
};

bool process_lives(qint64 pid) { return ::kill(static_cast<pid_t>(pid), 0) == 0; }

}  // namespace

TEST_CASE("The client greets its worker and ends it with itself") {
    Application application;
    qint64 pid = 0;
    {
        Watched watched;
        watched.client.start();
        watched.wait();
        CHECK(watched.ready == 1);
        pid = watched.client.process_id();
        CHECK(process_lives(pid));
    }
    CHECK_FALSE(process_lives(pid));
}

TEST_CASE("A worker killed at any moment gives one clear error and no orphan, and the next one works") {
    Application application;
    Watched watched;
    watched.client.start();
    watched.load_tiny_model();
    const int kills = qEnvironmentVariableIntValue("HAIBAO_TEST_KILLS");
    for (int round = 0; round < (kills > 0 ? kills : 10); ++round) {
        watched.deaths.clear();
        watched.start_long_job();
        // Spread over loading, composing and painting.
        if (const int moment = round * 71 % 700; moment > 0) {
            watched.stop_at_progress = watched.progress + moment;
            watched.wait();
        }
        const qint64 pid = watched.client.process_id();
        ::kill(static_cast<pid_t>(pid), SIGKILL);
        watched.stop_at_progress = -1;
        while (watched.deaths.empty()) watched.wait();
        Watched::settle();
        REQUIRE(watched.deaths.size() == 1);
        CHECK(watched.deaths[0].kind == ErrorKind::device);
        CHECK(watched.deaths[0].message.contains("killed"));
        CHECK(watched.failures.empty());
        CHECK_FALSE(process_lives(pid));
        CHECK_FALSE(watched.client.running());

        watched.deaths.clear();
        watched.results = 0;
        watched.client.start();
        watched.load_tiny_model();
    }
}

TEST_CASE("A crash is told apart from a kill") {
    Application application;
    Watched watched;
    watched.client.start();
    watched.wait();
    ::kill(static_cast<pid_t>(watched.client.process_id()), SIGSEGV);
    watched.wait();
    REQUIRE(watched.deaths.size() == 1);
    CHECK(watched.deaths[0].message.contains("crashed"));
}

TEST_CASE("A program that is not there, ends at once or talks nonsense is a death, too") {
    Application application;
    for (const char* program : {"/nowhere/haibao-worker", "/bin/false", "/bin/echo"}) {
        Watched watched(program);
        watched.client.start();
        watched.client.devices();
        CHECK(watched.deaths.empty());
        watched.wait();
        Watched::settle();
        INFO(program);
        REQUIRE(watched.deaths.size() == 1);
        CHECK(watched.deaths[0].kind == ErrorKind::device);
        CHECK(watched.results == 0);
    }
}

TEST_CASE("Killing on purpose is no death") {
    Application application;
    Watched watched;
    watched.client.start();
    watched.wait();
    watched.client.kill();
    Watched::settle();
    CHECK(watched.deaths.empty());
    CHECK_FALSE(watched.client.running());
}

TEST_CASE("Cancel ends a computing job with the one error it asked for") {
    Application application;
    Watched watched;
    watched.client.start();
    watched.load_tiny_model();
    const JobId job = watched.start_long_job();
    watched.stop_at_progress = watched.progress + 3;
    watched.wait();
    watched.client.cancel(job);
    while (watched.failures.empty() && watched.deaths.empty()) watched.wait();
    REQUIRE(watched.failures.size() == 1);
    CHECK(watched.failures[0].kind == ErrorKind::cancelled);
    CHECK(watched.results == 1);
}
