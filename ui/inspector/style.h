// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include <string>

#include "inference/base/result.h"
#include "ui/inspector/words.h"

// How the inspector looks: the product's colours and sizes, sharp at any scale.
namespace haibao::inspector {

enum class Theme { dark, light };

struct Colours {
    ImU32 window, panel, line, text, muted, faint, accent, warning;
};
const Colours& colours();

/// Sets colours and sizes for a screen of `scale` times 96 dots per inch.
void apply_style(Theme theme, float scale);
/// Pixels of the screen for `units` of the design.
float px(float units);

/// Noto Sans CJK SC, wherever fontconfig has it, in the sizes that are used, with `density` pixels for each unit that Dear
/// ImGui counts in. Only once. Errors: not_found.
Result<void> load_fonts(float scale, float density, Language language);
ImFont* bold_font();
ImFont* small_font();

ImU32 stage_colour(const std::string& stage);
/// By what an operation is: a product, attention, a norm, arithmetic, or moving of memory.
ImU32 operation_colour(const std::string& operation);
/// From 0 (dark) to 1 (bright).
ImU32 heat_colour(double part);
/// A quiet colour for each number, neighbours far from each other.
ImU32 id_colour(std::int32_t id);
ImU32 with_alpha(ImU32 colour, float alpha);

}  // namespace haibao::inspector
