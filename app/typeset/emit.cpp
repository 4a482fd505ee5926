// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/emit.h"

#include <algorithm>

namespace haibao::typeset {
namespace {

constexpr double usual_figure_middle = 0.37;  // em

/// Glyphs of one unit, added to `run`.
class UnitWriter {
public:
    UnitWriter(const ShapedParagraph& paragraph, const LinePlace& place) : paragraph_(paragraph), place_(place) {}

    void write(const PlacedUnit& placed, const Item& item, const document::TextStyle& style, int cluster, GlyphRun& run) const {
        const Unit& unit = paragraph_.units[placed.unit];
        if (item.setting == Setting::combined) return write_cell(placed, item, style, cluster, run);
        const double s = place_.scale, shift = item.shift_em * unit.size;
        double pen = placed.at + placed.shift, set = 0;
        for (int g = placed.glyph_begin; g < placed.glyph_end; ++g) {
            const ShapedGlyph& glyph = paragraph_.glyphs[g];
            const bool last = g + 1 == placed.glyph_end;
            const double advance = last ? placed.advance - set : glyph.advance;
            QPointF origin;
            switch (item.setting) {
                case Setting::upright: origin = place_.at(pen - glyph.y, glyph.x + shift); break;
                default: origin = place_.at(pen + glyph.x, glyph.y + shift - place_.drop(unit.size)); break;
            }
            run.glyphs.push_back({glyph.id, origin, advance * s, glyph.font_advance, 0, cluster});
            pen += glyph.advance;
            set += glyph.advance;
        }
    }

private:
    /// Side by side in a square of the column, pressed together where they are wider.
    void write_cell(const PlacedUnit& placed, const Item& item, const document::TextStyle& style, int cluster, GlyphRun& run) const {
        const Unit& unit = paragraph_.units[placed.unit];
        double width = 0;
        for (int g = placed.glyph_begin; g < placed.glyph_end; ++g) width += paragraph_.glyphs[g].advance;
        const double square = unit.size * style.scale_x, press = width > square ? square / width : 1;
        run.scale_x = style.scale_x * press;
        const double length = unit.advance - unit.ruby_before - unit.ruby_after;
        const double baseline = placed.at + placed.shift + length / 2 + figure_middle(*item.face) * item.size * style.scale_y;
        double x = -width * press / 2;
        for (int g = placed.glyph_begin; g < placed.glyph_end; ++g) {
            const ShapedGlyph& glyph = paragraph_.glyphs[g];
            run.glyphs.push_back({glyph.id, place_.at(baseline - glyph.y, x + glyph.x * press + item.shift_em * unit.size), glyph.advance * press * place_.scale, glyph.font_advance, 0, cluster});
            x += glyph.advance * press;
        }
    }

    const ShapedParagraph& paragraph_;
    const LinePlace& place_;
};

std::vector<double> inner_carets(const Unit& unit) {
    std::vector<double> carets;
    for (int i = 1; i < unit.graphemes; ++i) carets.push_back(double(i) / unit.graphemes);
    return carets;
}

void emit_hyphen(const ShapedParagraph& paragraph, const FlowLine& line, const LinePlace& place, const document::TextStyle& style, Layout& layout) {
    const PlacedUnit& last = line.line.units[line.line.cut.shown_end - line.line.cut.begin - 1];
    const Unit& unit = paragraph.units[last.unit];
    const Item& item = paragraph.items[unit.item];
    if (!item.face || item.setting == Setting::upright) return;
    const Hyphen hyphen = hyphen_of(*item.face);
    GlyphRun run{.face = item.face, .size = item.size * place.scale, .scale_x = style.scale_x, .scale_y = style.scale_y, .skew = style.skew, .setting = item.setting, .style = item.style,
                 .line = static_cast<int>(layout.lines.size()), .decoration = true};
    run.glyphs.push_back({hyphen.glyph, place.at(last.at + last.advance, item.shift_em * unit.size - place.drop(unit.size)), hyphen.advance * run.size * style.scale_x, hyphen.advance, 0,
                          static_cast<int>(layout.clusters.size()) - 1});
    layout.runs.push_back(std::move(run));
}

QString shown_text(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut) {
    if (cut.begin >= cut.shown_end) return {};
    const int begin = paragraph.units[cut.begin].begin, end = paragraph.units[cut.shown_end - 1].end;
    return source.text.text.sliced(begin, end - begin);
}

}  // namespace

QPointF LinePlace::at(double along, double across) const {
    return vertical ? QPointF(centre + across * scale, start + along * scale) : QPointF(start + along * scale, centre - across * scale);
}

QRectF LinePlace::box(double along, double length, double across) const {
    const double half = across * scale / 2;
    return vertical ? QRectF(centre - half, start + along * scale, 2 * half, length * scale) : QRectF(start + along * scale, centre - half, length * scale, 2 * half);
}

QRectF LinePlace::em_box(double along, double length, double own_em) const {
    return box(along, length, own_em).translated(vertical ? QPointF() : QPointF(0, -middle(own_em) * scale));
}

double figure_middle(const Face& face) {
    hb_codepoint_t zero = 0;
    hb_glyph_extents_t extents;
    if (!hb_font_get_nominal_glyph(face.hb_font(), '0', &zero) || !hb_font_get_glyph_extents(face.hb_font(), zero, &extents)) return usual_figure_middle;
    return (extents.y_bearing + extents.height / 2.0) / face.units_per_em();
}

void emit_line(const Source& source, const ShapedParagraph& paragraph, const FlowLine& line, const LinePlace& place, Layout& layout) {
    const ComposedLine& composed = line.line;
    const int number = static_cast<int>(layout.lines.size());
    const UnitWriter writer(paragraph, place);
    int item_index = -1;
    for (const PlacedUnit& placed : composed.units) {
        const Unit& unit = paragraph.units[placed.unit];
        const Item& item = paragraph.items[unit.item];
        const document::TextStyle& style = source.style(item.style);
        Cluster cluster{.begin = unit.begin, .end = unit.end, .line = number};
        cluster.box = place.em_box(placed.at, placed.advance, unit.size);
        cluster.gap = std::max(0.0, placed.blank) * place.scale;
        cluster.carets = inner_carets(unit);
        layout.clusters.push_back(std::move(cluster));
        if (unit.kind == UnitKind::invisible || unit.kind == UnitKind::tab || !item.face || placed.glyph_begin == placed.glyph_end) continue;
        if (placed.unit - composed.cut.begin >= composed.cut.shown_end - composed.cut.begin) continue;  // vanished spaces
        if (item_index != unit.item) {
            item_index = unit.item;
            layout.runs.push_back({.face = item.face, .size = item.size * place.scale, .scale_x = style.scale_x, .scale_y = style.scale_y, .skew = style.skew, .setting = item.setting,
                                   .style = item.style, .line = number});
        }
        writer.write(placed, item, style, static_cast<int>(layout.clusters.size()) - 1, layout.runs.back());
    }
    if (composed.cut.hyphen) emit_hyphen(paragraph, line, place, source.style(paragraph.items[paragraph.units[composed.cut.shown_end - 1].item].style), layout);
    Line record{.begin = line.begin, .end = line.end, .text = shown_text(source, paragraph, composed.cut), .box = place.box(0, composed.width, line.pitch)};
    record.baseline = place.vertical ? place.centre : place.centre + place.drop(line.em) * place.scale;
    record.paragraph = line.paragraph;
    record.column = line.column;
    record.hyphenated = composed.cut.hyphen;
    layout.lines.push_back(std::move(record));
}

}  // namespace haibao::typeset
