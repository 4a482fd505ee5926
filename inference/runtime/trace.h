// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

// What the engine tells an inspector. Every time is in seconds of trace_clock().
namespace haibao {

/// Seconds since this process first asked.
double trace_clock();

/// One node of a graph. Names are indices into GraphRun::names.
struct OperationRun {
    std::uint16_t operation = 0;  ///< "linear", "mul_mat"
    std::uint16_t node = 0;       ///< the network's own name for the result; most have none: ""
    float begin = 0;              ///< since the graph's begin
    float seconds = 0;
    float flops = 0;              ///< 2 per multiply and add of products; else one per value of the result
    float bytes = 0;              ///< of operands and result, each counted once
};

/// What ran between two cancel points.
struct GraphRun {
    std::string label;  ///< "block.3", or the last name that the network gave
    double begin = 0, seconds = 0;
    double flops = 0, bytes = 0;
    int nodes = 0;
    std::vector<std::string> names;
    std::vector<OperationRun> operations;  ///< in order; empty where only the whole can be timed (not on the processor)
};

struct TokenChoice {
    std::int32_t id = 0;
    double probability = 0;
};
/// The language model chose the visual token at `position` (raster order) of a grid.
struct TokenDrawn {
    double at = 0;
    int picture = 0;
    int grid = 0, grids = 1;  ///< 0-based: the small grid comes before the large one
    int rows = 0, columns = 0, position = 0;
    std::int32_t id = 0;
    double entropy = 0;       ///< bits, of what was left to choose from
    int candidates = 0;       ///< ids that were left to choose from
    std::vector<TokenChoice> likeliest;  ///< at most most_choices, likeliest first

    static constexpr std::size_t most_choices = 8;
};

/// A denoising step was taken. The norms are root mean squares over the values.
struct StepTaken {
    double at = 0;
    int picture = 0, step = 0, steps = 0;  ///< step is 0-based
    double sigma = 0;                      ///< noise left after the step
    double guidance = 1;
    double latent = 0, velocity = 0;       ///< after the step; of the pass with the prompt
    double unconditional = 0, difference = 0, guided = 0;  ///< 0 without guidance but for `guided`
    int passes = 1;                        ///< of the network: 2 with guidance, 0 where `guided` was reckoned from earlier steps
};

/// A stage begins ("composing" and so on, see engine.h); with an empty word nothing runs any more.
struct StageBegun {
    double at = 0;
    std::string stage;
    int picture = 0;
};

/// Where the work is done.
struct DeviceState {
    double at = 0;
    std::string name, device_class, description, precision, model;  ///< model: its name, never a path
    int threads = 0;
    std::uint64_t memory_total = 0, memory_free = 0;  ///< bytes; 0 = unknown
};

struct ThreadState {
    std::string name;
    std::int64_t id = 0;
    char state = '?';        ///< as the system says: R runs, S sleeps, D waits for a disk
    double cpu_seconds = 0;  ///< since it began
};
/// The process as the system sees it, several times a second.
struct ProcessSample {
    double at = 0;
    std::uint64_t memory_bytes = 0;   ///< resident
    std::uint64_t planned_bytes = 0;  ///< what the plan allows in this stage; 0 = there is no plan
    std::vector<ThreadState> threads;
};

struct LogLine {
    double at = 0;
    std::string text;
};

using TraceEvent = std::variant<StageBegun, GraphRun, TokenDrawn, StepTaken, DeviceState, ProcessSample, LogLine>;

/// Takes what the engine tells. Called from the thread that runs the job.
class TraceSink {
public:
    virtual ~TraceSink() = default;
    /// Whether anybody looks. Asked before anything is measured: while nobody does, a trace costs this call.
    virtual bool active() const = 0;
    virtual void add(const TraceEvent& event) = 0;
};

/// Whether to measure for this sink, which may be null.
inline bool traced(const TraceSink* sink) { return sink && sink->active(); }

}  // namespace haibao
