// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/flow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace haibao::typeset {
namespace {

using document::Align;
using document::BoxMode;
using document::LastLine;
using document::Overflow;

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double tolerance = 1e-6;      // points
constexpr double least_ruby_pitch = 1.5;  // em (CLREQ): a reading needs half an em between lines

document::Paragraph paragraph_style(const document::Text& text, int index) {
    if (text.paragraphs.empty()) return {};
    return text.paragraphs[std::min<std::size_t>(static_cast<std::size_t>(index), text.paragraphs.size() - 1)];
}

double pitch_of(const document::TextStyle& style, double size) { return style.line_height_points ? style.line_height : style.line_height * size; }

/// The pitch is decided by sizes, never by a font's own ascent: a fallback font must not push lines apart.
void set_pitch(const Source& source, const ShapedParagraph& paragraph, FlowLine& flow_line) {
    int style = -2;
    for (const PlacedUnit& placed : flow_line.line.units) {
        const Unit& unit = paragraph.units[placed.unit];
        const Item& item = paragraph.items[unit.item];
        if (item.style == style) continue;
        style = item.style;
        const document::TextStyle& s = source.style(style);
        flow_line.em = std::max(flow_line.em, s.size);
        double pitch = pitch_of(s, s.size);
        if (!s.ruby.isEmpty()) pitch = std::max(pitch, least_ruby_pitch * s.size);
        flow_line.pitch = std::max(flow_line.pitch, pitch);
    }
    if (style == -2) {
        flow_line.em = source.text.style.size;
        flow_line.pitch = pitch_of(source.text.style, flow_line.em);
    }
}

Justify justification(const document::Text& text, const document::Paragraph& style, const LineCut& cut) {
    if (style.align != Align::justify) return Justify::no;
    if (!cut.last) return Justify::yes;
    return text.justify.last_line == LastLine::justify ? Justify::at_any_cost : Justify::no;
}

std::vector<FlowLine> break_paragraph(const Source& source, ShapedParagraph& paragraph, const Frame& frame) {
    const document::Paragraph style = paragraph_style(source.text, paragraph.index);
    const double em = source.text.style.size;
    const double indent = style.indent_start_em * em, indent_end = style.indent_end_em * em, indent_first = style.indent_first_em * em;
    const Measure measure{frame.line - indent - indent_end, frame.line - indent - indent_end - indent_first};
    std::vector<LineCut> cuts;
    if (!paragraph.units.empty()) cuts = fill_lines(LineMeasurer(source, paragraph, style), measure);
    if (cuts.empty()) cuts.push_back({.measure = measure.first_line, .first = true, .last = true});
    std::vector<FlowLine> lines;
    for (const LineCut& cut : cuts) {
        FlowLine line{.line = compose_line(source, paragraph, cut, justification(source.text, style, cut)), .paragraph = paragraph.index};
        const bool any = cut.begin < cut.end;
        line.begin = any ? paragraph.units[cut.begin].begin : paragraph.begin;
        line.end = any ? paragraph.units[cut.end - 1].end : paragraph.end;
        set_pitch(source, paragraph, line);
        line.inline_start = indent + (cut.first ? indent_first : 0);
        if (lines.empty()) line.space_before = style.space_before;
        lines.push_back(std::move(line));
    }
    lines.back().end = paragraph.next;
    return lines;
}

Align alignment(const document::Text& text, const FlowLine& line) {
    const Align align = paragraph_style(text, line.paragraph).align;
    if (align != Align::justify) return align;
    if (!line.line.cut.last) return Align::start;
    switch (text.justify.last_line) {
        case LastLine::centre: return Align::centre;
        case LastLine::end: return Align::end;
        default: return Align::start;
    }
}

/// Blank before the first and after the last ink of a line, for alignment by eye.
std::pair<double, double> side_bearings(const ShapedParagraph& paragraph, const ComposedLine& line) {
    const int shown = line.cut.shown_end - line.cut.begin;
    if (shown <= 0) return {0, 0};
    const auto ink = [&](const PlacedUnit& placed) -> std::pair<double, double> {
        const Item& item = paragraph.items[paragraph.units[placed.unit].item];
        if (placed.glyph_begin == placed.glyph_end || !item.face || item.setting == Setting::combined) return {0, placed.advance};
        const ShapedGlyph& glyph = paragraph.glyphs[placed.glyph_begin];
        hb_glyph_extents_t extents;
        if (!hb_font_get_glyph_extents(item.face->hb_font(), glyph.id, &extents)) return {0, placed.advance};
        const double scale = item.size / item.face->units_per_em();
        const bool upright = item.setting == Setting::upright;
        const double begin = placed.shift + (upright ? -glyph.y - extents.y_bearing * scale : glyph.x + extents.x_bearing * scale);
        return {begin, begin + (upright ? -extents.height : extents.width) * scale};
    };
    const PlacedUnit& last = line.units[shown - 1];
    return {ink(line.units.front()).first, last.advance - ink(last).second};
}

void align_lines(const Source& source, const std::vector<ShapedParagraph>& paragraphs, Flow& flow, double measure) {
    for (FlowLine& line : flow.lines) {
        const document::Paragraph style = paragraph_style(source.text, line.paragraph);
        const double room = std::isfinite(line.line.cut.measure) ? line.line.cut.measure : measure - line.inline_start - style.indent_end_em * source.text.style.size;
        const Align align = alignment(source.text, line);
        double left = room - line.line.width, before = 0;
        if (source.text.optical) {
            const auto [first, last] = side_bearings(paragraphs[line.paragraph], line.line);
            before = -first;
            left += first + last;
        }
        line.inline_start += before;
        if (align == Align::centre) line.inline_start += left / 2;
        if (align == Align::end) line.inline_start += left;
    }
}

}  // namespace

