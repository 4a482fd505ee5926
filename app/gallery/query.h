// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/gallery/look.h"
#include "app/gallery/picture.h"

// The language of searches (docs/gallery.md): terms that all must hold; `a OR b`; `-term` for not; quotes around what has
// spaces. “ ” and ： count as " and :. Parsing needs no library.
namespace haibao::gallery {

enum class Field : std::uint8_t { words, text, tag, album, star, label, model, device, seed, size, shape, area, date, from, is, colour, similar, id };

enum class Is : std::uint8_t { trashed, missing, linked, tagged, untagged, starred };
enum class Shape : std::uint8_t { portrait, landscape, square };

enum class Order : std::uint8_t { newest, oldest, stars, largest, smallest, closest };
inline constexpr std::array order_words{"newest", "oldest", "stars", "largest", "smallest", "closest"};
std::optional<Order> order_from(std::string_view word);

/// Both ends included.
struct Range {
    std::int64_t low = std::numeric_limits<std::int64_t>::min(), high = std::numeric_limits<std::int64_t>::max();
    bool operator==(const Range&) const = default;
};

/// One thing to look for. What is used depends on the field:
/// text (folded): words, text, tag (a trailing * stands for any end), album, model, device · range: star, size (the longer
/// side in pixels), area (pixels), date (milliseconds UTC), seed, id, similar (a picture's id) · range and second: size
/// as WxH · choice: label, from, is, shape · colour.
struct Term {
    Field field = Field::words;
    std::string text;
    Range range, second;
    bool has_second = false;
    std::uint8_t choice = 0;
    LabColour colour;
    std::size_t begin = 0, end = 0;  ///< bytes in the query
};

/// Holds when one of the terms does (or, negated, when none does).
struct Clause {
    bool negated = false;
    std::vector<Term> any_of;
};

struct Query {
    std::vector<Clause> clauses;  ///< all must hold; none: every picture that is not in the trash
    std::optional<Order> order;   ///< asked for by sort:
};

/// What is wrong with a query, and where.
struct QueryProblem {
    std::size_t begin = 0, end = 0;  ///< bytes; UTF-16 code units after in_utf16()
    std::string message;
};
/// "At character 7: …", invalid_input.
Error to_error(const QueryProblem& problem, std::string_view query);
QueryProblem in_utf16(QueryProblem problem, std::string_view query);

/// `today`: for before:, after:, on:, like 7d or yesterday; local time.
std::expected<Query, QueryProblem> parse_query(std::string_view text, Time today = now());

/// `"a b"` where quotes are needed, for building queries.
std::string quoted_value(std::string_view value);

}  // namespace haibao::gallery
