// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/rows.h"

#include <algorithm>
#include <cstring>
#include <new>

namespace haibao {
namespace {

struct Layout {
    int channels;  ///< without alpha
    bool alpha, deep;
};
Layout layout_of(PixelFormat format) {
    switch (format) {
        case PixelFormat::gray8: return {1, false, false};
        case PixelFormat::rgb8: return {3, false, false};
        case PixelFormat::rgba8: return {3, true, false};
        case PixelFormat::rgb16: return {3, false, true};
        case PixelFormat::rgba16: return {3, true, true};
        case PixelFormat::cmyk8: return {4, false, false};
    }
    return {3, false, false};
}

std::uint16_t load(const std::uint8_t* bytes, int index, bool deep) {
    if (!deep) return static_cast<std::uint16_t>(bytes[index] * 257);
    std::uint16_t value;
    std::memcpy(&value, bytes + 2 * index, 2);
    return value;
}
void store(std::uint8_t* bytes, int index, bool deep, std::uint16_t value) {
    if (deep) std::memcpy(bytes + 2 * index, &value, 2);
    else bytes[index] = static_cast<std::uint8_t>((value * 255u + 32767u) / 65535u);
}

std::size_t bytes_for(const RasterInfo& info, PixelFormat format, std::size_t pixels) {
    (void)info;
    return pixels * static_cast<std::size_t>(bytes_per_pixel(format));
}

}  // namespace

Result<std::vector<std::uint8_t>> read_all(RowSource& rows) {
    const RasterInfo& info = rows.info();
    const std::size_t stride = static_cast<std::size_t>(info.width) * static_cast<std::size_t>(bytes_per_pixel(info.format));
    std::vector<std::uint8_t> bytes;
    try {
        bytes.resize(stride * static_cast<std::size_t>(info.height));
    } catch (const std::bad_alloc&) {
        return fail(ErrorKind::out_of_memory, "A picture of {}×{} pixels does not fit into memory; choose a smaller size.", info.width, info.height);
    }
    constexpr std::size_t band = 64;
    for (std::size_t row = 0; row < static_cast<std::size_t>(info.height); row += band) {
        const std::size_t count = std::min(band, static_cast<std::size_t>(info.height) - row);
        if (auto read = rows.read({bytes.data() + row * stride, count * stride}); !read) return pass_on(read);
    }
    return bytes;
}

Result<void> MemoryRows::read(std::span<std::uint8_t> rows) {
    if (rows.size() > rest_.size()) return fail(ErrorKind::internal, "A picture was read beyond its last row.");
    std::ranges::copy(rest_.first(rows.size()), rows.begin());
    rest_ = rest_.subspan(rows.size());
    return {};
}

ImageRows::ImageRows(QImage image, QByteArray icc, double dpi) {
    const bool deep = image.depth() >= 48 || image.format() == QImage::Format_Grayscale16;
    const bool gray = image.format() == QImage::Format_Grayscale8;
    const bool alpha = image.hasAlphaChannel();
    const QImage::Format format = deep ? QImage::Format_RGBA64 : gray ? QImage::Format_Grayscale8 : alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888;
    image_ = std::move(image).convertToFormat(format);
    info_ = {image_.width(), image_.height(), PixelFormat::rgb8, dpi, std::move(icc)};
    info_.format = deep ? (alpha ? PixelFormat::rgba16 : PixelFormat::rgb16) : gray ? PixelFormat::gray8 : alpha ? PixelFormat::rgba8 : PixelFormat::rgb8;
}

Result<void> ImageRows::read(std::span<std::uint8_t> rows) {
    const std::size_t stride = static_cast<std::size_t>(info_.width) * static_cast<std::size_t>(bytes_per_pixel(info_.format));
    const int end = row_ + static_cast<int>(rows.size() / stride);
    if (end > info_.height) return fail(ErrorKind::internal, "A picture was read beyond its last row.");
    for (std::uint8_t* out = rows.data(); row_ < end; ++row_, out += stride) {
        const uchar* in = image_.constScanLine(row_);
        if (info_.format != PixelFormat::rgb16) {
            std::memcpy(out, in, stride);
            continue;
        }
        for (std::size_t x = 0; x < static_cast<std::size_t>(info_.width); ++x) std::memcpy(out + 6 * x, in + 8 * x, 6);
    }
    return {};
}

ReformattedRows::ReformattedRows(RowSource& rows, PixelFormat format, std::array<std::uint8_t, 3> matte)
    : rows_(rows), info_(rows.info()), matte_(matte) {
    info_.format = format;
}

Result<void> ReformattedRows::read(std::span<std::uint8_t> rows) {
    const PixelFormat from_format = rows_.info().format;
    if (from_format == info_.format) return rows_.read(rows);
    const Layout from = layout_of(from_format), to = layout_of(info_.format);
    const std::size_t pixels = rows.size() / static_cast<std::size_t>(bytes_per_pixel(info_.format));
    buffer_.resize(bytes_for(info_, from_format, pixels));
    if (auto read = rows_.read(buffer_); !read) return read;
    const int from_step = bytes_per_pixel(from_format), to_step = bytes_per_pixel(info_.format);
    const std::uint8_t* in = buffer_.data();
    std::uint8_t* out = rows.data();
    for (std::size_t i = 0; i < pixels; ++i, in += from_step, out += to_step) {
        const std::uint32_t alpha = from.alpha ? load(in, from.channels, from.deep) : 65535u;
        for (int channel = 0; channel < to.channels; ++channel) {
            std::uint32_t value = load(in, from.channels == 1 ? 0 : channel, from.deep);
            if (!to.alpha && alpha != 65535u)
                value = (value * alpha + matte_[static_cast<std::size_t>(channel)] * 257u * (65535u - alpha) + 32767u) / 65535u;
            store(out, channel, to.deep, static_cast<std::uint16_t>(value));
        }
        if (to.alpha) store(out, to.channels, to.deep, static_cast<std::uint16_t>(alpha));
        else flattened_ |= alpha != 65535u;
    }
    return {};
}

ConvertedRows::ConvertedRows(RowSource& rows, PixelConversion conversion, const IccProfile& to)
    : rows_(rows), conversion_(std::move(conversion)), info_(rows.info()) {
    info_.format = conversion_.to_format();
    info_.icc = to.bytes();
}

Result<void> ConvertedRows::read(std::span<std::uint8_t> rows) {
    buffer_.resize(bytes_for(info_, conversion_.from_format(), rows.size() / static_cast<std::size_t>(bytes_per_pixel(info_.format))));
    if (auto read = rows_.read(buffer_); !read) return read;
    conversion_.apply(buffer_, rows);
    return {};
}

KeyBlackRows::KeyBlackRows(RowSource& page, RowSource& white_keyed, PixelConversion to_cmyk, const IccProfile& printer)
    : page_(page), white_keyed_(white_keyed), conversion_(std::move(to_cmyk)), info_(page.info()) {
    info_.format = PixelFormat::cmyk8;
    info_.icc = printer.bytes();
}

Result<void> KeyBlackRows::read(std::span<std::uint8_t> rows) {
    const std::size_t pixels = rows.size() / 4;
    dark_.resize(pixels * 3);
    light_.resize(pixels * 3);
    if (auto read = page_.read(dark_); !read) return read;
    if (auto read = white_keyed_.read(light_); !read) return read;
    // With coverage a of black over a ground g: dark = (1−a)·g and light = (1−a)·g + a, so a = light − dark and the ground
    // is dark / (1−a). What lies over the black hides it in both alike.
    std::vector<std::uint8_t> coverage(pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        std::uint8_t* dark = dark_.data() + 3 * i;
        const std::uint8_t* light = light_.data() + 3 * i;
        const int a = std::min({light[0] - dark[0], light[1] - dark[1], light[2] - dark[2]});
        coverage[i] = static_cast<std::uint8_t>(std::max(a, 0));
        if (a <= 0) continue;
        for (int channel = 0; channel < 3; ++channel)
            dark[channel] = a == 255 ? std::uint8_t{255} : static_cast<std::uint8_t>(std::min(255, (dark[channel] * 255 + (255 - a) / 2) / (255 - a)));
    }
    conversion_.apply(dark_, rows);
    for (std::size_t i = 0; i < pixels; ++i) {
        const int a = coverage[i];
        if (a == 0) continue;
        std::uint8_t* ink = rows.data() + 4 * i;
        for (int plate = 0; plate < 4; ++plate)
            ink[plate] = static_cast<std::uint8_t>((ink[plate] * (255 - a) + (plate == 3 ? 255 : 0) * a + 127) / 255);
    }
    return {};
}

Result<void> InkMeter::read(std::span<std::uint8_t> rows) {
    if (auto read = rows_.read(rows); !read) return read;
    statistics_.add(rows);
    return {};
}

}  // namespace haibao
