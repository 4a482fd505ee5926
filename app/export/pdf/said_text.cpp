// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/said_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace haibao::pdf {
namespace {

using render::GlyphRun;

// In em. From a tenth on readers see a space; what is further apart than the widest gap between two runs is another text.
constexpr double least_gap = 0.09, widest_gap = 1.6, off_line = 0.02;
// From the middle of one em box of a column to the next one's: letters that lie, and cells that stand side by side, are nearer.
constexpr double furthest_down = 2.6, furthest_back = 0.6, furthest_aside = 0.9;

struct Place {
    std::size_t item = 0, glyph = 0;
    auto operator<=>(const Place&) const = default;
};
struct Found {
    Place begin, end;  ///< `end` is behind the last glyph, of its item
    QString text;
    bool wanted = false;             ///< readers would put it together wrongly
    std::map<Place, GlyphRun> gaps;  ///< a blank → before this glyph
};

/// MuPDF guesses its spaces before it asks ActualText: with a blank in the gap it has nothing to guess.
GlyphRun blank_behind(const GlyphRun::Glyph& glyph, double gap) {
    GlyphRun blank;
    blank.visible = GlyphRun::Visible::no;
    blank.glyphs.push_back({.id = 0, .to_page = QTransform::fromTranslate(glyph.font_advance, 0) * glyph.to_page, .text = QStringLiteral(" "), .font_advance = gap});
    return blank;
}

/// The way from the end of one glyph to the next pen, in the first one's em, y down. Nothing where they stand otherwise.
std::optional<QPointF> way(const GlyphRun::Glyph& from, const GlyphRun::Glyph& to) {
    const QTransform& a = from.to_page;
    const QTransform& b = to.to_page;
    const double size_a = std::hypot(a.m11(), a.m12()), size_b = std::hypot(b.m11(), b.m12());
    if (size_a <= 0 || size_b <= 0 || a.determinant() == 0) return std::nullopt;
    if (std::hypot(a.m11() / size_a - b.m11() / size_b, a.m12() / size_a - b.m12() / size_b) > 1e-3) return std::nullopt;
    return a.inverted().map(b.map(QPointF())) - QPointF(from.font_advance, 0);
}

/// Whether a glyph stands in the column below another one, on a page that is turned anyhow.
bool is_below(const GlyphRun::Glyph& above, bool above_lies, const GlyphRun::Glyph& glyph, bool lies) {
    const QTransform& a = above.to_page;
    const QTransform& b = glyph.to_page;
    const double size = std::max(std::hypot(a.m21(), a.m22()), std::hypot(b.m21(), b.m22()));
    if (size <= 0 || a.determinant() == 0) return false;
    const auto along = [](const QTransform& of, bool is_lying) {
        const QPointF down = is_lying ? QPointF(of.m11(), of.m12()) : QPointF(of.m21(), of.m22());
        return down / std::hypot(down.x(), down.y());
    };
    const QPointF down = along(a, above_lies), next = along(b, lies);
    if (std::hypot(down.x() - next.x(), down.y() - next.y()) > 1e-2) return false;
    constexpr QPointF middle(0.5, -0.38);  // of the em box
    const QPointF way = (b.map(middle) - a.map(middle)) / size;
    const double below = way.x() * down.x() + way.y() * down.y(), aside = way.x() * down.y() - way.y() * down.x();
    return below > -furthest_back && below < furthest_down && std::abs(aside) < furthest_aside;
}

class Finder {
public:
    void read(std::size_t item, const GlyphRun& run) {
        if (run.decoration) return;
        const bool column = run.setting != typeset::Setting::horizontal, lies = run.setting == typeset::Setting::sideways;
        if (column != in_column_) close();
        in_column_ = column;
        for (std::size_t g = 0; g < run.glyphs.size(); ++g) column ? read_down({item, g}, run.glyphs[g], lies) : read({item, g}, run.glyphs[g]);
        if (run.ends_line) close();
    }
    void close() {
        if (open_ && text_.wanted) texts_.push_back(std::move(text_));
        open_ = false;
    }
    std::vector<Found> texts() {
        close();
        return std::move(texts_);
    }

private:
    void read_down(const Place& place, const GlyphRun::Glyph& glyph, bool lies) {
        const bool continues = glyph.text.isEmpty();  // a further glyph of its cluster
        if (open_ && !continues && !is_below(*last_, last_lies_, glyph, lies)) close();
        if (open_) text_.wanted |= !continues;
        else if (continues) return;
        take(place, glyph);
        last_lies_ = lies;
    }

