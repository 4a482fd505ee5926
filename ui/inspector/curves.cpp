// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// How the denoising goes, step by step: the noise that is left, and the sizes (root mean squares) of the latents and of
// what the two passes of the network say.
namespace haibao::inspector {
namespace {

struct Curve {
    Text name;
    double StepTaken::*value;
    ImU32 colour;
    bool guided = false;  ///< says something only of steps with two passes
};
constexpr std::array curves{Curve{Text::noise, &StepTaken::sigma, IM_COL32(0x8c, 0x89, 0x85, 255)},
                            Curve{Text::latent, &StepTaken::latent, IM_COL32(0x6f, 0x8f, 0xb5, 255)},
                            Curve{Text::velocity, &StepTaken::velocity, IM_COL32(0xd0, 0x94, 0x58, 255)},
                            Curve{Text::unconditional, &StepTaken::unconditional, IM_COL32(0x86, 0xa2, 0x72, 255), true},
                            Curve{Text::difference, &StepTaken::difference, IM_COL32(0xb0, 0x7a, 0x95, 255), true},
                            Curve{Text::guided, &StepTaken::guided, IM_COL32(0xe0, 0x60, 0x4a, 255)}};

std::vector<StepTaken> steps_of(const Job& job, int picture) {
    std::vector<StepTaken> steps;
    for (const StepTaken& step : job.steps)
        if (step.picture == picture) steps.push_back(step);
    return steps;
}

/// Without guidance two of the curves say nothing.
bool has_values(const Curve& curve, const std::vector<StepTaken>& steps) {
    return std::ranges::any_of(steps, [&curve](const StepTaken& step) { return step.*curve.value != 0; });
}

/// The names in their colours, in as many rows as they need. Returns their height.
float draw_legend(const std::vector<StepTaken>& steps, ImVec2 from, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 at = from;
    for (const Curve& curve : curves) {
        if (!has_values(curve, steps)) continue;
        const char* name = words(curve.name);
        const float needed = small_text_size(name).x + px(30);
        if (at.x + needed > from.x + width && at.x > from.x) at = {from.x, at.y + px(16)};
        list.AddLine({at.x, at.y + px(8)}, {at.x + px(12), at.y + px(8)}, curve.colour, px(2));
        draw_small_text(list, {at.x + px(16), at.y}, colours().muted, name);
        at.x += needed;
    }
    return at.y - from.y + px(18);
}

void tell(const std::vector<StepTaken>& steps, const StepTaken& step) {
    if (!ImGui::BeginTooltip()) return;
    ImGui::TextUnformatted(words(Text::step_of, step.step + 1, step.steps).c_str());
    if (step.passes > 0) ImGui::TextDisabled("%s", words(Text::guidance, short_number(step.guidance)).c_str());
    else ImGui::TextDisabled("%s", words(Text::reckoned));
    for (const Curve& curve : curves) {
        if (!has_values(curve, steps) || (curve.guided && step.*curve.value == 0)) continue;
        ImGui::PushStyleColor(ImGuiCol_Text, curve.colour);
        ImGui::TextUnformatted(std::format("{}  {}", words(curve.name), short_number(step.*curve.value)).c_str());
        ImGui::PopStyleColor();
    }
    ImGui::EndTooltip();
}

}  // namespace

void draw_curves(const TraceModel& model, View& view) {
    view.hovered_step.reset();
    view.visible_steps = 0;
    const Job* job = model.job_at(view.cursor);
    const auto steps = job ? steps_of(*job, view.picture) : std::vector<StepTaken>();
    view.visible_steps = steps.size();
    if (steps.empty()) return draw_nothing_yet();
    double most = 0;
    for (const StepTaken& step : steps)
        for (const Curve& curve : curves) most = std::max(most, step.*curve.value);

    const Area area = take_area("curve-area");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float legend = draw_legend(steps, area.from, area.width());
    const Axis x{area.from.x + px(30), area.to.x - px(6), 1, std::max(2.0, static_cast<double>(steps.back().steps))};
    const Axis y{area.to.y - px(18), area.from.y + legend + px(6), 0, most > 0 ? most * 1.05 : 1};
    for (const double tick : y.ticks(px(32))) {
        const float place = std::round(y.place(tick));
        list.AddLine({x.from, place}, {x.to, place}, with_alpha(colours().line, 0.6f));
        draw_small_text(list, {area.from.x, place - px(8)}, colours().muted, short_number(tick));
    }
    for (const double tick : x.ticks(px(34)))
        if (tick == std::floor(tick)) {
            const std::string text = short_number(tick);
            draw_small_text(list, {x.place(tick) - small_text_size(text).x / 2, y.from + px(2)}, colours().muted, text);
        }
    for (const Curve& curve : curves) {
        if (!has_values(curve, steps)) continue;
        std::vector<ImVec2> points;
        for (const StepTaken& step : steps)
            if (!curve.guided || step.*curve.value != 0) points.push_back({x.place(step.step + 1), y.place(step.*curve.value)});
        list.AddPolyline(points.data(), static_cast<int>(points.size()), curve.colour, 0, std::max(1.5f, px(1.75f)));
        if (points.size() == 1) list.AddCircleFilled(points[0], px(2.5f), curve.colour);
    }
    // The step at the moment that is shown.
    const auto taken = std::ranges::count_if(steps, [&view](const StepTaken& step) { return step.at <= view.cursor; });
    if (taken > 0) {
        const float place = std::round(x.place(steps[static_cast<std::size_t>(taken - 1)].step + 1));
        list.AddLine({place, y.to}, {place, y.from}, with_alpha(colours().accent, 0.7f));
    }
    if (!ImGui::IsItemHovered() || ImGui::GetIO().MousePos.y < y.to) return;
    const double wanted = x.value(ImGui::GetIO().MousePos.x) - 1;
    const auto nearest = std::ranges::min_element(steps, {}, [wanted](const StepTaken& step) { return std::abs(step.step - wanted); });
    view.hovered_step = static_cast<std::size_t>(nearest - steps.begin());
    tell(steps, *nearest);
}

}  // namespace haibao::inspector
