// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "ui/inspector/happening.h"

// What a worker has told so far, as the panels draw it: plain data. All times are seconds since the worker began.
namespace haibao::inspector {

/// An index into TraceModel::words().
using Word = std::uint32_t;

struct OperationSpan {
    double begin = 0;
    float seconds = 0, flops = 0, bytes = 0;
    Word operation = 0, node = 0;
};
struct GraphSpan {
    double begin = 0, seconds = 0, flops = 0, bytes = 0;
    Word label = 0;
    int nodes = 0;
    std::vector<OperationSpan> operations;

    double end() const { return begin + seconds; }
};
struct StageSpan {
    double begin = 0;
    std::optional<double> end;  ///< none: it goes on
    std::string stage;
    int picture = 0;
};
struct MemoryPoint {
    double at = 0;
    std::uint64_t bytes = 0, planned = 0;
};
struct Note {
    double at = 0;
    bool bad = false;
    std::string text;
};

/// One grid of visual tokens of one picture, as far as it is drawn; in raster order.
struct TokenGrid {
    int picture = 0, grid = 0, grids = 1, rows = 0, columns = 0;
    std::vector<std::optional<TokenDrawn>> cells;
    double most_entropy = 0;  ///< of any cell

    std::size_t drawn(double until) const;
};
struct Preview {
    double at = 0;
    int picture = 0, step = 0, steps = 0;  ///< `step` steps were taken
    bool finished = false;                 ///< the picture itself
    Image image;
    std::uint64_t number = 0;  ///< of all previews, to know them by
};
struct Job {
    protocol::JobId id = protocol::JobId::none;
    double begin = 0;
    std::optional<double> end;
    std::optional<std::string> failure;
    std::vector<TokenGrid> grids;
    std::vector<StepTaken> steps;  ///< as they came, of all pictures
    std::vector<Preview> previews;
    Progress progress;

    int pictures() const;
};

/// How much of this is kept: a worker may be watched for days.
struct Limits {
    std::size_t operations = 4'000'000;
    std::size_t graphs = 1'000'000;
    std::size_t samples = 500'000;
    std::size_t notes = 10'000;
    std::size_t words = 65'536;
    std::size_t jobs = 32;
    std::size_t previews = 400;               ///< of one job
    std::size_t picture_bytes = 256u << 20;   ///< of one job's previews
    std::size_t tokens = 1u << 20;            ///< of one job
};

class TraceModel {
public:
    explicit TraceModel(Limits limits = {}) : limits_(limits) {}

    void add(const Happening& happening);

    const std::deque<GraphSpan>& graphs() const { return graphs_; }
    const std::deque<StageSpan>& stages() const { return stages_; }
    const std::deque<MemoryPoint>& memory() const { return memory_; }
    const std::deque<ProcessSample>& processes() const { return processes_; }
    const std::deque<Note>& notes() const { return notes_; }
    const std::deque<Job>& jobs() const { return jobs_; }
    const std::vector<DeviceState>& devices() const { return devices_; }
    const std::optional<protocol::Ready>& worker() const { return worker_; }
    const std::string& word(Word word) const { return words_[word]; }
    std::size_t operations() const { return operations_; }

    /// Counts up with everything that is added.
    std::uint64_t version() const { return version_; }
    double begin() const { return begin_; }
    double end() const { return end_; }
    std::uint64_t peak_memory() const { return peak_memory_; }
    /// Bytes that the stage with the largest plan may take; 0 without a plan.
    std::uint64_t peak_plan() const { return peak_plan_; }

    /// Null where there is none yet: the latest job that had begun, device that was opened, stage that ran.
    const Job* job_at(double time) const;
    const DeviceState* device_at(double time) const;
    const StageSpan* stage_at(double time) const;
    /// The latest sample until `time` and the one before it, from which loads are reckoned; null where there is none.
    std::pair<const ProcessSample*, const ProcessSample*> samples_at(double time) const;

private:
    void add_event(const Happening& happening, const TraceEvent& event);
    void add_graph(const GraphRun& run);
    void add_stage(const StageBegun& stage);
    void add_token(Job& job, const TokenDrawn& token);
    void add_preview(Job& job, Preview preview);
    void note(double at, std::string text, bool bad = false);
    Job& job(protocol::JobId id, double at);
    Word intern(const std::string& word);

    Limits limits_;
    std::deque<GraphSpan> graphs_;
    std::deque<StageSpan> stages_;
    std::deque<MemoryPoint> memory_;
    std::deque<ProcessSample> processes_;
    std::deque<Note> notes_;
    std::deque<Job> jobs_;
    std::vector<DeviceState> devices_;
    std::optional<protocol::Ready> worker_;
    std::vector<std::string> words_{""};
    std::map<std::string, Word> word_numbers_{{"", 0}};
    std::size_t operations_ = 0;
    std::uint64_t version_ = 0, peak_memory_ = 0, peak_plan_ = 0, previews_ = 0;
    double begin_ = 0, end_ = 0;
    bool began_ = false;
};

}  // namespace haibao::inspector
