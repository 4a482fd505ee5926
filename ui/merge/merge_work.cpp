// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_work.h"

#include "app/core/paths.h"
#include "app/merge/fit.h"

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

Result<PlannedMerge> plan(const merge::MergeTask& task, const std::vector<merge::TableRow>& rows, std::stop_token stop) {
    PlannedMerge planned;
    auto check = merge::check_table(task, *typeset::FontSet::system(), {}, stop);
    if (!check) return pass_on(check);
    planned.check = std::move(*check);
    const merge::PictureFolder pictures(task.pictures);
    for (const merge::TableRow& row : rows) {
        if (stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        const merge::FilledPoster filled = merge::fill_row(task, row, *typeset::FontSet::system(), pictures);
        auto name = filled.skipped ? Result<std::filesystem::path>() : merge::name_of(task, row, filled);
        planned.names << (name ? paths::to_qt(*name) : QString());
    }
    return planned;
}

}  // namespace haibao::ui
