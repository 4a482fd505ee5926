// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the worker does to its own process, tried in a child.

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <functional>
#include <new>
#include <semaphore>

#include "inference/worker/host.h"

using namespace haibao;

namespace {

struct Outcome {
    std::string out, err;
    int status = -1;
};

std::string read_all(int descriptor) {
    std::string text;
    std::array<std::uint8_t, 512> buffer;
    while (const std::size_t count = host::read_some(descriptor, buffer)) text.append(buffer.begin(), buffer.begin() + static_cast<long>(count));
    close(descriptor);
    return text;
}

/// Runs `body` in a child whose three streams are pipes; its result is the exit status.
Outcome in_child(std::string_view input, const std::function<int()>& body) {
    int in[2], out[2], err[2];
    REQUIRE(pipe(in) == 0);
    REQUIRE(pipe(out) == 0);
    REQUIRE(pipe(err) == 0);
    std::fflush(nullptr);  // or the child writes it again
    const pid_t child = fork();
    if (child == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        dup2(err[1], 2);
        for (int end : {in[0], in[1], out[0], out[1], err[0], err[1]}) close(end);
        const int result = body();
        std::fflush(nullptr);
        _exit(result);
    }
    for (int end : {in[0], out[1], err[1]}) close(end);
    REQUIRE(write(in[1], input.data(), input.size()) == static_cast<ssize_t>(input.size()));
    close(in[1]);
    Outcome outcome{read_all(out[0]), read_all(err[0]), -1};
    REQUIRE(waitpid(child, &outcome.status, 0) == child);
    return outcome;
}

}  // namespace

TEST_CASE("What libraries print or read does not touch the stream of frames") {
    const Outcome outcome = in_child("frames", [] {
        const host::Pipes pipes = host::claim_pipes();
        std::puts("noise of a driver");
        if (std::getchar() != EOF) return 1;
        std::array<std::uint8_t, 6> bytes;
        if (host::read_some(pipes.in, bytes) != 6) return 2;
        return host::write_all(pipes.out, bytes) ? 0 : 3;
    });
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "frames");
    CHECK(outcome.err == "noise of a driver\n");
}

TEST_CASE("What libraries print can be heard, and reaches the log all the same") {
    const Outcome outcome = in_child("", [] {
        host::claim_pipes();
        std::binary_semaphore second(0);
        std::string heard;
        host::hear_output([&](const std::string& line) {
            heard += line + "|";
            if (line == "second") second.release();
        });
        std::printf("first\nsec");
        std::puts("ond");
        second.acquire();
        return heard == "first|second|" ? 0 : 1;
    });
    CHECK(outcome.status == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err == "first\nsecond\n");
}

TEST_CASE("A parent that does not read any more is noticed, not died of") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    close(ends[0]);
    const Outcome outcome = in_child("", [&] {
        host::claim_pipes();
        const std::array<std::uint8_t, 1> byte{};
        return host::write_all(ends[1], byte) ? 1 : 0;
    });
    close(ends[1]);
    CHECK(outcome.status == 0);
}

TEST_CASE("A memory limit turns a huge allocation into an error") {
    const Outcome outcome = in_child("", [] {
        if (!host::limit_memory(std::uint64_t{256} << 20)) return 1;
        return ::operator new(std::size_t{1} << 30, std::nothrow) == nullptr ? 0 : 2;
    });
    CHECK(outcome.status == 0);
}

TEST_CASE("Resident memory is known here") { CHECK(host::resident_memory() > 1'000'000); }
