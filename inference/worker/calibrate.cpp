// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/worker/calibrate.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "inference/ops/cpu_paths.h"
#include "inference/ops/ops.h"
#include "inference/runtime/device_tensors.h"
#include "inference/runtime/ggml_registry.h"
#include "inference/runtime/probe.h"

namespace haibao {
namespace {

constexpr std::int64_t width = 4096, tokens = 256;
constexpr int layers = 4, most_runs = 5;
constexpr double enough_seconds = 1.5;

/// A weight matrix, any: its values cost the same. `kept` holds it where it lies on the device.
Result<ops::Linear> make_layer(Device& device, DeviceTensors& kept) {
    ops::Linear layer{.in = width, .out = width, .weight = nullptr, .packed = nullptr, .bias = nullptr};
    const auto fill = [](std::int64_t first, std::int64_t count, float* into) {
        for (std::int64_t i = 0; i < count * width; ++i) into[i] = static_cast<float>((first * 31 + i * 7) % 17 - 8) * 1e-3f;
    };
    if (device.on_cpu() && ops::has_cpu_paths()) {
        layer.packed = ops::pack_matrix(width, width, device.bf16_products(), fill);
        if (!layer.packed) return fail(ErrorKind::out_of_memory, "There is no memory for a measurement.");
        return layer;
    }
    layer.weight = kept.add(device.matrix_type(), {width, width}, "calibration");
    if (auto allocated = kept.allocate(); !allocated) return pass_on(allocated);
    std::vector<float> values(width * width);
    fill(0, width, values.data());
    std::vector<std::byte> bytes(ggml_nbytes(layer.weight));
    ggml_quantize_chunk(layer.weight->type, values.data(), bytes.data(), 0, width, width, nullptr);
    ggml_backend_tensor_set(layer.weight, bytes.data(), 0, bytes.size());
    return layer;
}

/// Seconds for the chain once.
Result<double> run_once(RunContext& run, const ops::Linear& layer, const std::vector<float>& input) {
    Graph graph(run);
    ggml_tensor* x = graph.input({width, tokens}, input);
    for (int i = 0; i < layers; ++i) x = ops::linear(graph, x, layer);
    std::vector<float> result;
    graph.output(x, result);
    const double begin = trace_clock();
    if (auto done = graph.run(); !done) return pass_on(done);
    return trace_clock() - begin;
}

/// Bytes per second that weights come to a device with.
Result<double> measured_upload(const std::string& name) {
    auto device = Device::open(name, Precision::fast, 0);
    if (!device) return pass_on(device);
    DeviceTensors kept(**device, 1);
    ggml_tensor* matrix = kept.add(GGML_TYPE_F32, {width, width}, "upload");
    if (auto allocated = kept.allocate(); !allocated) return pass_on(allocated);
    const std::vector<float> values(width * width, 0.5f);
    double best = 0;
    for (int i = 0; i < most_runs; ++i) {
        const double begin = trace_clock();
        DeviceTensors::set(matrix, values);
        best = std::max(best, static_cast<double>(ggml_nbytes(matrix)) / (trace_clock() - begin));
    }
    return best;
}

/// A driver's words may be of any encoding.
std::string report(const char* figure, const Result<double>& value) {
    return (value ? nlohmann::json{{figure, *value}} : nlohmann::json{{"error", value.error().message}}).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<double> measured(const std::string& target, const std::string& name) {
    auto loaded = load_target(target);
    if (!loaded) return pass_on(loaded);
    const auto named = std::ranges::find(*loaded, name, [](const RegisteredDevice& device) { return device.info.name; });
    if (named == loaded->end()) return fail(ErrorKind::not_found, "{} offers no device {}.", target, name);
    auto device = Device::open(name, {FoundDevice{named->info, target, {}, false}}, Precision::fast, 0);
    if (!device) return pass_on(device);
    DeviceTensors kept(**device, 1);
    auto layer = make_layer(**device, kept);
    if (!layer) return pass_on(layer);
    RunContext run{**device, {}, nullptr};
    const std::vector<float> input(width * tokens, 0.25f);
    // The first run compiles shaders and reorders weights.
    if (auto warm = run_once(run, *layer, input); !warm) return pass_on(warm);
    double best = 0, spent = 0;
    for (int i = 0; i < most_runs && spent < enough_seconds; ++i) {
        auto seconds = run_once(run, *layer, input);
        if (!seconds) return pass_on(seconds);
        spent += *seconds;
        best = std::max(best, 2.0 * width * width * tokens * layers / *seconds / 1e9);
    }
    return best;
}

}  // namespace

std::string calibration_report(const std::string& target, const std::string& name) {
    return report("gflops", measured(target, name));
}

std::string upload_report(const std::string& device) { return report("bytes_per_second", measured_upload(device)); }

}  // namespace haibao
