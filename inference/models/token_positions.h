// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inference/base/result.h"
#include "inference/text/prompt.h"

namespace haibao {

/// The place of each token on the language model's three rotary axes (spec §3.3): time, row, column.
struct TokenPositions {
    std::vector<std::int32_t> t, h, w;

    std::size_t size() const { return t.size(); }
    void add(std::int32_t time, std::int32_t row, std::int32_t column);
    /// The positions of one token, or of `count` tokens from there on.
    TokenPositions at(std::size_t token, std::size_t count = 1) const;
};

/// Positions of a prompt, and the place where generation starts.
struct PromptPositions {
    TokenPositions tokens;
    std::int32_t next = 0;
};

/// Text counts up on all axes at once; a source picture (`image_start`, rows·columns ids, `image_end`) stays at one time
/// and spreads over rows and columns. The pictures are the first `sources.size()` such spans.
/// Errors: invalid_input (a picture that the ids do not hold).
Result<PromptPositions> prompt_positions(std::span<const std::int32_t> ids, std::span<const Grid> sources,
                                         std::int32_t image_start, std::int32_t image_end);

/// Positions of generated tokens: the grids in the order in which they are drawn (preview, large), from `next` on, and
/// one more for what follows them. Generated token k owns position k.
TokenPositions grid_positions(std::int32_t next, std::span<const Grid> grids);

}  // namespace haibao
