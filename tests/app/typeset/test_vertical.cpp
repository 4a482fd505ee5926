// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::test;
using Ids = std::vector<hb_codepoint_t>;

TEST_CASE("Columns use the font's vertical forms, one em each, centred") {
    const auto layout = set(upright(sample("「日、（本）。", 20)));
    CHECK(ids(layout) == Ids{59006, 20220, 58980, 58994, 20758, 58995, 58981});
    const double centre = layout.lines[0].baseline;
    for (const auto& glyph : layout.runs[0].glyphs) CHECK(glyph.origin.x() == Catch::Approx(centre - .5 * em));
    CHECK(layout.runs[0].glyphs[0].origin.y() == Catch::Approx(.88 * em));
    CHECK(layout.runs[0].glyphs[1].origin.y() == Catch::Approx(1.88 * em));
}

TEST_CASE("The long vowel mark, dashes and ellipses turn with the column") {
    CHECK(ids(set(upright(sample("ー", 20)))) == Ids{65339});
    const auto dash = set(upright(sample("日——日", 20)));
    CHECK(ids(dash) == Ids{20220, 65147, 20220});
    REQUIRE(dash.clusters.size() == 3);
    CHECK(dash.clusters[1].box.height() == Catch::Approx(2 * em));
    CHECK(dash.clusters[1].carets == std::vector{.5});
    CHECK(ids(set(upright(sample("日…", 20)))) == Ids{20220, 58988});
}

TEST_CASE("Chinese quotes stand upright in a column, Latin ones lie") {
    Text text = upright(sample("说“好”！？：；", 20, "zh-Hans"));
    text.style.font.family = "Noto Sans CJK SC";
    const Ids found = ids(set(text));
    CHECK(found[1] == 59008);
    CHECK(found[3] == 59009);
    CHECK(Ids(found.begin() + 4, found.end()) == Ids{58984, 58985, 58982, 58983});
    text.text = "“a”";
    for (const auto& run : set(text).runs) CHECK(run.setting == typeset::Setting::sideways);
}

TEST_CASE("Columns run from right to left") {
    const auto layout = set(upright(sample("一二三四五六七八九十", 4)));
    REQUIRE(layout.lines.size() == 3);
    CHECK(layout.clusters[0].box.left() - layout.clusters[4].box.left() == Catch::Approx(1.5 * em));
    CHECK(layout.clusters[4].box.top() == 0);
}

TEST_CASE("A column that grows keeps its right edge") {
    Text text = upright(sample("一二三四五六七八九十", 4));
    text.box.mode = BoxMode::grow;
    const auto three = set(text);
    text.text += "一二三四";
    const auto four = set(text);
    CHECK(three.size.width() == Catch::Approx(4.5 * em));
    CHECK(four.size.width() == Catch::Approx(6 * em));
    CHECK(three.size.width() - three.clusters[0].box.right() == Catch::Approx(four.size.width() - four.clusters[0].box.right()));
}

TEST_CASE("Two digits share a square") {
    const auto with_digits = [](const char* words, int most) {
        Text text = upright(sample(words, 20));
        text.style.tcy = TateChuYoko::digits;
        text.style.tcy_digits = most;
        return set(text);
    };
    const auto year = with_digits("平成31年", 2);
    REQUIRE(year.clusters.size() == 4);
    CHECK(year.lines[0].box.height() == Catch::Approx(4 * em));
    CHECK(year.clusters[2].carets == std::vector{.5});
    const auto& cell = year.runs[1];
    CHECK(cell.setting == typeset::Setting::combined);
    CHECK(cell.scale_x == Catch::Approx(1));  // hwid digits are half an em each
    CHECK(cell.glyphs[0].origin.x() == Catch::Approx(year.lines[0].baseline - .5 * em));
    CHECK(with_digits("2026年", 2).runs[0].setting == typeset::Setting::sideways);
    const auto pressed = with_digits("2026年", 4);
    CHECK(pressed.runs[0].setting == typeset::Setting::combined);
    CHECK(pressed.runs[0].scale_x == Catch::Approx(.450).epsilon(2e-3));
    CHECK(with_digits("3.5", 2).runs.size() == 1);
    CHECK(with_digits("iPhone 16", 2).runs.size() == 1);
    const auto one = with_digits("第1回", 2);
    CHECK(one.runs[1].setting == typeset::Setting::combined);
    CHECK(one.runs[1].scale_x == 1);
    CHECK(with_digits("え!?", 2).clusters.size() == 2);
}

TEST_CASE("Latin in a column lies with the advances of a line, on one baseline") {
    Text text = sample("東京Tokyo駅", 20);
    const auto lying = set(text), standing = set(upright(text));
    for (int i = 0; i < 8; ++i) CHECK(standing.clusters[i].box.height() == Catch::Approx(lying.clusters[i].box.width()));
    const auto& run = standing.runs[1];
    CHECK(run.setting == typeset::Setting::sideways);
    CHECK(run.glyphs[0].origin.x() == Catch::Approx(standing.lines[0].baseline - .38 * em));
    text.style.latin_font.font.family = "Noto Sans";
    const auto other = set(upright(text));
    CHECK(other.runs[1].face != run.face);
    CHECK(other.runs[1].glyphs[0].origin.x() == Catch::Approx(run.glyphs[0].origin.x()));
    const auto brackets = set(upright(sample("（あ）(a)", 20)));
    for (const auto& part : brackets.runs) CHECK(part.setting == (part.glyphs[0].cluster < 3 ? typeset::Setting::upright : typeset::Setting::sideways));
}

TEST_CASE("Punctuation in columns is trimmed as in lines") {
    Text text = upright(sample("」「", 20));
    text.punct_trim.adjacent = TrimAdjacent::normal;
    const auto layout = set(text);
    CHECK(advances(layout) == std::vector<double>{1, .5});
    CHECK(layout.runs[0].glyphs[1].origin.y() == Catch::Approx((1 + .38) * em));
}
