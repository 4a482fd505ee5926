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
