// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// The picture that each step was heading for, and the finished one at the end; below it a strip of all steps.
namespace haibao::inspector {
namespace {

constexpr std::size_t most_in_strip = 12;

void draw_picture(ImDrawList& list, const Preview& preview, Textures& textures, ImVec2 from, ImVec2 to) {
    const float scale = std::min((to.x - from.x) / static_cast<float>(preview.image.width), (to.y - from.y) / static_cast<float>(preview.image.height));
    const ImVec2 size{static_cast<float>(preview.image.width) * scale, static_cast<float>(preview.image.height) * scale};
    const ImVec2 at{from.x + (to.x - from.x - size.x) / 2, from.y + (to.y - from.y - size.y) / 2};
    if (const ImTextureID texture = textures.of(preview)) list.AddImageRounded(texture, at, {at.x + size.x, at.y + size.y}, {0, 0}, {1, 1}, IM_COL32_WHITE, px(3));
    else list.AddRectFilled(at, {at.x + size.x, at.y + size.y}, colours().line, px(3));
}

/// Of one picture, evenly taken from all: the last is always there.
std::vector<const Preview*> strip_of(const Job& job, int picture) {
    std::vector<const Preview*> all, some;
    for (const Preview& preview : job.previews)
        if (preview.picture == picture) all.push_back(&preview);
    if (all.size() <= most_in_strip) return all;
    for (std::size_t i = 0; i < most_in_strip; ++i) some.push_back(all[(i + 1) * all.size() / most_in_strip - 1]);
    return some;
}

}  // namespace

void draw_preview(const TraceModel& model, View& view, Textures& textures) {
    view.shown_preview = 0;
    const Job* job = model.job_at(view.cursor);
    if (!job) return draw_nothing_yet();
    const Preview* shown = nullptr;
    for (const Preview& preview : job->previews)
        if (preview.picture == view.picture && preview.at <= view.cursor) shown = &preview;
    const auto strip = strip_of(*job, view.picture);
    if (!shown && strip.empty()) return draw_nothing_yet();

    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float strip_height = px(52);
    const Area area = take_area("picture-area", {room.x, std::max(room.y - strip_height - px(26), px(20))});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (shown) {
        view.shown_preview = shown->number;
        draw_picture(list, *shown, textures, area.from, area.to);
        const std::string text = shown->finished ? std::string(words(Text::finished_picture)) : words(Text::step_of, shown->step, shown->steps);
        draw_text_within(list, {area.from.x, area.to.y + px(4)}, area.width(), colours().muted, text);
    }
    const Area below = take_area("strip-area");
    const float top = below.to.y - strip_height;
    const float each = std::min(px(44), (below.width() + px(4)) / static_cast<float>(std::max<std::size_t>(strip.size(), 1)));
    for (std::size_t i = 0; i < strip.size(); ++i) {
        const ImVec2 from{below.from.x + static_cast<float>(i) * each, top}, to{from.x + each - px(4), below.to.y - px(2)};
        draw_picture(list, *strip[i], textures, from, to);
        if (strip[i] == shown) list.AddRect({from.x - 1, from.y - 1}, {to.x + 1, to.y + 1}, colours().accent, px(3), 0, px(2));
        if (ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(from, to) && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
            view.cursor = strip[i]->at;
            view.following = view.playing = false;
        }
    }
}

}  // namespace haibao::inspector
