// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/source_picture.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>

#include "app/core/large_pictures.h"
#include "inference/base/files.h"
#include "inference/base/sha256.h"
#include "inference/picture/repaint.h"

namespace haibao::generate {
namespace {

constexpr std::uint64_t most_bytes = std::uint64_t{256} << 20;
constexpr qint64 most_pixels = 100'000'000;

/// Opaque RGB rows: transparent parts show white.
Image flatten(QImage picture) {
    if (picture.colorSpace().isValid()) picture.convertToColorSpace(QColorSpace::SRgb);
    const bool transparent = picture.hasAlphaChannel();
    if (transparent) picture.convertTo(QImage::Format_RGBA8888);
    else picture.convertTo(QImage::Format_RGB888);
    Image image{picture.width(), picture.height(), {}};
    image.rgb.reserve(std::size_t{3} * static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    for (int y = 0; y < image.height; ++y) {
        const uchar* row = picture.constScanLine(y);
        if (!transparent) {
            image.rgb.insert(image.rgb.end(), row, row + 3 * std::ptrdiff_t{image.width});
            continue;
        }
        for (int x = 0; x < image.width; ++x, row += 4)
            for (int channel = 0; channel < 3; ++channel)
                image.rgb.push_back(static_cast<std::uint8_t>((row[channel] * row[3] + 255 * (255 - row[3]) + 127) / 255));
    }
    return image;
}

/// Lightness times opacity.
Mask mask_of(QImage picture) {
    picture.convertTo(QImage::Format_RGBA8888);
    Mask mask{picture.width(), picture.height(), {}};
    mask.values.reserve(static_cast<std::size_t>(mask.width) * static_cast<std::size_t>(mask.height));
    for (int y = 0; y < mask.height; ++y) {
        const uchar* row = picture.constScanLine(y);
        for (int x = 0; x < mask.width; ++x, row += 4)
            mask.values.push_back(static_cast<std::uint8_t>((qGray(row[0], row[1], row[2]) * row[3] + 127) / 255));
    }
    return mask;
}

struct Decoded {
    QImage picture;
    std::string sha256;  ///< of the file
};

Result<Decoded> decode(const std::filesystem::path& file) {
    auto bytes = read_file(file, most_bytes);
    if (!bytes) return pass_on(bytes);
    const std::string name = file.filename().string();
    QByteArray data = QByteArray::fromRawData(bytes->data(), static_cast<qsizetype>(bytes->size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    allow_large_pictures();
    if (!reader.canRead())
        return fail(ErrorKind::unsupported, "{} is no picture in a known format; use PNG, JPEG, WebP or TIFF.", name);
    const QSize size = reader.size();
    if (size.isValid() && qint64{size.width()} * size.height() > most_pixels)
        return fail(ErrorKind::unsupported, "{} has {}×{} pixels, more than 100 million; make it smaller first.", name, size.width(), size.height());
    QImage picture = reader.read();
    if (picture.isNull())
        return std::unexpected(Error{ErrorKind::corrupt_file, std::format("{} cannot be decoded; the file may be damaged.", name),
                                     reader.errorString().toStdString()});
    if (qint64{picture.width()} * picture.height() > most_pixels)
        return fail(ErrorKind::unsupported, "{} has more than 100 million pixels; make it smaller first.", name);
    return Decoded{std::move(picture), sha256(std::as_bytes(std::span(*bytes)))};
}

}  // namespace

Result<SourcePicture> read_source_picture(const std::filesystem::path& file) {
    auto decoded = decode(file);
    if (!decoded) return pass_on(decoded);
    return SourcePicture{flatten(std::move(decoded->picture)), std::move(decoded->sha256)};
}

Result<MaskPicture> read_mask(const std::filesystem::path& file) {
    auto decoded = decode(file);
    if (!decoded) return pass_on(decoded);
    return MaskPicture{mask_of(std::move(decoded->picture)), std::move(decoded->sha256)};
}

Result<RepaintPicture> read_repaint(const RepaintFiles& files) {
    auto picture = read_source_picture(files.base);
    if (!picture) return pass_on(picture);
    auto region = read_mask(files.mask);
    if (!region) return pass_on(region);
    RepaintPicture repaint{std::move(*picture), std::move(*region), files.feather, files.strength};
    if (auto checked = check_repaint(repaint.base.image, repaint.mask.mask, files.feather); !checked) return pass_on(checked);
    return repaint;
}

}  // namespace haibao::generate
