// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QTransform>
#include <span>

#include "app/export/pdf/colours.h"

namespace haibao::pdf {

/// A gradient's place, as a shading dictionary wants it: type 2 (axial) or 3 (radial).
struct ShadingPlace {
    int type = 2;
    std::string coordinates;
};
ShadingPlace place_of(const render::Axial& gradient);
ShadingPlace place_of(const render::Radial& gradient);

bool has_alpha(std::span<const document::Stop> stops);

/// A pattern of the gradient's colours, without their alpha. `to_pdf` maps page coordinates.
QPDFObjectHandle shading_pattern(QPDF& pdf, Colours& colours, const ShadingPlace& place, std::span<const document::Stop> stops, const QTransform& to_pdf);
/// A soft mask of the gradient's alpha over `area` (PDF coordinates), for an ExtGState.
QPDFObjectHandle shading_mask(QPDF& pdf, const ShadingPlace& place, std::span<const document::Stop> stops, const QTransform& to_pdf, const QRectF& area);

}  // namespace haibao::pdf
