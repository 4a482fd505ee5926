// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <optional>
#include <vector>

#include "app/document/poster.h"
#include "ui/canvas/layer_geometry.h"

namespace haibao::ui {

/// Where the lines of a text stand on the page: baselines of level text, middles of columns. Points.
struct Baselines {
    std::vector<double> x;  ///< of columns
    std::vector<double> y;  ///< of level lines
    void add(const Baselines& other);
    Baselines moved(QPointF by) const;
};
/// Empty for what is no text, or is turned, flipped, bent or on a path.
Baselines baselines_of(const document::Layer& layer);

/// Lines that a moved rectangle is drawn to: page edges and centres, safe margin, bleed, edges, centres and baselines of other
/// layers, guides. Points on the page.
class SnapLines {
public:
    SnapLines() = default;
    /// `moving`: layers that must not attract themselves.
    SnapLines(const document::Poster& poster, const std::vector<document::LayerId>& moving);

    struct Snap {
        QPointF offset;              ///< to add
        std::vector<QLineF> shown;   ///< lines to draw
    };
    /// `reach`: how near an edge, the centre or one of its own baselines must be, in points.
    Snap snap(const QRectF& rect, double reach, const Baselines& own = {}) const;

private:
    void add(const QRectF& rect);
    std::vector<double> vertical_, horizontal_;  ///< x of vertical lines, y of horizontal ones
    QRectF page_;
};

}  // namespace haibao::ui
