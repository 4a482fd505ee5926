// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/merge/check.h"

// What the merge page asks app/merge in the background.
namespace haibao::ui {

/// Most rows that the page lists and previews; all are checked and made.
inline constexpr std::size_t most_listed_rows = 2000;

/// A table as far as it is shown.
struct OpenedTable {
    QStringList columns;
    QString encoding;  ///< as found out
    QChar delimiter;
    std::vector<merge::TableRow> rows;  ///< the first ones
    qint64 count = 0;
};
/// Reads it to its end. Errors: those of TableReader; cancelled.
Result<OpenedTable> open_table(const std::filesystem::path& file, const merge::TableOptions& options, std::stop_token stop);

/// A merge before it is started.
struct PlannedMerge {
    merge::TableCheck check;
};

}  // namespace haibao::ui
