// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// What the worker said until the moment that is shown, the latest at the end.
namespace haibao::inspector {

void draw_log(const TraceModel& model, View& view) {
    const auto& notes = model.notes();
    const auto end = std::ranges::upper_bound(notes, view.cursor, {}, &Note::at);
    view.visible_notes = static_cast<std::size_t>(end - notes.begin());
    if (view.visible_notes == 0) return draw_nothing_yet();
    ImGui::PushFont(small_font());
    if (ImGui::BeginTable("notes", 2, ImGuiTableFlags_ScrollY | ImGuiTableFlags_SizingFixedFit)) {
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthFixed, px(58));
        ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch);
        for (auto note = notes.begin(); note != end; ++note) {
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::TextDisabled("%s", time_text(note->at).c_str());
            ImGui::TableNextColumn();
            ImGui::PushStyleColor(ImGuiCol_Text, note->bad ? colours().warning : colours().text);
            ImGui::TextWrapped("%s", note->text.c_str());
            ImGui::PopStyleColor();
        }
        if (view.following) ImGui::SetScrollHereY(1);
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

}  // namespace haibao::inspector
