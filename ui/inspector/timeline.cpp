// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// What ran when: stages, graphs and their operations, with what they compute and move. The wheel zooms around the mouse,
// dragging moves, a click sets the moment that the other panels show, a double click shows everything.
namespace haibao::inspector {
namespace {

constexpr double digest_seconds = 0.25;  ///< while messages come in
constexpr float lane_gap = 4;            // units

/// One row of the timeline with its name at the left.
struct Lane {
    float top, bottom;
};

class TimelineDrawing {
public:
    TimelineDrawing(const TraceModel& model, View& view, const Area& area)
        : model_(model), view_(view), area_(area), list_(*ImGui::GetWindowDrawList()), gutter_(px(84)) {
        axis_ = {area.from.x + gutter_, area.to.x, view.left, view.right};
    }

    void draw() {
        react();
        axis_.low = view_.left;
        axis_.high = view_.right;
        renew_digest();
        float top = area_.from.y;
        const auto lane = [&top](float units) {
            const Lane made{top, top + px(units)};
            top = made.bottom + px(lane_gap);
            return made;
        };
        draw_ruler(lane(18));
        list_.PushClipRect(area_.from, area_.to, true);
        draw_stages(lane(22));
        draw_graphs(lane(22));
        draw_operations(lane(26));
        const float rest = (area_.to.y - top - px(lane_gap)) / 2;
        if (rest > px(16)) {
            draw_rate({top, top + rest}, view_.digest.flops, view_.digest.most_flops, "FLOP/s", IM_COL32(0x6f, 0x8f, 0xb5, 255));
            top += rest + px(lane_gap);
            draw_rate({top, top + rest}, view_.digest.bytes, view_.digest.most_bytes, "B/s", IM_COL32(0x86, 0xa2, 0x72, 255));
        }
        draw_cursor();
        list_.PopClipRect();
    }

private:
    bool mouse_inside() const { return ImGui::IsItemHovered() && ImGui::GetIO().MousePos.x >= axis_.from; }

