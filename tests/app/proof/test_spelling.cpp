// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/proof/spelling/spelling.h"

using namespace haibao::spelling;

namespace {

QStringList doubted(const QString& text, const QString& lang = {}) {
    QStringList words;
    for (const Remark& remark : speller().check(text, lang)) words << text.sliced(remark.begin, remark.end - remark.begin);
    return words;
}

}  // namespace

TEST_CASE("A word that neither dictionary has is underlined where it stands") {
    REQUIRE(speller().has_dictionaries());
    const auto remarks = speller().check("海风 Summer Festivel 2026");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0] == Remark{10, 18, Doubt::unknown_word, {}});
    CHECK(doubted("The Long Way Home").isEmpty());
    CHECK(doubted("Exposição de Verão, música ao vivo").isEmpty());
    CHECK(doubted("Exposisão de Verão") == QStringList{"Exposisão"});
    CHECK(doubted("GRAND OPENNING") == QStringList{"OPENNING"});
}

TEST_CASE("The language of a text asks one dictionary only") {
    CHECK(doubted("coração", "pt-BR").isEmpty());
    CHECK(doubted("coração", "en") == QStringList{"coração"});
    CHECK(doubted("coração", "zh-Hans").isEmpty());
    CHECK(doubted("summer", "pt-BR") == QStringList{"summer"});
}

TEST_CASE("A text can be left alone, and taken up again") {
    const QString off = with_checking("zh-Hans", Checked::no);
    CHECK(off == "zh-Hans-x-nospell");
    CHECK(doubted("Festivel 海風开", off).isEmpty());
    CHECK(with_checking(off, Checked::yes) == "zh-Hans");
    CHECK(with_checking(off, Checked::no) == off);
    CHECK_FALSE(is_checked("zxx"));
    CHECK(is_checked(""));
}

TEST_CASE("Suggestions have the word that was meant") {
    CHECK(speller().suggestions("Festivel").contains("Festival"));
    CHECK(speller().suggestions("Exposisão", "pt-BR").contains("Exposição"));
    CHECK(speller().suggestions("").isEmpty());
    CHECK(speller().suggestions(QString(10'000, 'x')).isEmpty());
}

TEST_CASE("Names, short capitals, addresses, numbers and Chinese are not judged") {
    for (const char* text : {"iPhone", "TANK", "YMCA", "www.haibaoo.example", "nnobody@exampel.org", "#sumermood", "B2B 4x4", "x", "春江花月夜", "don’t", "recém-nascido", ""}) {
        INFO(text);
        CHECK(doubted(text).isEmpty());
    }
}

TEST_CASE("A traditional character in a simplified text is named with its other form, and the other way round") {
    const auto remarks = speller().check("海风音樂节开门");
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0] == Remark{3, 4, Doubt::mixed_form, {"乐"}});
    CHECK(doubted("海風音樂節开門") == QStringList{"开"});
    CHECK(doubted("海风音乐节").isEmpty());
    CHECK(doubted("海風音樂節").isEmpty());
    CHECK(doubted("皇后大道，十里花開").isEmpty());
}

TEST_CASE("Characters that only look like the usual ones are found") {
    const auto radical = speller().check("⼭水");  // U+2F2D
    REQUIRE(radical.size() == 1);
    CHECK(radical[0] == Remark{0, 1, Doubt::look_alike, {"山"}});
    CHECK(doubted("人ロ普查") == QStringList{"ロ"});      // katakana RO for 口
    CHECK(doubted("Fеstival").contains("е"));            // Cyrillic IE
    CHECK(doubted("ロマンス").isEmpty());
    CHECK(doubted("Привет").isEmpty());
    CHECK(doubted("海风").isEmpty());
}

TEST_CASE("Texts without end and broken surrogates are answered") {
    CHECK(speller().check(QString(200'000, QChar(u'樂')) + "乐").size() <= 200);
    CHECK(speller().check(QString("qwxz ").repeated(50'000)).size() == 200);
    CHECK(speller().check(QString(QChar(0xD800)) + "abc").empty());
}
