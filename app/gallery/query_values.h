// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/query.h"

// What may stand behind the colon. All return the sentence of what is wrong.
namespace haibao::gallery {

using Problem = std::unexpected<std::string>;

/// `4`, `>=4`, `<4`, `2..4`.
std::expected<Range, std::string> parse_range(std::string_view text);
/// 2026, 2026-11, 2026-11-25, today, yesterday, 7d, 2w, 3m, 1y (that long ago): from its first to its last millisecond.
std::expected<Range, std::string> parse_day(std::string_view text, Time today);
/// `1024x768`, `>=1024x768`, `>=1024` (the longer side), `>=2mp`, `portrait`, `landscape`, `square`: into the term.
std::expected<void, std::string> parse_size(std::string_view text, Term& term);
/// `#c8442f`, `c8442f`, `#f00` or a colour's name, also 红 and so on.
std::expected<LabColour, std::string> parse_colour(std::string_view text);

/// Words that is:, label:, from:, sort: and colours take; for parsing and for completion.
inline constexpr std::array is_words{"trashed", "missing", "linked", "tagged", "untagged", "starred"};
inline constexpr std::array shape_words{"portrait", "landscape", "square"};
const std::vector<std::string_view>& colour_words();

}  // namespace haibao::gallery
