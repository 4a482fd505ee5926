// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/typeset/breaks.h"

using namespace haibao::typeset;
using haibao::document::ClreqLevel;
using haibao::document::Kinsoku;

namespace {

/// "真|的|吗？"
std::string cut(const QString& text, BreakRules rules) {
    const auto breaks = break_opportunities(text, rules);
    QString shown;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (breaks[i] >= Break::hyphen) shown += '|';
        shown += text[i];
    }
    return shown.toStdString();
}
std::string cut(const QString& text, const char* lang, Kinsoku level) { return cut(text, {lang, level}); }

}  // namespace

TEST_CASE("Small kana begin a line from level normal on") {
    CHECK(cut("キャッチ", "ja", Kinsoku::strict) == "キャッ|チ");
    CHECK(cut("キャッチ", "ja", Kinsoku::normal) == "キ|ャ|ッ|チ");
}

TEST_CASE("Chinese question and exclamation marks begin a line at level loose only") {
    CHECK(cut("真的吗？当然！", "zh-Hans", Kinsoku::strict) == "真|的|吗？|当|然！");
    CHECK(cut("真的吗？当然！", "zh-Hans", Kinsoku::normal) == "真|的|吗？|当|然！");
    CHECK(cut("真的吗？当然！", "zh-Hans", Kinsoku::loose) == "真|的|吗|？|当|然|！");
}

TEST_CASE("A line may end before a Chinese opening quote") {
    CHECK(cut("他说“好”，走了", "zh-Hans", Kinsoku::strict) == "他|说|“好”，|走|了");
    CHECK(cut("他说“好”，走了", "zh-Hant-TW", Kinsoku::strict) == "他|说|“好”，|走|了");
}

TEST_CASE("Numbers stay with their separators and signs") {
    CHECK(cut("1,200円", "ja", Kinsoku::strict) == "1,200|円");
    CHECK(cut("80%", "ja", Kinsoku::loose) == "80%");
    CHECK(cut("38℃", "ja", Kinsoku::strict) == "38℃");
    CHECK(cut("38℃", "ja", Kinsoku::loose) == "38|℃");
    CHECK(cut("A、B", "ja", Kinsoku::strict) == "A、|B");
}

TEST_CASE("A number of full-width digits stays whole at level strict") {
    CHECK(cut("約１，２００人と３．５％", "ja", Kinsoku::strict) == "約|１，２００|人|と|３．５％");
    CHECK(cut("１００", "zh", Kinsoku::normal) == "１|０|０");
}

TEST_CASE("Dashes and ellipses are never divided, and loose lets ellipses begin a line") {
    CHECK(cut("好——坏", "zh", Kinsoku::loose) == "好|——|坏");
    CHECK(cut("好……坏", "zh", Kinsoku::strict) == "好……|坏");
    CHECK(cut("好……坏", "zh", Kinsoku::loose) == "好…|…|坏");
    CHECK(cut("好——坏", {"zh", Kinsoku::strict, ClreqLevel::strict}) == "好——|坏");
    CHECK(cut("好／坏", {"zh", Kinsoku::strict, ClreqLevel::gb}) == "好|／坏");
    CHECK(cut("々〻ゝ", "ja", Kinsoku::normal) == "々〻ゝ");
    CHECK(cut("人々ゝ", "ja", Kinsoku::loose) == "人|々|ゝ");
}

TEST_CASE("Without kinsoku a line may end anywhere but inside a character") {
    CHECK(cut("a👍🏽b。", "zh", Kinsoku::none) == "a|👍🏽|b|。");
}

TEST_CASE("Latin words stay whole, and the invisible characters do what they are for") {
    CHECK(cut("看Haibao海报", "zh", Kinsoku::strict) == "看|Haibao|海|报");
    CHECK(cut("海\u00A0报\u2060好\u200B了", "zh", Kinsoku::strict) == "海\u00A0报\u2060好\u200B|了");
    const auto breaks = break_opportunities(u"co\u00ADop", {"en", Kinsoku::strict});
    CHECK(breaks[3] == Break::hyphen);
}

TEST_CASE("An address has joints: behind what announces more, before what would end a sentence or seem a hyphen") {
    const auto joints = [](const QString& text) {
        const auto breaks = break_opportunities(text, {"zh", Kinsoku::strict});
        QString shown;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (breaks[i] == Break::joint) shown += '|';
            shown += text[i];
        }
        return shown.toStdString();
    };
    CHECK(joints("见https://a.example/b_c?d=e&f=g%20h了") == "见https://|a|.example/|b|_c?|d=|e&|f=|g|%20h了");
    CHECK(joints("www.sea-wind.example/2026-08/~li.") == "www|.sea|-wind|.example/|2026|-08/|~li.");
    CHECK(joints("write to post@sea.example, or call") == "write to post@|sea|.example, or call");
    CHECK(joints("a_b c/d 3.5") == "a_b c/d 3.5");
}

TEST_CASE("A range of times or days stays together, its mark begins no line, and only where it must one ends with it") {
    const auto joints = [](const QString& text) {
        const auto breaks = break_opportunities(text, {});
        QString shown;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (breaks[i] == Break::joint) shown += '|';
            if (breaks[i] >= Break::in_word) shown += '/';
            shown += text[i];
        }
        return shown.toStdString();
    };
    CHECK(joints("乐队8支，20:00—23:00") == "乐/队/8/支，/20:00—|23:00");
    CHECK(joints("8月16日—18日，青岛") == "8月|16日—|18日，/青/岛");
    CHECK(joints("2026.10.18 — 12.06") == "2026.10.18 — |12.06");
    CHECK(joints("9点——17点半") == "9点——|17点/半");
    CHECK(joints("第3～5届") == "第/3～|5届");
    CHECK(joints("５月１日至５日") == "５月|１日至|５日");
    // A dash after words is a pause.
    CHECK(joints("好—5") == "好/—/5");
    CHECK(joints("海风——18日") == "海/风/——/18/日");
}

TEST_CASE("Titles may be divided between phrases") {
    const auto marked = [](const QString& text, const char* lang) {
        const auto breaks = break_opportunities(text, {lang, Kinsoku::strict, ClreqLevel::off, true});
        QString shown;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (breaks[i] == Break::allowed) shown += '|';
            shown += text[i];
        }
        return shown.toStdString();
    };
    CHECK(marked("今日は天気が良いので", "ja") == "今日は|天気が|良いので");
    CHECK(marked("中国海报设计", "zh") == "中国|海报|设计");
}

TEST_CASE("A double click takes a word of the dictionary") {
    CHECK(word_around(u"中国海报设计", 3, "zh") == std::pair(2, 4));
    CHECK(word_around(u"see Haibao now", 6, "en") == std::pair(4, 10));
    CHECK(word_around(u"", 0, "en") == std::pair(0, 0));
    CHECK(word_around(u"字", 1, "zh") == std::pair(0, 1));
}
