// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <catch2/catch_test_macros.hpp>

#include "app/gallery/query.h"

using namespace haibao::gallery;

namespace {

Query parsed(std::string_view text) {
    auto query = parse_query(text);
    INFO(text << ": " << (query ? "" : query.error().message));
    REQUIRE(query);
    return *query;
}

Term only(std::string_view text) {
    const Query query = parsed(text);
    REQUIRE(query.clauses.size() == 1);
    REQUIRE(query.clauses[0].any_of.size() == 1);
    return query.clauses[0].any_of[0];
}

std::int64_t start(int year, int month, int day) { return QDate(year, month, day).startOfDay().toMSecsSinceEpoch(); }

}  // namespace

TEST_CASE("Words, phrases, exclusions and alternatives are told apart") {
    const Query query = parsed("  红色 \"Summer night\" -cat “海 风” a OR b OR c -\"no this\"");
    REQUIRE(query.clauses.size() == 6);
    CHECK(query.clauses[0].any_of[0].text == "红色");
    CHECK(query.clauses[1].any_of[0].text == "summer night");
    CHECK(query.clauses[2].negated);
    CHECK(query.clauses[2].any_of[0].text == "cat");
    CHECK(query.clauses[3].any_of[0].text == "海 风");
    CHECK(query.clauses[4].any_of.size() == 3);
    CHECK(query.clauses[5].negated);
    CHECK(parsed("").clauses.empty());
    CHECK(parsed("\"\"").clauses.empty());
    CHECK(only("-").text == "-");
    CHECK(only("http://x").field == Field::words);
    CHECK(only("\"tag:a\"").field == Field::words);
    CHECK(only("a-b").text == "a-b");
}

TEST_CASE("Every field reads its values") {
    CHECK(only("tag:\"两 个\"").text == "两 个");
    CHECK(only("TAG：Red").text == "red");
    CHECK(only("star:4").range == Range{4, 4});
    CHECK(only("star:>=4").range.low == 4);
    CHECK(only("star:<2").range.high == 1);
    CHECK(only("stars:2..3").range == Range{2, 3});
    CHECK(only("seed:18446744073709551615").range.low == -1);
    CHECK(only("label:gray").choice == std::uint8_t(Label::grey));
    CHECK(only("from:comfyui").choice == std::uint8_t(Origin::comfyui));
    CHECK(only("is:trash").choice == std::uint8_t(Is::trashed));
    CHECK(only("size:1024x768").second == Range{768, 768});
    CHECK(only("size:>=1024×768").second.low == 768);
    CHECK(only("size:>1000").range.low == 1001);
    CHECK(only("size:<=1.5mp").range.high == 1'500'000);
    CHECK(only("size:portrait").field == Field::shape);
    CHECK(only("colour:#c8442f").colour == only("color:C8442F").colour);
    CHECK(only("colour:红").colour == only("colour:red").colour);
    CHECK(only("similar:12").range.low == 12);
    CHECK(parsed("a sort:stars").order == Order::stars);
    CHECK(parsed("sort:date").order == Order::newest);
}

TEST_CASE("Dates mean the whole day, month or year, in local time") {
    const Time today(std::chrono::milliseconds(start(2026, 11, 25) + 1000));
    const auto range = [&](std::string_view text) { return parse_query(text, today)->clauses[0].any_of[0].range; };
    CHECK(range("on:2026-11-25") == Range{start(2026, 11, 25), start(2026, 11, 26) - 1});
    CHECK(range("on:2026/3") == Range{start(2026, 3, 1), start(2026, 4, 1) - 1});
    CHECK(range("on:2025") == Range{start(2025, 1, 1), start(2026, 1, 1) - 1});
    CHECK(range("before:2026-03").high == start(2026, 3, 1) - 1);
    CHECK(range("after:2026-03").low == start(2026, 3, 1));
    CHECK(range("on:today").low == start(2026, 11, 25));
    CHECK(range("on:昨天").low == start(2026, 11, 24));
    CHECK(range("after:7d").low == start(2026, 11, 18));
    CHECK(range("after:2m").low == start(2026, 9, 25));
}

TEST_CASE("What cannot be understood is pointed at") {
    struct Wrong {
        std::string_view text;
        std::size_t begin, end;
        std::string_view says;
    };
    for (const Wrong& wrong : {Wrong{"海 \"open", 4, 9, "not closed"}, {"a star:x", 7, 8, "no number"}, {"star:7", 5, 6, "0 to 5"}, {"tag:", 0, 4, "must follow"},
                               {"label:pinkish", 6, 13, "red, orange"}, {"on:2026-13", 3, 10, "no date"}, {"size:big", 5, 8, "no size"}, {"OR a", 0, 2, "between"},
                               {"a OR", 2, 4, "between"}, {"a OR -b", 5, 7, "excluded"}, {"sort:taste", 0, 10, "no order"}, {"colour:loud", 7, 11, "no colour"},
                               {"similar:1..2", 8, 12, "one picture"}, {"star:3..1", 5, 9, "no range"}, {"before:0d-", 7, 10, "no date"}}) {
        auto query = parse_query(wrong.text);
        INFO(wrong.text);
        REQUIRE_FALSE(query);
        INFO(query.error().message);
        CHECK(query.error().begin == wrong.begin);
        CHECK(query.error().end == wrong.end);
        CHECK(query.error().message.contains(wrong.says));
    }
    const auto query = parse_query("😀海 \"open");
    REQUIRE_FALSE(query);
    CHECK(to_error(query.error(), "😀海 \"open").message.contains("character 4"));
    CHECK(in_utf16(query.error(), "😀海 \"open").begin == 4);
    std::string many;
    for (int i = 0; i < 200; ++i) many += "a ";
    CHECK_FALSE(parse_query(many));
}

TEST_CASE("A value that was quoted is read back as one") {
    for (const char* value : {"red", "two words", "海 风"}) CHECK(only("tag:" + quoted_value(value)).text == value);
}
