// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "app/document/poster.h"
#include "inference/base/result.h"

// Which column of a table decides what in a poster (export-spec §7).
namespace haibao::merge {

enum class Decides : std::uint8_t {
    text,     ///< the whole content of a text layer
    picture,  ///< a picture layer's file, relative to the pictures' folder
    colour,   ///< of a text's or a shape's first fill
    visible,  ///< whether a layer shows: yes or no
    prompt,   ///< of a picture that is painted for the row, the poster's ground
    seed,     ///< of that picture
};

/// What an empty cell means.
enum class EmptyCell : std::uint8_t {
    keep,   ///< the layer stays as the template has it
    clear,  ///< no text, no picture, not visible
    skip,   ///< there is no poster for this row
};

struct Mapping {
    Decides decides = Decides::text;
    document::LayerId layer = document::LayerId::none;  ///< none for prompt and seed
    QString layer_name;  ///< as in named_layers()
    int column = 0;  ///< from 0
    EmptyCell empty = EmptyCell::keep;
    bool rule_is_given = false;  ///< the user said what an empty cell means; else each is pointed out
};

/// A text layer with {{column}} in it.
struct Placeholders {
    document::LayerId layer = document::LayerId::none;
    QString layer_name;
    std::vector<int> columns;
};

struct MergePlan {
    QStringList columns;
    std::vector<Mapping> mappings;
    std::vector<Placeholders> placeholders;
    EmptyCell empty_placeholder = EmptyCell::clear;
    bool placeholder_rule_is_given = false;
    QString prompt;        ///< with {{column}}; empty unless pictures are painted by it
    QStringList unused;    ///< columns that decide nothing; they may still be in file names

    /// Whether pictures have to be painted.
    bool paints() const;
};

struct MappingOptions {
    /// "LAYER=COLUMN" (what it decides follows from the layer's kind), "text:", "picture:", "colour:" or "visible:" before it
    /// to say so, "prompt=COLUMN", "seed=COLUMN".
    QStringList maps;
    /// A layer that is called like a column is filled by it, the first of several, unless `maps` says otherwise.
    bool automatic = true;
    /// "keep", "clear" or "skip", for all; "LAYER=skip" for one. Without: texts are cleared, everything else is kept.
    QStringList empty;
    QString prompt;  ///< a prompt with {{column}} in it
};

/// A layer and what a mapping calls it: its name; where several are called alike, from the second on “NAME (2)”.
struct NamedLayer {
    QString name;
    const document::Layer* layer = nullptr;
    QString alike;  ///< the name it shares with an earlier one; else empty
};
/// All layers that have a name, the lowest first.
std::vector<NamedLayer> named_layers(const document::Poster& poster);

/// Errors: invalid_input: a layer or column that is not there (names those there are), a layer that cannot be decided that
/// way, a column that does not exist in {{…}}, nothing mapped at all.
Result<MergePlan> plan_merge(const document::Poster& poster, const QStringList& columns, const MappingOptions& options);

/// A stretch of "{{column}}" in a text.
struct PlaceholderSpan {
    qsizetype begin = 0, end = 0;  ///< UTF-16, with the braces
    QString column;
};
std::vector<PlaceholderSpan> placeholders_in(const QString& text);

}  // namespace haibao::merge
