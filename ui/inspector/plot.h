// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

// What several panels draw with.
namespace haibao::inspector {

std::string time_text(double seconds);      ///< "1.25 s", "380 µs"
std::string bytes_text(double bytes);       ///< "1.4 GB"
std::string rate_text(double per_second, std::string_view unit);  ///< "12 GFLOP/s" for "FLOP/s"
/// As Python's %g: three digits that matter.
std::string short_number(double number);

/// A line of the screen that stands for a range of values.
struct Axis {
    float from = 0, to = 1;   ///< pixels; `to` may be the smaller one
    double low = 0, high = 1;

    float place(double value) const { return from + static_cast<float>((value - low) / (high - low)) * (to - from); }
    double value(float place) const { return low + static_cast<double>((place - from) / (to - from)) * (high - low); }
    /// Round values with at least `distance` pixels between them.
    std::vector<double> ticks(float distance) const;
};

/// A titled card at the place of the cursor; `aside` stands small at its right. Use the rest of the card for the content.
void begin_card(const char* id, ImVec2 size, const char* title, const std::string& aside = {});
void end_card();

/// Takes what is left of the card, as one item for the mouse. Returns its corners.
struct Area {
    ImVec2 from, to;
    float width() const { return to.x - from.x; }
    float height() const { return to.y - from.y; }
};
Area take_area(const char* id);
Area take_area(const char* id, ImVec2 size);

/// Text that ends with … where it does not fit, in the small font.
void draw_text_within(ImDrawList& list, ImVec2 place, float width, ImU32 colour, std::string_view text);
void draw_small_text(ImDrawList& list, ImVec2 place, ImU32 colour, std::string_view text);
ImVec2 small_text_size(std::string_view text);
/// Buttons side by side of which one is chosen. Returns the new choice.
int choose_one(const char* id, const std::vector<std::string>& names, int chosen);
/// In the middle of what is left of the card: there is nothing to show.
void draw_nothing_yet();

}  // namespace haibao::inspector
