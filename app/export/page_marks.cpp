// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/page_marks.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>

#include "app/export/pdf/mark_paths.h"

namespace haibao {

double marks_margin(const document::Page& page) { return pdf::mark_offset(page.bleed) - page.bleed + pdf::mark_length + pdf::mark_border; }

QPainterPath page_marks(const document::Page& page) {
    const QRectF trim(QPointF(), page.points());
    QPainterPath path = pdf::crop_marks(trim, page.bleed);
    path.addPath(pdf::registration_marks(trim, page.bleed));
    path.setFillRule(Qt::WindingFill);
    return path;
}

MarkedRows::MarkedRows(RowSource& rows, const document::Page& page, double points_per_pixel) : rows_(rows), info_(rows.info()) {
    margin_ = static_cast<int>(std::lround(marks_margin(page) / points_per_pixel));
    info_.width += 2 * margin_;
    info_.height += 2 * margin_;
    QTransform to_pixels;
    to_pixels.translate(margin_, margin_);
    to_pixels.scale(1 / points_per_pixel, 1 / points_per_pixel);
    to_pixels.translate(page.bleed, page.bleed);
    marks_ = to_pixels.map(page_marks(page));
}

Result<void> MarkedRows::read(std::span<std::uint8_t> rows) {
    const auto pixel = static_cast<std::size_t>(bytes_per_pixel(info_.format));
    const std::size_t stride = static_cast<std::size_t>(info_.width) * pixel;
    const int count = static_cast<int>(rows.size() / stride);
    const bool cmyk = info_.format == PixelFormat::cmyk8;
    const bool deep = info_.format == PixelFormat::rgb16 || info_.format == PixelFormat::rgba16;
    std::ranges::fill(rows, cmyk ? std::uint8_t{0} : std::uint8_t{255});
    inner_.resize(static_cast<std::size_t>(rows_.info().width) * pixel);
    for (int i = 0; i < count; ++i) {
        if (row_ + i < margin_ || row_ + i >= info_.height - margin_) continue;
        if (auto read = rows_.read(inner_); !read) return read;
        std::ranges::copy(inner_, rows.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(margin_) * pixel));
    }
    QImage coverage(info_.width, count, QImage::Format_Grayscale8);
    coverage.fill(0);
    {
        QPainter painter(&coverage);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0, -row_);
        painter.fillPath(marks_, Qt::white);
    }
    row_ += count;
    for (int i = 0; i < count; ++i) {
        const uchar* cover = coverage.constScanLine(i);
        for (std::size_t x = 0; x < static_cast<std::size_t>(info_.width); ++x) {
            if (cover[x] == 0) continue;
            std::uint8_t* at = rows.data() + static_cast<std::size_t>(i) * stride + x * pixel;
            // Marks stand on bare paper: nothing is mixed, alpha stays.
            const std::size_t channels = cmyk ? 4 : info_.format == PixelFormat::gray8 ? 1 : 3;
            for (std::size_t c = 0; c < channels; ++c) {
                const int value = cmyk ? cover[x] : 255 - cover[x];
                if (deep) {
                    const auto wide = static_cast<std::uint16_t>(value * 257);
                    std::memcpy(at + 2 * c, &wide, 2);
                } else {
                    at[c] = static_cast<std::uint8_t>(value);
                }
            }
        }
    }
    return {};
}

}  // namespace haibao
