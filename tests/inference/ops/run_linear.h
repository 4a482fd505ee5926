// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"
#include "inference/runtime/graph.h"

namespace haibao::test {

/// What a layer makes of tokens [n, layer.in] on the processor; its bias [layer.out] is added here.
inline std::vector<float> run_linear(Precision precision, int threads, ops::Linear layer, const std::vector<float>& bias, const std::vector<float>& tokens,
                                     ops::Activation activation) {
    auto device = Device::open("cpu", precision, threads).value();
    DeviceTensors tensors(*device, 1);
    layer.bias = tensors.add(GGML_TYPE_F32, {layer.out}, "b");
    REQUIRE(tensors.allocate());
    DeviceTensors::set(layer.bias, bias);
    RunContext run{*device, {}};
    Graph g(run);
    std::vector<float> result;
    g.output(ops::linear(g, g.input({layer.in, static_cast<std::int64_t>(tokens.size()) / layer.in}, tokens), layer, activation), result);
    REQUIRE(g.run());
    return result;
}

}  // namespace haibao::test
