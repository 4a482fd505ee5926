// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "ui/inspector/panels.h"
#include "ui/inspector/style.h"

namespace haibao::inspector {
namespace {

constexpr double least_span = 1e-6;
/// Beyond this the digest looks at every second, third… graph.
constexpr std::size_t most_digested = 400'000;
/// What of the columns of pixels [left, right) some span of time covers.
struct Columns {
    double left, seconds_each;
    std::size_t count;

    template <class Each>
    void covered(double begin, double end, Each each) const {
        const double first = (begin - left) / seconds_each, last = (end - left) / seconds_each;
        if (last < 0 || first >= static_cast<double>(count)) return;
        const auto from = static_cast<std::size_t>(std::max(first, 0.0));
        const auto to = std::min(static_cast<std::size_t>(last), count - 1);
        for (std::size_t column = from; column <= to; ++column) {
            const double column_begin = left + static_cast<double>(column) * seconds_each;
            each(column, std::min(end, column_begin + seconds_each) - std::max(begin, column_begin));
        }
    }
};

}  // namespace

TimelineDigest digest(const TraceModel& model, double left, double right, std::size_t width) {
    TimelineDigest result{.version = model.version(), .left = left, .right = right, .width = width};
    result.colours.assign(width, 0);
    result.flops.assign(width, 0);
    result.bytes.assign(width, 0);
    if (width == 0 || !(right > left)) return result;
    const auto& graphs = model.graphs();
    auto first = std::ranges::lower_bound(graphs, left, {}, &GraphSpan::begin);
    if (first != graphs.begin()) --first;
    const auto last = std::ranges::upper_bound(graphs, right, {}, &GraphSpan::begin);

    std::size_t visible = 0;
    for (auto graph = first; graph < last; ++graph) visible += graph->operations.size() + 1;
    const auto stride = static_cast<std::ptrdiff_t>(visible / most_digested + 1);
    const Columns columns{left, (right - left) / static_cast<double>(width), width};
    std::vector<double> longest(width, 0);
    std::unordered_map<Word, TimelineDigest::Kind> kinds;
    const auto spread = [&](double begin, double seconds, double flops, double bytes, ImU32 colour) {
        columns.covered(begin, begin + seconds, [&](std::size_t column, double covered) {
            const double part = seconds > 0 ? covered / seconds : 1.0;
            result.flops[column] += static_cast<float>(part * flops / columns.seconds_each * static_cast<double>(stride));
            result.bytes[column] += static_cast<float>(part * bytes / columns.seconds_each * static_cast<double>(stride));
            if (colour && covered > longest[column]) longest[column] = covered, result.colours[column] = colour;
        });
    };
    for (auto graph = first; graph < last; graph += std::min(stride, last - graph)) {
        if (graph->end() < left) continue;
        ++result.graphs;
        if (graph->operations.empty()) spread(graph->begin, graph->seconds, graph->flops, graph->bytes, 0);
        for (const OperationSpan& operation : graph->operations) {
            const double end = operation.begin + static_cast<double>(operation.seconds);
            if (end < left || operation.begin > right) continue;
            spread(operation.begin, static_cast<double>(operation.seconds), static_cast<double>(operation.flops), static_cast<double>(operation.bytes),
                   operation_colour(model.word(operation.operation)));
            TimelineDigest::Kind& kind = kinds[operation.operation];
            kind.operation = operation.operation;
            kind.seconds += static_cast<double>(operation.seconds);
            kind.flops += static_cast<double>(operation.flops);
            kind.bytes += static_cast<double>(operation.bytes);
            ++kind.count;
            ++result.operations;
        }
    }
    for (const auto& [word, kind] : kinds) {
        result.kinds.push_back(kind);
        result.seconds += kind.seconds;
    }
    std::ranges::sort(result.kinds, [](const auto& a, const auto& b) { return a.seconds != b.seconds ? a.seconds > b.seconds : a.operation < b.operation; });
    result.most_flops = *std::ranges::max_element(result.flops);
    result.most_bytes = *std::ranges::max_element(result.bytes);
    return result;
}

void View::fit(const TraceModel& model) {
    const double span = std::max(model.end() - model.begin(), 1e-3);
    left = model.begin() - span * 0.01;
    right = model.end() + span * 0.01;
}

void View::zoom(double factor, double around) {
    const double span = std::clamp((right - left) * factor, least_span, 1e9);
    const double part = (around - left) / (right - left);
    left = around - part * span;
    right = left + span;
}

void View::move(double seconds) {
    left += seconds;
    right += seconds;
}

void View::advance(const TraceModel& model, double passed) {
    if (following) {
        // The last moments stay in view at the width that was chosen; a short trace is seen whole.
        const double span = right - left;
        cursor = model.end();
        if (cursor > right || cursor < left) move(cursor - right + span * 0.02);
        if (const Job* job = model.job_at(cursor)) picture = std::clamp(job->progress.picture, 0, std::max(job->pictures() - 1, 0));
        return;
    }
    if (!playing) return;
    cursor += passed;
    if (cursor >= model.end()) cursor = model.end(), playing = false;
    if (cursor > right) move((right - left) * 0.5);
}

}  // namespace haibao::inspector
