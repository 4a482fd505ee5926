// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// The worker's memory in the part of time that the timeline shows, against the plan where there is one.
namespace haibao::inspector {
namespace {

struct Visible {
    std::deque<MemoryPoint>::const_iterator begin, end;
    std::uint64_t most = 0, planned = 0;
};

/// The points in view and one beyond each edge.
Visible visible_points(const TraceModel& model, const View& view) {
    const auto& points = model.memory();
    Visible visible{std::ranges::lower_bound(points, view.left, {}, &MemoryPoint::at), std::ranges::upper_bound(points, view.right, {}, &MemoryPoint::at)};
    if (visible.begin != points.begin()) --visible.begin;
    if (visible.end != points.end()) ++visible.end;
    if (visible.end < visible.begin) visible.end = visible.begin;
    for (auto point = visible.begin; point != visible.end; ++point) {
        visible.most = std::max(visible.most, point->bytes);
        visible.planned = std::max(visible.planned, point->planned);
    }
    return visible;
}

void draw_stage_bands(const TraceModel& model, ImDrawList& list, const Axis& x, const Axis& y) {
    for (const StageSpan& stage : model.stages()) {
        const float from = std::max(x.place(stage.begin), x.from), to = std::min(x.place(stage.end.value_or(model.end())), x.to);
        if (to > from) list.AddRectFilled({from, y.to}, {to, y.from}, with_alpha(stage_colour(stage.stage), 0.16f));
    }
}

void draw_line(const Visible& visible, ImDrawList& list, const Axis& x, const Axis& y) {
    ImVec2 last{};
    bool first = true;
    for (auto point = visible.begin; point != visible.end; ++point) {
        const ImVec2 place{x.place(point->at), y.place(static_cast<double>(point->bytes))};
        if (!first) {
            if (place.x - last.x < 1 && std::abs(place.y - last.y) < 1) continue;
            list.AddQuadFilled({last.x, y.from}, last, place, {place.x, y.from}, with_alpha(colours().accent, 0.12f));
            list.AddLine(last, place, colours().accent, std::max(1.5f, px(1.5f)));
        }
        last = place;
        first = false;
    }
}

/// Dashed, for each stage where it has a plan.
void draw_plan(const Visible& visible, ImDrawList& list, const Axis& x, const Axis& y) {
    for (auto point = visible.begin; point != visible.end;) {
        const auto next = std::find_if(point, visible.end, [&point](const MemoryPoint& other) { return other.planned != point->planned; });
        const float from = std::max(x.place(point->at), x.from), to = next == visible.end ? x.to : std::min(x.place(next->at), x.to);
        const float place = std::round(y.place(static_cast<double>(point->planned)));
        for (float dash = from; point->planned > 0 && dash < to; dash += px(10))
            list.AddLine({dash, place}, {std::min(dash + px(6), to), place}, colours().warning, px(1));
        point = next;
    }
}

}  // namespace

void draw_memory(const TraceModel& model, View& view) {
    const Visible visible = visible_points(model, view);
    view.visible_memory_points = static_cast<std::size_t>(visible.end - visible.begin);
    if (visible.begin == visible.end) return draw_nothing_yet();
    const Area area = take_area("memory-area");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float gutter = px(56);
    const double top = 1.15 * static_cast<double>(std::max({visible.most, visible.planned, std::uint64_t{1}}));
    const Axis x{area.from.x + gutter, area.to.x, view.left, view.right}, y{area.to.y - px(2), area.from.y + px(6), 0, top};
    for (const double tick : y.ticks(px(36))) {
        const float place = std::round(y.place(tick));
        list.AddLine({x.from, place}, {x.to, place}, with_alpha(colours().line, 0.6f));
        draw_small_text(list, {area.from.x, place - px(tick == 0 ? 14 : 8)}, colours().muted, bytes_text(tick));
    }
    list.PushClipRect({x.from, area.from.y}, area.to, true);
    draw_stage_bands(model, list, x, y);
    draw_line(visible, list, x, y);
    draw_plan(visible, list, x, y);
    const float cursor = std::round(x.place(view.cursor));
    list.AddLine({cursor, area.from.y}, {cursor, area.to.y}, with_alpha(colours().accent, 0.7f));
    list.PopClipRect();
    if (!ImGui::IsItemHovered() || ImGui::GetIO().MousePos.x < x.from) return;
    const double time = x.value(ImGui::GetIO().MousePos.x);
    auto nearest = std::ranges::upper_bound(visible.begin, visible.end, time, {}, &MemoryPoint::at);
    if (nearest != visible.begin) --nearest;
    if (nearest == visible.end) return;
    if (ImGui::BeginTooltip()) {
        ImGui::TextUnformatted(bytes_text(static_cast<double>(nearest->bytes)).c_str());
        if (nearest->planned > 0) ImGui::TextUnformatted(words(Text::plan, bytes_text(static_cast<double>(nearest->planned))).c_str());
        ImGui::TextDisabled("%s", time_text(nearest->at).c_str());
        ImGui::EndTooltip();
    }
}

}  // namespace haibao::inspector
