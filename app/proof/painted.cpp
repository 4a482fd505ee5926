// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/painted.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "app/proof/judge.h"

namespace haibao::proof {
namespace {

constexpr double most_line = 2.6 * read_height;  ///< higher regions hold more than a line, also where their characters were taken for smaller ones
constexpr double smaller_look = 0.7;
constexpr double longest_side = 4096;        ///< larger pictures are read at this size

QImage turned(const QImage& image, int degrees) { return image.transformed(QTransform().rotate(degrees)); }

/// Whether a reading's words are characters that stand apart.
enum class Spaced : std::uint8_t { no, yes };

class Reader {
public:
    Reader(const QImage& picture, const QStringList& wanted, Ocr& ocr, std::stop_token stop)
        : wanted_(wanted), ocr_(ocr), stop_(std::move(stop)), finder_(picture), regions_(finder_.regions()) {
        for (const QString& text : wanted) wants(language_of(text));
        // Texts that nobody asked for may be in either script.
        if (std::ranges::none_of(languages_, is_latin)) wants(Language::english);
        if (std::ranges::all_of(languages_, is_latin)) wants(Language::simplified);
    }

    Result<PaintedProof> run() {
        for (std::size_t i = 0; i < regions_.size(); ++i)
            if (auto read = read_region(i); !read) return pass_on(read);
        if (auto read = read_lines(); !read) return pass_on(read);
        if (auto read = read_single_lines(); !read) return pass_on(read);
        return judged();
    }

private:
    void wants(Language language) {
        if (!std::ranges::contains(languages_, language)) languages_.push_back(language);
    }

    Result<void> read_region(std::size_t i) {
        const Region& region = regions_[i];
        const double width = region.grey.width(), height = region.grey.height();
        for (const Language language : languages_) {
            const bool column = height > 1.3 * width, row = width > 0.77 * height;
            if (row || !column)
                for (const QImage* image : {&region.grey, &region.clean})
                    if (auto done = read_as(i, *image, language, Direction::horizontal, {}); !done) return done;
            if (!column) continue;
            if (!is_latin(language)) {
                for (const QImage* image : {&region.grey, &region.clean})
                    if (auto done = read_column(i, *image, language); !done) return done;
            } else {
                // Latin in a column lies on its side, as a rule clockwise.
                for (const int degrees : {-90, 90}) {
                    const QTransform back = QTransform(turned_back(region.grey.size(), degrees));
                    if (auto done = read_as(i, turned(region.clean, degrees), language, Direction::horizontal, back); !done) return done;
                }
            }
        }
        return {};
    }

    /// By all readings until now.
    const PaintedProof& judged() {
        if (judged_by_ != readings_.size()) judged_ = judge(wanted_, regions_, readings_), judged_by_ = readings_.size();
        return judged_;
    }

    /// Of the wanted texts that are not right yet and could be.
    std::vector<Language> languages_left() {
        std::vector<Language> languages;
        for (std::size_t w = 0; w < std::size_t(wanted_.size()); ++w) {
            const QString& text = wanted_[qsizetype(w)];
            if (judged().texts[w].verdict == Verdict::right || comparable(text).empty()) continue;
            if (const Language language = language_of(text); !std::ranges::contains(languages, language)) languages.push_back(language);
        }
        return languages;
    }

    /// Once more, as they stand, until nothing is left to be found.
    Result<void> read_lines() {
        for (std::size_t i = 0; i < regions_.size() && !languages_left().empty(); ++i)
            if (auto read = read_lines(i); !read) return read;
        return {};
    }

    /// A region of one line, or columns set side by side.
    Result<void> read_lines(std::size_t i) {
        const Region& region = regions_[i];
        const double width = region.grey.width(), height = region.grey.height();
        for (const Language language : languages_) {
            if (height < most_line && width > height)
                for (const QImage* image : {&region.grey, &region.clean})
                    if (auto done = read_as(i, *image, language, Direction::horizontal, {}, Lines::one); !done) return done;
            if (height > 1.3 * width && !is_latin(language))
                for (const QImage* image : {&region.grey, &region.clean})
                    if (auto done = read_columns_as_rows(i, *image, language, Lines::one); !done) return done;
        }
        return {};
    }

    /// For what was not read so until now: line by line, each at its own size and with its letterspacing closed up.
    Result<void> read_single_lines() {
        if (languages_left().empty()) return {};
        const std::size_t first = regions_.size();
        first_look_ = false;
        std::ranges::move(finder_.lines(), std::back_inserter(regions_));
        for (std::size_t i = first; i < regions_.size(); ++i) {
            const std::vector<Language> languages = languages_left();
            if (languages.empty()) return {};
            if (is_read(regions_[i])) continue;
            for (const Language language : languages)
                if (auto read = read_single_line(i, language); !read) return read;
        }
        return {};
    }

    /// Whether texts that are right take up a line from end to end: no other can stand there.
    bool is_read(const Region& line) {
        const bool row = line.grey.width() > line.grey.height();
        const QRectF box = line.corners.boundingRect();
        double length = 0;
        for (const PaintedText& text : judged().texts) {
            if (text.verdict != Verdict::right) continue;
            const QRectF place = text.place.boundingRect(), both = box & place;
            const double across = row ? both.height() / std::min(box.height(), place.height()) : both.width() / std::min(box.width(), place.width());
            if (across > 0.5) length += row ? both.width() : both.height();
        }
        return length > 0.9 * (row ? box.width() : box.height());
    }

