// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/csv_parser.h"

#include <utility>

namespace haibao::merge {

Result<void> CsvParser::feed(QStringView text) {
    for (const QChar c : text)
        if (auto taken = take(c); !taken) return taken;
    return {};
}

Result<void> CsvParser::take(QChar c) {
    if (c.isNull())
        return fail(ErrorKind::corrupt_file, "Line {} holds a NUL character: this is no table of text, or its encoding is another one.", line_);
    const bool second_of_pair = std::exchange(after_cr_, c == '\r') && c == '\n';
    if (second_of_pair) return {};
    const bool line_end = c == '\r' || c == '\n';
    if (state_ == State::quoted) {
        if (c == '"') {
            state_ = State::quote_in_quoted;
            return {};
        }
        if (line_end) ++line_;
        return append(line_end ? QChar('\n') : c);
    }
    if (state_ == State::quote_in_quoted && c == '"') {
        state_ = State::quoted;
        return append(c);
    }
    if (c == delimiter_) return end_cell();
    if (line_end) {
        if (auto ended = end_cell(); !ended) return ended;
        ++line_;
        end_record();
        return {};
    }
    if (state_ == State::quote_in_quoted)
        return fail(ErrorKind::corrupt_file, "Line {}: text follows the closing quote of a cell; quotes inside a quoted cell are written twice.", line_);
    if (state_ == State::cell_begin && c == '"') {
        state_ = State::quoted;
        quote_line_ = line_;
        return {};
    }
    state_ = State::plain;
    return append(c);
}

Result<void> CsvParser::append(QChar c) {
    if (cell_.size() >= most_cell_length)
        return fail(ErrorKind::corrupt_file, "Line {}: a cell is longer than a million characters; is a quote missing before?", line_);
    cell_ += c;
    return {};
}

Result<void> CsvParser::end_cell() {
    if (record_.cells.size() >= most_cells)
        return fail(ErrorKind::corrupt_file, "Line {} has more than {} cells; is the delimiter another one?", line_, most_cells);
    record_.cells << std::exchange(cell_, {});
    // An empty quoted cell is a cell: "" alone on a line is a record.
    if (state_ == State::quote_in_quoted && record_.cells.size() == 1 && record_.cells.front().isEmpty()) record_.cells.front() = QLatin1String("");
    state_ = State::cell_begin;
    return {};
}

void CsvParser::end_record() {
    const bool empty_line = record_.cells.size() == 1 && record_.cells.front().isNull();
    if (!empty_line) complete_.push_back(std::move(record_));
    record_ = {line_, {}};
}

Result<void> CsvParser::finish() {
    if (state_ == State::quoted)
        return fail(ErrorKind::corrupt_file, "The quote that opens a cell in line {} is never closed.", quote_line_);
    if (state_ == State::cell_begin && record_.cells.isEmpty()) return {};
    if (auto ended = end_cell(); !ended) return ended;
    end_record();
    return {};
}

std::optional<CsvRecord> CsvParser::next() {
    if (complete_.empty()) return std::nullopt;
    CsvRecord record = std::move(complete_.front());
    complete_.pop_front();
    return record;
}

}  // namespace haibao::merge
