// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "inference/text/byt5.h"
#include "inference/text/quotes.h"

using namespace haibao;
using Texts = std::vector<std::string>;

namespace {

Texts titles(std::string_view prompt, BookMarks marks = BookMarks::ignore) {
    Texts texts;
    for (const TitleSpan& span : title_spans(prompt, marks)) texts.push_back(span.text);
    return texts;
}

}  // namespace

TEST_CASE("The reference's extraction goes by kind of quote, not by place") {
    CHECK(glyph_texts("\"b\" 'a' 「d」 “c”") == Texts{"a", "c", "b", "d"});
    CHECK(glyph_texts("it's a cat, don't") == Texts{"s a cat, don"});
    CHECK(glyph_texts("'' \"\"") == Texts{"", ""});
    CHECK(glyph_texts("“a “b” c”") == Texts{"b"});
    CHECK(glyph_texts("‘a’ 『b』 《c》").empty());
    CHECK(glyph_texts("\"open").empty());
}

TEST_CASE("Titles come in reading order and apostrophes are no quotes") {
    CHECK(titles("Write 「夏」 then “Sale” and \"50% off\", don't shout 'no'") == Texts{"夏", "Sale", "50% off"});
    CHECK(titles("『特价』") == Texts{"特价"});
    CHECK(titles("《红楼梦》 “x”") == Texts{"x"});
    CHECK(titles("《红楼梦》 “x”", BookMarks::accept) == Texts{"红楼梦", "x"});
}

TEST_CASE("Outermost marks win and unclosed marks are ordinary characters") {
    CHECK(titles("「外『内』外」") == Texts{"外『内』外"});
    CHECK(titles("“a “b” c”") == Texts{"a “b” c"});
    CHECK(titles("“a “b”") == Texts{"b"});
    CHECK(titles("a” “b") == Texts{});
    CHECK(titles("“a 「b” c」") == Texts{"a 「b"});
    CHECK(titles("\"\" \" \" \"x\"") == Texts{"x"});
}

TEST_CASE("An inch mark does not open a title") {
    CHECK(titles("a 24\" screen that says \"Hello\"") == Texts{"Hello"});
    CHECK(titles("\"Top 10\" and \"Best 5\"") == Texts{"Top 10", "Best 5"});
}

TEST_CASE("Title ranges count bytes and UTF-16 units") {
    const std::string prompt = "🙂é “日本” z";
    auto spans = title_spans(prompt);
    REQUIRE(spans.size() == 1);
    const TitleSpan& span = spans[0];
    CHECK(prompt.substr(span.inner.begin_byte, span.inner.end_byte - span.inner.begin_byte) == "日本");
    CHECK(prompt.substr(span.outer.begin_byte, span.outer.end_byte - span.outer.begin_byte) == "“日本”");
    CHECK(span.outer.begin_utf16 == 4);
    CHECK(span.inner.begin_utf16 == 5);
    CHECK(span.inner.end_utf16 == 7);
    CHECK(span.outer.end_utf16 == 8);
}

TEST_CASE("Megabytes of quotation marks take linear time") {
    std::string marks;
    for (int i = 0; i < 300'000; ++i) marks += "“";
    CHECK(titles(marks).empty());
    CHECK(glyph_texts(marks).empty());
    for (int i = 0; i < 300'000; ++i) marks += "”";
    CHECK(titles(marks + "x").empty() == false);
    CHECK(glyph_texts(std::string(1'000'001, '\'')).size() == 500'000);
}

TEST_CASE("ByT5 ids are bytes plus three with the end behind them") {
    CHECK(byt5_ids("") == std::vector{1});
    CHECK(byt5_ids("aé") == std::vector{100, 198, 172, 1});
    CHECK(byt5_ids(std::string(5000, 'a')).size() == 2048);
    CHECK(byt5_ids(std::string(5000, 'a')).back() == 1);
    CHECK(byt5_ids(std::string(2047, 'a')).size() == 2048);
}

TEST_CASE("ByT5's literal specials become ids and swallow white space") {
    CHECK(byt5_ids("a \n<pad>\u3000b") == std::vector{100, 0, 101, 1});
    CHECK(byt5_ids("a <pad> <unk> b") == std::vector{100, 0, 2, 101, 1});
    CHECK(byt5_ids("a</s>") == std::vector{100, 1});  // no second end
    CHECK(byt5_ids("</s>a") == std::vector{1, 100, 1});
    CHECK(byt5_ids("a <extra_id_0> b") == std::vector{100, 35, 259, 35, 101, 1});
    CHECK(byt5_ids("<extra_id_124>") == std::vector{383, 1});
    for (const char* text :
         {"<extra_id_125>", "<extra_id_>", "<extra_id_007>", "<extra_id_-1>", "<extra_id_1", "<extra_id_9999>", "<pa"})
        CHECK(byt5_ids(text).size() == std::string_view(text).size() + 1);
}

TEST_CASE("An even number of texts gets one leading pad on every row") {
    CHECK(glyph_rows({}) == std::vector<std::vector<std::int32_t>>{{1}});
    CHECK(glyph_rows({"a"}) == std::vector<std::vector<std::int32_t>>{{100, 1}});
    CHECK(glyph_rows({"a", ""}) == std::vector<std::vector<std::int32_t>>{{0, 100, 1}, {0, 1}});
    CHECK(glyph_rows({"", "", ""}) == std::vector<std::vector<std::int32_t>>{{1}, {1}, {1}});
}
