// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/style.h"

#include <fontconfig/fontconfig.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <memory>
#include <string_view>

namespace haibao::inspector {
namespace {

constexpr float text_size = 14, small_text_size = 12;  // units

constexpr Colours dark{IM_COL32(0x1a, 0x1a, 0x19, 255), IM_COL32(0x26, 0x26, 0x25, 255), IM_COL32(0x3c, 0x3c, 0x3a, 255), IM_COL32(0xe8, 0xe6, 0xe3, 255),
                       IM_COL32(0xa6, 0xa3, 0x9f, 255), IM_COL32(0x5c, 0x5a, 0x57, 255), IM_COL32(0xe0, 0x60, 0x4a, 255), IM_COL32(0xe0, 0xa4, 0x4a, 255)};
constexpr Colours light{IM_COL32(0xea, 0xe9, 0xe7, 255), IM_COL32(0xfb, 0xfa, 0xf8, 255), IM_COL32(0xd6, 0xd5, 0xd2, 255), IM_COL32(0x24, 0x22, 0x20, 255),
                        IM_COL32(0x6e, 0x6b, 0x67, 255), IM_COL32(0xb4, 0xb1, 0xad, 255), IM_COL32(0xc8, 0x44, 0x2f, 255), IM_COL32(0x9a, 0x6a, 0x10, 255)};

const Colours* current = &dark;
float current_scale = 1;
ImFont *bold = nullptr, *little = nullptr;

ImVec4 vec(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

ImU32 mixed(ImU32 a, ImU32 b, float part) {
    const ImVec4 x = vec(a), y = vec(b);
    return ImGui::ColorConvertFloat4ToU32({x.x + (y.x - x.x) * part, x.y + (y.y - x.y) * part, x.z + (y.z - x.z) * part, x.w + (y.w - x.w) * part});
}

void set_colours(ImGuiStyle& style) {
    const Colours& c = *current;
    const ImU32 control = mixed(c.panel, c.text, 0.08f), hovered = mixed(c.panel, c.text, 0.14f), active = mixed(c.panel, c.text, 0.2f);
    const auto set = [&style](std::initializer_list<ImGuiCol> which, ImU32 colour) {
        for (const ImGuiCol index : which) style.Colors[index] = vec(colour);
    };
    set({ImGuiCol_Text}, c.text);
    set({ImGuiCol_TextDisabled}, c.muted);
    set({ImGuiCol_WindowBg}, c.window);
    set({ImGuiCol_ChildBg}, c.panel);
    set({ImGuiCol_PopupBg}, mixed(c.panel, c.text, 0.04f));
    set({ImGuiCol_Border, ImGuiCol_Separator, ImGuiCol_TableBorderLight, ImGuiCol_TableBorderStrong}, c.line);
    set({ImGuiCol_FrameBg, ImGuiCol_Button}, control);
    set({ImGuiCol_FrameBgHovered, ImGuiCol_ButtonHovered, ImGuiCol_HeaderHovered}, hovered);
    set({ImGuiCol_FrameBgActive, ImGuiCol_ButtonActive, ImGuiCol_HeaderActive, ImGuiCol_Header}, active);
    set({ImGuiCol_ScrollbarBg, ImGuiCol_TableHeaderBg, ImGuiCol_TableRowBg, ImGuiCol_TableRowBgAlt}, 0);
    set({ImGuiCol_ScrollbarGrab}, hovered);
    set({ImGuiCol_ScrollbarGrabHovered, ImGuiCol_ScrollbarGrabActive}, active);
    set({ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive, ImGuiCol_CheckMark, ImGuiCol_NavHighlight}, c.accent);
    set({ImGuiCol_TextSelectedBg}, with_alpha(c.accent, 0.35f));
}

struct FontFile {
    std::string path;
    int index = 0;
};

Result<FontFile> find_font(int weight) {
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> wanted(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans CJK SC"));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> found(FcFontMatch(nullptr, wanted.get(), &result), FcPatternDestroy);
    FcChar8* file = nullptr;
    FontFile font;
    if (!found || FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
        return fail(ErrorKind::not_found, "No font was found; install the package fonts-noto-cjk.");
    FcPatternGetInteger(found.get(), FC_INDEX, 0, &font.index);
    font.path = reinterpret_cast<const char*>(file);
    return font;
}

Result<ImFont*> load_font(int weight, float size, const ImVector<ImWchar>& ranges) {
    auto file = find_font(weight);
    if (!file) return pass_on(file);
    ImFontConfig config;
    config.FontNo = file->index & 0xffff;  // above are the numbers of a variable font's instances
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file->path.c_str(), size, &config, ranges.Data);
    if (!font) return fail(ErrorKind::io, "The font {} cannot be read.", file->path);
    return font;
}

/// Which characters go into the fonts' picture: every one costs memory of the graphics card.
void collect_ranges(Language language, bool everything, ImVector<ImWchar>& ranges) {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(fonts.GetGlyphRangesDefault());
    builder.AddText(all_words(language).c_str());
    builder.AddText("…–—×·→“”‘’「」、。，：；！？（）²µ∞•");
    if (everything) builder.AddRanges(fonts.GetGlyphRangesChineseSimplifiedCommon());
    builder.BuildRanges(&ranges);
}

}  // namespace

const Colours& colours() { return *current; }
float px(float units) { return std::round(units * current_scale); }
ImFont* bold_font() { return bold; }
ImFont* small_font() { return little; }

void apply_style(Theme theme, float scale) {
    current = theme == Theme::dark ? &dark : &light;
    current_scale = scale;
    ImGuiStyle style;
    style.WindowPadding = style.FramePadding = style.ItemSpacing = {0, 0};
    style.WindowPadding = {px(12), px(8)};
    style.FramePadding = {px(10), px(5)};
    style.CellPadding = {px(4), px(2)};
    style.ItemSpacing = {px(8), px(6)};
    style.ItemInnerSpacing = {px(6), px(4)};
    style.ScrollbarSize = px(10);
    style.GrabMinSize = px(12);
    style.WindowRounding = 0;
    style.ChildRounding = style.PopupRounding = style.FrameRounding = style.GrabRounding = style.ScrollbarRounding = px(6);
    style.WindowBorderSize = style.FrameBorderSize = 0;
    style.ChildBorderSize = style.PopupBorderSize = std::max(1.0f, std::floor(scale));
    style.ButtonTextAlign = {0.5f, 0.5f};
    style.AntiAliasedLinesUseTex = false;
    set_colours(style);
    ImGui::GetStyle() = style;
}

Result<void> load_fonts(float scale, float density, Language language) {
    ImFontAtlas& fonts = *ImGui::GetIO().Fonts;
    fonts.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    fonts.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    // They must live until the atlas is built.
    static ImVector<ImWchar> all, few;
    all.clear(), few.clear();
    collect_ranges(language, true, all);
    collect_ranges(language, false, few);
    const auto size = [scale, density](float units) { return std::round(units * scale * density); };
    auto usual = load_font(FC_WEIGHT_REGULAR, size(text_size), all);
    if (!usual) return pass_on(usual);
    auto heavy = load_font(FC_WEIGHT_MEDIUM, size(text_size), few);
    if (!heavy) return pass_on(heavy);
    auto small = load_font(FC_WEIGHT_REGULAR, size(small_text_size), few);
    if (!small) return pass_on(small);
    for (ImFont* font : {*usual, *heavy, *small}) font->Scale = 1 / density;
    bold = *heavy;
    little = *small;
    return {};
}

ImU32 with_alpha(ImU32 colour, float alpha) {
    return (colour & ~IM_COL32_A_MASK) | static_cast<ImU32>(std::clamp(alpha, 0.0f, 1.0f) * 255.0f + 0.5f) << IM_COL32_A_SHIFT;
}

ImU32 stage_colour(const std::string& stage) {
    if (stage == "composing") return IM_COL32(0x5b, 0x7f, 0xa6, 255);
    if (stage == "painting") return IM_COL32(0xb9, 0x5f, 0x4c, 255);
    if (stage == "finishing") return IM_COL32(0xa5, 0x86, 0x45, 255);
    if (stage == "reading_sources") return IM_COL32(0x57, 0x8c, 0x83, 255);
    return IM_COL32(0x7d, 0x7a, 0x76, 255);
}

ImU32 operation_colour(const std::string& operation) {
    const auto is = [&operation](std::initializer_list<std::string_view> words) {
        return std::ranges::any_of(words, [&operation](std::string_view word) { return operation.starts_with(word); });
    };
    if (is({"linear", "mul_mat", "conv", "out_prod"})) return IM_COL32(0x6f, 0x8f, 0xb5, 255);
    if (is({"attention", "soft_max", "flash"})) return IM_COL32(0xb0, 0x7a, 0x95, 255);
    if (is({"norm", "rms_norm", "moments", "group_norm", "l2_norm"})) return IM_COL32(0x86, 0xa2, 0x72, 255);
    if (is({"cont", "cpy", "dup", "concat", "get_rows", "set_rows", "im2col", "set"})) return IM_COL32(0x7d, 0x7a, 0x76, 255);
    return IM_COL32(0xb3, 0x97, 0x66, 255);
}

ImU32 heat_colour(double part) {
    constexpr std::array<ImU32, 5> stops{IM_COL32(0x22, 0x2d, 0x38, 255), IM_COL32(0x3a, 0x5f, 0x7d, 255), IM_COL32(0x7f, 0x86, 0x83, 255),
                                         IM_COL32(0xd0, 0x94, 0x58, 255), IM_COL32(0xf6, 0xe3, 0xb8, 255)};
    const double place = std::clamp(std::isfinite(part) ? part : 0.0, 0.0, 1.0) * (stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(stops[below], stops[below + 1], static_cast<float>(place - static_cast<double>(below)));
}

ImU32 id_colour(std::int32_t id) {
    // The golden ratio spreads consecutive numbers over the circle of hues.
    const float hue = std::fmod(static_cast<float>(static_cast<std::uint32_t>(id) % 65536u) * 0.618034f, 1.0f);
    const float value = 0.5f + 0.3f * std::fmod(static_cast<float>(static_cast<std::uint32_t>(id) % 4096u) * 0.381966f, 1.0f);
    float r, g, b;
    ImGui::ColorConvertHSVtoRGB(hue, 0.38f, value, r, g, b);
    return ImGui::ColorConvertFloat4ToU32({r, g, b, 1});
}

}  // namespace haibao::inspector