    Result<void> read_single_line(std::size_t i, Language language) {
        const Region& region = regions_[i];
        const bool row = region.grey.width() > region.grey.height();
        if (!row && is_latin(language)) return {};
        for (const QImage* image : {&region.grey, &region.clean}) {
            if (!row)
                if (auto done = read_stacked(i, *image, language); !done) return done;
            for (const Lines lines : {Lines::found, Lines::one}) {
                auto done = row ? read_row(i, *image, language, lines) : read_columns_as_rows(i, *image, language, lines);
                if (!done) return done;
                // In some faces a size below the usual one is read better.
                const QImage smaller = image->scaled(image->size() * smaller_look, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
                if (row) done = read_as(i, smaller.convertToFormat(QImage::Format_Grayscale8), language, Direction::horizontal, QTransform::fromScale(1 / smaller_look, 1 / smaller_look), lines);
                if (!done) return done;
            }
        }
        return {};
    }

    Result<std::vector<ReadLine>> look(const QImage& image, Language language, Direction direction, Lines lines = Lines::found, Parts parts = Parts::words) {
        if (stop_.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        return ocr_.read(image, language, direction, lines, parts);
    }

    /// A few characters below each other, each taken for a line, are a column.
    Result<void> read_stacked(std::size_t i, const QImage& image, Language language) {
        auto read = look(image, language, Direction::horizontal);
        if (!read) return pass_on(read);
        ReadLine column;
        for (ReadLine& line : *read) std::ranges::move(line, std::back_inserter(column));
        keep(i, {column}, language, Direction::vertical, {}, Lines::found, Spaced::yes);
        return {};
    }

    Result<void> read_row(std::size_t i, const QImage& image, Language language, Lines lines) {
        if (auto done = read_as(i, image, language, Direction::horizontal, {}, lines); !done) return done;
        const Column closed = closed_up(image, read_height);
        if (closed.cells.empty()) return {};
        auto read = look(closed.row, language, Direction::horizontal, lines, Parts::characters);
        if (!read) return pass_on(read);
        put_back(*read, closed);
        keep(i, *read, language, Direction::horizontal, {}, lines, Spaced::yes);
        return {};
    }

    static QTransform turned_back(QSize size, int degrees) {
        return QImage::trueMatrix(QTransform().rotate(degrees), size.width(), size.height()).inverted();
    }

    Result<void> read_as(std::size_t i, const QImage& image, Language language, Direction direction, const QTransform& to_region, Lines lines = Lines::found) {
        auto read = look(image, language, direction, lines);
        if (!read) return pass_on(read);
        keep(i, *read, language, direction, to_region, lines);
        return {};
    }

    /// A column by the reader for columns, and again with its characters set side by side, which it reads better.
    Result<void> read_column(std::size_t i, const QImage& image, Language language) {
        if (language == Language::simplified)
            if (auto done = read_as(i, image, language, Direction::vertical, {}); !done) return done;
        return read_columns_as_rows(i, image, language, Lines::found);
    }

    Result<void> read_columns_as_rows(std::size_t i, const QImage& image, Language language, Lines lines) {
        for (const Column& column : columns_of(image)) {
            auto read = look(column.row, language, Direction::horizontal, lines);
            if (!read) return pass_on(read);
            put_back(*read, column);
            keep(i, *read, language, Direction::vertical, {}, lines);
        }
        return {};
    }

    static void put_back(std::vector<ReadLine>& lines, const Column& column) {
        for (ReadLine& line : lines)
            for (Word& word : line) word.box = column.back(word.box);
    }

    void keep(std::size_t i, const std::vector<ReadLine>& lines, Language language, Direction direction, const QTransform& to_region, Lines how, Spaced spaced = Spaced::no) {
        Reading reading{i, language, direction, to_region * regions_[i].to_picture, {}, {}, how, first_look_ && how == Lines::found, spaced == Spaced::yes};
        const QRectF whole = to_region.inverted().mapRect(QRectF(QPointF(), QSizeF(regions_[i].grey.size())));
        for (std::size_t l = 0; l < lines.size(); ++l)
            for (const Word& word : lines[l]) {
                if (comparable(word.text).empty()) continue;
                reading.words.push_back(word);
                // The reader of columns gives boxes without an area now and then.
                if (QRectF& box = reading.words.back().box; box.width() < 2 || box.height() < 2) box = whole;
                reading.line.push_back(l);
            }
        if (!reading.words.empty()) readings_.push_back(std::move(reading));
    }

    const QStringList& wanted_;
    Ocr& ocr_;
    std::stop_token stop_;
    RegionFinder finder_;
    std::vector<Region> regions_;
    std::vector<Language> languages_;
    std::vector<Reading> readings_;
    PaintedProof judged_;
    std::optional<std::size_t> judged_by_;  ///< so many readings
    bool first_look_ = true;
};

}  // namespace

Result<PaintedProof> proof_picture(const QImage& picture, const QStringList& wanted, Ocr& ocr, std::stop_token stop) {
    if (picture.isNull()) return fail(ErrorKind::invalid_input, "There is no picture to read.");
    const double side = std::max(picture.width(), picture.height());
    if (side <= longest_side) return Reader(picture, wanted, ocr, std::move(stop)).run();
    const QImage smaller = picture.scaled(picture.size() * (longest_side / side), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    auto proof = Reader(smaller, wanted, ocr, std::move(stop)).run();
    if (!proof) return proof;
    const double factor = side / longest_side;
    for (PaintedText& text : proof->texts) {
        text.place = QTransform::fromScale(factor, factor).map(text.place);
        text.character *= factor;
    }
    return proof;
}

}  // namespace haibao::proof
