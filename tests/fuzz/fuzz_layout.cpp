// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text in any box: set without crash or endless loop, every number finite, every code unit in one cluster, twice the same.
#include <cmath>

#include "app/typeset/caret.h"
#include "app/typeset/layout.h"
#include "tests/fuzz/fuzz_target.h"

using namespace haibao;
using namespace haibao::document;

namespace {

constexpr std::size_t most_units = 300;

/// Bytes one after the other; zeros behind the end.
struct Dice {
    const std::uint8_t* data;
    std::size_t size, at = 0;
    std::uint8_t byte() { return at < size ? data[at++] : 0; }
    double length(double most) {
        static constexpr double odd[] = {0, 1e-3, 0.5, 1, 3.25, 1e6};
        const std::uint8_t b = byte();
        return b < 12 ? odd[b / 2] : most * b / 255;
    }
    template <class E>
    E one(int count) { return static_cast<E>(byte() % count); }
    bool coin() { return byte() & 1; }
};

/// Half of the bytes stand for characters that rules are about, the others for any code unit.
QString text_from(Dice& dice) {
    static const QString interesting = QStringLiteral("一二三汉字的かなッーカタABCfiffi019.,-!? \t\n、。，．：；！？「」（）《》“”‘’・·…——～／％℃￥☆\u00AD\u200B\u200D\u2060\u3000\uFE0F\u0301\u20E3\u2028\u2029\r\u0001שم👍🏽👨‍👩‍👧🇨🇳葛\U000E0100ัཀ한각é@:/&#=_");
    QString text;
    while (dice.at < dice.size && text.size() < static_cast<qsizetype>(most_units)) {
        const std::uint8_t b = dice.byte();
        if (b < 128) text += interesting[b % interesting.size()];
        else text += QChar(static_cast<char16_t>((b << 8 | dice.byte()) * (b & 1 ? 1 : 257)));
    }
    return text;
}

void style_from(Dice& dice, TextStyle& style) {
    style.font.family = dice.coin() ? "Noto Sans CJK SC" : "Noto Sans";
    if (dice.coin()) style.latin_font.font.family = "Noto Sans";
    style.size = std::max(0.1, dice.length(200));
    if (dice.byte() == 0) style.size = 10'000;
    style.line_height = dice.length(3);
    style.letter_spacing_em = dice.byte() / 64.0 - 2;
    style.tcy = dice.one<TateChuYoko>(3);
    if (dice.coin()) style.ruby = "よみ mí|";
    if (dice.coin()) style.emphasis.mark = "auto";
    style.scale_x = 0.1 + dice.byte() / 100.0;
    style.underline = dice.coin();
    style.features = dice.coin() ? QMap<QString, int>{{"palt", 1}} : QMap<QString, int>{};
}

Text any_text(Dice& dice) {
    Text text;
    text.lang = QStringList{"zh-Hans", "zh-Hant", "ja", "en", "x!"}[dice.byte() % 5];
    style_from(dice, text.style);
    text.writing_mode = dice.one<WritingMode>(2);
    text.orientation = dice.one<TextOrientation>(3);
    text.box = {dice.one<BoxMode>(4), dice.length(1000), dice.length(1000), dice.length(20), {1 + dice.byte() % 3, 12}, dice.one<BlockAlign>(3)};
    text.paragraphs[0].align = dice.one<Align>(4);
    text.paragraphs[0].indent_first_em = dice.byte() / 32.0 - 4;
    text.kinsoku = dice.one<Kinsoku>(4);
    text.clreq_level = dice.one<ClreqLevel>(3);
    text.punct_trim = {dice.one<TrimAdjacent>(3), dice.one<TrimStart>(3), dice.one<TrimEnd>(3)};
    text.hanging = dice.one<Hanging>(3);
    text.justify = {dice.one<LastLine>(4), dice.coin()};
    text.hyphenate.on = dice.coin();
    text.overflow = dice.one<Overflow>(3);
    const std::uint8_t flags = dice.byte();
    text.balance = flags & 1, text.phrase = flags & 2, text.optical = flags & 4, text.widow = flags & 8;
    if (flags > 200) text.path = {.type = static_cast<TextPath::Type>(flags % 4), .radius = dice.length(100), .points = {{0, 0}, {10, 0}, {10, 0}, {20, 5}}, .inside = dice.coin()};
    TextStyle other = text.style;
    style_from(dice, other);
    text.text = text_from(dice);
    const int size = static_cast<int>(text.text.size());
    if (size > 3) text.spans = {{size / 3, size / 2, other}};
    if (size > 3 && size / 3 == size / 2) text.spans.clear();
    return text;
}

bool finite(const QRectF& box) { return std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) && std::isfinite(box.height()); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto fonts = typeset::FontSet::of_files({"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"});
    test::must(fonts.has_value());
    Dice dice{data, size};
    const Text text = any_text(dice);
    const typeset::Layout layout = typeset::lay_out(text, **fonts);
    int at = 0;
    for (const typeset::Cluster& cluster : layout.clusters) {
        test::must(cluster.begin == at && cluster.end > at && finite(cluster.box) && std::isfinite(cluster.gap));
        test::must(cluster.line < static_cast<int>(layout.lines.size()));
        at = cluster.end;
    }
    test::must(at == text.text.size());
    for (const typeset::GlyphRun& run : layout.runs)
        for (const typeset::Glyph& glyph : run.glyphs) {
            test::must(std::isfinite(glyph.origin.x()) && std::isfinite(glyph.origin.y()) && std::isfinite(glyph.advance));
            test::must(glyph.cluster >= 0 && glyph.cluster < static_cast<int>(layout.clusters.size()));
        }
    for (const typeset::Line& line : layout.lines) test::must(finite(line.box));
    const typeset::Layout again = typeset::lay_out(text, **fonts);
    test::must(again.clusters.size() == layout.clusters.size() && again.used == layout.used && again.runs.size() == layout.runs.size());
    const typeset::Caret caret = typeset::hit_test(layout, text, {50, 50});
    test::must(caret.index >= 0 && caret.index <= text.text.size());
    typeset::selection_polygons(layout, text, 0, caret.index);
    typeset::caret_line(layout, text, caret);
    return 0;
}
