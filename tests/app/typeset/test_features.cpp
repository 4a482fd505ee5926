// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <numbers>

#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::test;
using Ids = std::vector<hb_codepoint_t>;

namespace {
std::vector<typeset::GlyphRun> decorations(const typeset::Layout& layout) {
    std::vector<typeset::GlyphRun> runs;
    for (const auto& run : layout.runs)
        if (run.decoration) runs.push_back(run);
    return runs;
}
Text spanned(Text text, int begin, int end, auto change) {
    text.spans = {{begin, end, text.style}};
    change(text.spans[0].style);
    return text;
}
bool warned(const typeset::Layout& layout, typeset::WarningKind kind) {
    return std::ranges::any_of(layout.warnings, [&](const auto& warning) { return warning.kind == kind; });
}
}  // namespace

TEST_CASE("The language decides the form of a unified character") {
    CHECK(ids(set(sample("骨", 9, "ja"))) == Ids{45132});
    CHECK(ids(set(sample("骨", 9, "zh-Hans"))) == Ids{45133});
    CHECK(ids(set(sample("骨", 9, "zh-Hant"))) == Ids{45134});
}

TEST_CASE("Every character is set in a font that has it") {
    Text text = sample("A日😀", 9);
    text.style.font.family = "Noto Sans";
    text.style.fallback = {"Noto Sans CJK JP", "Noto Color Emoji"};
    const auto layout = set(text);
    REQUIRE(layout.runs.size() == 3);
    CHECK(layout.runs[0].face->family() == "Noto Sans");
    CHECK(layout.runs[1].face->family() == "Noto Sans CJK JP");
    CHECK(layout.runs[2].face->family() == "Noto Color Emoji");
    CHECK(layout.warnings.empty());
}

TEST_CASE("Variation selectors choose a form and show no box") {
    const auto chosen = set(sample("葛\U000E0100", 9)), usual = set(sample("葛\U000E0101", 9));
    CHECK(chosen.clusters.size() == 1);
    CHECK(ids(chosen) == Ids{62001});
    CHECK(usual.clusters.size() == 1);
    CHECK(ids(usual)[0] == 34624);
}

TEST_CASE("A character that no font has is a box and on the list of missing ones") {
    const auto layout = set(sample(QString(QChar(0x378)), 9));
    CHECK(warned(layout, typeset::WarningKind::missing_glyphs));
    CHECK(ids(layout) == Ids{0});
}

TEST_CASE("Right-to-left text is kept, shown and warned about") {
    const Text text = sample("שלום 123 مرحبا", 40);
    const auto layout = set(text);
    CHECK(warned(layout, typeset::WarningKind::bidi_unsupported));
    CHECK(layout.clusters.back().end == text.text.size());
}

TEST_CASE("Proportional kana, half and full widths are the font's own") {
    Text text = sample("あいう、", 20);
    text.style.features = {{"palt", 1}};
    CHECK(advances(set(text)) == std::vector<double>{.971, .944, .831, .5});
    text.text = "AB";
    text.style.features = {{"hwid", 1}};
    CHECK(ids(set(text)) == Ids{63197, 63198});
    text.style.features = {{"fwid", 1}};
    CHECK(advances(set(text)) == std::vector<double>{1, 1});
    text.style.features = {};
    CHECK(advances(set(text)) == std::vector<double>{.608, .657});
}

TEST_CASE("Letters that are set apart do not join") {
    Text text = sample("fi", 20, "en");
    text.style.font.family = "Noto Sans";
    text.style.letter_spacing_em = .1;
    CHECK(ids(set(text)).size() == 2);
}

TEST_CASE("Emphasis marks stand over or under every character but punctuation") {
    Text text = sample("重要。", 20, "zh-Hans");
    text.style.emphasis.mark = "auto";
    const auto under = decorations(set(text));
    REQUIRE(under.size() == 2);
    CHECK(under[0].glyphs[0].origin.y() > set(text).lines[0].baseline);
    text.lang = "ja";
    CHECK(decorations(set(text))[0].glyphs[0].origin.y() < set(text).lines[0].baseline - .88 * em);
    text.lang = "zh-Hans";
    const auto column = set(upright(text));
    CHECK(decorations(column)[0].glyphs[0].origin.x() > column.lines[0].baseline + .5 * em);
}

TEST_CASE("A reading longer than its base sets the base apart") {
    const Text text = spanned(sample("東京", 20), 0, 2, [](TextStyle& style) { style.ruby = "とうきょう"; });
    const auto layout = set(text);
    CHECK(layout.lines[0].box.width() == Catch::Approx(2.5 * em));
    CHECK(layout.clusters[0].box.width() == Catch::Approx(1.25 * em));
    const auto readings = decorations(layout);
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].glyphs.size() == 5);
    CHECK(readings[0].size == Catch::Approx(.5 * em));
    CHECK(readings[0].glyphs[0].origin.x() == Catch::Approx(0).margin(1e-6));
}

