// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <optional>
#include <span>
#include <vector>

#include "app/placement/type.h"

// Texts as one typographic group: sharing an axis, in sensible proportions, measured by their ink.
namespace haibao::placement {

/// Sizes in points for one page; `scale` is what the search varies (1…0.6).
struct Scale {
    QSizeF page;
    double margin = 0;   ///< from the trim to the ink
    double scale = 1;

    double short_side() const { return std::min(page.width(), page.height()); }
    double width() const { return page.width() - 2 * margin; }
    double height() const { return page.height() - 2 * margin; }
    double title_cap() const;      ///< largest size of a title
    double subtitle(double title) const;
    double detail() const;         ///< dates, places
    double body() const;
};

struct Piece {
    const PromptText* text = nullptr;
    Setting setting;
    double size = 0;
    QRectF frame;  ///< points from the lockup's corner
    QRectF ink;
};

struct Lockup {
    std::vector<Piece> pieces;
    std::optional<QRectF> rule;  ///< a hairline between title and details
    QRectF ink;                  ///< of all of it; the corner is (0, 0)
    double small = 0;            ///< the smallest size in it
};

enum class Axis : std::uint8_t { left, centre, right };

/// Title above, everything else below it, on one axis. `title_lines`: from 1. Nothing when the title cannot be set so.
std::optional<Lockup> stacked(Typesetter& type, std::span<const PromptText* const> texts, const Scale& scale, Axis axis, int title_lines);
/// The title as a column, the subtitle as a smaller one to the left of it.
std::optional<Lockup> columns(Typesetter& type, std::span<const PromptText* const> texts, const Scale& scale);

}  // namespace haibao::placement
