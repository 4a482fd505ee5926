// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/judge.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>

namespace haibao::proof {
namespace {

constexpr double found_similarity = 0.34;    ///< below it a reading is of another text
constexpr double least_seen = 7;             ///< pixels: characters below it are no text for anybody
constexpr double extra_confidence = 80;      ///< of words that nobody asked for, to be reported

/// Some words of a reading that could be a wanted text.
struct Candidate {
    std::size_t wanted = 0, reading = 0, begin = 0, end = 0;
    Comparison comparison;
    double confidence = 0;
};

/// The mean along a frame that stands a little off `words`, 0 … 255.
double grey_around(const QImage& grey, const QRectF& words) {
    const int off = std::max(2, int(std::lround(0.08 * std::min(words.width(), words.height()))));
    const QRect frame = words.toAlignedRect().adjusted(-off, -off, off, off) & grey.rect();
    double sum = 0;
    int count = 0;
    const auto add = [&](int x, int y) { sum += grey.constScanLine(y)[x], ++count; };
    for (int x = frame.left(); x <= frame.right(); ++x) add(x, frame.top()), add(x, frame.bottom());
    for (int y = frame.top(); y <= frame.bottom(); ++y) add(frame.left(), y), add(frame.right(), y);
    return count > 0 ? sum / count : 255;
}

class Judge {
public:
    Judge(const QStringList& wanted, const std::vector<Region>& regions, const std::vector<Reading>& readings) : wanted_(wanted), regions_(regions), readings_(readings) {}

    PaintedProof judge() const {
        PaintedProof proof;
        std::vector<QRectF> places;
        std::vector<bool> found(std::size_t(wanted_.size()), false);
        proof.texts.resize(std::size_t(wanted_.size()));
        for (std::size_t w = 0; w < proof.texts.size(); ++w) proof.texts[w].wanted = wanted_[qsizetype(w)];
        for (Candidate candidate : candidates()) {
            if (found[candidate.wanted]) continue;
            if (taken(places, place_of(readings_[candidate.reading], candidate.begin, candidate.end).boundingRect()) > 0.5) continue;
            take_neighbours(candidate);
            PaintedText text = as_text(readings_[candidate.reading], candidate.begin, candidate.end);
            text.wanted = wanted_[qsizetype(candidate.wanted)];
            text.comparison = candidate.comparison;
            text.verdict = candidate.comparison.similarity == 1 ? Verdict::right : text.character < reliable_height(text.wanted) ? Verdict::not_judged : Verdict::wrong;
            places.push_back(text.place.boundingRect());
            found[candidate.wanted] = true;
            proof.texts[candidate.wanted] = std::move(text);
        }
        add_extra(proof, places);
        judge_missing(proof, found, places);
        return proof;
    }

private:
    QString text_of(const Candidate& c) const { return text_of(readings_[c.reading], c.begin, c.end); }
    static QString text_of(const Reading& reading, std::size_t begin, std::size_t end) {
        QString text;
        for (std::size_t i = begin; i < end; ++i) {
            const QString& word = reading.words[i].text;
            if (!text.isEmpty() && !(is_han(text.back()) && is_han(word.front()))) text += u' ';
            text += word;
        }
        return text;
    }

    std::vector<Candidate> candidates() const {
        std::vector<Candidate> all;
        for (std::size_t w = 0; w < std::size_t(wanted_.size()); ++w) {
            const std::size_t length = comparable(wanted_[qsizetype(w)]).size();
            for (std::size_t r = 0; r < readings_.size(); ++r) {
                const Reading& reading = readings_[r];
                for (std::size_t begin = 0; begin < reading.words.size(); ++begin) {
                    std::size_t characters = 0;
                    double sum = 0;
                    for (std::size_t end = begin + 1; end <= reading.words.size(); ++end) {
                        characters += comparable(reading.words[end - 1].text).size();
                        sum += reading.words[end - 1].confidence;
                        if (characters > 2 * length + 4) break;
                        Comparison comparison = compare(wanted_[qsizetype(w)], text_of(reading, begin, end));
                        if (comparison.similarity < found_similarity) continue;
                        all.push_back({w, r, begin, end, std::move(comparison), sum / double(end - begin)});
                    }
                }
            }
        }
        std::ranges::stable_sort(all, [this](const Candidate& a, const Candidate& b) {
            if (a.comparison.similarity != b.comparison.similarity) return a.comparison.similarity > b.comparison.similarity;
            // Of a line that it was not to look for the reader does not know well where it stands.
            if (const Lines of_a = readings_[a.reading].lines, of_b = readings_[b.reading].lines; of_a != of_b) return of_a == Lines::found;
            return a.confidence > b.confidence;
        });
        return all;
    }

