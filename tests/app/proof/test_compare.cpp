// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "app/proof/compare.h"
#include "app/proof/script.h"

using namespace haibao::proof;
using Catch::Approx;

TEST_CASE("Capitals, spaces, width and quotation marks do not count") {
    for (const char* read : {"summer festival", "SUMMER  FESTIVAL", "“Summer Festival!”", "Ｓｕｍｍｅｒ Festival", "Summer-\nFestival"}) {
        INFO(read);
        CHECK(compare("Summer Festival", read).similarity == 1);
        CHECK(compare("Summer Festival", read).word_accuracy == 1);
    }
}

TEST_CASE("Points between digits count") {
    CHECK(compare("8.16", "8。16").similarity == 1);
    CHECK(compare("8.16", "816").similarity == Approx(0.75));
    CHECK(compare("19:30", "19.30").similarity == 1);
    CHECK(compare("Sale. 50", "Sale 50").similarity == 1);
}

TEST_CASE("A misspelled word is one wrong word of two, one edit of fifteen letters") {
    const Comparison comparison = compare("Winter Festival", "Winter Festlval");
    CHECK(comparison.word_accuracy == Approx(0.5));
    CHECK(comparison.similarity == Approx(1 - 1.0 / 14));
    CHECK(comparison.wrong == "i");
    CHECK(comparison.instead == "l");
}

TEST_CASE("A Chinese character is a word") {
    const Comparison comparison = compare("春江花月夜", "春江花月液");
    CHECK(comparison.word_accuracy == Approx(0.8));
    CHECK(comparison.similarity == Approx(0.8));
    CHECK(comparison.wrong == "夜");
    CHECK(comparison.instead == "液");
    CHECK(compare("中秋 Party", "中秋Party").word_accuracy == 1);
}

TEST_CASE("Letters too many and too few are edits, too") {
    CHECK(compare("MOON", "MOOON").similarity == Approx(0.8));
    CHECK(compare("MOON", "MOOON").word_accuracy == 0);
    CHECK(compare("MOON", "MO").similarity == Approx(0.5));
    CHECK(compare("MOON", "").similarity == 0);
    CHECK(compare("", "MOON").similarity == 0);
    CHECK(compare("", "").similarity == 1);
    CHECK(compare("MOON", "MOONS").word_accuracy == 0);
}

TEST_CASE("Texts without end are compared by their beginning") {
    const QString endless(100'000, QChar(u'长'));
    CHECK(compare(endless, endless).similarity == 1);
}

TEST_CASE("The reader follows the script") {
    CHECK(language_of("Summer 2026") == Language::english);
    CHECK(language_of("Coração") == Language::portuguese);
    CHECK(language_of("音乐节") == Language::simplified);
    CHECK(language_of("音樂節") == Language::traditional);
    CHECK(language_of("山水") == Language::simplified);
}
