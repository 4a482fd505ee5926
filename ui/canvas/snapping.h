// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>
#include <optional>
#include <vector>

#include "app/document/poster.h"

namespace haibao::ui {

/// Lines that a moved rectangle is drawn to: page edges and centres, safe margin, bleed, edges and centres of other layers,
/// guides. Points on the page.
class SnapLines {
public:
    SnapLines() = default;
    /// `moving`: layers that must not attract themselves.
    SnapLines(const document::Poster& poster, const std::vector<document::LayerId>& moving, const std::vector<QLineF>& guides);

    struct Snap {
        QPointF offset;              ///< to add
        std::vector<QLineF> shown;   ///< lines to draw
    };
    /// `reach`: how near an edge or the centre must be, in points.
    Snap snap(const QRectF& rect, double reach) const;

private:
    void add(const QRectF& rect);
    std::vector<double> vertical_, horizontal_;  ///< x of vertical lines, y of horizontal ones
    QRectF page_;
};

/// The rectangle around a layer as it stands, turned.
QRectF bounds_of(const document::Layer& layer);

}  // namespace haibao::ui
