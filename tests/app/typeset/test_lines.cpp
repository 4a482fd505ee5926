// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::test;
using Advances = std::vector<double>;

namespace {
Text trimmed(Text text, TrimAdjacent adjacent = TrimAdjacent::normal, TrimStart start = TrimStart::full, TrimEnd end = TrimEnd::full) {
    text.punct_trim = {adjacent, start, end};
    return text;
}
Text hanging(Text text, Hanging how) {
    text.hanging = how;
    return text;
}
Text justified(Text text) {
    text.paragraphs[0].align = Align::justify;
    return text;
}
double end_of(const typeset::Layout& layout, int cluster) { return layout.clusters[cluster].box.right() / em; }
}  // namespace

TEST_CASE("A stop that has no room pulls its character to the next line, hangs, or is set at half width") {
    const Text text = sample("一二三。四五", 3);
    CHECK(lines(text) == QStringList{"一二", "三。四", "五"});
    CHECK(lines(trimmed(text, TrimAdjacent::off, TrimStart::full, TrimEnd::automatic)) == QStringList{"一二", "三。四", "五"});
    CHECK(lines(hanging(text, Hanging::allow_end)) == QStringList{"一二三。", "四五"});
    CHECK(lines(trimmed(sample("一二三。四五", 3.5), TrimAdjacent::off, TrimStart::full, TrimEnd::automatic)) == QStringList{"一二三。", "四五"});
}

TEST_CASE("A hung stop begins where the line ends") {
    const auto layout = set(hanging(sample("一二三四。五", 4), Hanging::allow_end));
    REQUIRE(layout.lines.size() == 2);
    CHECK(layout.lines[0].text == "一二三四。");
    CHECK(layout.clusters[4].box.left() == Catch::Approx(4 * em));
    CHECK(lines(sample("一二三四。五", 4)) == QStringList{"一二三", "四。五"});
    CHECK(lines(hanging(sample("一二三四」。五", 4), Hanging::allow_end))[0] == "一二三");
    CHECK(lines(hanging(sample("一二三四。五", 4, "zh-Hant"), Hanging::allow_end))[0] == "一二三");
    const auto alone = set(hanging(sample("一二三。", 9), Hanging::force_end));
    CHECK(alone.lines[0].box.width() == Catch::Approx(3 * em));
}

TEST_CASE("Neighbouring punctuation is set closer") {
    const auto widths = [](const char* words) { return advances(set(trimmed(sample(words, 20)))); };
    CHECK(widths("」「") == Advances{1, .5});
    CHECK(widths("、（") == Advances{1, .5});
    CHECK(widths("。」") == Advances{.5, 1});
    CHECK(widths("」。") == Advances{.5, 1});
    CHECK(widths("「「") == Advances{1, .5});
    CHECK(widths("』。）") == Advances{.5, .5, 1});
    CHECK(widths("」・『") == Advances{.5, 1, .5});
    CHECK(widths("！？「") == Advances{1, 1, 1});
    CHECK(advances(set(trimmed(sample("！？」他", 20, "zh-Hans")))) == Advances{.5, .5, 1, 1});
    CHECK(advances(set(trimmed(sample("「「", 20), TrimAdjacent::normal, TrimStart::half))) == Advances{.5, .5});
    CHECK(advances(set(trimmed(sample("」「", 20), TrimAdjacent::tight))) == Advances{.5, .5});
}

TEST_CASE("Latin and digits stand a quarter em from Han") {
    const auto gaps = [](const char* words, double measure = 50) {
        Text text = sample(words, measure, "zh-Hans");
        text.autospace_em = 0.25;
        double sum = 0;
        for (const auto& cluster : set(text).clusters) sum += cluster.gap;
        return sum / em;
    };
    CHECK(gaps("在A座3楼") == Catch::Approx(1));
    CHECK(gaps("《A》") == 0);
    CHECK(gaps("中 A") == 0);
    CHECK(gaps("（3）") == 0);
    CHECK(gaps("2026年") == Catch::Approx(.25));
    CHECK(gaps("中Ａ") == 0);
    CHECK(gaps("去年2026", 2.4) == 0);
}

