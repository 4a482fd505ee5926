// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/justify.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>

#include "app/typeset/shape.h"

namespace haibao::typeset {
namespace {

constexpr double least_word_space_em = 0.25, most_word_space_em = 0.5;
constexpr double least_autospace_em = 0.125, most_autospace_em = 1.0 / 3;
constexpr double most_between_em = 0.25;  // between ideographs, or letters where that is wanted: more falls apart
// What a line bears beyond that, when nothing else helps; one that would need more is not stretched.
constexpr double utmost_space_em = 0.5, utmost_between_em = 0.25;
constexpr double nothing = 1e-9;

/// A place in a line where blank can be taken away, or put in.
struct Place {
    int unit = 0;          ///< index into the line's units
    double most = 0;       ///< points
    double before = 0;     ///< part (0…1) of what is taken that lies before the glyph
};

bool is_comma(char32_t c) { return c == U'、' || c == U'，' || c == U'；'; }

/// Where the i-th unit of a line can give something up: `add(step, place)` for each, steps 0 to 5 in their order.
template <class Add>
void find_reductions(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut, int i, Add add) {
    const auto& units = paragraph.units;
    const Unit& unit = units[cut.begin + i];
    const bool at_end = i + 1 == cut.shown_end - cut.begin, at_start = i == 0;
    const double blank_start = at_start ? (cut.half_start ? 0 : unit.blank_start) : units[cut.begin + i - 1].cut_next > 0 ? 0 : unit.blank_start;
    const double blank_end = at_end ? (cut.half_end || cut.hung ? 0 : unit.blank_end) : unit.cut_end > 0 ? 0 : unit.blank_end;
    if (unit.kind == UnitKind::space && !at_end) {
        if (const double most = unit.advance - least_word_space_em * unit.size; most > 0) add(1, Place{i, most});
        return;
    }
    switch (unit.punct) {
        case Punct::close:
        case Punct::dot:
            if (blank_end <= 0) break;
            if (at_end && source.text.punct_trim.line_end != document::TrimEnd::full) add(0, Place{i, blank_end});
            else if (!at_end && unit.punct == Punct::close) add(3, Place{i, blank_end});
            else if (!at_end && is_comma(unit.first)) add(4, Place{i, blank_end});
            break;
        case Punct::middle:
            if (!at_start && !at_end && blank_start + blank_end > 0) add(2, Place{i, blank_start + blank_end, blank_start / (blank_start + blank_end)});
            break;
        case Punct::open:
            if (blank_start > 0 && !at_start) add(3, Place{i, blank_start, 1});
            break;
        default: break;
    }
    if (const double most = unit.autospace - std::min(unit.autospace, least_autospace_em * unit.size); most > 0 && !at_end) add(5, Place{i, most});
}

/// Gives every place of a step its equal share of `amount`, no more than it can take; returns what is left.
double share(std::vector<Place>& places, double amount, const std::function<void(const Place&, double)>& give) {
    std::ranges::sort(places, {}, &Place::most);
    std::size_t left = places.size();
    for (const Place& place : places) {
        const double part = std::min(place.most, amount / double(left));
        if (part > nothing) give(place, part);
        amount -= part;
        --left;
    }
    return amount;
}

/// May a gap open between these two when a line is stretched?
bool opens_between_ideographs(const Unit& left, const Unit& right) {
    const auto ideographic = [](const Unit& unit, char32_t c) { return unit.combined || is_cjk(c); };
    return !left.joined && left.kind == UnitKind::ordinary && right.kind == UnitKind::ordinary && ideographic(left, left.last) && ideographic(right, right.first);
}

/// Where a line can be opened, in the order in which it is: word spaces, autospace, ideographs, letters, and all of them once
/// more (typesetting-spec §12).
using Openings = std::array<std::vector<Place>, 5>;

Openings openings(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut) {
    Openings steps;
    const auto add = [&](std::size_t step, int i, double most, double utmost) {
        steps[step].push_back({i, std::max(0.0, most)});
        steps.back().push_back({i, utmost});
    };
    const int shown = cut.shown_end - cut.begin - (cut.hung ? 1 : 0);
    for (int i = 0; i + 1 < shown; ++i) {
        const Unit &unit = paragraph.units[cut.begin + i], &next = paragraph.units[cut.begin + i + 1];
        const double em = unit.size;
        if (unit.kind == UnitKind::space) add(0, i, most_word_space_em * em - unit.advance, utmost_space_em * em);
        else if (unit.autospace > 0) add(1, i, most_autospace_em * em - unit.autospace, utmost_between_em * em);
        else if (opens_between_ideographs(unit, next)) add(2, i, most_between_em * em, utmost_between_em * em);
        else if (source.text.justify.latin_letter_spacing && !unit.joined && unit.kind == UnitKind::ordinary && next.kind == UnitKind::ordinary)
            steps[3].push_back({i, most_between_em * em});
    }
    return steps;
}

double sum_of(std::span<const Place> places) {
    double sum = 0;
    for (const Place& place : places) sum += place.most;
    return sum;
}

void expand(const Source& source, const ShapedParagraph& paragraph, ComposedLine& line, double amount, Justify justify) {
    Openings steps = openings(source, paragraph, line.cut);
    if (justify == Justify::at_any_cost)
        for (Place& place : steps.back()) place.most = amount;
    double most = 0;
    for (const auto& step : steps) most += sum_of(step);
    if (amount > most) return;
    for (auto& step : steps)
        if (amount > nothing)
            amount = share(step, amount, [&](const Place& place, double part) {
                line.units[place.unit].advance += part;
                line.units[place.unit].blank += part;
            });
}

void reduce(const Source& source, const ShapedParagraph& paragraph, ComposedLine& line, double amount) {
    const auto give = [&](const Place& place, double part) {
        PlacedUnit& unit = line.units[place.unit];
        unit.advance -= part;
        unit.shift -= part * place.before;
        unit.blank = std::max(0.0, unit.blank - part);
    };
    std::array<std::vector<Place>, 6> steps;
    for (int i = 0; i < line.cut.shown_end - line.cut.begin; ++i)
        find_reductions(source, paragraph, line.cut, i, [&](std::size_t step, const Place& place) { steps[step].push_back(place); });
    for (auto& step : steps)
        if (amount > nothing) amount = share(step, amount, give);
}

/// Shapes the part of an item that stands on this line, where its ends were not safe to cut.
void reshape(const Source& source, ShapedParagraph& paragraph, ComposedLine& line, int from, int to) {
    const Item& item = paragraph.items[paragraph.units[from].item];
    const auto glyphs = shape(source, item, paragraph.units[from].begin, paragraph.units[to - 1].end);
    std::size_t g = 0;
    for (int u = from; u < to; ++u) {
        PlacedUnit& placed = line.units[u - line.cut.begin];
        placed.glyph_begin = static_cast<int>(paragraph.glyphs.size());
        double advance = 0;
        for (; g < glyphs.size() && (glyphs[g].cluster < paragraph.units[u].end || u + 1 == to); ++g) {
            advance += glyphs[g].advance;
            paragraph.glyphs.push_back(glyphs[g]);
        }
        placed.glyph_end = static_cast<int>(paragraph.glyphs.size());
        const Unit& unit = paragraph.units[u];
        if (unit.kind == UnitKind::ordinary || unit.kind == UnitKind::space) placed.advance = advance + unit.ruby_before + unit.ruby_after;
    }
}

void mend_ends(const Source& source, ShapedParagraph& paragraph, ComposedLine& line) {
    const auto torn = [&](int u) {
        if (u <= 0 || u >= static_cast<int>(paragraph.units.size())) return false;
        const Unit& unit = paragraph.units[u];
        return unit.item == paragraph.units[u - 1].item && unit.glyph_begin < unit.glyph_end && paragraph.glyphs[unit.glyph_begin].unsafe;
    };
    const int begin = line.cut.begin, end = line.cut.shown_end;
    const auto same_item_end = [&](int u) {
        int to = u;
        while (to < end && paragraph.units[to].item == paragraph.units[u].item) ++to;
        return to;
    };
    int mended = begin;
    if (begin < end && torn(begin)) reshape(source, paragraph, line, begin, mended = same_item_end(begin));
    if (end > mended && torn(end)) {
        int from = end - 1;
        while (from > mended && paragraph.units[from - 1].item == paragraph.units[end - 1].item) --from;
        reshape(source, paragraph, line, from, end);
    }
}

}  // namespace

Hyphen hyphen_of(const Face& face) {
    Hyphen hyphen;
    if (!hb_font_get_nominal_glyph(face.hb_font(), 0x2010, &hyphen.glyph)) hb_font_get_nominal_glyph(face.hb_font(), '-', &hyphen.glyph);
    hyphen.advance = double(hb_font_get_glyph_h_advance(face.hb_font(), hyphen.glyph)) / face.units_per_em();
    return hyphen;
}

double hyphen_width(const Source& source, const ShapedParagraph& paragraph, int unit) {
    const Item& item = paragraph.items[paragraph.units[unit].item];
    return item.face ? hyphen_of(*item.face).advance * item.size * source.style(item.style).scale_x : 0;
}

double reducible(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut, int i) {
    double total = 0;
    find_reductions(source, paragraph, cut, i, [&](std::size_t, const Place& place) { total += place.most; });
    return total;
}

bool fills_well(const Source& source, const ShapedParagraph& paragraph, const LineCut& cut) {
    const Openings steps = openings(source, paragraph, cut);
    double most = 0;
    for (std::size_t step = 0; step + 1 < steps.size(); ++step) most += sum_of(steps[step]);
    return cut.measure - cut.width <= most + nothing;
}

ComposedLine compose_line(const Source& source, ShapedParagraph& paragraph, const LineCut& cut, Justify justify) {
    ComposedLine line{.cut = cut};
    const auto& units = paragraph.units;
    const int shown = cut.shown_end - cut.begin, all = cut.end - cut.begin;
    for (int i = 0; i < all; ++i) {
        const Unit& unit = units[cut.begin + i];
        line.units.push_back({.unit = cut.begin + i, .advance = i < shown ? unit.advance : 0, .glyph_begin = unit.glyph_begin, .glyph_end = unit.glyph_end});
    }
    mend_ends(source, paragraph, line);
    double at = 0;
    for (int i = 0; i < shown; ++i) {
        const Unit& unit = units[cut.begin + i];
        PlacedUnit& placed = line.units[i];
        if (unit.kind == UnitKind::tab) placed.advance = tab_advance(at, unit.size);
        placed.shift = unit.ruby_before;
        if ((i == 0 && cut.half_start) || (i > 0 && units[cut.begin + i - 1].cut_next > 0)) {
            placed.advance -= unit.blank_start;
            placed.shift -= unit.blank_start;
        }
        if (i + 1 == shown) {
            if (cut.half_end) placed.advance -= unit.blank_end;
        } else {
            placed.advance += unit.spacing + unit.autospace - unit.cut_end;
            placed.blank = unit.autospace;
        }
        at += placed.advance;
    }
    const bool hung = cut.hung && shown > 1;
    line.width = at - (hung ? line.units[shown - 1].advance : 0);
    // What stands between the last letter and a hung stop does not count.
    if (hung) {
        PlacedUnit& before = line.units[shown - 2];
        const double gap = units[cut.begin + shown - 2].spacing;
        before.advance -= gap;
        line.width -= gap;
    }
    const double hyphen = cut.hyphen ? hyphen_width(source, paragraph, cut.shown_end - 1) : 0;
    line.width += hyphen;
    if (justify != Justify::no && std::isfinite(cut.measure)) {
        const double room = cut.measure - line.width;
        if (room > nothing) expand(source, paragraph, line, room, justify);
        else if (room < -nothing) reduce(source, paragraph, line, -room);
    }
    at = 0;
    for (int i = 0; i < all; ++i) {
        line.units[i].at = at;
        at += line.units[i].advance;
    }
    line.width = at - (hung ? line.units[shown - 1].advance : 0) + hyphen;
    return line;
}

}  // namespace haibao::typeset
