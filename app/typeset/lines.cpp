// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "app/typeset/justify.h"

namespace haibao::typeset {
namespace {

using document::Hanging;
using document::TrimEnd;
using document::TrimStart;

constexpr double tolerance = 1e-6;           // points: sums of advances are not exact
constexpr int most_hyphens_in_a_row = 2;
constexpr double emptiest_phrase_line = 0.5;  // of the measure; below it a phrase is divided after all
constexpr double tab_stops_em = 4;

bool vanishes(const Unit& unit) { return unit.kind == UnitKind::space || unit.kind == UnitKind::invisible || unit.kind == UnitKind::tab; }

}  // namespace

LineMeasurer::LineMeasurer(const Source& source, const ShapedParagraph& paragraph, document::Paragraph style)
    : source_(source), paragraph_(paragraph), style_(style), sums_(paragraph.units.size() + 1) {
    shown_.resize(sums_.size());
    for (std::size_t i = 0; i < paragraph.units.size(); ++i) {
        sums_[i + 1] = sums_[i] + paragraph.units[i].advance + paragraph.units[i].gap();
        shown_[i + 1] = vanishes(paragraph.units[i]) ? shown_[i] : static_cast<int>(i) + 1;
    }
    if (!justified()) return;
    reducible_.resize(sums_.size());
    for (int i = 0, count = static_cast<int>(paragraph.units.size()); i < count; ++i)
        reducible_[i + 1] = reducible_[i] + (i > 0 && i + 1 < count ? reducible(source, paragraph, {.begin = i - 1, .end = i + 2, .shown_end = i + 2}, 1) : 0);
}

double LineMeasurer::begins_at(int begin, int unit) const {
    if (begin != tabbed_from_) {
        tabbed_from_ = begin;
        tabbed_.assign(1, 0.0);
    }
    for (int i = begin + static_cast<int>(tabbed_.size()) - 1; i < unit; ++i) {
        const Unit& next = paragraph_.units[i];
        const double at = tabbed_.back();
        tabbed_.push_back(at + (next.kind == UnitKind::tab ? tab_advance(at, next.size) : next.advance + next.gap()));
    }
    return tabbed_[unit - begin];
}

double LineMeasurer::reducible_on(const LineCut& cut) const {
    const int last = cut.shown_end - cut.begin - 1;
    if (last < 0) return 0;
    double total = reducible(source_, paragraph_, cut, 0);
    if (last > 0) total += reducible(source_, paragraph_, cut, last) + reducible_[cut.begin + last] - reducible_[cut.begin + 1];
    return total;
}

double LineMeasurer::width(int begin, int end) const {
    if (begin >= end) return 0;
    const auto& units = paragraph_.units;
    if (!paragraph_.has_tabs) return sums_[end] - sums_[begin] - units[end - 1].gap();
    const Unit& last = units[end - 1];
    const double at = begins_at(begin, end - 1);
    return at + (last.kind == UnitKind::tab ? tab_advance(at, last.size) : last.advance);
}

bool LineMeasurer::trims_start(int begin) const {
    const Unit& unit = paragraph_.units[begin];
    if (unit.punct != Punct::open || unit.blank_start <= 0) return false;
    switch (source_.text.punct_trim.line_start) {
        case TrimStart::full: return false;
        case TrimStart::half: return true;
        case TrimStart::first_full: return begin > 0;
    }
    return false;
}

/// A single stop hangs; one beside other punctuation does not, and traditional Chinese centres its stops.
bool LineMeasurer::may_hang_at(int at) const {
    const auto& units = paragraph_.units;
    const Unit& unit = units[at];
    if (source_.text.hanging == Hanging::off || !may_hang(unit.first) || unit.graphemes != 1 || at == 0) return false;
    const Item& item = paragraph_.items[unit.item];
    if (item.setting == Setting::horizontal && punctuation_region(source_.lang(item.style)) == Region::traditional) return false;
    const bool after = at + 1 < static_cast<int>(units.size()) && is_punctuation(units[at + 1].first);
    return !is_punctuation(units[at - 1].last) && !after;
}

LineMeasurer::Fit LineMeasurer::fit(int begin, int end, double measure) const {
    const auto& units = paragraph_.units;
    LineCut cut{.begin = begin, .end = end, .shown_end = std::max(begin, shown_[end]), .measure = measure, .first = begin == 0};
    cut.last = end == static_cast<int>(units.size()) || units[end].before == Break::mandatory;
    cut.width = width(begin, cut.shown_end);
    if (begin == cut.shown_end) return {true, cut};
    cut.half_start = trims_start(begin);
    if (cut.half_start) cut.width -= units[begin].blank_start;
    cut.hyphen = !cut.last && units[end].before == Break::hyphen;
    if (cut.hyphen) cut.width += hyphen_width(source_, paragraph_, end - 1);

    const int last = cut.shown_end - 1;
    const Unit& unit = units[last];
    const bool hangs = may_hang_at(last) && last > begin;
    const auto hang = [&] {
        cut.hung = true;
        cut.half_end = false;
        cut.width = width(begin, last) - (cut.half_start ? units[begin].blank_start : 0);
    };
    if (hangs && source_.text.hanging == Hanging::force_end) hang();
    const TrimEnd policy = source_.text.punct_trim.line_end;
    const bool trimmable = !cut.hung && (unit.punct == Punct::close || unit.punct == Punct::dot) && unit.blank_end > 0 && policy != TrimEnd::full;
    const auto trim = [&] {
        cut.half_end = true;
        cut.width -= unit.blank_end;
    };
    // A Japanese full stop keeps its square unless that is needed.
    const bool japanese_stop = (unit.first == U'。' || unit.first == U'．') && punctuation_region(source_.lang(paragraph_.items[unit.item].style)) == Region::japanese;
    if (trimmable && policy == TrimEnd::half && !japanese_stop) trim();
    if (cut.width <= measure + tolerance) return {true, cut};
    if (trimmable && !cut.half_end) {
        trim();
        if (cut.width <= measure + tolerance) return {true, cut};
    }
    if (hangs && !cut.hung) {
        LineCut full = cut;
        hang();
        if (cut.width <= measure + tolerance) return {true, cut};
        cut = full;
    }
    if (justified() && !cut.last && cut.width - reducible_on(cut) <= measure + tolerance) return {true, cut};
    return {false, cut};
}

bool LineMeasurer::falls_apart(const LineCut& cut) const { return justified() && !cut.last && !fills_well(source_, paragraph_, cut); }

double LineMeasurer::least_width(int begin, int end) const {
    // The end's mark may hang or be halved, and justification takes away no more than a third.
    const int sure = std::max(begin, end - 2);
    // Tabs at a line's end vanish, however many there are.
    const double full = paragraph_.has_tabs ? begins_at(begin, std::max(begin, std::min(sure, shown_[end] - 1))) : sums_[sure] - sums_[begin];
    return justified() ? full * 0.6 : full - paragraph_.units[begin].blank_start;
}

namespace {

/// The best place to end the line that begins at `begin`.
class Search {
public:
    Search(const LineMeasurer& measurer, int begin, double measure, bool hyphens) : measurer_(measurer), begin_(begin), measure_(measure), hyphens_(hyphens) {}