TEST_CASE("A justified line reaches both edges by equal gaps") {
    const auto layout = set(justified(sample("一二三四五六七", 6.5)));
    REQUIRE(layout.lines.size() == 2);
    for (int i = 1; i < 6; ++i) CHECK(layout.clusters[i].box.left() - layout.clusters[i - 1].box.left() == Catch::Approx(1.1 * em));
    CHECK(end_of(layout, 5) == Catch::Approx(6.5).epsilon(1e-4));
    CHECK(layout.clusters[6].box.width() == Catch::Approx(em));
}

TEST_CASE("Justification stretches the spaces beside Latin before those between Han") {
    Text text = justified(sample("一二A三四五", 0, "zh-Hans"));
    text.autospace_em = 0.25;
    text.box.width = 5 * em + .5 * em;  // 5 Han + A (.608) + .5: the last Han does not fit
    const auto layout = set(text);
    REQUIRE(layout.lines.size() == 2);
    const double left = 5.5 - (4 + .608 + .5);
    CHECK(layout.clusters[1].gap / em == Catch::Approx(1.0 / 3).epsilon(1e-3));
    CHECK(layout.clusters[0].gap / em == Catch::Approx((left - 1.0 / 6) / 2).epsilon(1e-3));
}

TEST_CASE("Justification halves a comma rather than moving a character down") {
    const auto layout = set(justified(sample("一二三四，五六七八九十", 9.5, "zh-Hans")));
    CHECK(layout.lines[0].text == "一二三四，五六七八九");
    CHECK(layout.clusters[4].box.width() == Catch::Approx(.5 * em));
    CHECK(end_of(layout, 9) == Catch::Approx(9.5));
}

TEST_CASE("A dash of two never opens") {
    const auto layout = set(justified(sample("一二——三四五六", 6.5, "zh-Hans")));
    REQUIRE(layout.lines.size() == 2);
    REQUIRE(layout.clusters[2].end - layout.clusters[2].begin == 2);  // the font joins them
    CHECK(layout.clusters[2].box.width() == Catch::Approx(2 * em));
}

TEST_CASE("An address that would leave a hole in a justified paragraph is divided at a joint, elsewhere it stays whole") {
    const Text text = sample("报名与节目单见 https://haibao.example/posters/2026 或现场咨询台", 12, "zh-Hans");
    CHECK(lines(text)[0] == "报名与节目单见");
    const QStringList divided = lines(justified(text));
    CHECK(divided[0] == "报名与节目单见 https://");
    CHECK(divided[1].startsWith("haibao.example/posters/"));
    // Where the words before it fill the line, it stays whole there, too.
    const QStringList whole = lines(justified(sample("欢迎各位报名，节目单请见 www.haibao.example", 12, "zh-Hans")));
    CHECK(whole[0] == "欢迎各位报名，节目单请见");
    CHECK(whole[1] == "www.haibao.example");
}

TEST_CASE("A range goes to the next line whole, and is divided behind its mark only where no line holds it") {
    CHECK(lines(sample("第二行乐队8支，20:00—23:00", 12)) == QStringList{"第二行乐队8支，", "20:00—23:00"});
    CHECK(lines(sample("8月16日—18日", 5)) == QStringList{"8月16日—", "18日"});
}

