// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/gallery/search_text.h"

using namespace haibao::gallery;

TEST_CASE("Case, width and accents make no difference") {
    CHECK(fold("Café ＨＡＩ ﬁn") == "cafe hai fin");
    CHECK(fold("ABC 9") == "abc 9");
    CHECK(fold("Straße") == fold("STRASSE"));
    CHECK(fold("が") == fold("か\u3099"));
    CHECK(fold("\xff海") == "\uFFFD海");
}

TEST_CASE("Short words are found at any place where words are not spaced, else at the beginning of words") {
    const std::string text = fold("夏日音乐节海报 Shampoo A4, émile");
    for (const char* term : {"乐", "海报", "a4", "sh", "s", "e", "em", "a"}) {
        INFO(term);
        CHECK(contains(text, term));
        CHECK((" " + grams(text)).contains(" " + std::string(term) + " "));
    }
    for (const char* term : {"po", "4", "报夏", "oo", "il"}) {
        INFO(term);
        CHECK_FALSE(contains(text, term));
        CHECK_FALSE((" " + grams(text)).contains(" " + std::string(term) + " "));
    }
    CHECK(contains(text, "ampo"));
    CHECK(contains("x报a", "a"));
    CHECK_FALSE(contains("", "a"));
}

TEST_CASE("Only short terms without signs have grams") {
    CHECK(has_gram("中秋"));
    CHECK(has_gram("a4"));
    CHECK_FALSE(has_gram("a+"));
    CHECK_FALSE(has_gram(" "));
    CHECK_FALSE(has_gram("海报节"));
    CHECK_FALSE(has_gram(""));
}
