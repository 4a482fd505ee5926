// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/spaced_words.h"

#include <cmath>
#include <map>
#include <set>

namespace haibao::pdf {
namespace {

using render::GlyphRun;

// In em. From a tenth on readers see a space; what is further apart than the widest gap between two runs is another text.
constexpr double least_gap = 0.09, widest_gap = 1.6, off_line = 0.02;

struct Place {
    std::size_t item = 0, glyph = 0;
    auto operator<=>(const Place&) const = default;
};
struct Found {
    Place begin, end;  ///< `end` is behind the last glyph, of its item
    QString text;
    bool has_gap = false;            ///< within a word
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

class Finder {
public:
    void read(std::size_t item, const GlyphRun& run) {
        if (run.decoration) return;
        if (run.setting != typeset::Setting::horizontal) return close();
        for (std::size_t g = 0; g < run.glyphs.size(); ++g) read({item, g}, run.glyphs[g]);
        if (run.ends_line) close();
    }
    void close() {
        if (open_ && word_.has_gap) words_.push_back(std::move(word_));
        open_ = false;
    }
    std::vector<Found> words() {
        close();
        return std::move(words_);
    }

private:
    void read(const Place& place, const GlyphRun::Glyph& glyph) {
        const bool continues = glyph.text.isEmpty();  // a further glyph of its cluster
        const bool space = !continues && glyph.text.trimmed().isEmpty();
        if (open_) {
            const auto gap = way(*last_, glyph);
            const bool apart = !gap || std::abs(gap->y()) > off_line || gap->x() < -0.5 || (place.item != word_.end.item && gap->x() > widest_gap);
            if (apart && !continues) close();
            if (!apart && gap->x() > least_gap && !continues) {
                word_.gaps.emplace(place, blank_behind(*last_, gap->x()));
                word_.has_gap |= !space && !after_space_;
            }
        }
        if (!open_) {
            if (continues || space) return;
            word_ = {.begin = place, .end = {}, .text = {}, .gaps = {}};
            open_ = true;
        }
        word_.text += glyph.text;
        word_.end = {place.item, place.glyph + 1};
        last_ = &glyph;
        after_space_ = space;
    }

    bool open_ = false, after_space_ = false;
    Found word_;
    const GlyphRun::Glyph* last_ = nullptr;
    std::vector<Found> words_;
};

GlyphRun piece_of(const GlyphRun& run, std::size_t begin, std::size_t end) {
    GlyphRun piece = run;
    piece.glyphs.assign(run.glyphs.begin() + static_cast<std::ptrdiff_t>(begin), run.glyphs.begin() + static_cast<std::ptrdiff_t>(end));
    piece.ends_line = run.ends_line && end == run.glyphs.size();
    return piece;
}

}  // namespace

std::vector<SpacedWords> part_spaced_words(std::vector<render::Item>& items) {
    Finder finder;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto* run = std::get_if<GlyphRun>(&items[i])) finder.read(i, *run);
        else if (std::holds_alternative<render::BeginGroup>(items[i]) || std::holds_alternative<render::EndGroup>(items[i])) finder.close();
    }
    const std::vector<Found> found = finder.words();
    if (found.empty()) return {};

    std::map<std::size_t, std::set<std::size_t>> cuts;  // item → glyphs that a piece begins with
    std::map<Place, GlyphRun> gaps;
    for (const Found& word : found) {
        cuts[word.begin.item].insert({0, word.begin.glyph});
        cuts[word.end.item].insert({0, word.end.glyph});
        for (const auto& [place, blank] : word.gaps) cuts[place.item].insert({0, place.glyph});
        gaps.insert(word.gaps.begin(), word.gaps.end());
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
    std::vector<SpacedWords> words;
    for (const Found& word : found) {
        const auto at_end = begins.find(word.end);
        words.push_back({begins.at(word.begin), at_end == begins.end() ? begins.at({word.end.item + 1, 0}) : at_end->second, word.text});
    }
    items = std::move(parted);
    return words;
}

}  // namespace haibao::pdf
