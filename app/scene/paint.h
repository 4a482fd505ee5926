// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/layer.h"

#include <QImage>
#include <QRectF>

class QPainter;

namespace haibao::scene {

/// Paints the scene over (0, 0, page.width(), page.height()) of the painter's coordinates.
void paint(QPainter& painter, const Scene& scene);

/// The scene as opaque RGB32 pixels.
QImage to_image(const Scene& scene, QSize pixels);

/// The stops of a glow at its centre … edge: a Gaussian cut off at 2.5 deviations, for every backend alike.
std::vector<Stop> glow_stops(const Glow& glow);

/// A soft layer as a premultiplied picture with few pixels and the rectangle it covers, in scene units. Its resolution
/// follows the blur and not the output, so all backends and sizes show the same; enlarge it with linear interpolation.
struct SoftImage {
    QImage image;
    QRectF where;
};
SoftImage soft_image(const Soft& soft, const Scene& scene);

}  // namespace haibao::scene