    static QPolygonF place_of(const Reading& reading, std::size_t begin, std::size_t end) {
        QRectF box;
        for (std::size_t i = begin; i < end; ++i) box |= reading.words[i].box;
        QPolygonF corners(QList<QPointF>{box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()});
        return reading.to_picture.map(corners);
    }

    /// Share of `place` that was taken by other texts.
    static double taken(const std::vector<QRectF>& by, const QRectF& place) {
        double most = 0;
        for (const QRectF& other : by) {
            const QRectF both = other & place;
            most = std::max(most, both.width() * both.height() / std::max(1.0, std::min(place.width() * place.height(), other.width() * other.height())));
        }
        return most;
    }

    /// Between two words of a reading, along its line; nothing where they are not on one.
    static std::optional<double> gap_between(const Reading& reading, std::size_t a, std::size_t b) {
        if (reading.line[a] != reading.line[b]) return std::nullopt;
        const QRectF &x = reading.words[a].box, &y = reading.words[b].box;
        if (reading.direction == Direction::vertical) return std::max(x.top(), y.top()) - std::min(x.bottom(), y.bottom());
        return std::max(x.left(), y.left()) - std::min(x.right(), y.right());
    }

    /// What is one with the words [begin, end) for the eye, too: it touches them, or is spaced as they are.
    static void take_touching(const Reading& reading, std::size_t& begin, std::size_t& end) {
        double reach = 0.2 * read_height;
        for (std::size_t i = begin + 1; reading.spaced && i < end; ++i)
            if (const auto gap = gap_between(reading, i - 1, i)) reach = std::max(reach, *gap + 0.3 * read_height);
        const auto touch = [&](std::size_t a, std::size_t b) { return gap_between(reading, a, b).value_or(1e9) < reach; };
        while (begin > 0 && touch(begin, begin - 1)) --begin;
        while (end < reading.words.size() && touch(end - 1, end)) ++end;
    }

    /// Letters that touch what was found belong to it: a word that is right but for one letter too many is wrong.
    void take_neighbours(Candidate& found) const {
        take_touching(readings_[found.reading], found.begin, found.end);
        found.comparison = compare(wanted_[qsizetype(found.wanted)], text_of(found));
    }

    PaintedText as_text(const Reading& reading, std::size_t begin, std::size_t end) const {
        const Region& region = regions_[reading.region];
        PaintedText text;
        text.read = text_of(reading, begin, end);
        text.place = place_of(reading, begin, end);
        text.ink = region.ink;
        text.ground = region.ground;
        // A region may have been found by what shows through its letters: then the colour around the words is "ink".
        QRectF words;
        for (std::size_t i = begin; i < end; ++i) words |= reading.words[i].box;
        if (grey_around(region.clean, (reading.to_picture * region.to_picture.inverted()).mapRect(words)) < 128) std::swap(text.ink, text.ground);
        text.direction = reading.direction;
        double sum = 0, height = 0;
        for (std::size_t i = begin; i < end; ++i) {
            sum += reading.words[i].confidence;
            const QRectF& box = reading.words[i].box;
            height = std::max(height, reading.direction == Direction::vertical ? box.width() : box.height());
        }
        text.confidence = sum / double(end - begin);
        const double pixel = std::hypot(reading.to_picture.m11(), reading.to_picture.m12());
        // The reader's boxes of Chinese characters reach over the line; those of the pieces do not reach under the base line.
        text.character = std::min(height * pixel, 1.1 * region.character);
        return text;
    }

