// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPointF>
#include <QRectF>
#include <memory>
#include <vector>

#include "app/document/paint.h"

namespace haibao::placement {

/// How busy a part of a picture is; 0 = calm, 1 = as busy as the picture's busiest twentieth.
struct Busyness {
    double mean = 0;
    double worst = 0;  ///< 95th percentile of its 8 × 8 cells
    double figure = 0;  ///< most of a cell that belongs to something that stands out as a whole, 0…1
};

/// A picture as ground for type (typesetting-spec §20.1). Rectangles are fractions of the picture, 0…1.
class Ground {
public:
    explicit Ground(const QImage& picture, const std::vector<QRectF>& keep_out = {});

    Busyness busyness(const QRectF& part) const;
    QPointF weight() const { return weight_; }  ///< centre of what draws the eye
    /// The picture's own main colours, the most frequent first, sRGB.
    const std::vector<document::Colour>& colours() const { return colours_; }
    /// Mean relative luminance of a part, 0…1.
    double light(const QRectF& part) const;
    /// The mean colour of a part.
    document::Colour average(const QRectF& part) const;

private:
    struct Maps;
    std::shared_ptr<const Maps> maps_;
    QPointF weight_{0.5, 0.5};
    std::vector<document::Colour> colours_;
};

}  // namespace haibao::placement