    void read(const Place& place, const GlyphRun::Glyph& glyph) {
        const bool continues = glyph.text.isEmpty();  // a further glyph of its cluster
        const bool space = !continues && glyph.text.trimmed().isEmpty();
        if (open_) {
            const auto gap = way(*last_, glyph);
            const bool apart = !gap || std::abs(gap->y()) > off_line || gap->x() < -0.5 || (place.item != text_.end.item && gap->x() > widest_gap);
            if (apart && !continues) close();
            if (!apart && gap->x() > least_gap && !continues) {
                text_.gaps.emplace(place, blank_behind(*last_, gap->x()));
                text_.wanted |= !space && !after_space_;
            }
        }
        if (!open_ && (continues || space)) return;
        take(place, glyph);
        after_space_ = space;
    }

    /// As the next glyph, or the first one.
    void take(const Place& place, const GlyphRun::Glyph& glyph) {
        if (!std::exchange(open_, true)) text_ = {.begin = place, .end = {}, .text = {}, .gaps = {}};
        text_.text += glyph.text;
        text_.end = {place.item, place.glyph + 1};
        last_ = &glyph;
    }

    bool open_ = false, in_column_ = false, after_space_ = false, last_lies_ = false;
    Found text_;
    const GlyphRun::Glyph* last_ = nullptr;
    std::vector<Found> texts_;
};

GlyphRun piece_of(const GlyphRun& run, std::size_t begin, std::size_t end) {
    GlyphRun piece = run;
    piece.glyphs.assign(run.glyphs.begin() + static_cast<std::ptrdiff_t>(begin), run.glyphs.begin() + static_cast<std::ptrdiff_t>(end));
    piece.ends_line = run.ends_line && end == run.glyphs.size();
    return piece;
}

}  // namespace

std::vector<SaidText> part_said_text(std::vector<render::Item>& items) {
    Finder finder;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto* run = std::get_if<GlyphRun>(&items[i])) finder.read(i, *run);
        else if (std::holds_alternative<render::BeginGroup>(items[i]) || std::holds_alternative<render::EndGroup>(items[i])) finder.close();
    }
    const std::vector<Found> found = finder.texts();
    if (found.empty()) return {};

    std::map<std::size_t, std::set<std::size_t>> cuts;  // item → glyphs that a piece begins with
    std::map<Place, GlyphRun> gaps;
    for (const Found& text : found) {
        cuts[text.begin.item].insert({0, text.begin.glyph});
        cuts[text.end.item].insert({0, text.end.glyph});
        for (const auto& [place, blank] : text.gaps) cuts[place.item].insert({0, place.glyph});
        gaps.insert(text.gaps.begin(), text.gaps.end());
    }
    std::vector<render::Item> parted;
    std::map<Place, std::size_t> begins;  // → of the parted items
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto cut = cuts.find(i);
        if (cut == cuts.end()) {
            begins[{i, 0}] = parted.size();
            parted.push_back(std::move(items[i]));
            continue;
        }
        const auto& run = std::get<GlyphRun>(items[i]);
        cut->second.erase(run.glyphs.size());  // nothing begins behind it
        for (auto glyph = cut->second.begin(); glyph != cut->second.end(); ++glyph) {
            if (const auto gap = gaps.find({i, *glyph}); gap != gaps.end()) parted.push_back(gap->second);
            begins[{i, *glyph}] = parted.size();
            parted.push_back(piece_of(run, *glyph, std::next(glyph) == cut->second.end() ? run.glyphs.size() : *std::next(glyph)));
        }
    }
    begins[{items.size(), 0}] = parted.size();
    std::vector<SaidText> said;
    for (const Found& text : found) {
        const auto at_end = begins.find(text.end);
        said.push_back({begins.at(text.begin), at_end == begins.end() ? begins.at({text.end.item + 1, 0}) : at_end->second, text.text});
    }
    items = std::move(parted);
    return said;
}

}  // namespace haibao::pdf
