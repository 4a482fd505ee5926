// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/caret.h"

#include "app/typeset/breaks.h"
#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::test;
using namespace haibao::typeset;

namespace {
Caret step(const Layout& layout, const Text& text, Caret caret, Step how) {
    std::optional<double> goal;
    return moved(layout, text, caret, how, goal);
}
}  // namespace

TEST_CASE("The caret passes an emoji with its skin tone in one step") {
    const Text text = sample("a👍🏽b", 20);
    const auto layout = set(text);
    CHECK(layout.clusters.size() == 3);
    Caret caret;
    for (int i = 0; i < 3; ++i) caret = step(layout, text, caret, Step::next);
    CHECK(caret.index == text.text.size());
    for (int i = 0; i < 3; ++i) caret = step(layout, text, caret, Step::previous);
    CHECK(caret.index == 0);
}

TEST_CASE("A family, a flag and a keycap are one cluster each") {
    for (const char* words : {"👨‍👩‍👧‍👦", "🇨🇳", "1️⃣"}) CHECK(set(sample(words, 20)).clusters.size() == 1);
}

TEST_CASE("A click on the lower half of a character in a column puts the caret after it") {
    const Text text = upright(sample("一二三", 20));
    const auto layout = set(text);
    const double x = layout.clusters[1].box.center().x();
    CHECK(hit_test(layout, text, {x, 1.6 * em}) == Caret{2});
    CHECK(hit_test(layout, text, {x, 1.4 * em}) == Caret{1});
    CHECK(hit_test(layout, text, {x - 50 * em, 50 * em}) == Caret{3});
}

TEST_CASE("A click on a caret gives that caret back") {
    Text text = sample("一二A三——四\n五六fi七八九十一二三四五", 5, "zh-Hans");
    text.autospace_em = .25;
    for (const Text& way : {text, upright(text)}) {
        const auto layout = set(way);
        for (int index = 0; index <= text.text.size(); ++index) {
            const QLineF caret = caret_line(layout, way, {index});
            INFO("index " << index);
            CHECK(hit_test(layout, way, caret.center()).index == index);
        }
    }
}

TEST_CASE("A click on a caret gives it back on a circle, too") {
    Text text = sample("一二三四", 10);
    text.box.height = 10 * em;
    text.path = {.type = TextPath::Type::circle, .radius = 3 * em};
    const auto layout = set(text);
    for (int index = 0; index <= 3; ++index) CHECK(hit_test(layout, text, caret_line(layout, text, {index}).center()).index == index);
}

TEST_CASE("The caret can stand in the middle of a dash of two") {
    const Text text = upright(sample("日——日", 20));
    const auto layout = set(text);
    CHECK(caret_line(layout, text, {2}).y1() == Catch::Approx(2 * em));
    CHECK(caret_line(layout, text, {2}).length() == Catch::Approx(em));
}

TEST_CASE("At a soft line end the same index has two places") {
    const Text text = sample("一二三四五六", 3);
    const auto layout = set(text);
    const QLineF after = caret_line(layout, text, {3, Affinity::upstream}), before = caret_line(layout, text, {3, Affinity::downstream});
    CHECK(after.x1() == Catch::Approx(3 * em));
    CHECK(before.x1() == 0);
    CHECK(before.y1() - after.y1() == Catch::Approx(1.5 * em));
    CHECK(step(layout, text, {1}, Step::line_end) == Caret{3, Affinity::upstream});
    CHECK(step(layout, text, {4}, Step::line_start) == Caret{3});
}

TEST_CASE("Steps across lines aim for the same place") {
    const Text text = sample("一二三四五\n六\n七八九十", 20);
    const auto layout = set(text);
    std::optional<double> goal;
    Caret caret = moved(layout, text, {4}, Step::next_line, goal);
    CHECK(caret.index == 7);
    caret = moved(layout, text, caret, Step::next_line, goal);
    CHECK(caret.index == 12);
    caret = moved(layout, text, caret, Step::previous_line, goal);
    caret = moved(layout, text, caret, Step::previous_line, goal);
    CHECK(caret.index == 4);
    CHECK(moved(layout, text, {12}, Step::next_line, goal).index == text.text.size());
    CHECK(moved(layout, text, {1}, Step::previous_line, goal).index == 0);
}

TEST_CASE("An empty line and an empty text have a caret") {
    for (const char* words : {"", "一\n", "\n\n"}) {
        const Text text = sample(words, 20);
        const auto layout = set(text);
        const QLineF caret = caret_line(layout, text, {static_cast<int>(text.text.size())});
        CHECK(caret.length() == Catch::Approx(em));
        CHECK(hit_test(layout, text, caret.center()).index == text.text.size());
    }
}

TEST_CASE("A selection covers the lines it touches, one polygon each") {
    const Text text = sample("一二三四五六", 3);
    const auto polygons = selection_polygons(set(text), text, 1, 5);
    REQUIRE(polygons.size() == 2);
    CHECK(polygons[0].boundingRect() == QRectF(em, 0, 2 * em, 1.5 * em));
    CHECK(polygons[1].boundingRect() == QRectF(0, 1.5 * em, 2 * em, 1.5 * em));
    Text cells = upright(sample("平31年", 20));
    cells.style.tcy = TateChuYoko::digits;
    const auto cell = selection_polygons(set(cells), cells, 1, 2);
    REQUIRE(cell.size() == 1);
    CHECK(cell[0].boundingRect().height() == Catch::Approx(em));
}

TEST_CASE("Between two scripts the caret stands before the gap") {
    Text text = sample("中A", 20, "zh-Hans");
    text.autospace_em = .25;
    CHECK(caret_line(set(text), text, {1}).x1() == Catch::Approx(em));
}

TEST_CASE("Words and paragraphs are found, and Backspace takes what was typed last") {
    const Text text = sample("中国海报\nsecond line", 20, "zh-Hans");
    CHECK(word_at(text, 3) == std::pair(2, 4));
    CHECK(paragraph_at(text, 2) == std::pair(0, 4));
    CHECK(paragraph_at(text, 7) == std::pair(5, 16));
    const auto layout = set(text);
    CHECK(step(layout, text, {6}, Step::next_word).index == 12);
    CHECK(step(layout, text, {12}, Step::previous_word).index == 5);
    CHECK(backspace_begin(sample("a👍🏽", 1), 5) == 1);
    CHECK(backspace_begin(sample("e\u0301", 1), 2) == 1);
    CHECK(delete_end(sample("e\u0301", 1), 0) == 2);
    CHECK(backspace_begin(sample("", 1), 0) == 0);
}