TEST_CASE("A line that would fall apart when it is stretched stays ragged, and only that one") {
    // The long word follows two characters, then three words.
    const auto han = set(justified(sample("青岛Donaudampfschifffahrt与海报上的每一个字都必须看得清清楚楚", 12.5, "zh-Hans")));
    REQUIRE(han.lines.size() == 4);
    CHECK(han.lines[0].text == "青岛");
    CHECK(han.lines[0].box.width() == Catch::Approx(2 * em));
    CHECK(han.lines[0].box.left() == Catch::Approx(0));
    CHECK(han.lines[2].text == "海报上的每一个字都必须看");
    CHECK(han.lines[2].box.width() == Catch::Approx(12.5 * em));
    const auto latin = set(justified(sample("on the sea Donaudampfschifffahrtsfest", 12, "en")));
    REQUIRE(latin.lines.size() >= 2);
    CHECK(latin.lines[0].text == "on the sea");
    CHECK(latin.lines[0].box.width() < 6 * em);
}

TEST_CASE("A last line that is to be justified is filled, however far its characters stand apart") {
    Text text = justified(sample("张三", 6, "zh-Hans"));
    text.justify.last_line = LastLine::justify;
    const auto layout = set(text);
    CHECK(layout.clusters[1].box.left() == Catch::Approx(5 * em));
}

TEST_CASE("Line pitch depends on the size alone") {
    Text text = sample("一二三", 1);
    text.style.size = 40;
    text.box.width = 40;
    text.spans = {{1, 2, text.style}};
    text.spans[0].style.size = 20;
    const auto layout = set(text);
    REQUIRE(layout.lines.size() >= 2);
    Text plain = text;
    plain.spans.clear();
    const auto even = set(plain);
    REQUIRE(even.lines.size() == 3);
    CHECK(even.lines[1].baseline - even.lines[0].baseline == Catch::Approx(60));
    CHECK(even.lines[2].baseline - even.lines[1].baseline == Catch::Approx(60));
}

TEST_CASE("Letter spacing stands between characters only") {
    Text text = sample("一二三四", 20);
    text.style.letter_spacing_em = .25;
    CHECK(set(text).lines[0].box.width() == Catch::Approx(4.75 * em));
}

TEST_CASE("The text can be shrunk to its box, and no further than it must") {
    Text text = sample("一二三四五六七八九十一二三四五六七八九十", 5);
    text.box.height = 3 * em;
    text.box.mode = BoxMode::shrink;
    const auto layout = set(text);
    CHECK(layout.hidden_characters == 0);
    CHECK(layout.scale < 1);
    CHECK(layout.used.height() <= text.box.height + .5 * em * layout.scale);
    Text fixed = text;
    fixed.box.mode = BoxMode::fixed;
    fixed.style.size = em * (layout.scale + .005);
    CHECK(set(fixed).hidden_characters > 0);
}

TEST_CASE("What has no room is counted") {
    Text text = sample(QString(60, u'字'), 10);
    text.box.height = 1.5 * em;
    const auto layout = set(text);
    CHECK(layout.hidden_characters == 50);
    CHECK(layout.lines.size() == 1);
    REQUIRE(!layout.warnings.empty());
    CHECK(layout.warnings.back().kind == typeset::WarningKind::overflow);
}

TEST_CASE("A box narrower than a character holds one on each line") { CHECK(lines(sample("一二三", .5)).size() == 3); }

TEST_CASE("Missing characters are named, with the fonts that have them") {
    Text text = sample("海报", 10, "zh-Hans");
    text.style.font.family = "Noto Sans";
    const auto found = set(text);
    for (const auto& warning : found.warnings) {
        CHECK(warning.kind == typeset::WarningKind::fallback_used);
        CHECK(warning.message.startsWith("2 characters are from the font “"));
    }
    const auto latin_only = typeset::FontSet::of_files({"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"});
    REQUIRE(latin_only);
    const auto boxes = typeset::lay_out(text, **latin_only);
    REQUIRE(boxes.warnings.size() == 1);
    CHECK(boxes.warnings[0].kind == typeset::WarningKind::missing_glyphs);
    CHECK(boxes.warnings[0].characters == QStringList{"海", "报"});
    CHECK(boxes.warnings[0].message == "The font \"Noto Sans\" has no 海 U+6D77, 报 U+62A5, and no installed font has all of them.");
}
