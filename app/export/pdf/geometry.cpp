// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/export/pdf/document.h"
#include "app/export/pdf/marks.h"

namespace haibao::pdf {

PageGeometry geometry_of(const document::Page& page, const PdfOptions& options) {
    constexpr double greatest_side = 14'400;  // of a PDF page, points
    PageGeometry geometry;
    const QSizeF size = page.points();
    geometry.bleed_width = options.with_bleed ? page.bleed : 0;
    const bool marks = options.crop_marks || options.registration_marks || options.colour_bar || options.slug;
    const auto margin = [&] { return marks ? mark_offset(geometry.bleed_width) + mark_length + mark_border : geometry.bleed_width; };
    if (std::max(size.width(), size.height()) + 2 * margin() > greatest_side) geometry.scale = 0.1, geometry.bleed_width *= 0.1;
    const double around = margin(), width = size.width() * geometry.scale, height = size.height() * geometry.scale;
    geometry.media = {0, 0, width + 2 * around, height + 2 * around};
    geometry.trim = {around, around, width, height};
    const double bleed = geometry.bleed_width;
    geometry.bleed = geometry.trim.adjusted(-bleed, -bleed, bleed, bleed);
    geometry.to_pdf = QTransform(geometry.scale, 0, 0, -geometry.scale, around, around + height);
    return geometry;
}

}  // namespace haibao::pdf
