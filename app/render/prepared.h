// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRect>
#include <QTransform>
#include <variant>
#include <vector>

#include "app/render/pixels.h"

// A display list at one resolution: everything in pixels from the corner of the area that is painted.
namespace haibao::render {

struct FillOp {
    QPainterPath path;
    QBrush brush;
    QImage picture;         ///< instead of the brush, where the paint is one picture
    QTransform to_device;   ///< of `picture`
};
struct SoftOp {
    QPainterPath path;
    double sigma = 0;
    document::Colour colour;
};
/// Drawn apart: the operations up to `end`, put down through `clip`.
struct GroupOp {
    QPainterPath clip;  ///< empty = none
    std::size_t end = 0;
};

struct Op {
    std::variant<FillOp, SoftOp, GroupOp> what;
    QRect bounds;  ///< pixels that it can touch
    double opacity = 1;
    QPainter::CompositionMode mode = QPainter::CompositionMode_SourceOver;
};

QPainter::CompositionMode composition_mode(document::Blend blend);

/// The operations of a list, in its order.
std::vector<Op> prepare_ops(const DisplayList& list, const QTransform& from_page, Quality quality);

/// The path with data of its own. QPainter keeps what it makes of a path (QPainterPath's vector form) in the data that copies
/// share, without a lock: bands that draw one path in several threads would meet it half made.
QPainterPath own(const QPainterPath& shared);

/// Coordinates rounded to 1/64 pixel, which the rasteriser does anyhow: then a shift by whole pixels changes nothing.
QPainterPath on_pixel_grid(const QPainterPath& path, const QTransform& to_device);

}  // namespace haibao::render