    void react() {
        const ImGuiIO& io = ImGui::GetIO();
        if (ImGui::IsItemHovered() && io.MouseWheel != 0) view_.zoom(std::pow(0.8, static_cast<double>(io.MouseWheel)), axis_.value(std::max(io.MousePos.x, axis_.from)));
        if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, px(3))) {
            view_.move(-static_cast<double>(io.MouseDelta.x) * (view_.right - view_.left) / static_cast<double>(axis_.to - axis_.from));
            view_.following = false;
        }
        const ImVec2 dragged = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
        const bool moved = std::abs(dragged.x) > px(3) || std::abs(dragged.y) > px(3);
        if (ImGui::IsItemDeactivated() && !moved && mouse_inside()) {
            view_.cursor = std::clamp(axis_.value(io.MousePos.x), model_.begin(), model_.end());
            view_.following = view_.playing = false;
        }
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) view_.fit(model_);
    }

    void renew_digest() {
        const auto width = static_cast<std::size_t>(std::max(axis_.to - axis_.from, 0.0f));
        const TimelineDigest& known = view_.digest;
        const bool other_part = known.left != view_.left || known.right != view_.right || known.width != width;
        const bool old = known.version != model_.version() && ImGui::GetTime() - view_.digested_at >= digest_seconds;
        if (!other_part && !old && known.width > 0) return;
        view_.digest = digest(model_, view_.left, view_.right, width);
        view_.digested_at = ImGui::GetTime();
    }

    void name(const Lane& lane, const char* text) {
        draw_text_within(list_, {area_.from.x, lane.top + px(3)}, gutter_ - px(8), colours().muted, text);
    }

    /// A box for a span of time, at least one pixel wide. False: it lies outside.
    bool box(const Lane& lane, double begin, double end, ImU32 colour, ImVec2& from, ImVec2& to) {
        from = {std::max(axis_.place(begin), axis_.from), lane.top};
        to = {std::min(axis_.place(end), axis_.to), lane.bottom};
        if (to.x < axis_.from || from.x > axis_.to) return false;
        to.x = std::max(to.x, from.x + 1);
        list_.AddRectFilled(from, to, colour, to.x - from.x > px(8) ? px(3) : 0);
        return true;
    }

    void draw_ruler(const Lane& lane) {
        for (const double tick : axis_.ticks(px(90))) {
            const float x = std::round(axis_.place(tick));
            list_.AddLine({x, lane.bottom}, {x, area_.to.y}, with_alpha(colours().line, 0.6f));
            const std::string text = time_text(tick);
            draw_small_text(list_, {std::min(x, axis_.to - small_text_size(text).x), lane.top}, colours().muted, text);
        }
    }

    void draw_stages(const Lane& lane) {
        name(lane, words(Text::stages));
        for (const StageSpan& stage : model_.stages()) {
            ImVec2 from, to;
            if (!box(lane, stage.begin, stage.end.value_or(model_.end()), stage_colour(stage.stage), from, to)) continue;
            if (to.x - from.x > px(24))
                draw_text_within(list_, {from.x + px(6), lane.top + px(3)}, to.x - from.x - px(10), IM_COL32(255, 255, 255, 235), stage_words(stage.stage));
        }
    }

    void draw_graphs(const Lane& lane) {
        name(lane, words(Text::graphs));
        view_.hovered_graph.clear();
        const auto& graphs = model_.graphs();
        auto graph = std::ranges::lower_bound(graphs, view_.left, {}, &GraphSpan::begin);
        if (graph != graphs.begin()) --graph;
        const ImU32 colour = with_alpha(colours().muted, 0.45f);
        float drawn_to = 0;  // of the last box: what falls on the same pixel is not drawn again
        for (; graph != graphs.end() && graph->begin <= view_.right; ++graph) {
            if (axis_.place(graph->end()) <= drawn_to) continue;
            ImVec2 from, to;
            if (!box(lane, graph->begin, graph->end(), colour, from, to)) continue;
            drawn_to = to.x;
            const float width = to.x - from.x;
            if (width > px(4)) list_.AddLine({to.x, lane.top}, {to.x, lane.bottom}, colours().panel, std::max(1.0f, px(1)));
            if (width > px(36)) draw_text_within(list_, {from.x + px(5), lane.top + px(3)}, width - px(8), colours().text, model_.word(graph->label));
        }
    }

    void draw_operations(const Lane& lane) {
        name(lane, words(Text::operations));
        const auto& columns = view_.digest.colours;
        for (std::size_t from = 0; from < columns.size();) {
            std::size_t to = from + 1;
            while (to < columns.size() && columns[to] == columns[from]) ++to;
            if (columns[from]) list_.AddRectFilled({axis_.from + static_cast<float>(from), lane.top}, {axis_.from + static_cast<float>(to), lane.bottom}, columns[from]);
            from = to;
        }
        draw_operation_names(lane);
        hover(lane);
    }

    /// Once there is room for them.
    void draw_operation_names(const Lane& lane) {
        if (view_.digest.operations > 4 * view_.digest.width / 10) return;
        const auto& graphs = model_.graphs();
        auto graph = std::ranges::lower_bound(graphs, view_.left, {}, &GraphSpan::begin);
        if (graph != graphs.begin()) --graph;
        for (; graph != graphs.end() && graph->begin <= view_.right; ++graph)
            for (const OperationSpan& operation : graph->operations) {
                const float from = std::max(axis_.place(operation.begin), axis_.from);
                const float to = std::min(axis_.place(operation.begin + static_cast<double>(operation.seconds)), axis_.to);
                if (to - from > px(3)) list_.AddLine({to, lane.top}, {to, lane.bottom}, colours().panel);
                if (to - from > px(34))
                    draw_text_within(list_, {from + px(5), lane.top + px(5)}, to - from - px(8), IM_COL32(20, 20, 20, 255), model_.word(operation.operation));
            }
    }

    void hover(const Lane& lane) {
        view_.hovered_operation.clear();
        if (!mouse_inside()) return;
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        const double time = axis_.value(mouse.x);
        const auto& graphs = model_.graphs();
        auto graph = std::ranges::upper_bound(graphs, time, {}, &GraphSpan::begin);
        if (graph == graphs.begin()) return;
        --graph;
        if (time > graph->end()) return;
        view_.hovered_graph = model_.word(graph->label);
        const bool on_graphs = mouse.y < lane.top - px(lane_gap);
        auto operation = std::ranges::upper_bound(graph->operations, time, {}, &OperationSpan::begin);
        if (operation != graph->operations.begin()) --operation;
        if (on_graphs || operation == graph->operations.end()) return tell(*graph);
        view_.hovered_operation = model_.word(operation->operation);
        tell(*operation, *graph);
    }

    void tell(const GraphSpan& graph) {
        if (!ImGui::BeginTooltip()) return;
        ImGui::TextUnformatted(model_.word(graph.label).c_str());
        ImGui::TextDisabled("%s · %d %s", time_text(graph.seconds).c_str(), graph.nodes, words(Text::operations));
        tell_rates(graph.seconds, graph.flops, graph.bytes);
        ImGui::EndTooltip();
    }
    void tell(const OperationSpan& operation, const GraphSpan& graph) {
        if (!ImGui::BeginTooltip()) return;
        const std::string& node = model_.word(operation.node);
        ImGui::TextUnformatted(model_.word(operation.operation).c_str());
        ImGui::TextDisabled("%s", (node.empty() ? model_.word(graph.label) : node).c_str());
        ImGui::TextDisabled("%s", time_text(static_cast<double>(operation.seconds)).c_str());
        tell_rates(static_cast<double>(operation.seconds), static_cast<double>(operation.flops), static_cast<double>(operation.bytes));
        ImGui::EndTooltip();
    }
    void tell_rates(double seconds, double flops, double bytes) {
        if (seconds <= 0) return;
        ImGui::Text("%s  ·  %s", rate_text(flops / seconds, "FLOP/s").c_str(), rate_text(bytes / seconds, "B/s").c_str());
        ImGui::TextDisabled("%s  ·  %s", rate_text(flops, "FLOP").c_str(), bytes_text(bytes).c_str());
    }

    void draw_rate(const Lane& lane, const std::vector<float>& values, float most, const char* unit, ImU32 colour) {
        draw_text_within(list_, {area_.from.x, lane.top}, gutter_ - px(8), colours().muted, unit);
        draw_text_within(list_, {area_.from.x, lane.top + px(15)}, gutter_ - px(8), colours().faint, rate_text(static_cast<double>(most), ""));
        list_.AddLine({axis_.from, lane.bottom}, {axis_.to, lane.bottom}, colours().line);
        if (most <= 0) return;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] <= 0) continue;
            const float x = axis_.from + static_cast<float>(i), height = (lane.bottom - lane.top) * values[i] / most;
            list_.AddRectFilled({x, lane.bottom - std::max(height, 1.0f)}, {x + 1, lane.bottom}, with_alpha(colour, 0.85f));
        }
    }

    void draw_cursor() {
        const float x = std::round(axis_.place(view_.cursor));
        if (x < axis_.from || x > axis_.to) return;
        list_.AddLine({x, area_.from.y + px(16)}, {x, area_.to.y}, colours().accent, std::max(1.0f, px(1)));
        list_.AddTriangleFilled({x - px(4), area_.from.y + px(12)}, {x + px(4), area_.from.y + px(12)}, {x, area_.from.y + px(18)}, colours().accent);
    }

    const TraceModel& model_;
    View& view_;
    Area area_;
    ImDrawList& list_;
    float gutter_;
    Axis axis_;
};

}  // namespace

