// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "app/gallery/library.h"
#include "app/gallery/query.h"

// Private to search.cpp: a query as SQL.
namespace haibao::gallery {

using Value = std::variant<std::int64_t, std::string>;

/// A piece of SQL with the values for its question marks.
struct Sql {
    std::string text;
    std::vector<Value> values;
    Sql& add(std::string_view more) {
        text += more;
        return *this;
    }
    Sql& add(const Sql& more) {
        text += more.text;
        values.insert(values.end(), more.values.begin(), more.values.end());
        return *this;
    }
    Sql& value(Value one) {
        values.push_back(std::move(one));
        return *this;
    }
};

/// A query taken apart. `p` is the picture, `t` its picture_text.
struct Compiled {
    Sql conditions;             ///< " AND …" for every clause, words asked of the texts themselves
    bool reads_text = false;    ///< conditions use t
    std::vector<Sql> sources;   ///< each: SELECT of ids that hold everything that is found; the fewer the better to start from
    bool in_trash = false;      ///< is:trashed was asked for
    std::optional<LabColour> colour;
    std::optional<PictureId> similar;
};

/// Errors: invalid_input (an album that is not there, albums in a circle, more than one colour: or similar:).
Result<Compiled> compile(Library& library, const Query& query);

}  // namespace haibao::gallery
