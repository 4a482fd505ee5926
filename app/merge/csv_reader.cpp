// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/csv_reader.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <utility>

namespace haibao::merge {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t chunk_bytes = 64 << 10;

/// The sign that cuts the first rows into the most, and equally many, cells.
QChar find_delimiter(QStringView text) {
    QChar best = ',';
    qsizetype best_cells = 1;
    for (const QChar delimiter : {QChar(','), QChar('\t'), QChar(';'), QChar('|')}) {
        CsvParser parser(delimiter);
        (void)parser.feed(text);  // what stands before a mistake still tells
        qsizetype cells = 0;
        bool equal = true;
        for (int row = 0; row < 20; ++row) {
            const auto record = parser.next();
            if (!record) break;
            if (cells != 0 && record->cells.size() != cells) equal = false;
            cells = std::max(cells, record->cells.size());
        }
        // Ragged rows only count when nothing cuts better.
        if (const qsizetype worth = equal ? cells * 16 : cells; cells > 1 && worth > best_cells) {
            best_cells = worth;
            best = delimiter;
        }
    }
    return best;
}

}  // namespace

std::unexpected<Error> TableReader::refuse(const Error& error) const {
    return std::unexpected(Error{error.kind, std::format("{}: {}", name_, error.message), error.context});
}

Result<TableReader> TableReader::open(const fs::path& file, const TableOptions& options) {
    TableReader reader;
    reader.name_ = file.filename().string();
    std::error_code error;
    if (!fs::is_regular_file(file, error))
        return fail(fs::exists(file, error) ? ErrorKind::io : ErrorKind::not_found, "There is no file {}; name a CSV or TSV file.", file.string());
    reader.file_.open(file, std::ios::binary);
    if (!reader.file_) return fail(ErrorKind::io, "{} cannot be read; look at its rights.", file.string());
    if (auto found = reader.find_out(options); !found) return pass_on(found);
    if (auto header = reader.read_header(options.header); !header) return pass_on(header);
    return reader;
}

Result<void> TableReader::find_out(const TableOptions& options) {
    std::vector<char> beginning(chunk_bytes);
    file_.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
    beginning.resize(static_cast<std::size_t>(file_.gcount()));
    auto decoder = TextDecoder::open(options.encoding.empty() ? detect_encoding(beginning) : options.encoding);
    if (!decoder) return pass_on(decoder);
    auto text = decoder->decode(beginning, TextDecoder::More::yes);
    if (!text) return refuse(text.error());
    // In a table of one long cell the detection may see only its beginning; half a character more makes no difference.
    delimiter_ = options.delimiter.value_or(find_delimiter(*text));
    decoder_ = std::move(*decoder);
    parser_.emplace(delimiter_);
    if (auto fed = parser_->feed(*text); !fed) return refuse(fed.error());
    return {};
}

Result<void> TableReader::read_header(Header header) {
    auto first = next_record();
    if (!first) return pass_on(first);
    if (!*first) return fail(ErrorKind::corrupt_file, "{} has no rows.", name_);
    if (header == Header::no) {
        for (qsizetype i = 0; i < (*first)->cells.size(); ++i) columns_ << QString::number(i + 1);
        first_ = std::move(*first);
        return {};
    }
    QSet<QString> seen;
    for (const QString& cell : (*first)->cells) {
        const QString column = cell.trimmed();
        if (column.isEmpty())
            return fail(ErrorKind::invalid_input, "{}: column {} has no name in the first row; name it, or say that there is no header.", name_,
                        columns_.size() + 1);
        if (seen.contains(column))
            return fail(ErrorKind::invalid_input, "{}: two columns are called “{}”; give one another name.", name_, column.toStdString());
        seen.insert(column);
        columns_ << column;
    }
    return {};
}

Result<std::optional<CsvRecord>> TableReader::next_record() {
    std::array<char, chunk_bytes> bytes;
    for (;;) {
        if (auto record = parser_->next()) return record;
        if (ended_) return std::nullopt;
        file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        const auto count = static_cast<std::size_t>(file_.gcount());
        if (file_.bad()) return fail(ErrorKind::io, "{} cannot be read to its end; is the disk still there?", name_);
        ended_ = count < bytes.size();
        auto text = decoder_->decode(std::span(bytes).first(count), ended_ ? TextDecoder::More::no : TextDecoder::More::yes);
        if (!text) return refuse(text.error());
        auto fed = parser_->feed(*text);
        if (fed && ended_) fed = parser_->finish();
        if (!fed) return refuse(fed.error());
    }
}

Result<std::optional<TableRow>> TableReader::next() {
    for (;;) {
        std::optional<CsvRecord> record = std::exchange(first_, std::nullopt);
        if (!record) {
            auto read = next_record();
            if (!read) return pass_on(read);
            record = std::move(*read);
        }
        if (!record) return std::nullopt;
        ++rows_;
        if (std::ranges::all_of(record->cells, [](const QString& cell) { return cell.trimmed().isEmpty(); })) continue;
        return TableRow{rows_, record->line, std::move(record->cells)};
    }
}

}  // namespace haibao::merge
