// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include "app/gallery/library.h"
#include "app/generate/queue.h"
#include "tests/support/temporary_folder.h"

namespace haibao::generate::testing {

/// A queue in a library of its own.
struct Opened {
    Opened() : library(*gallery::Library::create(folder.path() / "library")), queue(*Queue::open(library.folder())) {}

    QueuedJobId add(const std::string& prompt, std::vector<std::filesystem::path> sources = {}) {
        NewJob job;
        job.request.prompt = prompt;
        job.request.seed = 18446744073709551000u;
        job.request.width = 512, job.request.height = 768, job.request.guidance = 1.25;
        job.request.count = 3;
        job.request.model = "/models/模型";
        job.request.options = {"vulkan0", Precision::f32, 3};
        job.request.speed = Speed::fast;
        job.sources = std::move(sources);
        auto id = queue.add(job);
        REQUIRE(id);
        return *id;
    }
    /// The prompts of the jobs that wait, in order.
    std::string order() {
        auto jobs = queue.list();
        REQUIRE(jobs);
        std::string prompts;
        for (const QueuedJob& job : *jobs)
            if (job.state == JobState::queued || job.state == JobState::paused || job.state == JobState::running) prompts += job.request.prompt;
        return prompts;
    }
    JobState state(QueuedJobId id) {
        auto job = queue.find(id);
        REQUIRE(job);
        return job->state;
    }

    test::TemporaryFolder folder;
    gallery::Library library;
    Queue queue;
};

}  // namespace haibao::generate::testing
