// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real worker behind real pipes, spoken to without Qt.

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <random>

#include "inference/worker/protocol.h"

extern char** environ;

using namespace haibao;
using namespace haibao::protocol;

namespace {

constexpr int hang_ms = 60'000;  ///< a guard, not an expectation

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

}  // namespace

TEST_CASE("The worker greets, says its version and ends on request with status 0") {
    Worker worker;
    worker.send(encode(JobId{1}, Hello{}));
    auto ready = decode<Ready>(worker.last_answer(JobId{1}));
    REQUIRE(ready);
    CHECK(ready->protocol == version);
    CHECK(ready->pid > 0);
    worker.send(request(RequestType::shutdown, JobId{2}));
    CHECK(worker.wait_for_end() == 0);
    CHECK(worker.last_words().empty());
}

TEST_CASE("Broken input ends the worker with one clear last word") {
    Worker worker;
    SECTION("garbage") { worker.send_bytes(std::vector<std::uint8_t>(64, 0xEE)); }
    SECTION("an oversized head") { worker.send_bytes(std::vector<std::uint8_t>{0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0}); }
    SECTION("no JSON") { worker.send_bytes(std::vector<std::uint8_t>{2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '{', ']'}); }
    SECTION("no type") { worker.send(Frame{{{"job", 1}}, {}}); }
    const int status = worker.wait_for_end();
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(worker.last_words().starts_with("haibao-worker: malformed input"));
}

TEST_CASE("Requests that are not known or not possible get an error and the worker lives on") {
    Worker worker;
    worker.send(Frame{{{"type", "sing"}, {"job", 1}}, {}});
    CHECK(decode_error(worker.last_answer(JobId{1})).kind == ErrorKind::unsupported);
    worker.send(request(RequestType::plan, JobId{2}));
    CHECK(decode_error(worker.last_answer(JobId{2})).kind == ErrorKind::unsupported);
    worker.start_long_job(JobId{3});
    CHECK(decode_error(worker.last_answer(JobId{3})).kind == ErrorKind::invalid_input);
    worker.send(encode(JobId{4}, Load{"/nowhere", {}}));
    CHECK(decode_error(worker.last_answer(JobId{4})).kind == ErrorKind::not_found);
    worker.send(request(RequestType::devices, JobId{5}));
    auto devices = decode<std::vector<DeviceInfo>>(worker.last_answer(JobId{5}));
    REQUIRE(devices);
    CHECK(devices->at(0).name == "cpu");
    worker.send(encode_probe(JobId{6}, "cuda77"));
    CHECK(decode_error(worker.last_answer(JobId{6})).kind == ErrorKind::not_found);
}

TEST_CASE("The worker ends when its pipe closes, idle or in the middle of a computation") {
    Worker worker;
    SECTION("idle") {}
    SECTION("computing") {
        worker.load_tiny_model();
        worker.start_long_job(JobId{3});
        worker.wait_for(AnswerType::progress);
    }
    worker.close_pipe();
    CHECK(worker.wait_for_end() == 0);
}

TEST_CASE("Cancel ends the running job and one that waits, and the worker takes the next") {
    Worker worker;
    worker.load_tiny_model();
    worker.start_long_job(JobId{3});
    worker.start_long_job(JobId{4});
    worker.wait_for(AnswerType::progress);
    worker.send(request(RequestType::cancel, JobId{4}));
    worker.send(request(RequestType::cancel, JobId{3}));
    worker.send(request(RequestType::cancel, JobId{99}));
    bool three = false, four = false;
    while (!three || !four) {
        auto frame = worker.answer();
        REQUIRE(frame);
        REQUIRE(answer_type(*frame) != AnswerType::result);
        if (answer_type(*frame) != AnswerType::failed) continue;
        CHECK(decode_error(*frame).kind == ErrorKind::cancelled);
        (job_of(*frame) == JobId{3} ? three : four) = true;
    }
    worker.send(encode(JobId{5}, Hello{}));
    CHECK(answer_type(worker.last_answer(JobId{5})) == AnswerType::ready);
}

TEST_CASE("A generated picture arrives whole, with its seed and the job's settings") {
    Worker worker;
    worker.load_tiny_model();
    haibao::GenerationRequest asked;
    asked.prompt = "poster “x”";
    asked.width = 256, asked.height = 320, asked.steps = 2, asked.seed = 5, asked.count = 2;
    worker.send(encode(JobId{3}, asked));
    std::vector<Picture> pictures;
    for (;;) {
        auto frame = worker.answer();
        REQUIRE(frame);
        INFO(frame->head.dump().substr(0, 200));
        REQUIRE(answer_type(*frame) != AnswerType::failed);
        if (answer_type(*frame) == AnswerType::picture) pictures.push_back(*decode<Picture>(*frame));
        if (answer_type(*frame) != AnswerType::result) continue;
        auto result = decode<GenerationResult>(*frame);
        REQUIRE(result);
        CHECK(result->width == 256);
        CHECK(result->steps == 2);
        break;
    }
    REQUIRE(pictures.size() == 2);
    CHECK(pictures[0].picture.seed == 5);
    CHECK(pictures[1].picture.seed == 6);
    CHECK(pictures[1].picture.image.height == 320);
    CHECK_FALSE(pictures[1].picture.visual_tokens.empty());
}
