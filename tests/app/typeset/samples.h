// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "app/typeset/layout.h"

// Texts for the tests of typesetting: set in Noto Sans CJK JP at 100 pt unless a test says otherwise, so that an em is 100.
namespace haibao::test {

inline constexpr double em = 100;

/// The fonts that the spec's numbers were measured with.
inline const typeset::FontSet& fonts() {
    static const auto set = typeset::FontSet::of_files({"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                                                        "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"});
    REQUIRE(set);
    return **set;
}

/// `measure` in em; the other side of the box is large. Everything optional is off.
inline document::Text sample(const QString& words, double measure, const QString& lang = QStringLiteral("ja")) {
    document::Text text;
    text.text = words;
    text.lang = lang;
    text.style.font.family = QStringLiteral("Noto Sans CJK JP");
    text.style.size = em;
    text.box.width = measure * em;
    text.box.height = 100 * em;
    text.autospace_em = 0;
    text.punct_trim = {document::TrimAdjacent::off, document::TrimStart::full, document::TrimEnd::full};
    return text;
}

inline document::Text upright(document::Text text) {
    text.writing_mode = document::WritingMode::vertical_rl;
    std::swap(text.box.width, text.box.height);
    return text;
}

inline typeset::Layout set(const document::Text& text) { return typeset::lay_out(text, fonts()); }

inline QStringList lines(const document::Text& text) {
    QStringList lines;
    for (const typeset::Line& line : set(text).lines) lines << line.text;
    return lines;
}

/// Advances of the clusters, em.
inline std::vector<double> advances(const typeset::Layout& layout) {
    std::vector<double> advances;
    const bool vertical = layout.writing_mode == document::WritingMode::vertical_rl;
    for (const typeset::Cluster& cluster : layout.clusters)
        if (!cluster.hidden) advances.push_back(std::round((vertical ? cluster.box.height() : cluster.box.width()) / em * 1e6) / 1e6);
    return advances;
}

/// Every glyph's id, in order.
inline std::vector<hb_codepoint_t> ids(const typeset::Layout& layout) {
    std::vector<hb_codepoint_t> ids;
    for (const typeset::GlyphRun& run : layout.runs)
        for (const typeset::Glyph& glyph : run.glyphs) ids.push_back(glyph.id);
    return ids;
}

}  // namespace haibao::test
