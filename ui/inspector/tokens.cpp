// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "ui/inspector/panels.h"
#include "ui/inspector/plot.h"
#include "ui/inspector/style.h"

// The grid of visual tokens as it is being filled, coloured by how undecided the model was or by the ids themselves. The
// token under the mouse tells what else it could have been.
namespace haibao::inspector {
namespace {

/// Beyond this only every second, third… cell is drawn.
constexpr int most_drawn_side = 256;

/// The small grid where it is asked for and there is one, else the large one.
const TokenGrid* shown_grid(const Job& job, const View& view) {
    const TokenGrid* found = nullptr;
    for (const TokenGrid& grid : job.grids) {
        if (grid.picture != view.picture) continue;
        const bool small = grid.grids > 1 && grid.grid == 0;
        if (!found || small == view.small_grid) found = &grid;
    }
    return found;
}

void draw_chooser(const Job& job, View& view) {
    view.colouring = static_cast<TokenColouring>(choose_one("colouring", {words(Text::entropy), words(Text::ids)}, static_cast<int>(view.colouring)));
    const bool two = std::ranges::any_of(job.grids, [](const TokenGrid& grid) { return grid.grids > 1; });
    if (two) {
        ImGui::SameLine(0, px(12));
        view.small_grid = choose_one("grid", {words(Text::large_grid), words(Text::small_grid)}, view.small_grid ? 1 : 0) == 1;
    }
}

void draw_picture_chooser(const Job& job, View& view) {
    const int pictures = job.pictures();
    if (pictures < 2) return;
    std::vector<std::string> names;
    for (int picture = 0; picture < std::min(pictures, 16); ++picture) names.push_back(std::to_string(picture + 1));
    const int chosen = choose_one("picture", names, view.picture);
    if (chosen == view.picture) return;
    view.picture = chosen;
    view.following = false;
}

void tell(const TokenDrawn& token) {
    if (!ImGui::BeginTooltip()) return;
    ImGui::Text("%d", token.id);
    ImGui::TextDisabled("%s", words(Text::row_column, token.position / token.columns + 1, token.position % token.columns + 1).c_str());
    ImGui::TextDisabled("%s", words(Text::bits, short_number(token.entropy), token.candidates).c_str());
    ImGui::Dummy({0, px(2)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float line = ImGui::GetTextLineHeight();
    for (const TokenChoice& choice : token.likeliest) {
        const ImVec2 from = ImGui::GetCursorScreenPos();
        const bool chosen = choice.id == token.id;
        const float width = px(120) * static_cast<float>(std::clamp(choice.probability, 0.0, 1.0));
        list.AddRectFilled({from.x + px(60), from.y + px(3)}, {from.x + px(60) + std::max(width, 1.0f), from.y + line - px(2)},
                           chosen ? colours().accent : with_alpha(colours().muted, 0.6f), px(2));
        draw_small_text(list, {from.x, from.y + px(1)}, chosen ? colours().text : colours().muted, std::to_string(choice.id));
        draw_small_text(list, {from.x + px(188), from.y + px(1)}, colours().muted, std::format("{:.1f} %", 100 * choice.probability));
        ImGui::Dummy({px(236), line});
    }
    ImGui::EndTooltip();
}

/// The grid as large as it fits, in the middle.
struct Place {
    ImVec2 from;
    float cell;
};
Place place_in(const Area& area, const TokenGrid& grid) {
    const float cell = std::min(area.width() / static_cast<float>(grid.columns), area.height() / static_cast<float>(grid.rows));
    const float whole = cell >= 2 ? std::floor(cell) : cell;
    return {{area.from.x + std::floor((area.width() - whole * static_cast<float>(grid.columns)) / 2), area.from.y}, whole};
}

/// Returns the place of the latest token in `grid` that is drawn.
std::optional<int> draw_cells(const TokenGrid& grid, const View& view, const Place& place, ImDrawList& list) {
    const int stride = std::max(1, (std::max(grid.rows, grid.columns) + most_drawn_side - 1) / most_drawn_side);
    const float size = place.cell * static_cast<float>(stride), gap = size >= 6 ? std::max(1.0f, std::floor(px(1))) : 0;
    const double most = grid.most_entropy > 0 ? grid.most_entropy : 1;
    std::optional<int> latest;
    double latest_at = -1;
    for (int row = 0; row < grid.rows; row += stride)
        for (int column = 0; column < grid.columns; column += stride) {
            const int position = row * grid.columns + column;
            const auto& token = grid.cells[static_cast<std::size_t>(position)];
            const bool drawn = token && token->at <= view.cursor;
            const ImVec2 from{place.from.x + static_cast<float>(column) * place.cell, place.from.y + static_cast<float>(row) * place.cell};
            const ImU32 colour = !drawn                                           ? with_alpha(colours().line, 0.5f)
                                 : view.colouring == TokenColouring::ids ? id_colour(token->id)
                                                                         : heat_colour(token->entropy / most);
            list.AddRectFilled(from, {from.x + size - gap, from.y + size - gap}, colour);
            if (drawn && token->at >= latest_at) latest_at = token->at, latest = position;
        }
    return latest;
}

void draw_legend(const TokenGrid& grid, const View& view, ImVec2 from, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto drawn = grid.drawn(view.cursor);
    const std::string text = words(Text::drawn_of, drawn, grid.cells.size());
    draw_text_within(list, from, width, colours().muted, text);
    const float bar = px(96), right = from.x + width, left = right - bar - px(56);
    if (view.colouring != TokenColouring::entropy || left < from.x + small_text_size(text).x + px(8)) return;
    constexpr int steps = 48;
    for (int i = 0; i < steps; ++i) {
        const float x = left + bar * static_cast<float>(i) / steps;
        list.AddRectFilled({x, from.y + px(4)}, {x + bar / steps + 0.5f, from.y + px(12)}, heat_colour(static_cast<double>(i) / (steps - 1)));
    }
    draw_small_text(list, {left + bar + px(6), from.y}, colours().muted, std::format("{} bit", short_number(grid.most_entropy)));
}

}  // namespace

void draw_tokens(const TraceModel& model, View& view) {
    view.hovered_token.reset();
    const Job* job = model.job_at(view.cursor);
    if (!job || job->grids.empty()) return draw_nothing_yet();
    draw_chooser(*job, view);
    draw_picture_chooser(*job, view);
    const TokenGrid* grid = shown_grid(*job, view);
    if (!grid) return draw_nothing_yet();

    const ImVec2 room = ImGui::GetContentRegionAvail();
    const Area area = take_area("token-area", {room.x, room.y - px(24)});
    const Place place = place_in(area, *grid);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto latest = draw_cells(*grid, view, place, list);
    const auto outline = [&](int position, ImU32 colour) {
        const ImVec2 from{place.from.x + static_cast<float>(position % grid->columns) * place.cell, place.from.y + static_cast<float>(position / grid->columns) * place.cell};
        list.AddRect({from.x - 1, from.y - 1}, {from.x + place.cell, from.y + place.cell}, colour, 0, 0, std::max(1.5f, px(2)));
    };
    if (latest && grid->drawn(view.cursor) < grid->cells.size()) outline(*latest, colours().accent);
    draw_legend(*grid, view, {area.from.x, area.to.y + px(6)}, area.width());

    if (!ImGui::IsItemHovered()) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const int column = static_cast<int>(std::floor((mouse.x - place.from.x) / place.cell)), row = static_cast<int>(std::floor((mouse.y - place.from.y) / place.cell));
    if (column < 0 || row < 0 || column >= grid->columns || row >= grid->rows) return;
    const int position = row * grid->columns + column;
    const auto& token = grid->cells[static_cast<std::size_t>(position)];
    if (!token || token->at > view.cursor) return;
    view.hovered_token = position;
    outline(position, colours().text);
    tell(*token);
}

}  // namespace haibao::inspector
