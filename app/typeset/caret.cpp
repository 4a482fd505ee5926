// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/caret.h"

#include <unicode/uchar.h>

#include <QTransform>
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/typeset/breaks.h"
#include "app/typeset/characters.h"

namespace haibao::typeset {
namespace {

constexpr double line_feed_width = 0.3;  // of the line's height: shows that the line's end is selected

/// A place where the caret can stand on a line.
struct Stop {
    Caret caret;
    double along = 0;
    int cluster = -1;         ///< whose size and angle the caret takes; −1 on an empty line
    double inner = -1;        ///< 0…1 across a tate-chu-yoko cell; −1 elsewhere
};

/// The geometry of a layout by line.
class Lines {
public:
    Lines(const Layout& layout, const document::Text& text) : layout_(layout), text_(text), vertical_(layout.writing_mode == document::WritingMode::vertical_rl) {
        for (std::size_t i = 0; i < layout.clusters.size(); ++i)
            if (layout.clusters[i].angle != 0) turned_ = true;
        for (const GlyphRun& run : layout.runs)
            if (run.setting == Setting::combined)
                for (const Glyph& glyph : run.glyphs) combined_.push_back(glyph.cluster);
        first_.assign(layout.lines.size() + 1, static_cast<int>(layout.clusters.size()));
        for (int i = static_cast<int>(layout.clusters.size()) - 1; i >= 0; --i)
            if (const int line = layout.clusters[i].line; line >= 0) first_[line] = i;
        for (int line = static_cast<int>(layout.lines.size()) - 1; line >= 0; --line) first_[line] = std::min(first_[line], first_[line + 1]);
    }

    bool vertical() const { return vertical_; }
    bool turned() const { return turned_; }
    int count() const { return static_cast<int>(layout_.lines.size()); }
    int first_cluster(int line) const { return first_[line]; }
    int end_cluster(int line) const { return first_[line + 1]; }
    double along(QPointF p) const { return vertical_ ? p.y() : p.x(); }
    double across(QPointF p) const { return vertical_ ? p.x() : p.y(); }
    double begin(const QRectF& box) const { return vertical_ ? box.top() : box.left(); }
    double end(const QRectF& box) const { return vertical_ ? box.bottom() : box.right(); }
    bool is_combined(int cluster) const { return std::ranges::binary_search(combined_, cluster); }

    /// In order along the line; the last is its end.
    std::vector<Stop> stops(int line) const {
        std::vector<Stop> stops;
        int last = -1;
        for (int c = first_cluster(line); c < end_cluster(line); ++c) {
            const Cluster& cluster = layout_.clusters[c];
            if (cluster.hidden) continue;
            const double before = last < 0 ? begin(cluster.box) : place_between(layout_.clusters[last], cluster);
            stops.push_back({{cluster.begin, Affinity::downstream}, before, c});
            add_inner(c, stops);
            last = c;
        }
        const Line& record = layout_.lines[line];
        if (last < 0) {
            stops.push_back({{record.begin, Affinity::downstream}, begin(record.box), -1});
            return stops;
        }
        const Cluster& cluster = layout_.clusters[last];
        const bool feed = cluster.end < record.end || cluster.end == text_.text.size();
        stops.push_back({{cluster.end, feed ? Affinity::downstream : Affinity::upstream}, end(cluster.box) - cluster.gap, last});
        return stops;
    }

    QLineF line_at(int line, const Stop& stop) const {
        if (stop.cluster < 0) {
            const QRectF& box = layout_.lines[line].box;
            const double middle = across(box.center()), half = text_.style.size * layout_.scale / 2;
            return vertical_ ? QLineF(middle - half, stop.along, middle + half, stop.along) : QLineF(stop.along, middle - half, stop.along, middle + half);
        }
        const Cluster& cluster = layout_.clusters[stop.cluster];
        const QRectF& box = cluster.box;
        QLineF caret = vertical_ ? QLineF(box.left(), stop.along, box.right(), stop.along) : QLineF(stop.along, box.top(), stop.along, box.bottom());
        if (stop.inner >= 0) {
            const double x = box.left() + stop.inner * box.width();
            caret = QLineF(x, box.top(), x, box.bottom());
        }
        return turn(cluster).map(caret);
    }