void draw_timeline(const TraceModel& model, View& view) {
    const Area area = take_area("timeline-area");
    TimelineDrawing(model, view, area).draw();
}

void draw_hot_spots(const TraceModel& model, const View& view) {
    const TimelineDigest& digest = view.digest;
    if (digest.kinds.empty()) return draw_nothing_yet();
    ImGui::PushFont(small_font());
    if (ImGui::BeginTable("kinds", 5, ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingStretchProp)) {
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::TableSetupColumn(words(Text::operation), 0, 2.6f);
        ImGui::TableSetupColumn(words(Text::time_share), 0, 1.4f);
        ImGui::TableSetupColumn(words(Text::count), 0, 1.2f);
        ImGui::TableSetupColumn("FLOP/s", 0, 1.3f);
        ImGui::TableSetupColumn("B/s", 0, 1.3f);
        ImGui::PushStyleColor(ImGuiCol_Text, colours().muted);
        ImGui::TableHeadersRow();
        ImGui::PopStyleColor();
        for (const TimelineDigest::Kind& kind : digest.kinds) {
            const std::string& word = model.word(kind.operation);
            const double part = digest.seconds > 0 ? kind.seconds / digest.seconds : 0;
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            const ImVec2 at = ImGui::GetCursorScreenPos();
            ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + px(4)}, {at.x + px(8), at.y + px(12)}, operation_colour(word), px(2));
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + px(14));
            ImGui::TextUnformatted(word.c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(std::format("{:.1f} %", 100 * part).c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(std::to_string(kind.count).c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(rate_text(kind.seconds > 0 ? kind.flops / kind.seconds : 0, "").c_str());
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(rate_text(kind.seconds > 0 ? kind.bytes / kind.seconds : 0, "").c_str());
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

}  // namespace haibao::inspector
