// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <deque>
#include <optional>

#include "inference/base/result.h"

namespace haibao::merge {

/// One row of a table as it stands in the file.
struct CsvRecord {
    qint64 line = 1;  ///< of the file, from 1, where it begins
    QStringList cells;
};

/// Cuts text into records by RFC 4180, chunk by chunk: quoted cells may hold the delimiter, line breaks (which become \n) and
/// doubled quotes. Lines may end in CR LF, LF or CR; empty lines are no records. A quote inside an unquoted cell is a plain
/// character. Cells stay the text they are: no numbers, no dates, no formulas, no trimming.
class CsvParser {
public:
    static constexpr qsizetype most_cell_length = 1'000'000, most_cells = 4096;

    explicit CsvParser(QChar delimiter) : delimiter_(delimiter) {}

    /// Errors (for good): corrupt_file with the line: text behind a closing quote, NUL characters, a cell or a row beyond
    /// the limits above.
    Result<void> feed(QStringView text);
    /// Nothing more will come. Errors: corrupt_file when a quote was never closed; says where it was opened.
    Result<void> finish();
    /// The next complete record; empty when more text is needed.
    std::optional<CsvRecord> next();

private:
    enum class State : std::uint8_t { cell_begin, plain, quoted, quote_in_quoted };
    Result<void> take(QChar c);
    Result<void> append(QChar c);
    Result<void> end_cell();
    void end_record();

    QChar delimiter_;
    State state_ = State::cell_begin;
    bool after_cr_ = false;
    qint64 line_ = 1, quote_line_ = 1;
    QString cell_;
    CsvRecord record_;
    std::deque<CsvRecord> complete_;
};

}  // namespace haibao::merge
