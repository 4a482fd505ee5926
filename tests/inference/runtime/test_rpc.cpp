// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <cmath>
#include <format>

#include "inference/runtime/device_tensors.h"
#include "inference/runtime/graph.h"
#include "inference/runtime/probe.h"
#include "inference/runtime/rpc.h"
#include "inference/runtime/survey.h"
#include "tests/support/rpc_servers.h"

using namespace haibao;

TEST_CASE("Servers are read as HOST:PORT, and what is none is quoted") {
    auto two = rpc_targets("rpc:192.168.0.7:50052,studio.local:1");
    REQUIRE(two);
    CHECK(*two == std::vector<std::string>{"rpc:192.168.0.7:50052", "rpc:studio.local:1"});
    for (const char* wrong : {"rpc:", "rpc:host", "rpc:host:", "rpc::5", "rpc:host:0", "rpc:host:65536", "rpc:host:5x", "rpc:a:1,", "rpc:a:1,,b:2", "rpc:[::1]:5",
                              "rpc:a b:5", "rpc:a/b:5", "rpc:a:1,a:1"}) {
        auto refused = rpc_targets(wrong);
        INFO(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
}

TEST_CASE("Two servers share tensors by their memory and compute one graph, as the processor does") {
    test::RpcServers servers(2);
    auto device = Device::open(servers.device(), Precision::f32, 1);
    if (!device) FAIL(device.error().message);
    CHECK((*device)->info().name == servers.device());
    CHECK((*device)->info().device_class == "rpc");
    REQUIRE((*device)->places().size() == 2);
    const double part = (*device)->places()[0].part;
    CHECK(part > 0.3);  // two servers on one machine see the same memory
    CHECK(part < 0.7);

    constexpr std::int64_t side = 64, layers = 8;
    DeviceTensors kept(**device, layers);
    std::vector<ggml_tensor*> weights;
    for (int i = 0; i < layers; ++i) weights.push_back(kept.add(GGML_TYPE_F32, {side, side}, std::format("layer.{}", i)));
    REQUIRE(kept.allocate());
    CHECK(kept.bytes() >= layers * side * side * sizeof(float));
    // Whole layers, in their order: first those of one server, then those of the other.
    int changes = 0;
    for (int i = 1; i < layers; ++i) changes += weights[static_cast<std::size_t>(i)]->buffer != weights[static_cast<std::size_t>(i) - 1]->buffer;
    CHECK(changes == 1);

    std::vector<float> matrix(side * side), input(side), got;
    for (std::size_t i = 0; i < matrix.size(); ++i) matrix[i] = static_cast<float>((i * 37 % 101)) / 1000 - 0.05f;
    for (std::size_t i = 0; i < input.size(); ++i) input[i] = static_cast<float>(i % 5) - 2;
    for (ggml_tensor* weight : weights) DeviceTensors::set(weight, matrix);
    RunContext run{**device, {}, nullptr};
    Graph graph(run);
    ggml_tensor* x = graph.input({side, 1}, input);
    for (ggml_tensor* weight : weights) x = ggml_mul_mat(graph.context(), weight, x);
    graph.output(x, got);
    if (auto done = graph.run(); !done) FAIL(done.error().message);
    std::vector<double> values(input.begin(), input.end()), next(values.size());
    for (int layer = 0; layer < layers; ++layer, values.swap(next))
        for (std::size_t row = 0; row < side; ++row) {
            next[row] = 0;
            for (std::size_t column = 0; column < side; ++column) next[row] += double(matrix[row * side + column]) * values[column];
        }
    double largest = 0, error = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        largest = std::max(largest, std::abs(values[i]));
        error = std::max(error, std::abs(values[i] - got[i]));
    }
    CHECK(error < 1e-4 * largest);
}

TEST_CASE("A server that is not there is refused before anything is loaded") {
    set_probe_program(HAIBAO_WORKER_PROGRAM);
    const std::string nowhere = std::format("rpc:127.0.0.1:{}", test::free_port());
    auto device = Device::open(nowhere, Precision::f32, 1);
    CHECK_FALSE(describe_device(nowhere));
    set_probe_program({});
    REQUIRE_FALSE(device);
    CHECK(device.error().kind == ErrorKind::device);
    CHECK(device.error().message.contains("cannot be reached"));
    CHECK(device.error().message.contains("firewall"));
}
