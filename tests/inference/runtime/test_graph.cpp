// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/runtime/graph.h"

using namespace haibao;

namespace {

/// x doubled n times, as n nodes.
Result<std::vector<float>> double_often(RunContext& run, int times) {
    Graph graph(run);
    const std::vector<float> ones(16, 1.0f);
    ggml_tensor* x = graph.input({16}, ones);
    for (int i = 0; i < times; ++i) x = ggml_add(graph.context(), x, x);
    std::vector<float> result;
    graph.output(x, result);
    if (auto done = graph.run(); !done) return pass_on(done);
    return result;
}

}  // namespace

TEST_CASE("Cancelling ends the work in the middle of a graph, and the device serves the next one") {
    auto device = Device::open("cpu", Precision::f32, 2);
    REQUIRE(device);
    int asked = 0, cancel_at = 10;
    RunContext run{**device, [&] { return ++asked == cancel_at; }, nullptr};
    auto broken_off = double_often(run, 100);
    REQUIRE_FALSE(broken_off);
    CHECK(broken_off.error().kind == ErrorKind::cancelled);
    CHECK(asked == 10);

    cancel_at = -1;
    auto whole = double_often(run, 20);
    REQUIRE(whole);
    CHECK(whole->at(3) == 1048576.0f);
    CHECK(asked > 30);
}

TEST_CASE("Of two graphs of as many nodes each has a memory plan of its own") {
    int devices = 0;
    for (const char* name : {"cpu", "vulkan0"}) {
        auto device = Device::open(name, Precision::f32, 2);
        if (!device) continue;
        ++devices;
        CAPTURE(name);
        RunContext run{**device, {}, nullptr};
        const auto value = [&run](bool sum_of_both) {
            Graph graph(run);
            ggml_context* c = graph.context();
            ggml_tensor *a = graph.input({16}, std::vector<float>(16, 2)), *b = graph.input({16}, std::vector<float>(16, 3));
            ggml_tensor* sum = ggml_add(c, a, b);
            // The product may take the sum's place in memory where nobody needs the sum any more, and only there.
            ggml_tensor* product = ggml_mul(c, sum_of_both ? b : sum, a);
            std::vector<float> result;
            graph.output(ggml_add(c, product, sum_of_both ? sum : b), result);
            REQUIRE(graph.run());
            return result.at(0);
        };
        CHECK(value(false) == 13);
        CHECK(value(true) == 11);
        CHECK(value(false) == 13);
    }
    if (devices < 2) SKIP("no Vulkan device here; the processor's part passed");
}

namespace {

class Kept : public TraceSink {
public:
    bool active() const override { return looking; }
    void add(const TraceEvent& event) override { runs.push_back(std::get<GraphRun>(event)); }

    bool looking = true;
    std::vector<GraphRun> runs;
};

}  // namespace

TEST_CASE("A traced graph tells each node that was computed, in order, with its work and the time it ran") {
    auto device = Device::open("cpu", Precision::f32, 2);
    REQUIRE(device);
    Kept kept;
    RunContext run{**device, {}, nullptr, &kept};
    Graph graph(run, "block.3.");
    const std::vector<float> matrix(64 * 32, 0.5f), ones(64, 1.0f);
    ggml_tensor* normed = ggml_mul(graph.context(), ggml_rms_norm(graph.context(), graph.input({64}, ones), 1e-5f), graph.input({64}, ones));
    ggml_tensor* product = ggml_mul_mat(graph.context(), graph.input({64, 32}, matrix), normed);
    double ran_at = 0;
    const auto note_time = [](ggml_tensor* result, int ith, int, void* time) {
        if (ith == 0) *static_cast<double*>(time) = trace_clock();
        if (ith == 0) *static_cast<float*>(result->data) = 7;
    };
    ggml_tensor* arguments[] = {ggml_reshape_2d(graph.context(), product, 16, 2)};
    ggml_tensor* custom = ggml_custom_4d(graph.context(), GGML_TYPE_F32, 1, 1, 1, 1, arguments, 1, note_time, 1, &ran_at);
    graph.describe(custom, {"ours", 1000, 500});
    std::vector<float> result;
    graph.output(graph.name(custom, "answer"), result);
    REQUIRE(graph.run());
    CHECK(result == std::vector{7.0f});

    REQUIRE(kept.runs.size() == 1);
    const GraphRun& told = kept.runs[0];
    CHECK(told.label == "block.3");
    CHECK(told.nodes == 4);
    REQUIRE((told.operations.size() == 4 || told.operations.size() == 3));  // where ggml fuses norm and weights
    const OperationRun& ours = told.operations.back();
    const OperationRun& multiply = told.operations[told.operations.size() - 2];
    CHECK(told.names[ours.operation] == "ours");
    CHECK(told.names[ours.node] == "block.3.answer");
    CHECK(ours.flops == 1000);
    CHECK(ours.bytes == 500 + 32 * 4 + 4);
    CHECK(told.names[multiply.operation] == "mul_mat");
    CHECK(told.names[multiply.node].empty());
    CHECK(multiply.flops == 2 * 64 * 32);
    // The node ran while it is said to have run.
    constexpr double rounding = 1e-6;
    CHECK(ran_at >= told.begin + static_cast<double>(ours.begin) - rounding);
    CHECK(ran_at <= told.begin + static_cast<double>(ours.begin) + static_cast<double>(ours.seconds) + rounding);
    for (std::size_t i = 1; i < told.operations.size(); ++i) CHECK(told.operations[i].begin >= told.operations[i - 1].begin);
    CHECK(static_cast<double>(ours.begin) + static_cast<double>(ours.seconds) <= told.seconds + rounding);
    CHECK(told.flops >= 2 * 64 * 32 + 1000);
}

TEST_CASE("A sink that does not look is told nothing") {
    auto device = Device::open("cpu", Precision::f32, 1);
    REQUIRE(device);
    Kept kept;
    kept.looking = false;
    RunContext run{**device, {}, nullptr, &kept};
    REQUIRE(double_often(run, 5));
    CHECK(kept.runs.empty());
    kept.looking = true;
    REQUIRE(double_often(run, 5));
    REQUIRE(kept.runs.size() == 1);
    CHECK(kept.runs[0].operations.size() == 5);
}
