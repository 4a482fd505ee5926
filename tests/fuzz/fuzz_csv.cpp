// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/csv_parser.h"
#include "app/merge/text_encoding.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;
using namespace haibao::merge;

namespace {

struct Read {
    std::vector<QStringList> rows;
    bool sound = true;
    bool operator==(const Read&) const = default;
};

Read read(const QString& text, QChar delimiter, qsizetype piece) {
    CsvParser parser(delimiter);
    Read read;
    for (qsizetype at = 0; at < text.size() && read.sound; at += piece) {
        read.sound = parser.feed(QStringView(text).mid(at, piece)).has_value();
        qint64 line = 0;
        while (auto record = parser.next()) {
            test::must(!record->cells.isEmpty() && record->line > line);
            line = record->line;
            read.rows.push_back(record->cells);
        }
    }
    if (read.sound) read.sound = parser.finish().has_value();
    while (auto record = parser.next()) read.rows.push_back(record->cells);
    return read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::span bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    auto decoder = TextDecoder::open(detect_encoding(bytes));
    test::must(decoder.has_value());
    auto text = decoder->decode(bytes, TextDecoder::More::no);
    if (!text) return 0;
    const QChar delimiter = data[0] % 2 == 0 ? ',' : '\t';
    const Read whole = read(*text, delimiter, std::max<qsizetype>(1, text->size()));
    test::must(whole == read(*text, delimiter, 1 + data[0] % 7));
    if (!whole.sound) return 0;
    // Written by the same rules and read again it is the same.
    QString again;
    for (const QStringList& row : whole.rows) {
        for (qsizetype i = 0; i < row.size(); ++i) again += (i > 0 ? QString(delimiter) : QString()) + '"' + QString(row[i]).replace('"', "\"\"") + '"';
        again += "\r\n";
    }
    test::must(read(again, delimiter, std::max<qsizetype>(1, again.size())) == whole);
    return 0;
}
