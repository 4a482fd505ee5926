// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStringEncoder>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <unicode/ucnv.h>

#include "app/merge/csv_reader.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using namespace haibao::merge;

namespace {

std::string encoded(const QString& text, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(encoding, &status);
    std::string bytes(static_cast<std::size_t>(text.size() * 4 + 8), '\0');
    const int count = ucnv_fromUChars(converter, bytes.data(), static_cast<int>(bytes.size()), reinterpret_cast<const UChar*>(text.utf16()),
                                      static_cast<int>(text.size()), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(count));
    return bytes;
}

std::vector<QStringList> rows_of(TableReader& reader) {
    std::vector<QStringList> rows;
    for (;;) {
        auto row = reader.next();
        REQUIRE(row);
        if (!*row) return rows;
        rows.push_back((*row)->cells);
    }
}

/// Everything in one piece, and character by character: must be the same.
std::vector<QStringList> parse(const QString& text, QChar delimiter = ',') {
    std::vector<QStringList> whole, pieces;
    CsvParser at_once(delimiter), slowly(delimiter);
    REQUIRE(at_once.feed(text));
    REQUIRE(at_once.finish());
    while (auto record = at_once.next()) whole.push_back(record->cells);
    for (const QChar c : text) {
        REQUIRE(slowly.feed(QStringView(&c, 1)));
        while (auto record = slowly.next()) pieces.push_back(record->cells);
    }
    REQUIRE(slowly.finish());
    while (auto record = slowly.next()) pieces.push_back(record->cells);
    CHECK(whole == pieces);
    return whole;
}

}  // namespace

