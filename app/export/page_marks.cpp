// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/page_marks.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace haibao {
namespace {

constexpr double mm = 72.0 / 25.4;
constexpr double mark_length = 5 * mm, least_offset = 3 * mm, line = 0.25;  // points

double offset_of(const document::Page& page) { return std::max(page.bleed, least_offset); }

void add_line(QPainterPath& path, QPointF from, QPointF to) {
    const QRectF thin = QRectF(from, to).normalized();
    path.addRect(thin.adjusted(-line / 2, -line / 2, line / 2, line / 2));
}

/// A cross in a ring.
void add_registration(QPainterPath& path, QPointF centre) {
    constexpr double radius = 1.6 * mm, arm = 2.4 * mm;
    QPainterPath ring;
    ring.addEllipse(centre, radius + line / 2, radius + line / 2);
    ring.addEllipse(centre, radius - line / 2, radius - line / 2);
    path.addPath(ring);
    add_line(path, centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    add_line(path, centre - QPointF(0, arm), centre + QPointF(0, arm));
}

}  // namespace

double marks_margin(const document::Page& page) { return offset_of(page) - page.bleed + mark_length + mm; }

QPainterPath page_marks(const document::Page& page) {
    const QSizeF size = page.points();
    const double near = offset_of(page), far = near + mark_length;
    QPainterPath path;
    for (const double x : {0.0, size.width()}) {
        add_line(path, {x, -far}, {x, -near});
        add_line(path, {x, size.height() + near}, {x, size.height() + far});
    }
    for (const double y : {0.0, size.height()}) {
        add_line(path, {-far, y}, {-near, y});
        add_line(path, {size.width() + near, y}, {size.width() + far, y});
    }
    const double middle = near + mark_length / 2;
    add_registration(path, {size.width() / 2, -middle});
    add_registration(path, {size.width() / 2, size.height() + middle});
    add_registration(path, {-middle, size.height() / 2});
    add_registration(path, {size.width() + middle, size.height() / 2});
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
    marks_.setFillRule(Qt::OddEvenFill);
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
