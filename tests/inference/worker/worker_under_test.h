// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "inference/worker/protocol.h"

extern char** environ;

namespace haibao::protocol {

inline constexpr int hang_ms = 60'000;  ///< a guard, not an expectation

/// The real worker behind real pipes, spoken to without Qt.
class Worker {
public:
    Worker() {
        std::signal(SIGPIPE, SIG_IGN);
        std::array<int, 2> in{}, out{}, err{};
        REQUIRE(pipe2(in.data(), O_CLOEXEC) == 0);
        REQUIRE(pipe2(out.data(), O_CLOEXEC) == 0);
        REQUIRE(pipe2(err.data(), O_CLOEXEC) == 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], 0);
        posix_spawn_file_actions_adddup2(&actions, out[1], 1);
        posix_spawn_file_actions_adddup2(&actions, err[1], 2);
        char name[] = "haibao-worker";
        char* arguments[] = {name, nullptr};
        REQUIRE(posix_spawn(&pid_, HAIBAO_WORKER_PROGRAM, &actions, nullptr, arguments, environ) == 0);
        posix_spawn_file_actions_destroy(&actions);
        for (int end : {in[0], out[1], err[1]}) close(end);
        in_ = in[1], out_ = out[0], err_ = err[0];
    }
    ~Worker() {
        if (pid_ > 0) {
            ::kill(pid_, SIGKILL);
            waitpid(pid_, nullptr, 0);
        }
        for (int end : {in_, out_, err_})
            if (end >= 0) close(end);
    }

    void send_bytes(std::span<const std::uint8_t> bytes) { REQUIRE(write(in_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size())); }
    void send(const Frame& frame) { send_bytes(*serialize(frame)); }
    void close_pipe() { close(std::exchange(in_, -1)); }

    /// The next answer; nothing at the end of the stream.
    std::optional<Frame> answer() {
        for (;;) {
            auto frame = parser_.next();
            REQUIRE(frame);
            if (*frame) return std::move(*frame);
            std::array<std::uint8_t, 4096> buffer;
            pollfd ready{out_, POLLIN, 0};
            REQUIRE(poll(&ready, 1, hang_ms) == 1);
            const ssize_t count = read(out_, buffer.data(), buffer.size());
            if (count <= 0) return std::nullopt;
            parser_.feed(std::span(buffer).first(static_cast<std::size_t>(count)));
        }
    }
    /// The answer that ends this job; what comes before is dropped.
    Frame last_answer(JobId job) {
        for (;;) {
            auto frame = answer();
            REQUIRE(frame);
            const auto type = answer_type(*frame);
            if (job_of(*frame) == job && (type == AnswerType::ready || type == AnswerType::result || type == AnswerType::failed)) return *frame;
        }
    }
    void wait_for(AnswerType type) {
        for (;;) {
            auto frame = answer();
            REQUIRE(frame);
            REQUIRE(answer_type(*frame) != AnswerType::failed);
            if (answer_type(*frame) == type) return;
        }
    }
    /// Waits for the end of the process: its wait status.
    int wait_for_end() {
        while (answer()) {}
        int status = -1;
        REQUIRE(waitpid(pid_, &status, 0) == pid_);
        pid_ = 0;
        return status;
    }
    std::string last_words() {
        std::string text;
        std::array<char, 512> buffer;
        for (ssize_t count; (count = read(err_, buffer.data(), buffer.size())) > 0;) text.append(buffer.data(), static_cast<std::size_t>(count));
        return text;
    }
    void load_tiny_model() {
        send(encode(JobId{2}, Load{HAIBAO_SOURCE_DIR "/tests/goldens/A/checkpoint", {"cpu", Precision::f32, 1}}));
        const Frame loaded = last_answer(JobId{2});
        INFO(loaded.head.dump());
        REQUIRE(answer_type(loaded) == AnswerType::result);
    }
    /// A job that is long enough to be met in the middle.
    void start_long_job(JobId job) {
        haibao::GenerationRequest request;
        request.prompt = "poster “x”";
        request.width = request.height = 512;
        request.steps = 200;
        send(encode(job, request));
    }

private:
    pid_t pid_ = 0;
    int in_ = -1, out_ = -1, err_ = -1;
    FrameParser parser_;
};

}  // namespace haibao::protocol
