// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "inference/worker/protocol.h"

using namespace haibao;
using namespace haibao::protocol;

namespace {

constexpr JobId job{7};

/// Through the bytes of the wire and back.
template <class Event>
Event carried(const Event& event) {
    FrameParser parser;
    parser.feed(*serialize(encode(job, TraceEvent(event))));
    auto frame = parser.next();
    REQUIRE(frame);
    REQUIRE(*frame);
    CHECK(answer_type(**frame) == AnswerType::trace);
    CHECK(job_of(**frame) == job);
    auto decoded = decode<TraceEvent>(**frame);
    REQUIRE(decoded);
    return std::get<Event>(*decoded);
}

GraphRun some_graph() {
    return {.label = "block.3",
            .begin = 1.25,
            .seconds = 0.5,
            .flops = 3e9,
            .bytes = 4e6,
            .nodes = 2,
            .names = {"", "linear", "mul_mat", "block.3.image"},
            .operations = {{1, 0, 0.0f, 0.25f, 2e9f, 3e6f}, {2, 3, 0.25f, 0.25f, 1e9f, 1e6f}}};
}

}  // namespace

TEST_CASE("A graph's operations come over the wire with their names and numbers") {
    const GraphRun run = carried(some_graph());
    CHECK(run.label == "block.3");
    CHECK(run.begin == 1.25);
    CHECK(run.seconds == 0.5);
    CHECK(run.flops == 3e9);
    REQUIRE(run.operations.size() == 2);
    CHECK(run.names[run.operations[1].operation] == "mul_mat");
    CHECK(run.names[run.operations[1].node] == "block.3.image");
    CHECK(run.operations[1].begin == 0.25f);
    CHECK(run.operations[0].flops == 2e9f);
}

TEST_CASE("Tokens, steps, stages, devices, processes and log lines come over the wire") {
    const TokenDrawn token = carried(TokenDrawn{2.5, 1, 1, 2, 16, 24, 383, 9001, 3.75, 420, {{9001, 0.5}, {7, 0.25}}});
    CHECK(token.position == 383);
    CHECK(token.id == 9001);
    CHECK(token.entropy == 3.75);
    CHECK(token.candidates == 420);
    REQUIRE(token.likeliest.size() == 2);
    CHECK(token.likeliest[1].id == 7);
    CHECK(token.likeliest[1].probability == 0.25);

    const StepTaken step = carried(StepTaken{3, 0, 4, 30, 0.75, 1.5, 1.0, 0.9, 0.8, 0.2, 1.1, 0});
    CHECK(step.step == 4);
    CHECK(step.sigma == 0.75);
    CHECK(step.difference == 0.2);
    CHECK(step.guided == 1.1);
    CHECK(step.passes == 0);

    CHECK(carried(StageBegun{1, "painting", 2}).stage == "painting");
    const DeviceState device = carried(DeviceState{0.5, "cpu", "cpu", "AMD EPYC", "fast", "小模型", 8, 1ull << 34, 1ull << 33});
    CHECK(device.description == "AMD EPYC");
    CHECK(device.model == "小模型");
    CHECK(device.memory_free == 1ull << 33);
    const ProcessSample sample = carried(ProcessSample{4, 123456789, 0, {{"haibao-worker", 12, 'R', 1.5}}});
    CHECK(sample.memory_bytes == 123456789);
    REQUIRE(sample.threads.size() == 1);
    CHECK(sample.threads[0].state == 'R');
    CHECK(sample.threads[0].cpu_seconds == 1.5);
    CHECK(carried(LogLine{9, "“x”"}).text == "“x”");
}

TEST_CASE("Trace frames that make no sense are errors, not crashes") {
    Frame graph = encode(job, TraceEvent(some_graph()));
    SECTION("an operation with a name that is not there") { graph.head["names"] = {"", "linear"}; }
    SECTION("half an operation") { graph.payload.resize(graph.payload.size() - 1); }
    SECTION("times before the beginning") { graph.head["seconds"] = -1; }
    SECTION("a name that is no word") { graph.head["names"][1] = 5; }
    SECTION("an operation that never ends") {
        GraphRun endless = some_graph();
        endless.operations[0].seconds = std::numeric_limits<float>::infinity();
        graph = encode(job, TraceEvent(endless));
    }
    SECTION("an unknown event") { graph.head["event"] = "dance"; }
    SECTION("no event") { graph.head.erase("event"); }
    CHECK_FALSE(decode<TraceEvent>(graph));

    const auto broken_token = [](const char* field, const nlohmann::json& value) {
        Frame frame = encode(job, TraceEvent(TokenDrawn{.rows = 4, .columns = 4, .position = 3}));
        frame.head[field] = value;
        return decode<TraceEvent>(frame);
    };
    CHECK(broken_token("id", 5));
    CHECK_FALSE(broken_token("position", 16));
    CHECK_FALSE(broken_token("position", -1));
    CHECK_FALSE(broken_token("rows", 1 << 30));
    CHECK_FALSE(broken_token("grid", 1));
    CHECK_FALSE(broken_token("likeliest", {{1, 0.5, 2}}));
    CHECK_FALSE(broken_token("likeliest", nlohmann::json(std::vector(1000, std::vector{1, 1}))));
}
