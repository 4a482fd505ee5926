// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

#include "ui/inspector/style.h"

namespace haibao::inspector {

std::string short_number(double number) {
    const double size = std::abs(number);
    if (size >= 100 || size == 0) return std::format("{:.0f}", number);
    if (size >= 10) return std::format("{:.1f}", number);
    if (size >= 0.01) return std::format("{:.2f}", number);
    return std::format("{:.2g}", number);
}

std::string time_text(double seconds) {
    seconds += 0.0;  // no "-0 s"
    const double size = std::abs(seconds);
    if (size >= 60) return std::format("{}:{:04.1f} min", static_cast<long>(seconds / 60), std::fmod(size, 60));
    if (size >= 1 || size == 0) return short_number(seconds) + " s";
    if (size >= 1e-3) return short_number(seconds * 1e3) + " ms";
    return short_number(seconds * 1e6) + " µs";
}

namespace {

std::string with_prefix(double number, std::string_view unit) {
    constexpr std::array<std::string_view, 6> prefixes{"", "k", "M", "G", "T", "P"};
    std::size_t prefix = 0;
    while (std::abs(number) >= 1000 && prefix + 1 < prefixes.size()) number /= 1000, ++prefix;
    return std::format("{} {}{}", short_number(number), prefixes[prefix], unit);
}

float small_size() { return small_font()->FontSize * small_font()->Scale; }

}  // namespace

std::string bytes_text(double bytes) { return with_prefix(bytes, "B"); }
std::string rate_text(double per_second, std::string_view unit) { return with_prefix(per_second, unit); }

std::vector<double> Axis::ticks(float distance) const {
    const double span = high - low, count = std::max(1.0, std::floor(static_cast<double>(std::abs(to - from) / distance)));
    if (!(span > 0) || !std::isfinite(span)) return {};
    const double rough = span / count, power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double nice : {1.0, 2.0, 5.0})
        if (rough <= nice * power) {
            step = nice * power;
            break;
        }
    std::vector<double> places;
    for (double number = std::ceil(low / step); number * step <= high && places.size() < 1000; ++number) places.push_back(number * step);
    return places;
}

void begin_card(const char* id, ImVec2 size, const char* title, const std::string& aside) {
    ImGui::BeginChild(id, size, ImGuiChildFlags_Border, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PushFont(bold_font());
    ImGui::TextUnformatted(title);
    ImGui::PopFont();
    if (aside.empty()) return;
    const float left = ImGui::GetItemRectMax().x + px(12), right = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - ImGui::GetStyle().WindowPadding.x;
    const float width = std::min(small_text_size(aside).x, right - left);
    if (width > px(20)) draw_text_within(*ImGui::GetWindowDrawList(), {right - width, ImGui::GetItemRectMin().y + px(2)}, width + 1, colours().muted, aside);
}

void end_card() { ImGui::EndChild(); }

Area take_area(const char* id) { return take_area(id, ImGui::GetContentRegionAvail()); }

Area take_area(const char* id, ImVec2 size) {
    size = {std::max(size.x, 1.0f), std::max(size.y, 1.0f)};
    const ImVec2 from = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton(id, size, ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    return {from, {from.x + size.x, from.y + size.y}};
}

ImVec2 small_text_size(std::string_view text) {
    return small_font()->CalcTextSizeA(small_size(), 1e9f, 0, text.data(), text.data() + text.size());
}

void draw_small_text(ImDrawList& list, ImVec2 place, ImU32 colour, std::string_view text) {
    list.AddText(small_font(), small_size(), place, colour, text.data(), text.data() + text.size());
}

void draw_text_within(ImDrawList& list, ImVec2 place, float width, ImU32 colour, std::string_view text) {
    if (small_text_size(text).x <= width) return draw_small_text(list, place, colour, text);
    constexpr std::string_view dots = "…";
    const float room = width - small_text_size(dots).x;
    if (room <= 0) return;
    const char* rest = nullptr;
    small_font()->CalcTextSizeA(small_size(), room, 0, text.data(), text.data() + text.size(), &rest);
    if (rest == text.data()) return;
    draw_small_text(list, place, colour, std::string(text.data(), rest) + std::string(dots));
}

int choose_one(const char* id, const std::vector<std::string>& names, int chosen) {
    ImGui::PushID(id);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(8), px(2)});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, px(2));
        const bool is_chosen = static_cast<int>(i) == chosen;
        ImGui::PushStyleColor(ImGuiCol_Button, is_chosen ? ImGui::GetColorU32(ImGuiCol_ButtonActive) : with_alpha(colours().panel, 0));
        ImGui::PushStyleColor(ImGuiCol_Text, is_chosen ? colours().text : colours().muted);
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Button(names[i].c_str())) chosen = static_cast<int>(i);
        ImGui::PopID();
        ImGui::PopStyleColor(2);
    }
    ImGui::PopStyleVar();
    ImGui::PopID();
    return chosen;
}

void draw_nothing_yet() {
    const ImVec2 room = ImGui::GetContentRegionAvail(), from = ImGui::GetCursorScreenPos(), size = small_text_size(words(Text::nothing_yet));
    draw_small_text(*ImGui::GetWindowDrawList(), {from.x + (room.x - size.x) / 2, from.y + (room.y - size.y) / 2}, colours().faint, words(Text::nothing_yet));
}

}  // namespace haibao::inspector
