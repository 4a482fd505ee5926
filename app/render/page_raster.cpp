// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/page_raster.h"

#include <algorithm>
#include <cstring>
#include <thread>

namespace haibao::render {
namespace {

constexpr int band_rows = 256;

/// A line of a band in the encoder's format.
void copy_line(const QImage& band, int row, PixelFormat format, std::uint8_t* to) {
    const uchar* from = band.constScanLine(row);
    if (format != PixelFormat::rgb16) {
        std::memcpy(to, from, static_cast<std::size_t>(band.width() * bytes_per_pixel(format)));
        return;
    }
    const auto* deep = reinterpret_cast<const QRgba64*>(from);
    auto* out = reinterpret_cast<quint16*>(to);
    for (int x = 0; x < band.width(); ++x) {
        *out++ = deep[x].red();
        *out++ = deep[x].green();
        *out++ = deep[x].blue();
    }
}

QImage::Format qt_format(PixelFormat format) {
    switch (format) {
        case PixelFormat::rgb8: return QImage::Format_RGB888;
        case PixelFormat::rgba8: return QImage::Format_RGBA8888;
        case PixelFormat::rgb16: return QImage::Format_RGBA64_Premultiplied;  // opaque; its alpha is left out
        case PixelFormat::rgba16: return QImage::Format_RGBA64;
        default: return QImage::Format_Invalid;
    }
}

}  // namespace

Result<std::unique_ptr<PageRaster>> PageRaster::open(const DisplayList& list, PixelSettings settings, PixelFormat format) {
    if (qt_format(format) == QImage::Format_Invalid)
        return fail(ErrorKind::unsupported, "Pages are painted in RGB; grey and CMYK pictures are converted from that.");
    const bool alpha = format == PixelFormat::rgba8 || format == PixelFormat::rgba16;
    settings.depth = format == PixelFormat::rgb16 || format == PixelFormat::rgba16 ? Depth::bits16 : Depth::bits8;
    settings.ground = alpha ? Ground::transparent : Ground::white;
    auto painter = PagePainter::prepare(list, settings);
    if (!painter) return pass_on(painter);
    RasterInfo info{painter->size().width(), painter->size().height(), format, painter->dpi(), {}};
    const int threads = settings.threads > 0 ? settings.threads : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return std::unique_ptr<PageRaster>(new PageRaster(std::move(*painter), std::move(info), threads));
}

Result<void> PageRaster::paint_ahead() {
    const int left = (info_.height - painted_ + band_rows - 1) / band_rows;
    const int count = std::clamp(threads_, 1, std::max(left, 1));
    bands_.assign(static_cast<std::size_t>(count), {});
    band_top_ = painted_;
    const auto paint = [&](int i) {
        const int top = band_top_ + i * band_rows;
        const QRect rect(0, top, info_.width, std::min(band_rows, info_.height - top));
        bands_[static_cast<std::size_t>(i)] = painter_.part(rect).convertToFormat(qt_format(info_.format));
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 1; i < count; ++i) threads.emplace_back(paint, i);
        paint(0);
    }
    for (const QImage& band : bands_)
        if (band.isNull()) return fail(ErrorKind::out_of_memory, "There is not enough memory to paint a strip of {} pixels' width. Choose a lower resolution.", info_.width);
    painted_ = std::min(info_.height, band_top_ + count * band_rows);
    return {};
}

Result<void> PageRaster::read(std::span<std::uint8_t> rows) {
    const auto line = static_cast<std::size_t>(info_.width) * static_cast<std::size_t>(bytes_per_pixel(info_.format));
    for (std::size_t offset = 0; offset + line <= rows.size(); offset += line, ++next_row_) {
        if (next_row_ >= info_.height) return fail(ErrorKind::internal, "More rows were asked for than the page has.");
        if (next_row_ >= painted_)
            if (auto done = paint_ahead(); !done) return done;
        const int at = next_row_ - band_top_;
        copy_line(bands_[static_cast<std::size_t>(at / band_rows)], at % band_rows, info_.format, rows.data() + offset);
    }
    return {};
}

}  // namespace haibao::render