    /// About the box's centre.
    static QTransform turn(const Cluster& cluster) {
        QTransform transform;
        if (cluster.angle == 0) return transform;
        transform.translate(cluster.box.center().x(), cluster.box.center().y());
        transform.rotate(cluster.angle);
        transform.translate(-cluster.box.center().x(), -cluster.box.center().y());
        return transform;
    }

private:
    /// Before the blank between two scripts. On a path neighbours do not meet: there the following cluster says where.
    double place_between(const Cluster& left, const Cluster& right) const { return turned_ ? begin(right.box) : end(left.box) - left.gap; }

    void add_inner(int index, std::vector<Stop>& stops) const {
        const Cluster& cluster = layout_.clusters[index];
        if (cluster.carets.empty()) return;
        const auto ends = grapheme_ends(QStringView(text_.text).sliced(cluster.begin, cluster.end - cluster.begin));
        const bool cell = is_combined(index);
        for (std::size_t i = 0; i < cluster.carets.size() && i + 1 < ends.size(); ++i) {
            const double length = end(cluster.box) - begin(cluster.box) - cluster.gap;
            stops.push_back({{cluster.begin + ends[i], Affinity::downstream}, begin(cluster.box) + cluster.carets[i] * length, index, cell ? cluster.carets[i] : -1});
        }
    }

