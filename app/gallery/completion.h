// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"

namespace haibao::gallery {

/// What the search field offers: `text` replaces the bytes begin … end of the query.
struct Suggestion {
    std::string text;
    std::string hint;  ///< English; a field's meaning, or how many pictures a tag has
    std::size_t begin = 0, end = 0;
};

/// For the word that ends at byte `cursor`: fields, and behind a field its tags, albums, models, devices, words. The most
/// useful first.
Result<std::vector<Suggestion>> complete(Library& library, std::string_view query, std::size_t cursor, std::size_t most = 12);

}  // namespace haibao::gallery
