// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/decorate.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <QRegularExpression>
#include <algorithm>

#include "app/typeset/shape.h"

namespace haibao::typeset {
namespace {

using document::EmphasisSide;

constexpr double small_size = 0.5;       // em: of readings and marks
constexpr double most_overhang = 0.25;   // em: half an em of the reading
constexpr double word_gap = 0.125;       // em of a reading, on each side of one in Latin letters
constexpr double smallest_dot = 0.16;    // em: of an emphasis mark's ink
constexpr double rule_thickness = 0.05;  // em
constexpr double rule_distance = 0.06;   // em from the em box

/// Every part of "dōng jīng" belongs to one character if there are as many parts; otherwise the whole is the reading of all.
QStringList readings_of(const QString& ruby, int graphemes) {
    QStringList parts = ruby.split(QRegularExpression(QStringLiteral("[\\s|｜]+")), Qt::SkipEmptyParts);
    if (parts.size() == graphemes) return parts;
    QString whole = ruby;
    return {whole.remove(u'|').remove(u'｜')};
}

Ruby set_ruby(const Source& source, const QString& reading, const document::TextStyle& base, const FontSet& fonts) {
    Ruby ruby;
    ruby.text = std::make_unique<document::Text>();
    document::Text& text = *ruby.text;
    text.text = reading;
    text.style = base;
    text.style.size = base.size * small_size;
    text.style.ruby.clear();
    text.style.emphasis = {};
    text.style.letter_spacing_em = 0;
    text.style.tcy = document::TateChuYoko::none;
    text.lang = source.text.lang;
    text.writing_mode = source.text.writing_mode;
    text.autospace_em = 0;
    const Source own{text, text.text};
    FaceChooser faces(text, fonts);
    ruby.set = shape_paragraph(own, 0, static_cast<int>(reading.size()), faces);
    for (const Unit& unit : ruby.set.units) {
        ruby.width += unit.advance;
        ruby.spread &= !is_western_letter_or_digit(unit.first);
    }
    // Two readings in Latin letters side by side must not become one word.
    if (!ruby.spread) ruby.margin = word_gap * text.style.size;
    ruby.width += 2 * ruby.margin;
    return ruby;
}

double base_width(const ShapedParagraph& paragraph, int first, int last) {
    double width = 0;
    for (int i = first; i < last; ++i) width += paragraph.units[i].advance + (i + 1 < last ? paragraph.units[i].gap() : 0);
    return width;
}

/// A long reading may reach over a neighbour that has none itself: kana or a blank.
double overhang(const ShapedParagraph& paragraph, int neighbour, double size) {
    if (neighbour < 0 || neighbour >= static_cast<int>(paragraph.units.size())) return 0;
    const Unit& unit = paragraph.units[neighbour];
    const int block = u_getIntPropertyValue(static_cast<UChar32>(unit.first), UCHAR_SCRIPT);
    const bool kana = block == USCRIPT_HIRAGANA || block == USCRIPT_KATAKANA || unit.first == U'ー';
    return kana || unit.punct == Punct::space || unit.kind == UnitKind::space ? most_overhang * size : 0;
}

/// Room for a reading that is wider than its base, 1 : 2 : 1 before, between and after (JIS X 4051).
void make_room(ShapedParagraph& paragraph, Ruby& ruby) {
    const double size = paragraph.units[ruby.first].size;
    double missing = ruby.width - base_width(paragraph, ruby.first, ruby.last);
    if (missing > 0) {
        ruby.hang_before = std::min(missing / 2, overhang(paragraph, ruby.first - 1, size));
        ruby.hang_after = std::min(missing / 2, overhang(paragraph, ruby.last, size));
        missing -= ruby.hang_before + ruby.hang_after;
        const double share = missing / (2 * (ruby.last - ruby.first));
        for (int i = ruby.first; i < ruby.last; ++i) {
            Unit& unit = paragraph.units[i];
            unit.ruby_before = unit.ruby_after = share;
            unit.advance += 2 * share;
        }
    }
    for (int i = ruby.first; i + 1 < ruby.last; ++i) {
        paragraph.units[i].joined = true;
        paragraph.units[i + 1].before = Break::no;
    }
}

/// Where a unit stands on its line: from its beginning, without what lies behind it.
struct Stretch {
    double begin = 0, end = 0;
    double middle() const { return (begin + end) / 2; }
};
Stretch stretch_of(const ShapedParagraph& paragraph, const PlacedUnit& placed) {
    const Unit& unit = paragraph.units[placed.unit];
    return {placed.at, placed.at + placed.advance - placed.blank - std::min(unit.spacing, std::max(0.0, placed.advance - placed.blank - unit.advance))};
}

/// Glyphs of `set` one after the other from `along`, with `gap` between units; their middle lies `across` from the line's.
void emit_small(const ShapedParagraph& set, double along, double gap, double across, const LinePlace& place, int cluster, int style, Layout& layout) {
    int item_index = -1;
    double pen = along;
    for (const Unit& unit : set.units) {
        const Item& item = set.items[unit.item];
        if (item.face && unit.glyph_begin < unit.glyph_end) {
            if (item_index != unit.item)
                layout.runs.push_back({.face = item.face, .size = item.size * place.scale, .setting = item.setting, .style = style, .line = static_cast<int>(layout.lines.size()) - 1, .decoration = true});
            item_index = unit.item;
            double x = pen;
            for (int g = unit.glyph_begin; g < unit.glyph_end; ++g) {
                const ShapedGlyph& glyph = set.glyphs[g];
                const double middle = across - 0.38 * unit.size;
                const QPointF origin = item.setting == Setting::upright ? place.at(x - glyph.y, across + glyph.x) : place.at(x + glyph.x, middle + glyph.y);
                layout.runs.back().glyphs.push_back({glyph.id, origin, glyph.advance * place.scale, glyph.font_advance, 0, cluster});
                x += glyph.advance;
            }
        }
        pen += unit.advance + gap;
    }
}

void emit_ruby(const ShapedParagraph& paragraph, const Ruby& ruby, const FlowLine& line, const LinePlace& place, int first_cluster, Layout& layout) {
    const int offset = line.line.cut.begin;
    if (ruby.first < offset || ruby.last > line.line.cut.shown_end) return;
    const PlacedUnit& first = line.line.units[ruby.first - offset];
    const PlacedUnit& last = line.line.units[ruby.last - 1 - offset];
    const double begin = stretch_of(paragraph, first).begin, end = stretch_of(paragraph, last).end;
    const Unit& unit = paragraph.units[ruby.first];
    const double slack = end - begin - ruby.width, count = static_cast<double>(ruby.set.units.size());
    double along = begin + slack / 2, gap = 0;
    if (slack > 0 && ruby.spread && count > 0) {
        gap = slack / count;
        along = begin + gap / 2;
    } else if (slack < 0) {
        along = begin - ruby.hang_before;
    }
    const double across = place.middle(unit.size) + unit.size / 2 + unit.size * small_size / 2;
    emit_small(ruby.set, along + ruby.margin, gap, across, place, first_cluster + ruby.first - offset, paragraph.items[unit.item].style, layout);
}

bool takes_emphasis(char32_t c) {
    if (std::u32string_view(U"#%&@§¶＃％＆＠").contains(c)) return true;
    const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
    return (mask & (U_GC_Z_MASK | U_GC_P_MASK | U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CN_MASK)) == 0;
}

/// A glyph's ink, em, y up from the baseline.
QRectF ink_of(const Face& face, hb_codepoint_t glyph) {
    hb_glyph_extents_t e;
    if (!hb_font_get_glyph_extents(face.hb_font(), glyph, &e)) return {0, 0, 1, 0.76};
    const double em = face.units_per_em();
    return {e.x_bearing / em, (e.y_bearing + e.height) / em, e.width / em, -e.height / em};
}

void emit_emphasis(const Source& source, const ShapedParagraph& paragraph, const FlowLine& line, const LinePlace& place, int first_cluster, FaceChooser& faces, Layout& layout) {
    for (std::size_t i = 0; i < line.line.units.size(); ++i) {
        const PlacedUnit& placed = line.line.units[i];
        const Unit& unit = paragraph.units[placed.unit];
        const int style_index = paragraph.items[unit.item].style;
        const document::TextStyle& style = source.style(style_index);
        if (style.emphasis.mark.isEmpty() || !style.ruby.isEmpty() || unit.kind != UnitKind::ordinary || !takes_emphasis(unit.first)) continue;
        const bool japanese = punctuation_region(source.lang(style_index)) == Region::japanese;
        const char32_t mark = style.emphasis.mark != "auto" ? code_at(style.emphasis.mark, 0) : japanese && place.vertical ? U'﹅' : U'•';
        const auto face = faces.choose(style_index, std::u32string_view(&mark, 1), false).face;
        hb_codepoint_t glyph = 0;
        if (!face || !hb_font_get_nominal_glyph(face->hb_font(), mark, &glyph)) continue;
        const bool under = style.emphasis.side == EmphasisSide::under || (style.emphasis.side == EmphasisSide::automatic && !japanese && !place.vertical);
        const double across = place.middle(unit.size) + (under ? -1 : 1) * unit.size * (1 + small_size) / 2;
        const QRectF ink = ink_of(*face, glyph);
        // The dot of a light serif font would be a speck.
        const double size = unit.size * std::max(small_size, style.emphasis.mark == "auto" && ink.height() > 0 ? std::min(1.0, smallest_dot / ink.height()) : 0);
        const QPointF middle = ink.center() * size * place.scale;
        const QPointF centre = place.at(stretch_of(paragraph, placed).middle(), across);
        GlyphRun run{.face = face, .size = size * place.scale, .setting = place.vertical ? Setting::upright : Setting::horizontal, .style = style_index,
                     .line = static_cast<int>(layout.lines.size()) - 1, .decoration = true};
        run.glyphs.push_back({glyph, centre + QPointF(-middle.x(), middle.y()), run.size, double(hb_font_get_glyph_h_advance(face->hb_font(), glyph)) / face->units_per_em(), 0,
                              first_cluster + static_cast<int>(i)});
        layout.runs.push_back(std::move(run));
    }
}

/// Underlines stand left of a Chinese column, where proper names are marked, and right of a Japanese one.
void emit_rules(const Source& source, const ShapedParagraph& paragraph, const FlowLine& line, const LinePlace& place, Layout& layout) {
    const int shown = line.line.cut.shown_end - line.line.cut.begin;
    for (int i = 0; i < shown;) {
        const PlacedUnit& first = line.line.units[i];
        const int style_index = paragraph.items[paragraph.units[first.unit].item].style;
        const document::TextStyle& style = source.style(style_index);
        double end = first.at;
        for (; i < shown && paragraph.items[paragraph.units[line.line.units[i].unit].item].style == style_index; ++i)
            end = line.line.units[i].at + line.line.units[i].advance - (i + 1 == shown ? line.line.units[i].blank : 0);
        const double em = style.size, thickness = rule_thickness * em;
        const auto add = [&](double across) {
            const QPointF middle = place.at(0, across);
            QRectF box = place.box(first.at, end - first.at, thickness);
            if (place.vertical) box.moveCenter({middle.x(), box.center().y()});
            else box.moveCenter({box.center().x(), middle.y()});
            layout.rules.push_back({box, style_index});
        };
        const double away = em / 2 + rule_distance * em + thickness / 2;
        const bool right = place.vertical && punctuation_region(source.lang(style_index)) == Region::japanese;
        if (style.underline) add(place.middle(em) + (right ? away : -away));
        if (style.strike) add(place.middle(em));
    }
}

}  // namespace

std::vector<Ruby> prepare_ruby(const Source& source, ShapedParagraph& paragraph, const FontSet& fonts) {
    std::vector<Ruby> rubies;
    const auto style_of = [&](int unit) { return paragraph.items[paragraph.units[unit].item].style; };
    const int count = static_cast<int>(paragraph.units.size());
    for (int first = 0; first < count;) {
        int last = first, graphemes = 0;
        while (last < count && style_of(last) == style_of(first)) graphemes += paragraph.units[last++].graphemes;
        const document::TextStyle& style = source.style(style_of(first));
        if (!style.ruby.isEmpty()) {
            const QStringList readings = readings_of(style.ruby, graphemes);
            const bool each = readings.size() == graphemes && graphemes == last - first;
            for (int i = 0; i < (each ? last - first : 1); ++i) {
                Ruby ruby = set_ruby(source, readings[i], style, fonts);
                ruby.first = each ? first + i : first;
                ruby.last = each ? ruby.first + 1 : last;
                make_room(paragraph, ruby);
                rubies.push_back(std::move(ruby));
            }
        }
        first = last;
    }
    return rubies;
}

void emit_decorations(const Source& source, const ShapedParagraph& paragraph, const std::vector<Ruby>& rubies, const FlowLine& line, const LinePlace& place, int first_cluster,
                      FaceChooser& faces, Layout& layout) {
    // They stand in the text's order.
    for (auto ruby = std::ranges::upper_bound(rubies, line.line.cut.begin, {}, &Ruby::last); ruby != rubies.end() && ruby->first < line.line.cut.shown_end; ++ruby)
        emit_ruby(paragraph, *ruby, line, place, first_cluster, layout);
    emit_emphasis(source, paragraph, line, place, first_cluster, faces, layout);
    emit_rules(source, paragraph, line, place, layout);
}

}  // namespace haibao::typeset
