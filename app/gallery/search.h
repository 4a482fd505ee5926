// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"
#include "app/gallery/query.h"

namespace haibao::gallery {

/// Where a page ended. Keeps its place when pictures come and go before it.
struct Cursor {
    std::array<std::int64_t, 3> key{};
};

struct Page {
    std::vector<Picture> pictures;
    std::optional<Cursor> next;  ///< nothing: that was the last page
};

/// The first `most` pictures behind the cursor. The order is the query's own, else `order`; colour: and similar: are sorted
/// by closeness unless the query says otherwise. Errors: invalid_input (an album that is not there, two colours), not_found.
Result<Page> search(Library& library, const Query& query, std::size_t most = 100, std::optional<Cursor> after = {}, Order order = Order::newest);

/// All of them in order, ids only: what a grid of 100,000 needs to scroll anywhere (pictures() fills what is seen).
Result<std::vector<PictureId>> search_ids(Library& library, const Query& query, Order order = Order::newest);

/// How many there are. For colour: and similar: at most ranked_most.
Result<std::int64_t> count(Library& library, const Query& query);

/// colour: and similar: find at most so many, the closest.
inline constexpr std::size_t ranked_most = 5000;

/// SQLite's plan for the query, for docs and tests: one line a step.
Result<std::string> explain(Library& library, const Query& query, Order order = Order::newest);

}  // namespace haibao::gallery
