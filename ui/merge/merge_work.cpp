// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_work.h"

namespace haibao::ui {

Result<OpenedTable> open_table(const std::filesystem::path& file, const merge::TableOptions& options, std::stop_token stop) {
    auto reader = merge::TableReader::open(file, options);
    if (!reader) return pass_on(reader);
    OpenedTable table{.columns = reader->columns(), .encoding = QString::fromStdString(reader->encoding()), .delimiter = reader->delimiter(), .rows = {}};
    for (;;) {
        if (stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        auto row = reader->next();
        if (!row) return pass_on(row);
        if (!*row) return table;
        ++table.count;
        if (table.rows.size() < most_listed_rows) table.rows.push_back(std::move(**row));
    }
}

}  // namespace haibao::ui
