// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/soft_mask.h"

#include <algorithm>
#include <cmath>

#include "app/render/pixels.h"

namespace haibao::pdf {

SoftMask soft_mask(const render::Soft& soft, const QRectF& within, double dpi) {
    const double reach = 4 * soft.blur;
    const QRectF area = soft.path.boundingRect().adjusted(-reach, -reach, reach, reach) & within;
    if (area.isEmpty()) return {};
    // A strong blur has nothing to show at a fine resolution: 24 pixels a deviation are steps of 4 in 255, and from 100 dpi
    // on even readers that do not smooth show them smaller than the eye parts.
    constexpr double pixels_per_deviation = 24, least_dpi = 100, most_pixels = 4e7;
    double scale = dpi / 72;
    if (soft.blur > 0) scale = std::min(scale, std::max(pixels_per_deviation / soft.blur, least_dpi / 72));
    scale = std::min(scale, std::sqrt(most_pixels / (area.width() * area.height())));
    const render::EffectImage effect = render::effect_image(soft, scale, within);
    return {effect.coverage.convertToFormat(QImage::Format_Grayscale8), effect.where};
}

}  // namespace haibao::pdf
