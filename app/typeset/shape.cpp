// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/shape.h"

#include <algorithm>

#include "app/typeset/hyphenation.h"
#include "app/typeset/spacing.h"

namespace haibao::typeset {
namespace {

/// A HarfBuzz buffer that is cleaned, not made anew, for each run.
class Buffer {
public:
    Buffer() : buffer_(hb_buffer_create()) { hb_buffer_set_cluster_level(buffer_, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES); }
    ~Buffer() { hb_buffer_destroy(buffer_); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    hb_buffer_t* get() const { return buffer_; }

private:
    hb_buffer_t* buffer_;
};

std::vector<hb_feature_t> features_of(const document::TextStyle& style, std::initializer_list<const char*> more = {}) {
    std::vector<hb_feature_t> features;
    const auto add = [&](hb_tag_t tag, unsigned value) { features.push_back({tag, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END}); };
    // Letters that are set apart do not join.
    if (style.letter_spacing_em != 0)
        for (const char* tag : {"liga", "clig", "dlig"}) add(hb_tag_from_string(tag, 4), 0);
    // Contextual half widths are ours to decide: doing it twice would cut twice.
    for (const char* tag : {"chws", "vchw"}) add(hb_tag_from_string(tag, 4), 0);
    for (const auto& [name, value] : style.features.asKeyValueRange())
        if (name.size() == 4) add(hb_tag_from_string(name.toLatin1().constData(), 4), static_cast<unsigned>(std::max(0, value)));
    for (const char* tag : more) add(hb_tag_from_string(tag, 4), 1);
    return features;
}

std::vector<ShapedGlyph> shape_with(const Source& source, const Item& item, int begin, int end, std::span<const hb_feature_t> features) {
    thread_local Buffer kept;
    hb_buffer_t* buffer = kept.get();
    std::vector<ShapedGlyph> glyphs;
    if (!item.face || begin >= end) return glyphs;
    const document::TextStyle& style = source.style(item.style);
    const bool upright = item.setting == Setting::upright;
    hb_buffer_clear_contents(buffer);
    hb_buffer_add_utf16(buffer, source.shown.utf16(), static_cast<int>(source.shown.size()), static_cast<unsigned>(begin), end - begin);
    hb_buffer_set_direction(buffer, upright ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, item.script);
    hb_buffer_set_language(buffer, hb_language_from_string(source.lang(item.style).toLatin1().constData(), -1));
    hb_shape(item.face->hb_font(), buffer, features.data(), static_cast<unsigned>(features.size()));

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    const double unit = item.size / item.face->units_per_em();
    const double across = unit * style.scale_x, up = unit * style.scale_y;
    glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const hb_codepoint_t id = infos[i].codepoint;
        ShapedGlyph glyph{.id = id, .cluster = static_cast<int>(infos[i].cluster), .unsafe = (infos[i].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0};
        glyph.x = positions[i].x_offset * across;
        glyph.y = positions[i].y_offset * up;
        glyph.advance = upright ? -positions[i].y_advance * up : positions[i].x_advance * across;
        hb_font_t* font = item.face->hb_font();
        glyph.font_advance = double(upright ? -hb_font_get_glyph_v_advance(font, id) : hb_font_get_glyph_h_advance(font, id)) / item.face->units_per_em();
        glyphs.push_back(glyph);
    }
    // Scripts written from right to left may come out backwards; the text's order is what everything behind this relies on.
    std::ranges::stable_sort(glyphs, {}, &ShapedGlyph::cluster);
    return glyphs;
}

double width_of(std::span<const ShapedGlyph> glyphs) {
    double width = 0;
    for (const ShapedGlyph& glyph : glyphs) width += glyph.advance;
    return width;
}

/// A square of a column: natural width, else the font's narrow figures, else pressed together.
std::vector<ShapedGlyph> shape_cell(const Source& source, const Item& item) {
    document::TextStyle style = source.style(item.style);
    style.letter_spacing_em = 0;
    const double most = item.size * style.scale_x * (1 + 1e-6);
    auto glyphs = shape_with(source, item, item.begin, item.end, features_of(style));
    const auto length = QStringView(source.shown).sliced(item.begin, item.end - item.begin).toUcs4().size();
    if (width_of(glyphs) > most && length >= 2 && length <= 4) {
        const char* narrow[] = {"hwid", "twid", "qwid"};
        auto tighter = shape_with(source, item, item.begin, item.end, features_of(style, {narrow[length - 2]}));
        if (width_of(tighter) < width_of(glyphs)) glyphs = std::move(tighter);
    }
    return glyphs;
}

/// The units of one item, and its glyphs.
void add_units(const Source& source, const Item& item, int index, std::span<const Grapheme> graphemes, ShapedParagraph& paragraph) {
    const document::TextStyle& style = source.style(item.style);
    const auto shaped = shape(source, item, item.begin, item.end);
    const std::size_t first_unit = paragraph.units.size();
    std::size_t g = 0;
    for (const Grapheme& grapheme : graphemes) {
        Unit unit{.begin = grapheme.begin, .end = grapheme.end, .first = grapheme.base, .last = grapheme.base, .item = index};
        unit.glyph_begin = unit.glyph_end = static_cast<int>(paragraph.glyphs.size());
        const bool in_cell = item.setting == Setting::combined && paragraph.units.size() > first_unit;
        for (; g < shaped.size() && shaped[g].cluster < grapheme.end; ++g) {
            paragraph.glyphs.push_back(shaped[g]);
            unit.advance += shaped[g].advance;
        }
        unit.glyph_end = static_cast<int>(paragraph.glyphs.size());
        // Characters without glyphs of their own were joined to the ones before.
        const bool joined = unit.glyph_begin == unit.glyph_end && paragraph.units.size() > first_unit;
        if (joined || in_cell) {
            Unit& whole = paragraph.units.back();
            whole.end = unit.end;
            whole.last = unit.last;
            whole.glyph_end = unit.glyph_end;
            whole.advance += unit.advance;
            ++whole.graphemes;
            continue;
        }
        unit.size = style.size;
        const QChar stored = source.text.text[unit.begin];
        unit.kind = stored == u'\t'                                       ? UnitKind::tab
                    : stored == u'\u2028' || stored == u'\u200B'          ? UnitKind::invisible
                    : is_word_space(unit.first) && unit.first != 0xA0 && unit.first != 0x202F ? UnitKind::space
                                                                          : UnitKind::ordinary;
        if (unit.kind == UnitKind::tab || unit.kind == UnitKind::invisible) unit.advance = 0;
        paragraph.has_tabs |= unit.kind == UnitKind::tab;
        unit.combined = item.setting == Setting::combined;
        paragraph.units.push_back(unit);
    }
    if (item.setting == Setting::combined && paragraph.units.size() > first_unit) {
        Unit& cell = paragraph.units.back();
        cell.advance = style.size * style.scale_y;
    }
}

/// Words of Latin letters in a language that has a dictionary; Chinese text has none for the foreign words in it.
void hyphenate(const Source& source, ShapedParagraph& paragraph) {
    auto& units = paragraph.units;
    const auto letter = [](const Unit& unit) { return !is_ascii_digit(unit.first) && is_western_letter_or_digit(unit.first); };
    for (std::size_t begin = 0; begin < units.size();) {
        std::size_t end = begin;
        while (end < units.size() && letter(units[end])) ++end;
        if (end > begin) {
            const int from = units[begin].begin, to = units[end - 1].end;
            const document::Hyphenation& rules = source.text.hyphenate;
            const auto points = hyphenation_points(QStringView(source.shown).sliced(from, to - from), source.lang(paragraph.items[units[begin].item].style), rules.min_left, rules.min_right);
            for (std::size_t i = begin + 1; i < end; ++i)
                if (units[i].before == Break::no && std::ranges::binary_search(points, units[i].begin - from)) units[i].before = Break::hyphen;
        }
        begin = std::max(end, begin + 1);
    }
}

/// Opportunities as if every cell were one ideograph.
void find_breaks(const Source& source, std::span<const Grapheme> graphemes, ShapedParagraph& paragraph) {
    QString text = source.shown.sliced(paragraph.begin, paragraph.end - paragraph.begin);
    for (const Grapheme& g : graphemes)
        if (g.cell >= 0)
            for (int i = g.begin; i < g.end; ++i) text[i - paragraph.begin] = u'一';
    const document::Text& t = source.text;
    const auto breaks = break_opportunities(text, {t.lang, t.kinsoku, t.clreq_level, t.phrase});
    for (Unit& unit : paragraph.units) unit.before = breaks[unit.begin - paragraph.begin];
    if (t.hyphenate.on) hyphenate(source, paragraph);
}

}  // namespace

std::vector<ShapedGlyph> shape(const Source& source, const Item& item, int begin, int end) {
    if (item.setting == Setting::combined) return shape_cell(source, item);
    return shape_with(source, item, begin, end, features_of(source.style(item.style)));
}

ShapedParagraph shape_paragraph(const Source& source, int begin, int end, FaceChooser& faces) {
    ShapedParagraph paragraph;
    paragraph.begin = begin;
    paragraph.end = end;
    const std::vector<Grapheme> graphemes = read_graphemes(source, begin, end, faces);
    paragraph.items = itemise(graphemes, source);
    paragraph.units.reserve(graphemes.size());
    paragraph.glyphs.reserve(graphemes.size());
    std::size_t first = 0;
    for (std::size_t i = 0; i < paragraph.items.size(); ++i) {
        std::size_t last = first;
        while (last < graphemes.size() && graphemes[last].begin < paragraph.items[i].end) ++last;
        add_units(source, paragraph.items[i], static_cast<int>(i), std::span(graphemes).subspan(first, last - first), paragraph);
        first = last;
    }
    find_breaks(source, graphemes, paragraph);
    set_spacing(source, paragraph);
    return paragraph;
}

}  // namespace haibao::typeset
