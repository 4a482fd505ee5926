// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// Where the work is done, and what each thread of the worker is at.
namespace haibao::inspector {
namespace {

void draw_row(const char* name, const std::string& value) {
    if (value.empty()) return;
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(colours().muted), "%s", name);
    ImGui::TableNextColumn();
    ImGui::TextWrapped("%s", value.c_str());
}

void draw_device_rows(const DeviceState& device) {
    if (!ImGui::BeginTable("device", 2, ImGuiTableFlags_SizingFixedFit)) return;
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, px(92));
    ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
    draw_row(device.name.c_str(), device.description);
    draw_row(words(Text::model), device.model);
    draw_row(words(Text::precision), device.precision);
    draw_row(words(Text::threads), device.threads > 0 ? std::to_string(device.threads) : "");
    if (device.memory_total > 0)
        draw_row(words(Text::free_memory), std::format("{} / {}", bytes_text(static_cast<double>(device.memory_free)), bytes_text(static_cast<double>(device.memory_total))));
    ImGui::EndTable();
}

/// Its share of a processor core between two samples, 0…1.
double load_of(const ThreadState& thread, const ProcessSample& now, const ProcessSample* before) {
    if (!before || now.at <= before->at) return 0;
    const auto same = std::ranges::find(before->threads, thread.id, &ThreadState::id);
    const double earlier = same == before->threads.end() ? 0 : same->cpu_seconds;
    return std::clamp((thread.cpu_seconds - earlier) / (now.at - before->at), 0.0, 1.0);
}

void draw_threads(const ProcessSample& now, const ProcessSample* before) {
    if (!ImGui::BeginTable("threads", 3, ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingStretchProp)) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(words(Text::thread), 0, 3);
    ImGui::TableSetupColumn("##state", 0, 0.7f);
    ImGui::TableSetupColumn(words(Text::load), 0, 3);
    ImGui::PushStyleColor(ImGuiCol_Text, colours().muted);
    ImGui::TableHeadersRow();
    ImGui::PopStyleColor();
    for (const ThreadState& thread : now.threads) {
        const double load = load_of(thread, now, before);
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::TextUnformatted(thread.name.c_str());
        ImGui::TableNextColumn();
        ImGui::Text("%c", thread.state);
        ImGui::TableNextColumn();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = std::max(ImGui::GetContentRegionAvail().x - px(44), 1.0f);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({at.x, at.y + px(5)}, {at.x + width, at.y + px(11)}, with_alpha(colours().line, 0.6f), px(3));
        if (load > 0.005) list.AddRectFilled({at.x, at.y + px(5)}, {at.x + width * static_cast<float>(load), at.y + px(11)}, IM_COL32(0x6f, 0x8f, 0xb5, 255), px(3));
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width + px(6));
        ImGui::TextUnformatted(std::format("{:.0f} %", 100 * load).c_str());
    }
    ImGui::EndTable();
}

}  // namespace

void draw_device(const TraceModel& model, View& view) {
    const DeviceState* device = model.device_at(view.cursor);
    const auto [now, before] = model.samples_at(view.cursor);
    view.visible_threads = now ? now->threads.size() : 0;
    if (!device && !now) return draw_nothing_yet();
    ImGui::PushFont(small_font());
    if (device) draw_device_rows(*device);
    if (now) draw_threads(*now, before);
    ImGui::PopFont();
}

}  // namespace haibao::inspector
