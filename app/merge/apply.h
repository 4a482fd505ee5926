// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "app/merge/csv_reader.h"
#include "app/merge/mapping.h"

namespace haibao::merge {

enum class Severity : std::uint8_t { warning, error };

/// Something about one row that somebody should know before hundreds of posters are printed.
struct Problem {
    qint64 row = 0;    ///< from 1; 0 = of the whole table or template
    QString column;    ///< may be empty
    QString layer;     ///< likewise
    QString code;      ///< "missing-glyphs", "does-not-fit", "missing-picture", "duplicate-name", …
    QString message;   ///< an English sentence
    Severity severity = Severity::error;
};

/// Where the pictures of a table lie: names are relative to it and stay inside it.
class PictureFolder {
public:
    explicit PictureFolder(std::filesystem::path root) : root_(std::move(root)) {}

    struct Picture {
        QByteArray bytes;
        QString media_type, name;
    };
    /// Errors: not_found, invalid_input (leads out of the folder), unsupported (no picture), io. Never the whole path in them.
    Result<Picture> read(const QString& name) const;

private:
    std::filesystem::path root_;
};

/// A template filled with one row.
struct FilledPoster {
    document::Poster poster;
    std::vector<document::LayerId> texts;  ///< text layers whose content is the row's
    std::vector<Problem> problems;
    std::vector<document::LayerId> too_long;  ///< texts that Fit::shrink cannot help; `problems` says so
    bool skipped = false;                  ///< an empty cell said so
    QString prompt;                        ///< of the picture to paint; empty = none
    std::optional<std::uint64_t> seed;
};

/// Never fails: what cannot be filled stays as it is, with a problem that says so.
FilledPoster fill(const document::Poster& poster, const MergePlan& plan, const TableRow& row, const PictureFolder& pictures);

/// A template text with the row's cells in place of its {{columns}}.
QString with_cells(const QString& text, const MergePlan& plan, const TableRow& row);

/// "yes", "1", "true", "是", "✓"… and their contraries, in any case.
std::optional<bool> yes_or_no(const QString& cell);

}  // namespace haibao::merge
