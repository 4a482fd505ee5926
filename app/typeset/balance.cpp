// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <optional>

#include "app/typeset/lines.h"

namespace haibao::typeset {
namespace {

constexpr std::size_t most_units = 2000, most_lines = 40;  // beyond them nobody balances, and time grows with their product
constexpr double divided_phrase = 0.35, divided_word = 0.25;  // what these cost, as parts of the measure that stay empty

struct Step {
    double cost = std::numeric_limits<double>::infinity();
    LineCut line;
};

double penalty(Break kind) { return kind == Break::in_word ? divided_phrase : kind == Break::hyphen ? divided_word : 0; }

}  // namespace

std::vector<LineCut> balance_lines(const LineMeasurer& measurer, const Measure& measure, std::vector<LineCut> greedy) {
    const auto& units = measurer.paragraph().units;
    const int count = static_cast<int>(units.size());
    if (units.size() > most_units || greedy.size() > most_lines || !std::isfinite(measure.line) || measure.line <= 0) return greedy;
    for (const LineCut& line : greedy)
        if (line.forced || (line.last && line.end < count)) return greedy;
    // best[k][i]: the least cost of the first k lines when they end before unit i.
    std::vector<std::vector<Step>> best(greedy.size() + 1, std::vector<Step>(count + 1));
    best[0][0].cost = 0;
    for (std::size_t k = 0; k < greedy.size(); ++k)
        for (int begin = 0; begin < count; ++begin) {
            if (!std::isfinite(best[k][begin].cost)) continue;
            const double width = k == 0 ? measure.first_line : measure.line;
            for (int end = begin + 1; end <= count; ++end) {
                if (measurer.least_width(begin, end) > width) break;
                if (end < count && units[end].before < Break::in_word) continue;
                const auto fit = measurer.fit(begin, end, width);
                if (!fit.fits) continue;
                const double empty = (width - fit.cut.width) / measure.line, marred = end < count ? penalty(units[end].before) : 0;
                const double cost = best[k][begin].cost + empty * empty + marred * marred;
                if (cost < best[k + 1][end].cost) best[k + 1][end] = {cost, fit.cut};
            }
        }
    if (!std::isfinite(best[greedy.size()][count].cost)) return greedy;
    std::vector<LineCut> lines(greedy.size());
    for (std::size_t k = greedy.size(), end = static_cast<std::size_t>(count); k > 0; --k) {
        lines[k - 1] = best[k][end].line;
        end = static_cast<std::size_t>(lines[k - 1].begin);
    }
    for (std::size_t k = 0; k < lines.size(); ++k) lines[k].first = k == 0;
    return lines;
}

}  // namespace haibao::typeset