TEST_CASE("Cells, quotes and line ends are read as RFC 4180 says") {
    using Rows = std::vector<QStringList>;
    CHECK(parse("a,b\r\nc,d\r\n") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(parse("a,b\nc,d") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(parse("a,b\rc,d\r") == Rows{{"a", "b"}, {"c", "d"}});
    CHECK(parse("\"x, y\",\"say \"\"hi\"\"\"\n") == Rows{{"x, y", "say \"hi\""}});
    CHECK(parse("\"two\r\nlines\",\"and\ntwo\rmore\"\n") == Rows{{"two\nlines", "and\ntwo\nmore"}});
    CHECK(parse("a,,\n,,\n") == Rows{{"a", "", ""}, {"", "", ""}});
    CHECK(parse("a\n\n\r\n\nb\n") == Rows{{"a"}, {"b"}});
    CHECK(parse("\"\"\na\n") == Rows{{""}, {"a"}});
    CHECK(parse("5\" disk,b\n") == Rows{{"5\" disk", "b"}});
    CHECK(parse(" a , b \n") == Rows{{" a ", " b "}});
    CHECK(parse("a\tb,c\n", '\t') == Rows{{"a", "b,c"}});
    CHECK(parse("") == Rows{});
}

TEST_CASE("Spreadsheet traps stay the text they are") {
    CHECK(parse("007,1.0,2026-01-02,=1+1,+5,-3,@x\n") == std::vector<QStringList>{{"007", "1.0", "2026-01-02", "=1+1", "+5", "-3", "@x"}});
}

TEST_CASE("A broken table is refused with the line") {
    CsvParser open(','), behind(','), nul(',');
    REQUIRE(open.feed(u"a,b\n\"never closed,\n\n"));
    auto error = open.finish();
    REQUIRE_FALSE(error);
    CHECK(error.error().message.contains("line 2"));
    error = behind.feed(u"a\n\n\"x\"y,b\n");
    REQUIRE_FALSE(error);
    CHECK(error.error().message.contains("Line 3"));
    CHECK_FALSE(nul.feed(QStringView(u"a\0b", 3)));
}

TEST_CASE("A GB18030 table with a quoted comma and line break is read right") {
    test::TemporaryFolder folder;
    const QString text = "名称,说明,价格\r\n荔枝,\"又甜,\r\n又多汁\",012\r\n杨梅,初夏的味道,8.50\r\n𠮷野家,牛肉饭,=20\r\n";
    auto reader = TableReader::open(folder.write("水果.csv", encoded(text, "GB18030")));
    REQUIRE(reader);
    CHECK(reader->encoding() == "GB18030");
    CHECK(reader->columns() == QStringList{"名称", "说明", "价格"});
    CHECK(rows_of(*reader) == std::vector<QStringList>{{"荔枝", "又甜,\n又多汁", "012"}, {"杨梅", "初夏的味道", "8.50"}, {"𠮷野家", "牛肉饭", "=20"}});
}

TEST_CASE("Encodings are told apart") {
    test::TemporaryFolder folder;
    const auto check = [&](const char* encoding, const QString& text, const char* expected) {
        auto reader = TableReader::open(folder.write("table.csv", encoded(text, encoding)));
        INFO(encoding << " " << text.toStdString());
        REQUIRE(reader);
        CHECK(reader->encoding() == expected);
        CHECK(reader->columns().join(',') == text.section('\n', 0, 0));
    };
    const QString simplified = "姓名,城市\n王小明,北京\n李雷,上海\n韩梅梅,广州\n";
    const QString traditional = "姓名,城市\n王小明,臺北\n陳美玲,高雄\n林志豪,臺中\n";
    const QString japanese = "名前,都市\n山田太郎さん,東京タワー\n鈴木さくら,大阪\n";
    check("UTF-8", simplified, "UTF-8");
    check("UTF-8", "﻿" + simplified.section('\n', 0, 0), "UTF-8");
    check("GB18030", simplified, "GB18030");
    check("Big5", traditional, "Big5");
    check("Shift_JIS", japanese, "Shift_JIS");
    check("UTF-16LE", simplified, "UTF-16LE");
    check("UTF-16BE", traditional, "UTF-16BE");
    check("windows-1252", "nome,cidade\nJoão,São Paulo\nZoë,Málaga\n", "windows-1252");
    check("US-ASCII", "name,city\nJohn,Berlin\n", "UTF-8");
}

TEST_CASE("A byte order mark is no part of the first column's name") {
    test::TemporaryFolder folder;
    for (const auto* bytes : {"\xEF\xBB\xBFname,b\nx,y\n"}) {
        auto reader = TableReader::open(folder.write("t.csv", bytes));
        REQUIRE(reader);
        CHECK(reader->columns() == QStringList{"name", "b"});
    }
    auto wide = TableReader::open(folder.write("w.csv", "\xFF\xFE" + encoded("name\tb\n甲\t乙\n", "UTF-16LE")));
    REQUIRE(wide);
    CHECK(wide->columns() == QStringList{"name", "b"});
    CHECK(rows_of(*wide) == std::vector<QStringList>{{"甲", "乙"}});
}

TEST_CASE("The delimiter is found out, also where commas stand in the text") {
    test::TemporaryFolder folder;
    auto tabs = TableReader::open(folder.write("t.tsv", "name\ttext\na\tone, two\nb\tthree, four, five\n"));
    REQUIRE(tabs);
    CHECK(tabs->delimiter() == '\t');
    auto semicolons = TableReader::open(folder.write("s.csv", "Name;Preis\nA;1,50\nB;2,75\n"));
    REQUIRE(semicolons);
    CHECK(semicolons->delimiter() == ';');
    auto one = TableReader::open(folder.write("o.csv", "name\na\nb\n"));
    REQUIRE(one);
    CHECK(one->columns() == QStringList{"name"});
    auto said = TableReader::open(folder.write("p.csv", "a|b,c\n1|2,3\n"), {.encoding = {}, .delimiter = QChar('|'), .header = Header::yes});
    REQUIRE(said);
    CHECK(said->columns() == QStringList{"a", "b,c"});
}

TEST_CASE("A header that cannot serve is refused, and none is needed") {
    test::TemporaryFolder folder;
    auto twice = TableReader::open(folder.write("a.csv", "名称,x,名称 \n1,2,3\n"));
    REQUIRE_FALSE(twice);
    CHECK(twice.error().message.contains("名称"));
    CHECK_FALSE(TableReader::open(folder.write("b.csv", "a,,c\n1,2,3\n")));
    CHECK_FALSE(TableReader::open(folder.write("c.csv", "")));
    CHECK_FALSE(TableReader::open(folder.path() / "none.csv"));
    auto bare = TableReader::open(folder.write("d.csv", "x,y\nz,w\n"), {.encoding = {}, .delimiter = {}, .header = Header::no});
    REQUIRE(bare);
    CHECK(bare->columns() == QStringList{"1", "2"});
    CHECK(rows_of(*bare).size() == 2);
}

TEST_CASE("Rows keep their numbers and lines, and empty ones at the end are left out") {
    test::TemporaryFolder folder;
    auto reader = TableReader::open(folder.write("a.csv", "a,b\n\"1\n1\",2\n , \n3,4,5\n,,\n"));
    REQUIRE(reader);
    auto first = reader->next(), second = reader->next(), end = reader->next();
    CHECK((*first)->number == 1);
    CHECK((*first)->line == 2);
    CHECK((*second)->number == 3);
    CHECK((*second)->line == 5);
    CHECK((*second)->cells.size() == 3);  // whoever maps them says that this is wrong
    CHECK_FALSE(*end);
}

TEST_CASE("A wrong encoding is refused, not guessed through") {
    test::TemporaryFolder folder;
    const auto file = folder.write("a.csv", encoded("名称,城市\n王小明,北京\n", "GB18030"));
    auto reader = TableReader::open(file, {.encoding = "UTF-8", .delimiter = {}, .header = Header::yes});
    REQUIRE_FALSE(reader);
    CHECK(reader.error().kind == ErrorKind::corrupt_file);
    reader = TableReader::open(file, {.encoding = "klingon", .delimiter = {}, .header = Header::yes});
    REQUIRE_FALSE(reader);
    CHECK(reader.error().message.contains("GB18030"));
}

TEST_CASE("100,000 rows are streamed") {
    test::TemporaryFolder folder;
    std::string text = "n,名称\n";
    for (int i = 1; i <= 100'000; ++i) text += std::format("{},荔枝 {}\n", i, i);
    auto reader = TableReader::open(folder.write("a.csv", text));
    REQUIRE(reader);
    qint64 rows = 0;
    for (auto row = reader->next(); row && *row; row = reader->next()) {
        ++rows;
        if ((*row)->cells[0].toLongLong() != rows) FAIL("row " << rows);
    }
    CHECK(rows == 100'000);
}
