// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/trace_model.h"

#include <algorithm>
#include <ranges>

namespace haibao::inspector {
namespace {

template <class Range>
void keep_last(Range& range, std::size_t most) {
    while (range.size() > most) range.pop_front();
}

/// The last element whose time is not after `time`; null where there is none.
template <class Range, class Time>
auto last_until(const Range& range, double time, Time time_of) -> decltype(&range[0]) {
    const auto after = std::ranges::upper_bound(range, time, {}, time_of);
    return after == range.begin() ? nullptr : &*(after - 1);
}

std::string seconds_text(double seconds) { return std::format("{:.2f} s", seconds); }

}  // namespace

std::size_t TokenGrid::drawn(double until) const {
    return static_cast<std::size_t>(std::ranges::count_if(cells, [until](const auto& cell) { return cell && cell->at <= until; }));
}

int Job::pictures() const {
    int most = 0;
    for (const TokenGrid& grid : grids) most = std::max(most, grid.picture + 1);
    for (const Preview& preview : previews) most = std::max(most, preview.picture + 1);
    for (const StepTaken& step : steps) most = std::max(most, step.picture + 1);
    return most;
}

void TraceModel::add(const Happening& happening) {
    ++version_;
    if (!std::exchange(began_, true)) begin_ = end_ = happening.at;
    end_ = std::max(end_, happening.at);
    std::visit(
        [&](const auto& what) {
            using What = std::decay_t<decltype(what)>;
            if constexpr (std::is_same_v<What, TraceEvent>) {
                add_event(happening, what);
            } else if constexpr (std::is_same_v<What, protocol::Ready>) {
                worker_ = what;
                note(happening.at, std::format("worker {} (process {})", what.program_version, what.pid));
            } else if constexpr (std::is_same_v<What, Progress>) {
                job(happening.job, happening.at).progress = what;
            } else if constexpr (std::is_same_v<What, protocol::Preview>) {
                Job& its = job(happening.job, happening.at);
                add_preview(its, {happening.at, what.picture, its.progress.step, its.progress.total, false, what.image});
            } else if constexpr (std::is_same_v<What, protocol::Picture>) {
                Job& its = job(happening.job, happening.at);
                add_preview(its, {happening.at, what.index, 0, 0, true, what.picture.image});
            } else if constexpr (std::is_same_v<What, JobDone>) {
                Job& its = job(happening.job, happening.at);
                its.end = happening.at;
                note(happening.at, std::format("job {} done in {}: {}×{}, {} steps, guidance {}", static_cast<std::uint32_t>(happening.job),
                                               seconds_text(happening.at - its.begin), what.result.width, what.result.height, what.result.steps, what.result.guidance));
            } else if constexpr (std::is_same_v<What, Error>) {
                if (const auto known = std::ranges::find(jobs_, happening.job, &Job::id); known != jobs_.end()) {
                    known->end = happening.at;
                    known->failure = what.message;
                }
                note(happening.at, what.message, true);
            } else {
                note(happening.at, what.why, true);
            }
        },
        happening.what);
}

void TraceModel::add_event(const Happening& happening, const TraceEvent& event) {
    std::visit(
        [&](const auto& kind) {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<Kind, StageBegun>) {
                if (!kind.stage.empty()) job(happening.job, kind.at);
                add_stage(kind);
            } else if constexpr (std::is_same_v<Kind, GraphRun>) {
                add_graph(kind);
            } else if constexpr (std::is_same_v<Kind, TokenDrawn>) {
                add_token(job(happening.job, kind.at), kind);
            } else if constexpr (std::is_same_v<Kind, StepTaken>) {
                auto& steps = job(happening.job, kind.at).steps;
                if (steps.size() < limits_.samples) steps.push_back(kind);
            } else if constexpr (std::is_same_v<Kind, DeviceState>) {
                devices_.push_back(kind);
                note(kind.at, std::format("{} on {} ({})", kind.model, kind.name, kind.precision));
                if (devices_.size() > limits_.jobs) devices_.erase(devices_.begin());
            } else if constexpr (std::is_same_v<Kind, ProcessSample>) {
                peak_memory_ = std::max(peak_memory_, kind.memory_bytes);
                peak_plan_ = std::max(peak_plan_, kind.planned_bytes);
                memory_.push_back({kind.at, kind.memory_bytes, kind.planned_bytes});
                processes_.push_back(kind);
                keep_last(memory_, limits_.samples);
                keep_last(processes_, limits_.samples / 100);
            } else {
                note(kind.at, kind.text);
            }
        },
        event);
}

