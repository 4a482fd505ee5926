// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

#include "inference/worker/host.h"
#include "inference/worker/protocol.h"

namespace haibao::protocol {

/// One parent's conversation with this worker process: a thread that reads requests and acts on `cancel` at once, and
/// the caller's thread, which does the jobs in order.
class Session {
public:
    explicit Session(host::Pipes pipes) : pipes_(pipes) {}

    /// Serves until `shutdown`. Ends the whole process by itself when the pipe closes or the stream breaks.
    void serve();

private:
    class JobObserver;

    void read_requests();
    void accept(Frame frame);
    void cancel(JobId job);
    /// Waits for the next request and makes it the running job.
    Frame next_request();
    void handle(const Frame& request);
    Result<Frame> perform(RequestType type, JobId job, const Frame& request);
    Result<Frame> generate(JobId job, const Frame& request);
    Result<Frame> encode_source(JobId job, const Frame& request);
    Result<Frame> load(JobId job, const Frame& request);
    void send(const Frame& frame);

    host::Pipes pipes_;
    std::unique_ptr<Engine> engine_;
    bool trace_ = false;

    std::mutex queue_mutex_;
    std::condition_variable arrived_;
    std::deque<Frame> waiting_;
    JobId running_ = JobId::none;
    std::atomic<bool> cancelled_ = false;  ///< the running job shall stop
    std::mutex write_mutex_;
};

}  // namespace haibao::protocol
