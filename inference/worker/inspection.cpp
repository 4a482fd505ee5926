// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/inspection.h"

#include <algorithm>
#include <chrono>

#include "inference/worker/host.h"

namespace haibao::protocol {
namespace {

using namespace std::chrono_literals;

constexpr int send_every_ms = 50, look_every_ms = 500;
constexpr int sample_every = 4;  ///< rounds
constexpr std::size_t most_log_lines = 100;  ///< for those who come later
constexpr auto last_patience = 500ms;
/// For one inspector; a second of a large job is less.
constexpr std::size_t most_waiting_bytes = std::size_t{64} << 20;

}  // namespace

Inspection::~Inspection() {
    ending_ = true;
    if (thread_.joinable()) thread_.join();
}

void Inspection::include_parent() {
    const std::scoped_lock lock(mutex_);
    parent_included_ = active_ = true;
    start_thread();
}

Result<std::filesystem::path> Inspection::offer() {
    const std::scoped_lock lock(mutex_);
    if (offered_) return path_;
    auto socket = host::listen_for_inspectors(listening_);
    if (!socket) return pass_on(socket);
    path_ = socket->path;
    offered_ = true;
    start_thread();
    return path_;
}

void Inspection::start_thread() {
    if (!thread_.joinable()) thread_ = std::thread([this] { look_after_watchers(); });
}

Inspection::Bytes Inspection::trace_frame(const TraceEvent& event) const {
    auto bytes = serialize(encode(job_, event));
    return bytes ? std::make_shared<const std::vector<std::uint8_t>>(std::move(*bytes)) : nullptr;
}

void Inspection::add(const TraceEvent& event) {
    if (active_) publish(trace_frame(event));
}

void Inspection::add_state(const TraceEvent& event) {
    const Bytes bytes = trace_frame(event);
    {
        const std::scoped_lock lock(mutex_);
        (std::holds_alternative<DeviceState>(event) ? device_ : stage_) = bytes;
    }
    if (active_) publish(bytes);
}

void Inspection::add_log(const std::string& line) {
    const Bytes bytes = trace_frame(LogLine{trace_clock(), line});
    if (!bytes) return;
    {
        const std::scoped_lock lock(mutex_);
        log_.push_back(bytes);
        if (log_.size() > most_log_lines) log_.pop_front();
    }
    if (active_) publish(bytes);
}

void Inspection::begin(JobId job) {
    job_ = job;
    const std::scoped_lock lock(mutex_);
    stage_ = composed_ = preview_ = nullptr;
}

void Inspection::publish(const Bytes& bytes) {
    if (!bytes) return;
    if (parent_included_) to_parent_(*bytes);
    const std::scoped_lock lock(mutex_);
    for (Watcher& watcher : watchers_) push(watcher, bytes);
}

void Inspection::heard(AnswerType type, const Bytes& bytes) {
    if (!offered_ || type == AnswerType::latents) return;
    const std::scoped_lock lock(mutex_);
    if (type == AnswerType::composed) composed_ = bytes;
    if (type == AnswerType::preview) preview_ = bytes;
    for (Watcher& watcher : watchers_) push(watcher, bytes);
}

void Inspection::push(Watcher& watcher, const Bytes& bytes) {
    if (watcher.waiting_bytes + bytes->size() > most_waiting_bytes) {
        ++watcher.left_out;
        return;
    }
    watcher.waiting.push_back(bytes);
    watcher.waiting_bytes += bytes->size();
}

void Inspection::end() {
    std::unique_lock lock(mutex_);
    if (!offered_) return;
    const auto all_sent = [this] { return std::ranges::all_of(watchers_, [](const Watcher& watcher) { return watcher.waiting.empty(); }); };
    sent_all_.wait_for(lock, last_patience, all_sent);
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void Inspection::look_after_watchers() {
    const host::Socket nowhere;
    for (int round = 0; !ending_; ++round) {
        host::wait_for_visitor(offered_ ? listening_ : nowhere, active_ ? send_every_ms : look_every_ms);
        if (offered_)
            if (host::Socket visitor = listening_.accept(); visitor.open()) welcome(std::move(visitor));
        if (active_ && round % sample_every == 0) sample_process();
        for (Watcher& watcher : watchers_) send_waiting(watcher);
        const std::scoped_lock lock(mutex_);
        std::erase_if(watchers_, [](const Watcher& watcher) { return watcher.gone; });
        active_ = parent_included_ || !watchers_.empty();
        sent_all_.notify_all();
    }
}

void Inspection::welcome(host::Socket socket) {
    const auto ready = serialize(encode(JobId::none, Ready{version, HAIBAO_VERSION, host::process_id()}));
    const std::scoped_lock lock(mutex_);
    Watcher& watcher = watchers_.emplace_back(Watcher{.socket = std::move(socket)});
    push(watcher, std::make_shared<const std::vector<std::uint8_t>>(*ready));
    for (const Bytes& line : log_) push(watcher, line);
    for (const Bytes& known : {device_, stage_, composed_, preview_})
        if (known) push(watcher, known);
    active_ = true;
}

void Inspection::send_waiting(Watcher& watcher) {
    for (;;) {
        Bytes next;
        {
            const std::scoped_lock lock(mutex_);
            if (watcher.waiting.empty()) {
                if (watcher.left_out == 0) break;
                say_what_was_left_out(watcher);
            }
            next = watcher.waiting.front();
        }
        const std::ptrdiff_t count = watcher.socket.send(std::span(*next).subspan(watcher.sent));
        if (count < 0) watcher.gone = true;
        if (count <= 0) break;
        watcher.sent += static_cast<std::size_t>(count);
        if (watcher.sent < next->size()) continue;
        const std::scoped_lock lock(mutex_);
        watcher.waiting.pop_front();
        watcher.waiting_bytes -= next->size();
        watcher.sent = 0;
    }
    // An inspector says nothing; what comes is its end.
    std::uint8_t nothing[64];
    if (watcher.socket.receive(nothing) < 0) watcher.gone = true;
}

void Inspection::say_what_was_left_out(Watcher& watcher) {
    push(watcher, trace_frame(LogLine{trace_clock(), std::format("{} messages were left out: the inspector was too slow for them.", watcher.left_out)}));
    watcher.left_out = 0;
}

void Inspection::sample_process() {
    ProcessSample sample{.at = trace_clock(), .memory_bytes = host::resident_memory(), .planned_bytes = planned_bytes_};
    for (host::Thread& thread : host::threads()) sample.threads.push_back({std::move(thread.name), thread.id, thread.state, thread.cpu_seconds});
    add(sample);
}

}  // namespace haibao::protocol
