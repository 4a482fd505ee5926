// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QTransform>

#include "app/document/poster.h"
#include "app/export/raster.h"

namespace haibao {

/// Room around the bleed for the marks, points: they begin max(bleed, 3 mm) from the trim and are 5 mm long.
double marks_margin(const document::Page& page);

/// Crop marks at the corners and registration marks at the middle of each side (export-spec §2), all outside the bleed.
/// Points, origin at the trim's top left corner.
QPainterPath page_marks(const document::Page& page);

/// A page with its bleed, as rows, with paper and marks around it. In CMYK the marks are on all plates.
class MarkedRows : public RowSource {
public:
    /// `points_per_pixel` of the rows.
    MarkedRows(RowSource& rows, const document::Page& page, double points_per_pixel);
    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    RowSource& rows_;
    RasterInfo info_;
    QPainterPath marks_;   ///< pixels of the result
    int margin_ = 0, row_ = 0;
    std::vector<std::uint8_t> inner_;
};

}  // namespace haibao
