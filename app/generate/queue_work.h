// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generate/queue.h"

namespace haibao::generate {

/// The side of the queue that only the process that works through it uses; it holds the queue's lock.
class QueueWork {
public:
    /// So often a job may take its worker along without getting any further.
    static constexpr int most_deaths = 2;
    /// So often a job may be found running though nobody runs it: a power cut, or it takes everything along.
    static constexpr int most_interruptions = 4;

    explicit QueueWork(Queue& queue) : queue_(queue) {}

    /// Puts jobs back that a dead process was running, and removes files that belong to nothing.
    Result<void> recover();
    /// The first job that waits, now running; nothing when there is none or the queue is paused.
    Result<std::optional<QueuedJob>> take_next();
    /// `cancelled` when it was removed.
    Result<JobState> state_of(QueuedJobId id);
    /// There is a new point to go on from: what happened before it no longer counts.
    Result<void> got_further(QueuedJobId id);
    /// The worker died of it (or so it seems). The job waits again, or is quarantined: the new state.
    Result<JobState> worker_died(QueuedJobId id, const std::string& reason);
    /// Running → queued, at its place: it was stopped by nobody's fault.
    Result<void> put_back(QueuedJobId id);
    /// Running → done or failed. A job that is done has nothing to go on from: its folder goes.
    Result<void> finish(QueuedJobId id, JobState state, const std::string& reason);

    /// The library's picture with this content; nothing when there is none.
    Result<std::optional<std::int64_t>> picture_with(const std::string& sha256);
    Result<bool> has_picture(QueuedJobId id, int number);
    /// Picture `number` of the job is `picture` of the library. A job that was removed meanwhile is no error.
    Result<void> note_picture(QueuedJobId id, int number, std::int64_t picture);

private:
    Result<void> sweep();
    Queue& queue_;
};

}  // namespace haibao::generate