    LineCut run() {
        const auto& units = measurer_.paragraph().units;
        const int count = static_cast<int>(units.size());
        for (int end = begin_ + 1; end <= count; ++end) {
            const Break kind = end == count ? Break::mandatory : units[end].before;
            auto fit = measurer_.fit(begin_, end, measure_);
            if (fit.fits) best_[static_cast<std::size_t>(kind)] = fit.cut;
            if (kind == Break::mandatory && fit.fits) return fit.cut;
            if (kind == Break::mandatory || measurer_.least_width(begin_, end) > measure_) break;
        }
        return choose();
    }

private:
    const std::optional<LineCut>& best(Break kind) const { return best_[static_cast<std::size_t>(kind)]; }

    LineCut choose() const {
        std::optional<LineCut> chosen = best(Break::allowed);
        if (const auto& hyphen = best(Break::hyphen); hyphens_ && hyphen && (!chosen || hyphen->end > chosen->end)) chosen = hyphen;
        if (const auto& within = best(Break::in_word); within && (!chosen || (within->end > chosen->end && chosen->width < emptiest_phrase_line * measure_))) chosen = within;
        if (!chosen && best(Break::hyphen)) chosen = best(Break::hyphen);
        // An address that is too long for the rest of a line leaves a hole in a justified paragraph: rather a part of it.
        if (const auto& part = best(Break::joint); part && chosen && part->end > chosen->end && measurer_.falls_apart(*chosen)) chosen = part;
        if (!chosen) chosen = best(Break::joint);
        if (chosen) return *chosen;
        LineCut forced = best(Break::no) ? *best(Break::no) : measurer_.fit(begin_, begin_ + 1, measure_).cut;
        forced.forced = !forced.last;
        return forced;
    }

    const LineMeasurer& measurer_;
    int begin_;
    double measure_;
    bool hyphens_;
    std::array<std::optional<LineCut>, 6> best_;
};

/// Characters besides spaces and punctuation.
int letters_in(const Unit& unit) { return unit.kind == UnitKind::ordinary && !is_punctuation(unit.first) ? unit.graphemes : 0; }

/// The last line is given at least two letters where the one before can spare them.
void avoid_widow(const LineMeasurer& measurer, std::vector<LineCut>& lines) {
    if (lines.size() < 2) return;
    const auto& units = measurer.paragraph().units;
    LineCut& before = lines[lines.size() - 2];
    int letters = 0;
    for (int i = lines.back().begin; i < lines.back().shown_end; ++i) letters += letters_in(units[i]);
    if (before.last || letters >= 2) return;
    for (int end = before.end - 1; end > before.begin + 1; --end) {
        letters += letters_in(units[end]);
        if (letters < 2 || units[end].before < Break::in_word || units[end].before == Break::hyphen) continue;
        const auto first = measurer.fit(before.begin, end, before.measure), second = measurer.fit(end, lines.back().end, lines.back().measure);
        if (!second.fits) return;
        if (!first.fits) continue;
        before = first.cut;
        lines.back() = second.cut;
        return;
    }
}

}  // namespace

double tab_advance(double at, double em) {
    const double stop = tab_stops_em * std::max(em, 1e-3);
    return (std::floor(at / stop + 1e-9) + 1) * stop - at;
}

std::vector<LineCut> fill_lines(const LineMeasurer& measurer, const Measure& measure) {
    std::vector<LineCut> lines;
    const int count = static_cast<int>(measurer.paragraph().units.size());
    int hyphens = 0;
    for (int begin = 0; begin < count;) {
        LineCut line = Search(measurer, begin, begin == 0 ? measure.first_line : measure.line, hyphens < most_hyphens_in_a_row).run();
        line.first = begin == 0;
        hyphens = line.hyphen ? hyphens + 1 : 0;
        begin = line.end;
        lines.push_back(line);
    }
    if (measurer.source().text.balance && lines.size() > 1) lines = balance_lines(measurer, measure, std::move(lines));
    if (measurer.source().text.widow) avoid_widow(measurer, lines);
    return lines;
}

}  // namespace haibao::typeset
