// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QTransform>
#include <array>
#include <optional>

#include "app/document/text.h"
#include "inference/base/result.h"

namespace haibao::render {

/// A distortion of a box (typesetting-spec §16): points, outlines, and back again for carets.
class WarpMap {
public:
    /// Errors: invalid_input for corners that are no convex quadrilateral in the given order, or too few points.
    static Result<WarpMap> make(const document::Warp& warp, const QRectF& box);

    QPointF map(QPointF point) const;
    /// The point that map() brings here; nothing when there is none near the box.
    std::optional<QPointF> unmap(QPointF point) const;
    /// Straight pieces that differ from the true curve by less than `tolerance` (the box's units).
    QPainterPath map(const QPainterPath& path, double tolerance) const;
    /// The best affine stand-in around a point.
    QTransform near(QPointF point) const;

private:
    WarpMap(document::Warp::Type type, const QRectF& box) : type_(type), box_(box) {}
    QPointF arc(double u, double y) const;
    QPointF coons(double u, double v) const;

    document::Warp::Type type_;
    QRectF box_;
    double bend_ = 0;
    QTransform perspective_;               ///< unit square → page
    std::array<QPointF, 12> envelope_{};   ///< in the box's units
};

}  // namespace haibao::render
