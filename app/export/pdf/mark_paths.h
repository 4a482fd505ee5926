// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <algorithm>

#include "app/core/lengths.h"

// The marks around a page, for PDF and pictures alike (export-spec §2): all outside the bleed. Points; y may run up or down.
namespace haibao::pdf {

constexpr double mark_length = 5 * points_per_mm;
constexpr double mark_border = 2 * points_per_mm;  ///< white outside the marks
constexpr double mark_offset(double bleed) { return std::max(bleed, 3 * points_per_mm); }  ///< from the trim

/// 0.25 pt thin, at the corners.
QPainterPath crop_marks(const QRectF& trim, double bleed);
/// A ring with cross-hairs, 5 mm across, in the middle of each side.
QPainterPath registration_marks(const QRectF& trim, double bleed);

}  // namespace haibao::pdf
