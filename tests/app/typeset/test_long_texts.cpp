// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as long as a layer may be, of what could make every character look at all others. Each takes parts of a second; the
// time that ctest gives a test is the guard.
#include <set>

#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using test::em;
using test::set;

namespace {

constexpr int most = 100'000;

/// Nothing of it is hidden, however long it is.
Text roomy(const QString& words, double measure) {
    Text text = test::sample(words, measure);
    text.box.mode = BoxMode::grow;
    return text;
}

QString repeated(const QString& part, int length) {
    QString text = part.repeated(length / part.size() + 1);
    text.truncate(length);
    return text;
}

/// The lines of the long text begin with those of a short one.
void begins_like(Text text, int length, int lines) {
    const auto whole = set(text);
    CHECK(whole.clusters.size() == static_cast<std::size_t>(text.text.size()));
    text.text.truncate(length);
    const auto part = set(text);
    REQUIRE(static_cast<int>(part.lines.size()) > lines);
    REQUIRE(static_cast<int>(whole.lines.size()) > lines);
    for (int i = 0; i < lines; ++i) {
        CHECK(whole.lines[i].text == part.lines[i].text);
        CHECK(whole.lines[i].box.width() == Catch::Approx(part.lines[i].box.width()));
    }
}

typeset::Setting setting_of(const typeset::Layout& layout, int character) {
    for (const typeset::GlyphRun& run : layout.runs)
        for (const typeset::Glyph& glyph : run.glyphs)
            if (layout.clusters[glyph.cluster].begin <= character && character < layout.clusters[glyph.cluster].end) return run.setting;
    return typeset::Setting::combined;
}

}  // namespace

TEST_CASE("Any number of dashes in a column stand as the text beside them wants") {
    const auto settings = [](const QString& mark, int length) {
        const auto chinese = set(test::upright(roomy(u'中' + mark.repeated(length - 2) + u'A', 20)));
        const auto western = set(test::upright(roomy(u'A' + mark.repeated(length - 2) + u'B', 20)));
        return std::pair(setting_of(chinese, length - 2), setting_of(western, length / 2));
    };
    for (const QString mark : {"—", "…", "“"}) CHECK(settings(mark, most) == settings(mark, 10));
    CHECK(settings("—", most) == std::pair(typeset::Setting::upright, typeset::Setting::sideways));
}

TEST_CASE("Any number of blanks and points belongs to the letters beside them") {
    for (const QString mark : {" ", ".", "…"}) {
        Text text = roomy(u'中' + mark.repeated(most - 2) + u'A', 50);
        text.style.latin_font.font.family = "Noto Sans";
        const auto layout = set(text);
        std::set<QString> families;
        for (const typeset::GlyphRun& run : layout.runs) families.insert(run.face->family());
        CHECK(families == std::set<QString>{"Noto Sans", "Noto Sans CJK JP"});
        CHECK(layout.clusters.size() == most);
    }
}

TEST_CASE("Any number of tabs leads from stop to stop") {
    begins_like(roomy(repeated("a\t", most), 50), 400, 5);
    CHECK(set(roomy(repeated("\t", most), 50)).lines.size() == 1);  // they vanish at its end
    CHECK(set(roomy(u'a' + repeated("\t", most - 2) + u'b', 50)).lines.size() == 2);
    Text one_line = roomy(repeated("a\t", most), 0);
    one_line.box.mode = BoxMode::point;
    const auto layout = set(one_line);
    CHECK(layout.lines.size() == 1);
    CHECK(layout.clusters.at(most - 2).box.x() == Catch::Approx((most - 2) / 2 * 4 * em));
}

TEST_CASE("Any number of characters that no font has is named once each") {
    QString text;
    for (int i = 0; i < most / 2; ++i) {
        const char32_t c = 0x50000 + static_cast<char32_t>(i);
        text += QString::fromUcs4(&c, 1);
    }
    const auto layout = set(roomy(text, 50));
    const auto missing = std::ranges::find(layout.warnings, typeset::WarningKind::missing_glyphs, &typeset::Warning::kind);
    REQUIRE(missing != layout.warnings.end());
    CHECK(missing->characters.size() == most / 2);
    CHECK(missing->available_in.isEmpty());
}

TEST_CASE("Lines of any length are justified to their measure") {
    const QString words = repeated("海报上的每一个字，都必须正确：“标题”、日期2026年8月16日、地点（青岛）与Latin words。", most);
    for (const QString& text : {words, repeated("、", most)}) {
        Text justified = roomy(text, 30'000);
        justified.paragraphs[0].align = Align::justify;
        justified.punct_trim.line_end = TrimEnd::automatic;
        justified.autospace_em = 0.25;
        const auto layout = set(justified);
        REQUIRE(layout.lines.size() > 2);
        for (std::size_t i = 0; i + 1 < layout.lines.size(); ++i) CHECK(layout.lines[i].box.width() <= 30'000 * em + 1e-3);
        if (text == words) CHECK(layout.lines.front().box.width() == Catch::Approx(30'000 * em));
    }
}

TEST_CASE("A line of nothing but punctuation gives the last line no widow's company") {
    Text text = roomy(repeated("，", most - 1) + u'字', 30'000);
    text.widow = true;
    CHECK(set(text).clusters.size() == most);
}

TEST_CASE("Every character may have a reading") {
    Text text = roomy(QString(20'000, u'字'), 50);
    for (int i = 0; i < 20'000; ++i) {
        text.spans.push_back({i, i + 1, text.style});
        text.spans.back().style.ruby = "z";
    }
    const auto layout = set(text);
    std::size_t readings = 0;
    for (const typeset::GlyphRun& run : layout.runs) readings += run.decoration ? run.glyphs.size() : 0;
    CHECK(readings + static_cast<std::size_t>(layout.hidden_characters) == 20'000);
}