void TraceModel::add_graph(const GraphRun& run) {
    GraphSpan span{run.begin, run.seconds, run.flops, run.bytes, intern(run.label), run.nodes, {}};
    std::vector<Word> words;
    words.reserve(run.names.size());
    for (const std::string& name : run.names) words.push_back(intern(name));
    span.operations.reserve(run.operations.size());
    for (const OperationRun& operation : run.operations)
        span.operations.push_back({run.begin + static_cast<double>(operation.begin), operation.seconds, operation.flops, operation.bytes,
                                   words[operation.operation], words[operation.node]});
    operations_ += span.operations.size();
    end_ = std::max(end_, span.end());
    // In the order of their begins, which searches rely on.
    if (!graphs_.empty() && span.begin < graphs_.back().begin) span.begin = graphs_.back().begin;
    graphs_.push_back(std::move(span));
    while (graphs_.size() > limits_.graphs || (operations_ > limits_.operations && graphs_.size() > 1)) {
        operations_ -= graphs_.front().operations.size();
        graphs_.pop_front();
    }
}

void TraceModel::add_stage(const StageBegun& stage) {
    const double at = stages_.empty() ? stage.at : std::max(stage.at, stages_.back().begin);
    if (!stages_.empty() && !stages_.back().end) stages_.back().end = at;
    if (!stage.stage.empty()) stages_.push_back({at, std::nullopt, stage.stage, stage.picture});
    keep_last(stages_, limits_.notes);
}

void TraceModel::add_token(Job& job, const TokenDrawn& token) {
    const auto same = [&token](const TokenGrid& grid) {
        return grid.picture == token.picture && grid.grid == token.grid && grid.rows == token.rows && grid.columns == token.columns;
    };
    auto grid = std::ranges::find_if(job.grids, same);
    if (grid == job.grids.end()) {
        std::size_t kept = 0;
        for (const TokenGrid& known : job.grids) kept += known.cells.size();
        const auto cells = static_cast<std::size_t>(token.rows) * static_cast<std::size_t>(token.columns);
        if (kept + cells > limits_.tokens) return;
        job.grids.push_back({token.picture, token.grid, token.grids, token.rows, token.columns, {}});
        grid = job.grids.end() - 1;
        grid->cells.resize(cells);
    }
    grid->cells[static_cast<std::size_t>(token.position)] = token;
    grid->most_entropy = std::max(grid->most_entropy, token.entropy);
}

void TraceModel::add_preview(Job& job, Preview preview) {
    std::size_t bytes = preview.image.rgb.size();
    for (const Preview& known : job.previews) bytes += known.image.rgb.size();
    preview.number = ++previews_;
    if (job.previews.size() < limits_.previews && bytes <= limits_.picture_bytes) job.previews.push_back(std::move(preview));
}

void TraceModel::note(double at, std::string text, bool bad) {
    notes_.push_back({at, bad, std::move(text)});
    keep_last(notes_, limits_.notes);
}

Job& TraceModel::job(protocol::JobId id, double at) {
    if (jobs_.empty() || jobs_.back().id != id) {
        jobs_.push_back({.id = id, .begin = jobs_.empty() ? at : std::max(at, jobs_.back().begin)});
        keep_last(jobs_, limits_.jobs);
    }
    return jobs_.back();
}

Word TraceModel::intern(const std::string& word) {
    if (const auto known = word_numbers_.find(word); known != word_numbers_.end()) return known->second;
    if (words_.size() >= limits_.words) return 0;
    words_.push_back(word);
    return word_numbers_[word] = static_cast<Word>(words_.size() - 1);
}

const Job* TraceModel::job_at(double time) const {
    const Job* job = last_until(jobs_, time, &Job::begin);
    return job || jobs_.empty() ? job : &jobs_.front();
}
const DeviceState* TraceModel::device_at(double time) const { return last_until(devices_, time, &DeviceState::at); }
const StageSpan* TraceModel::stage_at(double time) const {
    const StageSpan* stage = last_until(stages_, time, &StageSpan::begin);
    return stage && (!stage->end || *stage->end > time) ? stage : nullptr;
}
std::pair<const ProcessSample*, const ProcessSample*> TraceModel::samples_at(double time) const {
    const auto after = std::ranges::upper_bound(processes_, time, {}, &ProcessSample::at);
    const auto count = after - processes_.begin();
    return {count > 0 ? &processes_[static_cast<std::size_t>(count - 1)] : nullptr, count > 1 ? &processes_[static_cast<std::size_t>(count - 2)] : nullptr};
}

}  // namespace haibao::inspector
