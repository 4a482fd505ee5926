// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese dash, two characters that are one stroke.
#include "app/render/text_place.h"
#include "tests/app/typeset/samples.h"

using namespace haibao;
using namespace haibao::document;
using namespace haibao::test;

namespace {

Text words_in(const char* family, const char* words) {
    Text text = sample(QString::fromUtf8(words), 20, "zh-Hans");
    text.style.font.family = QString::fromUtf8(family);
    return text;
}

/// The family of each character's glyphs, in order.
QStringList families(const typeset::Layout& layout) {
    QStringList found;
    for (const auto& run : layout.runs)
        for (qsizetype i = 0; i < qsizetype(run.glyphs.size()); ++i) found << run.face->family();
    return found;
}

/// What the dashes leave on the page, a rectangle for each glyph of theirs.
std::vector<QRectF> dashes(const typeset::Layout& layout, const QString& text) {
    std::vector<QRectF> ink;
    for (const auto& run : layout.runs)
        for (const auto& glyph : run.glyphs)
            if (text[layout.clusters[std::size_t(glyph.cluster)].begin] == u'—') ink.push_back(render::glyph_stand(run, glyph).map(run.face->outline(glyph.id)).boundingRect());
    return ink;
}

}  // namespace

TEST_CASE("In Chinese text dashes, ellipses and quotes come from its own font, though a Latin one was chosen that has them, too") {
    const auto fonts = typeset::FontSet::system();
    for (const char* words : {"海风——夏夜", "——海风", "海风……", "“海风”"})
        for (const bool column : {false, true}) {
            INFO(words);
            Text text = words_in("Noto Sans", words);
            if (column) text = upright(text);
            const QStringList found = families(typeset::lay_out(text, *fonts));
            REQUIRE_FALSE(found.isEmpty());
            for (const QString& family : found) CHECK(family == "Noto Sans CJK SC");
        }
    for (const QString& family : families(typeset::lay_out(words_in("Noto Sans", "sea — wind “night”"), *fonts))) CHECK(family == "Noto Sans");
}

TEST_CASE("A Chinese dash is one stroke in every font, also in text whose letters stand apart, in lines and columns") {
    const auto fonts = typeset::FontSet::system();
    for (const char* family : {"Noto Sans CJK SC", "Noto Serif CJK SC", "LXGW WenKai", "C059"})
        for (const double spacing : {0.0, 0.3})
            for (const bool column : {false, true}) {
                INFO(family << ' ' << spacing << ' ' << column);
                Text text = words_in(family, "海风——夏夜");
                text.style.letter_spacing_em = spacing;
                if (column) text = upright(text);
                const auto ink = dashes(typeset::lay_out(text, *fonts), text.text);
                REQUIRE_FALSE(ink.empty());
                QRectF all;
                for (const QRectF& one : ink) all |= one;
                const auto length = [column](const QRectF& of) { return column ? of.height() : of.width(); };
                CHECK(length(all) > 1.6 * em);
                double inked = 0;
                for (const QRectF& one : ink) inked += length(one);
                CHECK(inked >= length(all));  // nothing between them
                CHECK(inked < length(all) + 0.03 * em);
            }
}