Frame frame_of(const document::Text& text, double scale) {
    const document::TextBox& box = text.box;
    const bool vertical = is_vertical(text);
    Frame frame;
    frame.columns = std::clamp(box.columns.count, 1, 100);
    frame.inset = std::max(0.0, box.inset) / scale;
    const double gap = std::max(0.0, box.columns.gap) / scale;
    const double inline_size = std::max(0.0, (vertical ? box.height : box.width) / scale - 2 * frame.inset);
    const double block_size = (vertical ? box.width : box.height) / scale - 2 * frame.inset;
    frame.line = std::max(0.0, (inline_size - gap * (frame.columns - 1)) / frame.columns);
    frame.column_step = frame.line + gap;
    const double given = vertical ? box.width : box.height;
    frame.block = box.mode == BoxMode::grow || given <= 0 ? endless : std::max(0.0, block_size);
    if (box.mode == BoxMode::point || on_path(text)) {
        frame.columns = 1;
        frame.line = frame.block = endless;
        frame.inset = frame.column_step = 0;
    }
    return frame;
}

namespace {

/// Puts the lines into columns of `block`; false when they need more than there are.
bool fill_columns(Flow& flow, int columns, double block) {
    int column = 0;
    double at = 0;
    bool fits = true;
    flow.block = 0;
    for (FlowLine& line : flow.lines) {
        if (at > 0) at += line.space_before;
        const double leading = (line.pitch - line.em) / 2;
        // A line fits when its characters do; the blank half of its leading may stick out.
        if (at > 0 && at + leading + line.em > block + tolerance) {
            if (column + 1 < columns) {
                ++column;
                at = 0;
            } else {
                fits = false;
            }
        } else if (at + std::min(leading, 0.0) + line.em > block + tolerance) {
            fits = false;
        }
        line.column = column;
        line.block_start = at;
        line.hidden = !fits;
        at += line.pitch;
        if (!line.hidden) flow.block = std::max(flow.block, at);
    }
    return fits;
}

}  // namespace

Flow flow(const Source& source, std::vector<ShapedParagraph>& paragraphs, const Frame& frame) {
    Flow result;
    for (ShapedParagraph& paragraph : paragraphs) {
        auto lines = break_paragraph(source, paragraph, frame);
        const double space_after = paragraph.index > 0 ? paragraph_style(source.text, paragraph.index - 1).space_after : 0;
        lines.front().space_before += space_after;
        std::ranges::move(lines, std::back_inserter(result.lines));
    }
    for (const FlowLine& line : result.lines) {
        const document::Paragraph style = paragraph_style(source.text, line.paragraph);
        result.widest = std::max(result.widest, line.inline_start + line.line.width + style.indent_end_em * source.text.style.size);
    }
    if (std::isfinite(frame.block) || frame.columns == 1) {
        result.fits = fill_columns(result, frame.columns, frame.block);
    } else {
        // Columns that grow are filled evenly: the least height that holds all lines.
        double total = 0, tallest = 0;
        for (const FlowLine& line : result.lines) {
            total += line.pitch + line.space_before;
            tallest = std::max({tallest, line.pitch, line.em});
        }
        double block = std::max(tallest, total / frame.columns);
        while (!fill_columns(result, frame.columns, block)) block += std::max({tallest * 0.25, total * 1e-3, tolerance});
    }
    for (const FlowLine& line : result.lines)
        if (line.line.width > line.line.cut.measure + tolerance || line.line.cut.forced) result.fits = false;
    align_lines(source, paragraphs, result, std::isfinite(frame.line) ? frame.line : result.widest);
    return result;
}

}  // namespace haibao::typeset