    /// What was not found may stand there too small to be read.
    void judge_missing(PaintedProof& proof, const std::vector<bool>& found, const std::vector<QRectF>& places) const {
        for (std::size_t w = 0; w < found.size(); ++w) {
            PaintedText& text = proof.texts[w];
            if (found[w]) continue;
            text.comparison = compare(text.wanted, {});
            if (comparable(text.wanted).empty()) text.verdict = Verdict::not_judged;
            const std::size_t length = comparable(text.wanted).size();
            for (const Reading& reading : readings_) {
                PaintedText small = as_text(reading, 0, reading.words.size());
                const std::size_t shown = comparable(small.read).size();
                if (!reading.first || small.character >= reliable_height(text.wanted) || 2 * shown < length || shown > 2 * length + 2) continue;
                if (small.confidence < 60 || taken(places, small.place.boundingRect()) > 0.3) continue;
                small.wanted = text.wanted;
                small.comparison = compare(small.wanted, small.read);
                // Grain reads as letters of a few pixels; what nobody could read is not there.
                if (small.comparison.similarity < 0.4 || small.character < least_seen) continue;
                small.verdict = Verdict::not_judged;
                text = std::move(small);
                break;
            }
        }
    }

    void add_extra(PaintedProof& proof, std::vector<QRectF>& places) const {
        std::vector<PaintedText> extra;
        for (const Reading& reading : readings_)
            for (std::size_t i = 0; i < reading.words.size() && reading.first; ++i) {
                const PaintedText text = as_text(reading, i, i + 1);
                if (!is_word(text) || !is_read_again(reading, text)) continue;
                // With the letters that it was parted from.
                std::size_t begin = i, end = i + 1;
                take_touching(reading, begin, end);
                extra.push_back(as_text(reading, begin, end));
            }
        std::ranges::stable_sort(extra, std::greater{}, &PaintedText::confidence);
        for (PaintedText& text : extra) {
            const QRectF box = text.place.boundingRect();
            if (taken(places, box) > 0.2) continue;
            places.push_back(box);
            text.verdict = Verdict::extra;
            text.comparison = compare({}, text.read);
            proof.texts.push_back(std::move(text));
        }
    }

    /// What is not written reads differently in each of the ways that a region is read.
    bool is_read_again(const Reading& reading, const PaintedText& text) const {
        for (const Reading& other : readings_) {
            if (&other == &reading || !other.first || other.region != reading.region || other.direction != reading.direction) continue;
            for (std::size_t i = 0; i < other.words.size(); ++i)
                if (comparable(other.words[i].text) == comparable(text.read) && taken({text.place.boundingRect()}, place_of(other, i, i + 1).boundingRect()) > 0.5) return true;
        }
        return false;
    }

    /// Ground reads as letters now and then, but hardly as words, and not with confidence.
    static bool is_word(const PaintedText& text) {
        const bool han = std::ranges::any_of(text.read, is_han);
        const std::u32string letters = comparable(text.read);
        const std::size_t length = letters.size();
        if (text.character < reliable_height(text.read)) return false;
        // Lines of a drawing read as 一, 二, l or 丨, over and over.
        std::set<char32_t> kinds(letters.begin(), letters.end());
        for (const char32_t stroke : U"一二三丨丶lI1") kinds.erase(stroke);
        if (kinds.size() < 2) return false;
        return text.confidence >= extra_confidence && length >= (han ? 2u : 3u);
    }

    static double reliable_height(const QString& text) { return std::ranges::any_of(text, is_han) ? reliable_chinese : reliable_latin; }

    const QStringList& wanted_;
    const std::vector<Region>& regions_;
    const std::vector<Reading>& readings_;
};

}  // namespace

PaintedProof judge(const QStringList& wanted, const std::vector<Region>& regions, const std::vector<Reading>& readings) {
    return Judge(wanted, regions, readings).judge();
}

QString word_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::right: return QStringLiteral("right");
        case Verdict::wrong: return QStringLiteral("wrong");
        case Verdict::missing: return QStringLiteral("missing");
        case Verdict::extra: return QStringLiteral("extra");
        case Verdict::not_judged: break;
    }
    return QStringLiteral("not judged");
}

bool PaintedProof::passed() const {
    return std::ranges::all_of(texts, [](const PaintedText& t) { return t.verdict == Verdict::right || t.verdict == Verdict::not_judged; });
}

double PaintedProof::score() const {
    double sum = 0, count = 0;
    for (const PaintedText& text : texts) {
        if (text.wanted.isEmpty() || text.verdict == Verdict::not_judged) continue;
        sum += text.comparison.similarity;
        ++count;
    }
    return count > 0 ? sum / count : 1;
}

}  // namespace haibao::proof
