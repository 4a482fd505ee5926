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
#include "inference/worker/inspection.h"
#include "inference/worker/protocol.h"

namespace haibao::protocol {

/// One parent's conversation with this worker process: a thread that reads requests and acts on `cancel` at once, and
/// the caller's thread, which does the jobs in order.
class Session {
public:
    explicit Session(host::Pipes pipes) : pipes_(pipes), inspection_([this](const auto& bytes) { write(bytes); }) {}

    /// Serves until `shutdown`. Ends the whole process by itself when the pipe closes or the stream breaks.
    void serve();

private:
    class JobObserver;

    void read_requests();
    void accept(Frame frame);
    void cancel(JobId job);
    void inspect(JobId job);
    /// What ggml and oneDNN have to say goes to inspectors, too.
    void hear_libraries();
    /// Waits for the next request and makes it the running job.
    Frame next_request();
    void handle(const Frame& request);
    Result<Frame> perform(RequestType type, JobId job, const Frame& request);
    Result<Frame> generate(JobId job, const Frame& request);
    Result<Frame> encode_source(JobId job, const Frame& request);
    void describe_device(const EngineOptions& options, const std::filesystem::path& model);
    Result<Frame> load(JobId job, const Frame& request);
    void send(const Frame& frame);
    void write(const std::vector<std::uint8_t>& bytes);
    /// Ends the process without unwinding: another thread may be deep in a computation, and nothing here outlives it.
    [[noreturn]] void end_process(const std::string& last_word, int status);

    host::Pipes pipes_;
    std::unique_ptr<Engine> engine_;
    Inspection inspection_;
    struct Opened {
        std::filesystem::path model;
        Precision precision = Precision::fast;
        std::uint64_t memory = 0;  ///< bytes that the process took with the model open and nothing loaded
    };
    Opened opened_;  ///< what `engine_` was opened with

    std::mutex queue_mutex_;
    std::condition_variable arrived_;
    std::deque<Frame> waiting_;
    JobId running_ = JobId::none;
    std::atomic<bool> cancelled_ = false;  ///< the running job shall stop
    std::mutex write_mutex_;
};

}  // namespace haibao::protocol
