// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <thread>

#include "inference/worker/local_socket.h"
#include "inference/worker/protocol.h"

namespace haibao::protocol {

/// Lets inspectors look on: offers the socket when asked and hands the answers and the engine's trace to whoever has
/// connected. Nobody who computes waits for it: a thread of its own does the sending, and what a slow inspector does not
/// take in time is left out. While nobody looks, nothing is measured.
class Inspection : public TraceSink {
public:
    using Bytes = std::shared_ptr<const std::vector<std::uint8_t>>;

    /// `to_parent` writes trace frames to the pipe, where the parent wants them.
    explicit Inspection(std::function<void(const std::vector<std::uint8_t>&)> to_parent) : to_parent_(std::move(to_parent)) {}
    ~Inspection() override;

    /// From now on the parent gets the trace, too.
    void include_parent();
    /// Offers the socket, once. From any thread. Errors: io.
    Result<std::filesystem::path> offer();

    /// Whether somebody looks or may come to look.
    bool wanted() const { return parent_included_ || offered_; }
    bool active() const override { return active_; }
    void add(const TraceEvent& event) override;
    /// Like add(), but remembered for those who come in the middle: a DeviceState or StageBegun.
    void add_state(const TraceEvent& event);
    /// A line that a library had to say; the latest are remembered, too. From any thread.
    void add_log(const std::string& line);
    /// Bytes of memory that the stage which begins should come to; 0 = there is no plan.
    void plan(std::uint64_t bytes) { planned_bytes_ = bytes; }
    /// The job that events belong to from now on.
    void begin(JobId job);
    /// An answer on its way to the parent. From any thread.
    void heard(AnswerType type, const Bytes& bytes);
    /// Waits a moment until everybody has got everything, and takes the socket away: the process ends.
    void end();

private:
    struct Watcher {
        host::Socket socket;
        std::deque<Bytes> waiting;
        std::size_t waiting_bytes = 0, sent = 0, left_out = 0;
        bool gone = false;
    };

    void start_thread();
    void look_after_watchers();
    void welcome(host::Socket socket);
    void say_what_was_left_out(Watcher& watcher);
    void send_waiting(Watcher& watcher);
    void sample_process();
    void publish(const Bytes& bytes);
    static void push(Watcher& watcher, const Bytes& bytes);
    Bytes trace_frame(const TraceEvent& event) const;

    std::function<void(const std::vector<std::uint8_t>&)> to_parent_;
    std::atomic<bool> active_ = false, parent_included_ = false, offered_ = false, ending_ = false;
    std::atomic<JobId> job_ = JobId::none;
    std::atomic<std::uint64_t> planned_bytes_ = 0;
    std::mutex mutex_;  ///< of what follows; but `socket` and `sent` of a watcher are the thread's
    std::condition_variable sent_all_;
    host::Socket listening_;
    std::filesystem::path path_;
    std::list<Watcher> watchers_;
    Bytes device_, stage_, composed_, preview_;  ///< the latest, for those who come in the middle
    std::deque<Bytes> log_;                      ///< likewise
    std::thread thread_;
};

}  // namespace haibao::protocol
