// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/images.h"

#include <zlib.h>

#include <QCryptographicHash>
#include <algorithm>
#include <cmath>
#include <new>
#include <vector>

#include "app/export/pdf/jpeg_info.h"
#include "app/export/pdf/objects.h"
#include "app/export/png_filter.h"

namespace haibao::pdf {
namespace {

constexpr int band_rows = 64;

/// A zlib stream that grows.
class Deflater {
public:
    Deflater() {
        if (deflateInit(&zlib_, 6) != Z_OK) throw std::bad_alloc();
    }
    ~Deflater() { deflateEnd(&zlib_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    void add(std::span<const std::uint8_t> bytes) { run(bytes, Z_NO_FLUSH); }
    std::string finish() {
        run({}, Z_FINISH);
        return std::move(out_);
    }

private:
    void run(std::span<const std::uint8_t> bytes, int flush) {
        std::vector<std::uint8_t> chunk(1 << 16);
        zlib_.next_in = const_cast<Bytef*>(bytes.data());
        zlib_.avail_in = static_cast<uInt>(bytes.size());
        do {
            zlib_.next_out = chunk.data();
            zlib_.avail_out = static_cast<uInt>(chunk.size());
            deflate(&zlib_, flush);
            out_.append(reinterpret_cast<const char*>(chunk.data()), chunk.size() - zlib_.avail_out);
        } while (zlib_.avail_out == 0);
    }
    z_stream zlib_{};
    std::string out_;
};

/// Rows with PNG's predictors (PDF /Predictor 15): each row takes the one that leaves the least.
class RowEncoder {
public:
    RowEncoder(int width, int channels)
        : above_(static_cast<std::size_t>(width) * static_cast<std::size_t>(channels)), best_(above_.size() + 1), filter_(above_.size(), static_cast<std::size_t>(channels)) {}

    void add(std::span<const std::uint8_t> row) {
        filter_.best(row, above_.data(), best_.data());
        deflater_.add(best_);
        std::ranges::copy(row, above_.begin());
    }
    std::string finish() { return deflater_.finish(); }

private:
    std::vector<std::uint8_t> above_, best_;
    PngFilter filter_;
    Deflater deflater_;
};

std::string flate_dictionary(const QSize& size, int channels, const std::string& space) {
    return std::format("/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 /ColorSpace {} /Filter /FlateDecode "
                       "/DecodeParms << /Predictor 15 /Colors {} /BitsPerComponent 8 /Columns {} >>",
                       size.width(), size.height(), space, channels, size.width());
}

bool is_opaque(const QImage& image) {
    if (!image.hasAlphaChannel()) return true;
    for (int top = 0; top < image.height(); top += band_rows) {
        const QImage band = image.copy(0, top, image.width(), std::min(band_rows, image.height() - top)).convertToFormat(QImage::Format_Alpha8);
        for (int y = 0; y < band.height(); ++y)
            if (!std::all_of(band.constScanLine(y), band.constScanLine(y) + band.width(), [](uchar alpha) { return alpha == 255; })) return false;
    }
    return true;
}

}  // namespace

QPDFObjectHandle Images::made_once(std::string data, const std::string& dictionary) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(dictionary);
    hash.addData(data);
    auto& known = by_content_[hash.result()];
    if (!known.isInitialized()) known = stream(*pdf_, std::move(data), dictionary);
    return known;
}

QPDFObjectHandle Images::picture(const QImage& image, const QByteArray& original_jpeg) {
    auto& known = by_image_[image.cacheKey()];
    if (known.isInitialized()) return known;
    QPDFObjectHandle made;
    if (!original_jpeg.isEmpty() && !colours_->cmyk()) made = jpeg(image, original_jpeg);
    return known = made.isInitialized() ? made : encode(image);
}

QPDFObjectHandle Images::jpeg(const QImage& image, const QByteArray& file) {
    const auto info = read_jpeg_info(file);
    if (!info || info->components != 3 || info->orientation != 1 || QSize(info->width, info->height) != image.size()) return {};
    std::string space = colours_->space();
    if (!info->icc.isEmpty()) {
        const auto profile = IccProfile::from_bytes(info->icc, "");
        if (!profile || profile->space() != ColourSpace::rgb) return {};
        space = reference(icc_space(*pdf_, info->icc, 3));
    }
    return made_once(file.toStdString(), std::format("/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 /ColorSpace {} /Filter /DCTDecode", info->width, info->height, space));
}

QPDFObjectHandle Images::encode(const QImage& image) {
    const PixelConversion* conversion = colours_->pixels();
    const int channels = conversion ? 4 : 3;
    const auto row_bytes = static_cast<std::size_t>(image.width()) * static_cast<std::size_t>(channels);
    RowEncoder rows(image.width(), channels);
    std::vector<std::uint8_t> row(row_bytes);
    const bool opaque = is_opaque(image);
    QImage alpha;
    if (!opaque) alpha = QImage(image.size(), QImage::Format_Grayscale8);
    for (int top = 0; top < image.height(); top += band_rows) {
        const int height = std::min(band_rows, image.height() - top);
        const QImage part = image.copy(0, top, image.width(), height);
        const QImage band = part.convertToFormat(QImage::Format_RGBA8888);
        const QImage rgb = band.convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < height; ++y) {
            const std::span pixels(rgb.constScanLine(y), static_cast<std::size_t>(image.width()) * 3);
            if (conversion) {
                conversion->apply(pixels, row);
                inks_.add(row);
            }
            rows.add(conversion ? std::span<const std::uint8_t>(row) : pixels);
            for (int x = 0; !opaque && x < image.width(); ++x) alpha.scanLine(top + y)[x] = band.constScanLine(y)[4 * x + 3];
        }
    }
    std::string dictionary = flate_dictionary(image.size(), channels, colours_->space());
    if (!opaque) dictionary += " /SMask " + reference(mask_of(alpha));
    return made_once(rows.finish(), dictionary);
}

QPDFObjectHandle Images::mask_of(const QImage& gray) {
    RowEncoder rows(gray.width(), 1);
    for (int y = 0; y < gray.height(); ++y) rows.add({gray.constScanLine(y), static_cast<std::size_t>(gray.width())});
    return made_once(rows.finish(), flate_dictionary(gray.size(), 1, "/DeviceGray"));
}

QPDFObjectHandle Images::soft(const QImage& mask, const document::Colour& colour) {
    const bool plain = mask.format() == QImage::Format_Alpha8 || mask.format() == QImage::Format_Grayscale8;
    const std::string smask = reference(mask_of(plain ? mask : mask.convertToFormat(QImage::Format_Alpha8)));
    std::string pixel;
    const auto components = QPDFObjectHandle::parse("[ " + colours_->components(colour) + " ]");
    for (const QPDFObjectHandle& value : components.getArrayAsVector()) pixel += static_cast<char>(std::lround(255 * std::clamp(value.getNumericValue(), 0.0, 1.0)));
    return made_once(pixel, std::format("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace {} /SMask {}", colours_->space(), smask));
}

}  // namespace haibao::pdf
