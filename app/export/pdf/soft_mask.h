// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

#include "app/render/display_list.h"

namespace haibao::pdf {

/// The pixels of a shadow or glow, and where they stand on the page.
struct SoftMask {
    QImage alpha;  ///< one byte a pixel, 255 = full; null where nothing of it is within the page
    QRectF area;   ///< page coordinates
};
/// `within`: what of the page is shown.
SoftMask soft_mask(const render::Soft& soft, const QRectF& within, double dpi);

}  // namespace haibao::pdf
