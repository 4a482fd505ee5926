// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real worker behind real pipes, spoken to without Qt.

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "tests/inference/worker/worker_under_test.h"

using namespace haibao;
using namespace haibao::protocol;

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

TEST_CASE("A worker whose memory is limited makes the same picture with less, and its log says how") {
    haibao::GenerationRequest asked;
    asked.prompt = "poster “x”";
    asked.width = asked.height = 512, asked.steps = 1, asked.guidance = 1, asked.visual_tokens = {std::vector<std::int32_t>(16 * 16, 5)};
    std::vector<Image> made;
    // Strips of the whole picture take 165 MiB in all, and 16 must be free where oneDNN makes a kernel; with 144 not even the smallest maps
    // find room beside them.
    constexpr std::uint64_t enough_for_parts = std::uint64_t{168} << 20;
    for (const std::uint64_t limit : {std::uint64_t{0}, enough_for_parts}) {
        Worker worker;
        worker.send(encode(JobId{1}, Hello{.memory_limit = limit}));
        REQUIRE(answer_type(worker.last_answer(JobId{1})) == AnswerType::ready);
        worker.load_tiny_model();
        worker.send(encode(JobId{3}, asked));
        for (bool done = false; !done;) {
            auto frame = worker.answer();
            REQUIRE(frame);
            INFO(frame->head.dump().substr(0, 300));
            REQUIRE(answer_type(*frame) != AnswerType::failed);
            if (answer_type(*frame) == AnswerType::picture) made.push_back(decode<Picture>(*frame)->picture.image);
            done = answer_type(*frame) == AnswerType::result && job_of(*frame) == JobId{3};
        }
        worker.send(request(RequestType::shutdown, JobId{4}));
        CHECK(worker.wait_for_end() == 0);
        const std::string log = worker.last_words();
        INFO(log);
        CHECK(log.contains("Memory is short on cpu: the autoencoder") == (limit > 0));
    }
    REQUIRE(made.size() == 2);
    CHECK(made[0].rgb == made[1].rgb);
}
