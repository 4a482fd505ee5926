// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/token_positions.h"

#include <algorithm>

namespace haibao {
namespace {

/// Adds a grid whose first token lies at (base, base, base); returns the place after it.
std::int32_t add_grid(TokenPositions& positions, Grid grid, std::int32_t base) {
    for (int row = 0; row < grid.rows; ++row)
        for (int column = 0; column < grid.columns; ++column) positions.add(base, base + row, base + column);
    return base + std::max(grid.rows, grid.columns);
}

/// Where the grid's ids start in `ids`, searched from `from` on: right after a start marker, right before an end marker.
std::size_t find_picture(std::span<const std::int32_t> ids, std::size_t from, Grid grid, std::int32_t image_start,
                         std::int32_t image_end) {
    const auto count = static_cast<std::size_t>(grid.count());
    for (std::size_t at = from; at < ids.size() && count < ids.size() - at - 1; ++at)
        if (ids[at] == image_start && ids[at + 1 + count] == image_end) return at + 1;
    return ids.size();
}

}  // namespace

void TokenPositions::add(std::int32_t time, std::int32_t row, std::int32_t column) {
    t.push_back(time);
    h.push_back(row);
    w.push_back(column);
}

TokenPositions TokenPositions::at(std::size_t token, std::size_t count) const {
    const auto part = [&](const std::vector<std::int32_t>& axis) {
        const auto from = axis.begin() + static_cast<std::ptrdiff_t>(token);
        return std::vector(from, from + static_cast<std::ptrdiff_t>(count));
    };
    return {part(t), part(h), part(w)};
}

Result<PromptPositions> prompt_positions(std::span<const std::int32_t> ids, std::span<const Grid> sources,
                                         std::int32_t image_start, std::int32_t image_end) {
    PromptPositions result;
    std::size_t at = 0;
    const auto add_text_until = [&](std::size_t end) {
        for (; at < end; ++at, ++result.next) result.tokens.add(result.next, result.next, result.next);
    };
    for (const Grid& grid : sources) {
        const bool sane = grid.rows > 0 && grid.columns > 0 && grid.rows <= 4096 && grid.columns <= 4096;
        const std::size_t picture = sane ? find_picture(ids, at, grid, image_start, image_end) : ids.size();
        if (picture == ids.size())
            return fail(ErrorKind::invalid_input, "The prompt holds no source picture of {}×{} visual tokens.", grid.rows,
                        grid.columns);
        add_text_until(picture);
        result.next = add_grid(result.tokens, grid, result.next);
        at += static_cast<std::size_t>(grid.count());
    }
    add_text_until(ids.size());
    return result;
}

TokenPositions grid_positions(std::int32_t next, std::span<const Grid> grids) {
    TokenPositions positions;
    for (const Grid& grid : grids) next = add_grid(positions, grid, next);
    positions.add(next, next, next);
    return positions;
}

}  // namespace haibao
