// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QTimer>
#include <catch2/catch_test_macros.hpp>
#include <format>
#include <functional>

#include "app/generate/queue_runner.h"
#include "tests/support/qt_application.h"
#include "tests/support/temporary_folder.h"

namespace haibao::generate::testing {

inline constexpr int hang_ms = 120'000;  ///< a guard, not an expectation

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
        std::filesystem::permissions(worker, std::filesystem::perms::owner_all);
    }

    test::TemporaryFolder folder;
    gallery::Library library;
    Queue queue;
    std::filesystem::path worker = HAIBAO_WORKER_PROGRAM;
    double keep_every = 0;
    std::string started;
    std::vector<Error> problems;
    QueueRunner* now = nullptr;  ///< while it runs
    std::function<void()> when_painting, when_finishing, when_held;
    std::function<void()> when_idle;  ///< then the run ends with the next change
};

}  // namespace haibao::generate::testing
