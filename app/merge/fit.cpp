// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/merge/fit.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/document/scale_type.h"
#include "app/typeset/layout.h"

namespace haibao::merge {
namespace {

constexpr qsizetype any_lines = std::numeric_limits<qsizetype>::max();

document::Text scaled(document::Text text, double factor) {
    document::scale_type(text, factor);
    return text;
}

double largest_size(const document::Text& text) {
    double size = text.spans.empty() ? text.style.size : 0;
    for (const document::Span& span : text.spans) size = std::max(size, span.style.size);
    return size;
}

bool fits(const typeset::Layout& layout) {
    using Kind = typeset::WarningKind;
    return layout.hidden_characters == 0 &&
           std::ranges::none_of(layout.warnings, [](const typeset::Warning& w) { return w.kind == Kind::does_not_fit || w.kind == Kind::overflow || w.kind == Kind::path_too_short; });
}

/// The largest share of its size, in whole percent, at which the text fits on so many lines. A smaller one fits where a larger one does,
/// as a rule; what is found fits in any case.
std::optional<double> largest_fit(const document::Text& text, const typeset::FontSet& fonts, qsizetype lines) {
    const auto fits_at = [&](int percent) {
        const typeset::Layout layout = typeset::lay_out(scaled(text, percent / 100.0), fonts);
        return fits(layout) && std::ssize(layout.lines) <= lines;
    };
    int fitting = int(std::lround(least_fit * 100)), too_large = 100;
    if (!fits_at(fitting)) return std::nullopt;
    while (too_large - fitting > 1) {
        const int between = (fitting + too_large) / 2;
        (fits_at(between) ? fitting : too_large) = between;
    }
    return fitting / 100.0;
}

/// As many as the template's text has, and one more for each paragraph that only the row's has.
qsizetype lines_of(const document::Poster& poster, document::LayerId id, const document::Text& text, const typeset::FontSet& fonts) {
    const document::Layer* layer = poster.find(id);
    const auto* before = layer ? std::get_if<document::TextLayer>(&layer->content) : nullptr;
    if (!before) return any_lines;
    const qsizetype more = std::max<qsizetype>(0, text.text.count('\n') - before->text.text.count('\n'));
    return std::max<qsizetype>(1, std::ssize(typeset::lay_out(before->text, fonts).lines)) + more;
}

}  // namespace

FilledPoster fill_row(const MergeTask& task, const TableRow& row, const typeset::FontSet& fonts, const PictureFolder& pictures) {
    FilledPoster filled = fill(task.poster, task.plan, row, pictures);
    if (task.fit != Fit::shrink || filled.skipped) return filled;
    for (const document::LayerId id : filled.texts) {
        document::Layer* layer = filled.poster.find(id);
        if (!layer || !layer->visible) continue;
        document::Text& text = std::get<document::TextLayer>(layer->content).text;
        if (text.text.isEmpty() || text.box.mode == document::BoxMode::shrink || fits(typeset::lay_out(text, fonts))) continue;
        auto factor = largest_fit(text, fonts, lines_of(task.poster, id, text, fonts));
        if (!factor) factor = largest_fit(text, fonts, any_lines);
        if (!factor) {
            filled.too_long.push_back(id);
            filled.problems.push_back({row.number, columns_of(task.plan, id), layer->name, "does-not-fit",
                                       QString("Even at the smallest size of %1 points, %2 % of its own, the text does not fit its box; enlarge the box or shorten the text.")
                                           .arg(QString::number(largest_size(text) * least_fit, 'g', 4)).arg(std::lround(least_fit * 100)),
                                       Severity::error});
            continue;
        }
        text = scaled(std::move(text), *factor);
        filled.problems.push_back({row.number, columns_of(task.plan, id), layer->name, "set-smaller",
                                   QString("The text is set at %1 % of its size, so that it fits its box.").arg(std::lround(*factor * 100)), Severity::warning});
    }
    return filled;
}

}  // namespace haibao::merge
