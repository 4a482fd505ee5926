// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <filesystem>
#include <functional>
#include <stop_token>

#include "app/core/atomic_file.h"
#include "app/export/name_template.h"
#include "app/export/preset.h"
#include "app/merge/apply.h"
#include "app/typeset/font_set.h"

namespace haibao::merge {

/// What is done about texts that are too long for their boxes.
enum class Fit : std::uint8_t {
    stop,    ///< nothing is written
    shrink,  ///< they are set smaller, down to least_fit
    skip,    ///< their rows are left out
};
inline constexpr const char* fit_words[] = {"stop", "shrink", "skip"};

/// A data merge as it was asked for.
struct MergeTask {
    document::Poster poster;
    QString poster_name;             ///< {doc}
    std::filesystem::path table;
    TableOptions table_options;
    MergePlan plan;
    std::filesystem::path pictures;  ///< the folder they may come from
    Preset preset;
    std::filesystem::path folder;    ///< of the files
    NameTemplate names;              ///< within it
    IfExists if_exists = IfExists::fail;
    Fit fit = Fit::stop;
    std::filesystem::path one_pdf;   ///< all rows as the pages of this file instead; empty = one file a row
};

/// Finds problems in rows, one by one. Knows the names that earlier rows took.
class RowChecker {
public:
    /// `own`: files that an earlier, unfinished run of this merge made; they are in nobody's way.
    RowChecker(const MergeTask& task, const typeset::FontSet& fonts, QSet<QString> own) : task_(task), fonts_(fonts), own_(std::move(own)) {}

    /// Everything wrong with the row: its cells, glyphs that the fonts lack, text that does not fit at its smallest size, its
    /// name. Errors among them keep the row from being exported.
    std::vector<Problem> check(const TableRow& row, const FilledPoster& filled);

private:
    void check_texts(const TableRow& row, const FilledPoster& filled, std::vector<Problem>& problems) const;
    void check_name(const TableRow& row, const FilledPoster& filled, std::vector<Problem>& problems);

    const MergeTask& task_;
    const typeset::FontSet& fonts_;
    QSet<QString> own_;
    QHash<QString, qint64> names_;  ///< → row
};

bool has_errors(const std::vector<Problem>& problems);
/// Whether all that is wrong is text that does not fit its box.
bool only_does_not_fit(const std::vector<Problem>& problems);
/// Whether a problem with this code is of text that does not fit.
bool is_misfit(const QString& code);

/// The columns that a layer's text comes from.
QString columns_of(const MergePlan& plan, document::LayerId layer);

/// Where the row's file goes, below MergeTask::folder. Errors: invalid_input (an empty name).
Result<std::filesystem::path> name_of(const MergeTask& task, const TableRow& row, const FilledPoster& filled);

struct TableCheck {
    qint64 rows = 0;      ///< all that have content
    qint64 valid = 0;     ///< without errors, not skipped
    qint64 skipped = 0;   ///< by empty cells
    QSet<qint64> bad;     ///< rows with errors
    qint64 misfits = 0;   ///< of these, whose errors are texts that do not fit and nothing else
    qint64 mendable = 0;  ///< of these, which Fit::shrink would mend; 0 where it has been tried
    /// Whether the merge stays undone unless rows are left out that nobody said might be.
    bool stops(Fit fit) const { return blocked || (!bad.isEmpty() && !(fit == Fit::skip && misfits == bad.size())); }
    bool blocked = false; ///< nothing can be written, whatever the rows are like; the problem has row 0
    std::vector<Problem> problems;
    qint64 more_problems = 0;  ///< beyond the ten thousand that are kept
    QStringList names;         ///< of the files of the first ten thousand rows; empty where there is none
};
/// Reads the whole table and writes nothing. Errors: those of TableReader; cancelled.
Result<TableCheck> check_table(const MergeTask& task, const typeset::FontSet& fonts, const std::function<void(qint64 rows)>& progress = {},
                               std::stop_token stop = {});

}  // namespace haibao::merge
