// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>

#include "app/merge/csv_parser.h"
#include "app/merge/text_encoding.h"

namespace haibao::merge {

enum class Header : std::uint8_t { yes, no };

struct TableOptions {
    std::string encoding;       ///< empty = found out
    std::optional<QChar> delimiter;  ///< empty = found out among , ; tab |
    Header header = Header::yes;  ///< no: the columns are called 1, 2, 3…
};

/// A row of data; the header is none.
struct TableRow {
    qint64 number = 0;  ///< from 1
    qint64 line = 0;    ///< of the file, from 1
    QStringList cells;  ///< as many as there are in the file, perhaps not one per column
};

/// A CSV or TSV file, read row by row: memory does not grow with its length.
class TableReader {
public:
    /// Errors: not_found, io, corrupt_file (no row at all, see CsvParser), invalid_input (encoding; a column without a name or
    /// with the name of another).
    static Result<TableReader> open(const std::filesystem::path& file, const TableOptions& options = {});

    const QStringList& columns() const { return columns_; }
    const std::string& encoding() const { return decoder_->name(); }
    QChar delimiter() const { return delimiter_; }

    /// Nothing at the end. Rows of empty cells alone, as spreadsheets like to append, are left out but counted. Errors: io, corrupt_file, with file and line.
    Result<std::optional<TableRow>> next();

private:
    TableReader() = default;
    Result<void> find_out(const TableOptions& options);
    Result<void> read_header(Header header);
    Result<std::optional<CsvRecord>> next_record();
    /// The error with the file's name before it.
    std::unexpected<Error> refuse(const Error& error) const;

    std::string name_;
    std::ifstream file_;
    std::optional<TextDecoder> decoder_;
    std::optional<CsvParser> parser_;
    std::optional<CsvRecord> first_;  ///< a first row that is data
    QChar delimiter_ = ',';
    QStringList columns_;
    qint64 rows_ = 0;
    bool ended_ = false;
};

}  // namespace haibao::merge