TEST_CASE("Readings given by character belong to their character") {
    const Text text = spanned(sample("中国", 20, "zh-Hans"), 0, 2, [](TextStyle& style) { style.ruby = "zhōng guó"; });
    const auto layout = set(text);
    const auto readings = decorations(layout);
    REQUIRE(readings.size() == 2);
    CHECK(readings[0].glyphs.size() == 5);
    CHECK(readings[1].glyphs[0].origin.x() >= layout.clusters[1].box.left());
}

TEST_CASE("Justification and line ends do not enter the base of a reading") {
    Text text = spanned(sample("一二東京三四五六七", 6.5), 2, 4, [](TextStyle& style) { style.ruby = "ひが"; });
    text.paragraphs[0].align = Align::justify;
    const auto layout = set(text);
    CHECK(layout.clusters[3].box.left() - layout.clusters[2].box.left() == Catch::Approx(em));
    text.box.width = 3 * em;
    CHECK(set(text).lines[0].text == "一二");
}

TEST_CASE("A reading never vanishes: over a base that had to be divided it stands at its beginning, and that is said") {
    Text text = spanned(sample("一東京都", 1.5), 1, 4, [](TextStyle& style) { style.ruby = "とうきょうと"; });
    const auto layout = set(text);
    CHECK(layout.lines.size() > 2);
    REQUIRE(decorations(layout).size() == 1);
    CHECK(decorations(layout)[0].glyphs.size() == 6);
    CHECK(decorations(layout)[0].line == 1);
    CHECK(warned(layout, typeset::WarningKind::ruby_split));
    text.box.width = 20 * em;
    CHECK_FALSE(warned(set(text), typeset::WarningKind::ruby_split));
}

TEST_CASE("What no font has for a reading is said like anything else, once") {
    Text text = sample("東京都", 20);
    for (const auto& [at, reading] : {std::pair(0, "\U00050001x"), std::pair(1, "\U00050001\U00050002")}) {
        text.spans.push_back({at, at + 1, text.style});
        text.spans.back().style.ruby = reading;
    }
    const auto layout = set(text);
    const auto missing = std::ranges::find(layout.warnings, typeset::WarningKind::missing_glyphs, &typeset::Warning::kind);
    REQUIRE(missing != layout.warnings.end());
    CHECK(missing->characters.size() == 2);
}

TEST_CASE("Hyphens come from the dictionary of the language, and are no part of the text") {
    Text text = sample("hyphenation", 3, "en");
    text.style.font.family = "Noto Sans";
    text.hyphenate.on = true;
    const auto layout = set(text);
    REQUIRE(layout.lines.size() > 1);
    CHECK(lines(text) == QStringList{"hy", "phen", "ation"});
    CHECK(layout.lines[0].hyphenated);
    REQUIRE(decorations(layout).size() == layout.lines.size() - 1);
    text.hyphenate.on = false;
    CHECK(warned(set(text), typeset::WarningKind::forced_break));
    text.text = "co\u00ADop";
    text.box.width = 1.5 * em;
    CHECK(decorations(set(text)).size() == 1);
    text.box.width = 9 * em;
    CHECK(decorations(set(text)).empty());
    CHECK(set(text).lines.size() == 1);
}

TEST_CASE("Balanced lines are even, and a paragraph can end without a widow") {
    Text text = sample("一二三四五六七八九十一", 10);
    CHECK(lines(text) == QStringList{"一二三四五六七八九十", "一"});
    text.widow = true;
    CHECK(lines(text) == QStringList{"一二三四五六七八九", "十一"});
    text.widow = false;
    text.balance = true;
    const QStringList even = lines(text);
    REQUIRE(even.size() == 2);
    CHECK(std::abs(even[0].size() - even[1].size()) <= 1);
    text.text = "中国海报设计";
    text.lang = "zh-Hans";
    text.box.width = 5 * em;
    text.phrase = true;
    CHECK(lines(text)[0].size() % 2 == 0);
}

TEST_CASE("Addresses break at their joints, other long words anywhere, with a warning") {
    Text text = sample("https://haibao.example/posters/2026", 9, "en");
    CHECK(!warned(set(text), typeset::WarningKind::forced_break));
    text.text = "Donaudampfschifffahrtsgesellschaft";
    CHECK(warned(set(text), typeset::WarningKind::forced_break));
}

TEST_CASE("Alignment counts trimmed punctuation and no trailing spaces") {
    Text text = sample("（中）", 10, "zh-Hans");
    text.punct_trim = {TrimAdjacent::normal, TrimStart::half, TrimEnd::half};
    text.paragraphs[0].align = Align::centre;
    const auto layout = set(text);
    CHECK(layout.clusters[1].box.center().x() == Catch::Approx(5 * em));
    text.text = "中  ";
    text.paragraphs[0].align = Align::end;
    CHECK(set(text).clusters[0].box.right() == Catch::Approx(10 * em));
}

