// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/script.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <QPainter>
#include <algorithm>
#include <memory>
#include <span>

namespace haibao::proof {
namespace {

struct Range {
    int begin = 0, end = 0;
    int size() const { return end - begin; }
};

/// Stretches of the profile with ink; gaps up to `bridge` do not part them.
std::vector<Range> stretches(std::span<const int> profile, int bridge) {
    std::vector<Range> found;
    for (int i = 0; i < static_cast<int>(profile.size()); ++i) {
        if (profile[static_cast<std::size_t>(i)] == 0) continue;
        if (!found.empty() && i - found.back().end <= bridge) found.back().end = i + 1;
        else found.push_back({i, i + 1});
    }
    return found;
}

bool has_ink(uchar grey) { return grey < 128; }

/// 三 and 二 fall apart into their strokes: what is much flatter than the column is wide joins the next, as far as one
/// character reaches.
std::vector<Range> characters_of(std::vector<Range> pieces, int width) {
    std::vector<Range> joined;
    for (const Range& piece : pieces) {
        if (!joined.empty() && piece.end - joined.back().begin <= 1.1 * width && (piece.size() < 0.75 * width || joined.back().size() < 0.75 * width)) joined.back().end = piece.end;
        else joined.push_back(piece);
    }
    return joined;
}

void set_row(Column& column, const QImage& grey, int width, int height) {
    column.row = QImage(width, height, QImage::Format_Grayscale8);
    column.row.fill(255);
    QPainter painter(&column.row);
    for (std::size_t i = 0; i < column.cells.size(); ++i) painter.drawImage(column.placed[i].topLeft().toPoint(), grey, column.cells[i].toRect());
}

}  // namespace

Language language_of(const QString& text) {
    if (std::ranges::none_of(text, is_han))
        return std::ranges::any_of(text, [](QChar c) { return c.isLetter() && c.unicode() > 0x7F; }) ? Language::portuguese : Language::english;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !simplify) return Language::simplified;
    icu::UnicodeString simple(reinterpret_cast<const char16_t*>(text.utf16()), static_cast<int32_t>(text.size()));
    const icu::UnicodeString before = simple;
    simplify->transliterate(simple);
    return simple == before ? Language::simplified : Language::traditional;
}

QRectF Column::back(const QRectF& box) const {
    QRectF found;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double both = std::min(box.right(), placed[i].right()) - std::max(box.left(), placed[i].left());
        if (both > 0.3 * std::min(placed[i].width(), box.width())) found |= cells[i];
    }
    return found;
}

Column closed_up(const QImage& grey, double character) {
    std::vector<int> across(std::size_t(grey.width()), 0);
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x) across[std::size_t(x)] += has_ink(grey.constScanLine(y)[x]);
    Column column;
    double at = 12;
    const std::vector<Range> cells = stretches(across, static_cast<int>(0.3 * character));
    if (cells.size() < 2) return column;
    for (const Range& cell : cells) {
        column.cells.emplace_back(cell.begin - 1, 0, cell.size() + 2, grey.height());
        column.placed.emplace_back(at, 0, cell.size() + 2, grey.height());
        at += cell.size() + 2 + 0.1 * character;
    }
    set_row(column, grey, static_cast<int>(at) + 12, grey.height());
    return column;
}

std::vector<Column> columns_of(const QImage& grey) {
    std::vector<int> across(std::size_t(grey.width()), 0);
    for (int y = 0; y < grey.height(); ++y)
        for (int x = 0; x < grey.width(); ++x) across[std::size_t(x)] += has_ink(grey.constScanLine(y)[x]);
    std::vector<Column> columns;
    for (const Range& strip : stretches(across, 6)) {
        if (strip.size() < 12) continue;
        std::vector<int> down(std::size_t(grey.height()), 0);
        for (int y = 0; y < grey.height(); ++y)
            for (int x = strip.begin; x < strip.end; ++x) down[std::size_t(y)] += has_ink(grey.constScanLine(y)[x]);
        Column column;
        double at = 12;
        for (const Range& cell : characters_of(stretches(down, 1), strip.size())) {
            if (cell.size() < 3) continue;
            column.cells.emplace_back(strip.begin - 1, cell.begin - 1, strip.size() + 2, cell.size() + 2);
            const double side = std::max(cell.size(), strip.size()) + 2.0;
            column.placed.emplace_back(at, 12 + (side - cell.size() - 2) / 2, strip.size() + 2, cell.size() + 2);
            at += strip.size() + 2 + 0.08 * strip.size();
        }
        if (column.cells.empty()) continue;
        double bottom = 0;
        for (const QRectF& place : column.placed) bottom = std::max(bottom, place.bottom());
        set_row(column, grey, static_cast<int>(at) + 12, static_cast<int>(bottom) + 12);
        columns.insert(columns.begin(), std::move(column));
    }
    return columns;
}

}  // namespace haibao::proof
