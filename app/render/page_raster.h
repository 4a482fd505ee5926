// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <memory>
#include <vector>

#include "app/export/raster.h"
#include "app/render/pixels.h"

namespace haibao::render {

/// A page as rows for the encoders, painted in bands ahead of the reader: a page of any size needs a few bands of memory.
/// The pixels are those of render_image().
class PageRaster : public RowSource {
public:
    /// `format`: rgb8, rgba8, rgb16 or rgba16; it decides settings.depth and, with alpha, a transparent ground.
    /// Errors: as PagePainter::prepare; unsupported for other formats.
    static Result<std::unique_ptr<PageRaster>> open(const DisplayList& list, PixelSettings settings, PixelFormat format);

    const RasterInfo& info() const override { return info_; }
    Result<void> read(std::span<std::uint8_t> rows) override;

private:
    PageRaster(PagePainter painter, RasterInfo info, int threads) : painter_(std::move(painter)), info_(std::move(info)), threads_(threads) {}
    Result<void> paint_ahead();

    PagePainter painter_;
    RasterInfo info_;
    int threads_;
    std::vector<QImage> bands_;  ///< painted and not yet read, in the final format
    int next_row_ = 0;           ///< to be read
    int painted_ = 0;            ///< rows, from the top
    int band_top_ = 0;           ///< of bands_.front()
};

}  // namespace haibao::render