    const Layout& layout_;
    const document::Text& text_;
    bool vertical_, turned_ = false;
    std::vector<int> combined_;  ///< clusters, rising
    std::vector<int> first_;
};

/// The line a caret is on, and its stop there.
struct Found {
    int line = -1;
    Stop stop;
};

Found find(const Lines& lines, Caret caret) {
    Found best;
    for (int line = 0; line < lines.count(); ++line)
        for (const Stop& stop : lines.stops(line)) {
            if (stop.caret.index > caret.index) break;
            const bool exact = stop.caret == caret, better = best.line < 0 || stop.caret.index > best.stop.caret.index ||
                               (stop.caret.index == best.stop.caret.index && stop.caret.affinity == Affinity::downstream);
            if (exact) return {line, stop};
            if (better) best = {line, stop};
        }
    return best;
}

double distance_outside(double at, double begin, double end) { return at < begin ? begin - at : at > end ? at - end : 0; }

/// By the block axis; among columns (tiers) the nearest first.
int nearest_line(const Layout& layout, const Lines& lines, QPointF point) {
    int column = 0;
    double best = std::numeric_limits<double>::infinity();
    for (const Line& line : layout.lines) {
        const double away = distance_outside(lines.along(point), lines.begin(line.box), lines.end(line.box));
        if (away < best) {
            best = away;
            column = line.column;
        }
    }
    int nearest = -1;
    best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const Line& line = layout.lines[i];
        if (line.column != column) continue;
        const double middle = lines.across(line.box.center()), half = (lines.vertical() ? line.box.width() : line.box.height()) / 2;
        const double away = distance_outside(lines.across(point), middle - half, middle + half);
        if (away < best) {
            best = away;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

Caret nearest_stop(const Lines& lines, int line, double along, std::optional<QPointF> point = {}) {
    const auto stops = lines.stops(line);
    const Stop* best = &stops.front();
    for (const Stop& stop : stops)
        if (std::abs(stop.along - along) < std::abs(best->along - along)) best = &stop;
    // Within a cell the side of its characters decides.
    if (point && best->cluster >= 0)
        for (const Stop& stop : stops) {
            if (stop.inner < 0) continue;
            const QLineF caret = lines.line_at(line, stop);
            if (distance_outside(point->y(), caret.y1(), caret.y2()) == 0 && std::abs(point->x() - caret.x1()) < caret.length() / 8) return stop.caret;
        }
    return best->caret;
}

/// On a path: the nearest cluster, in its own turned coordinates.
Caret hit_turned(const Layout& layout, const document::Text& text, QPointF point) {
    const Cluster* nearest = nullptr;
    double best = std::numeric_limits<double>::infinity();
    for (const Cluster& cluster : layout.clusters) {
        if (cluster.hidden || cluster.box.isEmpty()) continue;
        const double away = QLineF(cluster.box.center(), point).length();
        if (away < best) {
            best = away;
            nearest = &cluster;
        }
    }
    if (!nearest) return {};
    const QPointF local = Lines::turn(*nearest).inverted().map(point);
    const auto ends = grapheme_ends(QStringView(text.text).sliced(nearest->begin, nearest->end - nearest->begin));
    const double part = (local.x() - nearest->box.left()) / std::max(1e-9, nearest->box.width() - nearest->gap);
    const int stop = std::clamp(static_cast<int>(std::round(part * double(ends.size()))), 0, static_cast<int>(ends.size()));
    return {stop == 0 ? nearest->begin : nearest->begin + ends[stop - 1], Affinity::downstream};
}

int next_boundary(const document::Text& text, int index) {
    for (const int end : grapheme_ends(text.text))
        if (end > index) return end;
    return static_cast<int>(text.text.size());
}

int previous_boundary(const document::Text& text, int index) {
    int previous = 0;
    for (const int end : grapheme_ends(text.text)) {
        if (end >= index) break;
        previous = end;
    }
    return previous;
}

bool only_spaces(QStringView word) { return std::ranges::all_of(word, [](QChar c) { return c.isSpace(); }); }

int next_word(const document::Text& text, int index) {
    const int size = static_cast<int>(text.text.size());
    while (index < size) {
        const auto [begin, end] = word_around(text.text, index, text.lang);
        index = std::max(end, index + 1);
        if (index >= size || !only_spaces(QStringView(text.text).sliced(index, word_around(text.text, index, text.lang).second - index))) break;
    }
    return std::min(index, size);
}

int previous_word(const document::Text& text, int index) {
    while (index > 0) {
        const auto [begin, end] = word_around(text.text, index - 1, text.lang);
        index = std::min(begin, index - 1);
        if (!only_spaces(QStringView(text.text).sliced(index, end - index))) break;
    }
    return index;
}

Caret across_lines(const Layout& layout, const Lines& lines, const Found& from, int direction, std::optional<double>& goal) {
    if (!goal) goal = from.stop.along;
    const int to = from.line + direction;
    if (to < 0) return {layout.lines.front().begin, Affinity::downstream};
    if (to >= lines.count()) return lines.stops(lines.count() - 1).back().caret;
    return nearest_stop(lines, to, *goal);
}

}  // namespace

QLineF caret_line(const Layout& layout, const document::Text& text, Caret caret) {
    const Lines lines(layout, text);
    const Found found = find(lines, caret);
    return found.line < 0 ? QLineF() : lines.line_at(found.line, found.stop);
}

Caret hit_test(const Layout& layout, const document::Text& text, QPointF point) {
    const Lines lines(layout, text);
    if (lines.turned()) return hit_turned(layout, text, point);
    const int line = nearest_line(layout, lines, point);
    return line < 0 ? Caret{} : nearest_stop(lines, line, lines.along(point), point);
}

std::vector<QPolygonF> selection_polygons(const Layout& layout, const document::Text& text, int begin, int end) {
    std::vector<QPolygonF> polygons;
    const Lines lines(layout, text);
    if (begin > end) std::swap(begin, end);
    if (lines.turned()) {
        for (const Cluster& cluster : layout.clusters)
            if (!cluster.hidden && cluster.begin < end && cluster.end > begin) polygons.push_back(Lines::turn(cluster).map(QPolygonF(cluster.box)));
        return polygons;
    }
    for (int number = 0; number < lines.count(); ++number) {
        const Line& line = layout.lines[number];
        if (line.begin >= end || line.end <= begin) continue;
        // A cell is selected as a whole, other clusters by the stops inside them.
        double from = 0, to = 0;
        bool any = false;
        for (const auto& stops = lines.stops(number); const Stop& stop : stops) {
            if (stop.inner >= 0) continue;
            if (stop.caret.index <= begin || !any) from = stop.along;
            any = true;
            to = stop.along;
            if (stop.caret.index >= end) break;
        }
        if (end >= line.end && line.end > 0 && (text.text[line.end - 1] == u'\n' || text.text[line.end - 1] == QChar(0x2029))) to += line_feed_width * (lines.vertical() ? line.box.width() : line.box.height());
        if (to <= from) continue;
        const QRectF& box = line.box;
        polygons.push_back(lines.vertical() ? QPolygonF(QRectF(box.left(), from, box.width(), to - from)) : QPolygonF(QRectF(from, box.top(), to - from, box.height())));
    }
    return polygons;
}

Caret moved(const Layout& layout, const document::Text& text, Caret caret, Step step, std::optional<double>& goal) {
    const Lines lines(layout, text);
    const bool across = step == Step::previous_line || step == Step::next_line;
    if (!across) goal.reset();
    switch (step) {
        case Step::previous: return {previous_boundary(text, caret.index), Affinity::downstream};
        case Step::next: return {next_boundary(text, caret.index), Affinity::downstream};
        case Step::previous_word: return {previous_word(text, caret.index), Affinity::downstream};
        case Step::next_word: return {next_word(text, caret.index), Affinity::downstream};
        case Step::text_start: return {};
        case Step::text_end: return {static_cast<int>(text.text.size()), Affinity::downstream};
        default: break;
    }
    const Found found = find(lines, caret);
    if (found.line < 0) return caret;
    switch (step) {
        case Step::line_start: return lines.stops(found.line).front().caret;
        case Step::line_end: return lines.stops(found.line).back().caret;
        default: return across_lines(layout, lines, found, step == Step::next_line ? 1 : -1, goal);
    }
}

std::pair<int, int> word_at(const document::Text& text, int index) { return word_around(text.text, index, text.lang); }

std::pair<int, int> paragraph_at(const document::Text& text, int index) {
    const auto ends = [](QChar c) { return c == u'\n' || c == QChar(0x2029); };
    int begin = std::clamp(index, 0, static_cast<int>(text.text.size())), end = begin;
    while (begin > 0 && !ends(text.text[begin - 1])) --begin;
    while (end < text.text.size() && !ends(text.text[end])) ++end;
    return {begin, end};
}

int delete_end(const document::Text& text, int index) { return next_boundary(text, index); }

int backspace_begin(const document::Text& text, int index) {
    const int begin = previous_boundary(text, index);
    if (index <= begin) return begin;
    // An accent typed after its letter goes alone; parts of an emoji mean nothing by themselves.
    const int last = index - 1 - (index - 2 >= begin && text.text[index - 1].isLowSurrogate() && text.text[index - 2].isHighSurrogate() ? 1 : 0);
    const auto base = static_cast<UChar32>(code_at(text.text, begin)), mark = static_cast<UChar32>(code_at(text.text, last));
    const bool emoji = u_hasBinaryProperty(base, UCHAR_EMOJI) || u_hasBinaryProperty(base, UCHAR_REGIONAL_INDICATOR);
    const bool combines = (U_GET_GC_MASK(mark) & U_GC_M_MASK) != 0 && !u_hasBinaryProperty(mark, UCHAR_VARIATION_SELECTOR);
    return last > begin && combines && !emoji ? last : begin;
}

}  // namespace haibao::typeset
