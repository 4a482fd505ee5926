// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/proof/compare.h"
#include "tests/app/proof/misspellings.h"

using namespace haibao::proof;
using namespace haibao::proof::testing;

TEST_CASE("A misspelled text differs from the right one in one or two neighbouring characters, and a reader can tell") {
    for (const QString& text : {QString("Festa de São João"), QString("春江花月夜"), QString("夏夜音樂會"), QString("Doors open at 19:30")})
        for (const Mistake mistake : all_mistakes)
            for (std::uint64_t seed = 0; seed < 60; ++seed) {
                const auto wrong = misspelled(text, mistake, seed);
                if (!wrong) continue;
                INFO(text.toStdString() << " as " << wrong->toStdString());
                const Comparison comparison = compare(text, *wrong);
                CHECK(comparison.similarity < 1);
                CHECK(comparison.similarity >= 1 - 2.0 / double(comparable(text).size()));
            }
}

TEST_CASE("A mistake is made only where a text has a place for it") {
    CHECK_FALSE(misspelled("Summer", Mistake::accent_dropped, 1));
    CHECK_FALSE(misspelled("春江", Mistake::other_script, 1));
    CHECK(misspelled("Pão", Mistake::accent_dropped, 1) == "Pao");
    CHECK(misspelled("龍", Mistake::other_script, 5) == "龙");
    CHECK(misspelled("末", Mistake::similar_character, 3) == "未");
    CHECK_FALSE(misspelled("A", Mistake::dropped, 0));
}
