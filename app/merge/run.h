// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/file_export.h"
#include "app/merge/check.h"

namespace haibao::merge {

enum class RowState : std::uint8_t {
    done,       ///< its file is there: made now, or by an earlier run of the same merge
    skipped,    ///< an empty cell said so
    invalid,    ///< the check found errors
    failed,
    cancelled,  ///< not reached, or stopped in the middle
};
inline constexpr const char* row_state_words[] = {"done", "skipped", "invalid", "failed", "cancelled"};

struct RowResult {
    qint64 row = 0;  ///< from 1
    RowState state = RowState::cancelled;
    bool resumed = false;             ///< made by an earlier run
    std::filesystem::path file;       ///< of done rows; page numbers of one PDF are in `page`
    int page = 0;                     ///< from 1, of one PDF
    std::uint64_t bytes = 0;
    std::string sha256;
    double seconds = 0;
    QString message;                  ///< why it failed, or what the export found
};

struct MergeReport {
    std::vector<RowResult> rows;      ///< in the table's order
    std::optional<Error> stopped;     ///< why not every row was tried
    std::vector<std::filesystem::path> files;
    qint64 count(RowState state) const;
};

struct MergeRunOptions {
    int workers = 0;  ///< 0 = as many as the processor has cores
    /// The picture that was painted for a row (the bytes of its file), where the plan paints; an error is the row's.
    std::function<Result<QByteArray>(qint64 row)> painted;
    /// A last look at each filled poster, which may change it; what it says goes into the row's message, an error is the row's.
    /// From several threads at once. `look_key` names what it looks for: rows of an earlier run that looked for the same stay.
    std::function<Result<QString>(qint64 row, document::Poster& poster)> last_look;
    QByteArray look_key;
    /// After each row, from any thread but one at a time.
    std::function<void(const RowResult& row, qint64 finished)> finished;
    std::stop_token stop;
};

/// Exports every row but those in `bad` (from check_table). One bad row never stops the rest; a full disk does, with what is
/// done kept. The same merge started again goes on: rows whose file is there as it was written are not made again. The
/// files are the same for any number of workers. Errors: those of TableReader; io (the journal); the PDF writer's.
Result<MergeReport> run_merge(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options);

/// Files that an unfinished run of the same merge made and that are still as it left them, by their journal.
QSet<QString> files_of_earlier_run(const MergeTask& task);

/// Puts a painted picture where the poster's ground is: the lowest layer where that is a picture or a scene, else a new one
/// below everything.
void set_ground(document::Poster& poster, QByteArray picture);

/// NAME.csv and NAME.json: each row with its state and file, then the problems. Cells that a spreadsheet would take for
/// formulas get a ' before them. Errors: io.
Result<void> write_report(const TableCheck& check, const MergeReport& report, const std::filesystem::path& name);
/// One cell of a CSV file, as above.
QByteArray csv_cell(QString text);

}  // namespace haibao::merge