TEST_CASE("Columns are filled one after the other, and tiers from top to bottom") {
    Text text = sample("一二三四五六七八九十一二", 0);
    text.box = {.width = 7 * em, .height = 3.1 * em, .columns = {2, em}};
    const auto layout = set(text);
    REQUIRE(layout.lines.size() == 4);
    CHECK(layout.lines[2].column == 1);
    CHECK(layout.lines[2].box.topLeft() == QPointF(4 * em, 0));
    Text tiers = upright(text);
    const auto standing = set(tiers);
    REQUIRE(standing.lines.size() == 4);
    CHECK(standing.lines[2].box.top() == Catch::Approx(4 * em));
    CHECK(standing.lines[2].box.right() == Catch::Approx(3.1 * em));
    text.box.mode = BoxMode::grow;
    const auto grown = set(text);
    CHECK(grown.size.height() == Catch::Approx(3 * em));
    CHECK(grown.hidden_characters == 0);
}

TEST_CASE("A point text does not wrap and is anchored in its frame") {
    Text text = sample("一二三四五六七八九十", 4);
    text.box.mode = BoxMode::point;
    CHECK(set(text).lines.size() == 1);
    text.text = "一二";
    text.paragraphs[0].align = Align::centre;
    CHECK(set(text).clusters[0].box.left() == Catch::Approx(em));
}

TEST_CASE("Tabs lead to multiples of four em") {
    const auto layout = set(sample("一\t二\t三", 30));
    CHECK(layout.clusters[2].box.left() == Catch::Approx(4 * em));
    CHECK(layout.clusters[4].box.left() == Catch::Approx(8 * em));
}

TEST_CASE("On a circle the middles of the characters are as far apart as their advances") {
    Text text = sample("一二三四", 20);
    text.box.height = 20 * em;
    text.path = {.type = TextPath::Type::circle, .radius = 5 * em};
    const auto layout = set(text);
    const QPointF centre(10 * em, 10 * em);
    for (int i = 0; i < 4; ++i) {
        const auto& cluster = layout.clusters[i];
        const double turn = (i + .5) / 5;
        CHECK(cluster.angle == Catch::Approx(turn * 180 / std::numbers::pi));
        const QPointF away = cluster.box.center() - centre;
        CHECK(std::atan2(away.x(), -away.y()) == Catch::Approx(turn).margin(1e-3));
        CHECK(std::hypot(away.x(), away.y()) == Catch::Approx(5.38 * em));
    }
    text.path.inside = true;
    const QPointF below = set(text).clusters[0].box.center() - centre;
    CHECK(below.y() > 4 * em);
    text.path.radius = .5 * em;
    CHECK(warned(set(text), typeset::WarningKind::path_too_short));
}

TEST_CASE("A curve carries its text from end to end") {
    Text text = sample("一二三四", 20);
    text.box.height = 20 * em;
    text.path = {.type = TextPath::Type::bezier, .points = {{0, 5 * em}, {2 * em, 5 * em}, {4 * em, 5 * em}, {6 * em, 5 * em}}};
    const auto layout = set(text);
    for (int i = 0; i < 4; ++i) CHECK(layout.clusters[i].box.left() == Catch::Approx(i * em).margin(.05));
    CHECK(layout.clusters[0].box.bottom() == Catch::Approx(5.12 * em));
}

TEST_CASE("Underlines lie below a line, and left of a Chinese column, right of a Japanese one") {
    Text text = sample("重要", 20, "zh-Hans");
    text.style.underline = true;
    CHECK(set(text).rules[0].box.top() > set(text).clusters[0].box.bottom());
    CHECK(set(upright(text)).rules[0].box.right() < set(upright(text)).clusters[0].box.left());
    text.lang = "ja";
    CHECK(set(upright(text)).rules[0].box.left() > set(upright(text)).clusters[0].box.right());
}

TEST_CASE("Every code unit belongs to one cluster, whatever the text") {
    const QString broken = QString(QChar(0xD800)) + "a\r\nb\x01" + QChar(0x2028) + "c" + QChar(0x2029) + QChar(0xDC00) + "\t\u200B" + QChar(0x7F);
    for (const double measure : {0., .1, 3., 1e6})
        for (const bool vertical : {false, true}) {
            Text text = sample(broken, measure);
            if (vertical) text = upright(text);
            const auto layout = set(text);
            int at = 0;
            for (const auto& cluster : layout.clusters) {
                CHECK(cluster.begin == at);
                at = cluster.end;
            }
            CHECK(at == broken.size());
            CHECK(warned(layout, typeset::WarningKind::replaced_control));
        }
}

TEST_CASE("A text beyond the limit is cut with a warning, and is set again the same") {
    const Text text = sample(QString(100'005, u'a') , 1e4);
    const auto once = set(text);
    CHECK(warned(once, typeset::WarningKind::too_long));
    CHECK(once.clusters.back().end == 100'005);
    CHECK(once.hidden_characters >= 5);
}
