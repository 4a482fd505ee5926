// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fstream>

#include "ui/inspector/happening.h"

// A short job as a worker would tell it: 2 s of composing 4×6 tokens, 3 s of painting three steps.
namespace haibao::inspector::test_data {

inline constexpr protocol::JobId job{3};
inline constexpr int rows = 4, columns = 6, steps = 3;

inline GraphRun graph(double begin, const std::string& label) {
    return {.label = label, .begin = begin, .seconds = 0.05, .flops = 3e8, .bytes = 2e6, .nodes = 2, .names = {"", "linear", "attention", label + ".x"},
            .operations = {{1, 0, 0.0f, 0.03f, 2e8f, 1e6f}, {2, 3, 0.03f, 0.02f, 1e8f, 1e6f}}};
}

inline std::vector<protocol::Frame> frames() {
    using namespace protocol;
    std::vector<Frame> all{encode(JobId::none, Ready{1, "0.1.0", 77})};
    const auto tell = [&all](const TraceEvent& event) { all.push_back(encode(job, event)); };
    tell(DeviceState{0.5, "cpu", "cpu", "A processor", "fast", "builtin", 2, 1u << 30, 1u << 29});
    tell(StageBegun{1.0, "composing", 0});
    for (int position = 0; position < rows * columns; ++position) {
        const double at = 1.0 + 2.0 * position / (rows * columns);
        tell(graph(at, "token"));
        tell(TokenDrawn{at + 0.05, 0, 0, 1, rows, columns, position, 100 + position, position / 4.0, 20, {{100 + position, 0.6}, {7, 0.3}}});
        if (position % 4 == 0) tell(ProcessSample{at, 1000000ull + 1000ull * static_cast<unsigned>(position), 2000000, {{"worker", 1, 'R', at}, {"helper", 2, 'S', 0}}});
    }
    tell(StageBegun{3.0, "painting", 0});
    for (int step = 0; step < steps; ++step) {
        const double at = 3.0 + step;
        tell(graph(at + 0.1, "block.0"));
        tell(StepTaken{at + 0.9, 0, step, steps, 1.0 - (step + 1.0) / steps, 1.5, 1.0, 0.9, 0.8, 0.2, 1.1});
        all.push_back(encode(job, Progress{Stage::painting, 0, step + 1, steps}));
        all.push_back(encode(job, protocol::Preview{0, Image{2, 2, std::vector<std::uint8_t>(12, static_cast<std::uint8_t>(80 * step))}}));
    }
    tell(StageBegun{6.0, "", 0});
    all.push_back(encode(job, GenerationResult{{}, {}, 128, 192, steps, 1.5, 0.9, 0.75}));
    return all;
}

inline std::vector<std::uint8_t> bytes() {
    std::vector<std::uint8_t> all;
    for (const protocol::Frame& frame : frames()) {
        const auto one = protocol::serialize(frame);
        all.insert(all.end(), one->begin(), one->end());
    }
    return all;
}

inline void write(const std::filesystem::path& file, std::span<const std::uint8_t> content) {
    std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
}

}  // namespace haibao::inspector::test_data
