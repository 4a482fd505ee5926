// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/picture_decode.h"

#include <avif/avif.h>

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QTransform>
#include <algorithm>
#include <memory>

#include "app/core/large_pictures.h"
#include "app/gallery/embedded_texts.h"

namespace haibao::gallery {
namespace {

constexpr qint64 most_pixels = 100'000'000;

std::unexpected<Error> cannot_decode(std::string_view name, std::string detail) {
    return std::unexpected(Error{ErrorKind::corrupt_file, std::format("{} cannot be decoded; the file may be damaged.", name), std::move(detail)});
}

std::unexpected<Error> too_large(std::string_view name) { return fail(ErrorKind::unsupported, "{} has more than 100 million pixels; make it smaller first.", name); }

/// The way from the stored pixels to the upright picture, Exif's Orientation 1…8.
QImageIOHandler::Transformations transformation(int orientation) {
    using H = QImageIOHandler;
    constexpr H::Transformation table[] = {H::TransformationNone,      H::TransformationMirror,  H::TransformationRotate180, H::TransformationFlip,
                                           H::TransformationFlipAndRotate90, H::TransformationRotate90, H::TransformationMirrorAndRotate90, H::TransformationRotate270};
    return orientation >= 1 && orientation <= 8 ? table[orientation - 1] : H::TransformationNone;
}

QImage turned(QImage image, QImageIOHandler::Transformations how) {
    if (how.testFlag(QImageIOHandler::TransformationMirror)) image = image.mirrored(true, false);
    if (how.testFlag(QImageIOHandler::TransformationFlip)) image = image.mirrored(false, true);
    if (how.testFlag(QImageIOHandler::TransformationRotate90)) image = image.transformed(QTransform().rotate(90));
    return image;
}

QSize fitted(QSize size, int longest_side) {
    if (longest_side <= 0 || std::max(size.width(), size.height()) <= longest_side) return size;
    return size.scaled(longest_side, longest_side, Qt::KeepAspectRatio).expandedTo({1, 1});
}

/// Whether a PNG's chunks follow each other to the last one: a file that is cut off is known before it is decoded.
bool has_all_chunks(std::span<const std::uint8_t> bytes) {
    std::size_t at = 8;
    while (at + 12 <= bytes.size()) {
        const std::uint64_t length = std::uint64_t{bytes[at]} << 24 | std::uint64_t{bytes[at + 1]} << 16 | std::uint64_t{bytes[at + 2]} << 8 | bytes[at + 3];
        if (std::equal(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 4, bytes.begin() + static_cast<std::ptrdiff_t>(at) + 8, "IEND")) return true;
        if (length > bytes.size()) return false;
        at += static_cast<std::size_t>(length) + 12;
    }
    return false;
}

struct Avif {
    std::unique_ptr<avifDecoder, decltype(&avifDecoderDestroy)> decoder{avifDecoderCreate(), avifDecoderDestroy};

    Result<QSize> open(std::span<const std::uint8_t> bytes, std::string_view name) {
        decoder->maxThreads = 1;
        decoder->imageSizeLimit = most_pixels;
        decoder->strictFlags = AVIF_STRICT_DISABLED;
        if (avifDecoderSetIOMemory(decoder.get(), bytes.data(), bytes.size()) != AVIF_RESULT_OK) return cannot_decode(name, "");
        if (const auto result = avifDecoderParse(decoder.get()); result != AVIF_RESULT_OK) return cannot_decode(name, avifResultToString(result));
        const QSize size(static_cast<int>(decoder->image->width), static_cast<int>(decoder->image->height));
        return sideways() ? size.transposed() : size;
    }
    bool sideways() const { return (decoder->image->transformFlags & AVIF_TRANSFORM_IROT) && decoder->image->irot.angle % 2 == 1; }

    Result<QImage> read(std::string_view name) {
        if (const auto result = avifDecoderNextImage(decoder.get()); result != AVIF_RESULT_OK) return cannot_decode(name, avifResultToString(result));
        const avifImage& image = *decoder->image;
        QImage picture(static_cast<int>(image.width), static_cast<int>(image.height), image.alphaPlane ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
        if (picture.isNull()) return fail(ErrorKind::out_of_memory, "Memory does not suffice to decode {}.", name);
        avifRGBImage rgb;
        avifRGBImageSetDefaults(&rgb, &image);
        rgb.format = AVIF_RGB_FORMAT_RGBA;
        rgb.depth = 8;
        rgb.pixels = picture.bits();
        rgb.rowBytes = static_cast<std::uint32_t>(picture.bytesPerLine());
        if (const auto result = avifImageYUVToRGB(&image, &rgb); result != AVIF_RESULT_OK) return cannot_decode(name, avifResultToString(result));
        if (image.icc.size > 0)
            picture.setColorSpace(QColorSpace::fromIccProfile(QByteArray(reinterpret_cast<const char*>(image.icc.data), static_cast<qsizetype>(image.icc.size))));
        else if (image.colorPrimaries == AVIF_COLOR_PRIMARIES_SMPTE432)
            picture.setColorSpace(QColorSpace::DisplayP3);
        // irot turns anticlockwise, then imir mirrors (axis 0: top and bottom, 1: left and right).
        if (image.transformFlags & AVIF_TRANSFORM_IROT) picture = picture.transformed(QTransform().rotate(-90 * image.irot.angle));
        if (image.transformFlags & AVIF_TRANSFORM_IMIR) picture = picture.mirrored(image.imir.axis == 1, image.imir.axis == 0);
        return picture;
    }
};

/// A QImageReader on bytes that stay where they are.
struct Reader {
    QByteArray data;
    QBuffer buffer;
    QImageReader reader;
    FileKind kind;
    QImageIOHandler::Transformations turn;

    explicit Reader(std::span<const std::uint8_t> bytes)
        : data(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))), buffer(&data), kind(kind_of(bytes)) {
        buffer.open(QIODevice::ReadOnly);
        reader.setDevice(&buffer);
        reader.setAutoTransform(false);
        turn = reader.transformation();
        // Qt reads no orientation from WebP.
        if (kind == FileKind::webp) turn = transformation(exif_orientation(bytes));
    }

    Result<QSize> stored_size(std::string_view name) {
        if (kind == FileKind::unknown || !reader.canRead())
            return fail(ErrorKind::unsupported, "{} is no picture in a format that Haibao reads: PNG, JPEG, WebP, AVIF, TIFF.", name);
        if (kind == FileKind::png && !has_all_chunks({reinterpret_cast<const std::uint8_t*>(data.constData()), static_cast<std::size_t>(data.size())}))
            return fail(ErrorKind::corrupt_file, "{} is cut off: its end is missing.", name);
        const QSize size = reader.size();
        if (!size.isValid() || size.isEmpty()) return cannot_decode(name, reader.errorString().toStdString());
        if (qint64{size.width()} * size.height() > most_pixels) return too_large(name);
        return size;
    }
    bool sideways() const { return turn.testFlag(QImageIOHandler::TransformationRotate90); }
};

QImage in_srgb(QImage picture) {
    const QColorSpace space = picture.colorSpace();
    const QImage::Format format = picture.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32;
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        QImage converted = picture.convertedToColorSpace(QColorSpace::SRgb, format);
        if (!converted.isNull()) picture = std::move(converted);
    }
    picture.convertTo(format);
    picture.setColorSpace(QColorSpace::SRgb);
    return picture;
}

}  // namespace

void load_decoders() { (void)QImageReader::supportedImageFormats(); }

FileKind kind_of(std::span<const std::uint8_t> bytes) {
    const std::string_view start(reinterpret_cast<const char*>(bytes.data()), std::min<std::size_t>(bytes.size(), 32));
    if (start.starts_with("\x89PNG\r\n\x1a\n")) return FileKind::png;
    if (start.starts_with("\xff\xd8\xff")) return FileKind::jpeg;
    if (start.starts_with("RIFF") && start.substr(std::min<std::size_t>(8, start.size())).starts_with("WEBP")) return FileKind::webp;
    if (start.starts_with(std::string_view("II*\0", 4)) || start.starts_with(std::string_view("MM\0*", 4)) || start.starts_with(std::string_view("II+\0", 4)))
        return FileKind::tiff;
    if (start.size() >= 12 && start.substr(4, 4) == "ftyp" && (start.substr(8, 4) == "avif" || start.substr(8, 4) == "avis" || start.substr(8, 4) == "mif1"))
        return FileKind::avif;
    return FileKind::unknown;
}

Result<QSize> picture_size(std::span<const std::uint8_t> bytes, std::string_view name) {
    if (kind_of(bytes) == FileKind::avif) return Avif().open(bytes, name);
    Reader reader(bytes);
    auto size = reader.stored_size(name);
    if (size && reader.sideways()) size->transpose();
    return size;
}

Result<QImage> decode_picture(std::span<const std::uint8_t> bytes, std::string_view name, int longest_side) {
    allow_large_pictures();
    QImage picture;
    if (kind_of(bytes) == FileKind::avif) {
        Avif avif;
        auto size = avif.open(bytes, name);
        if (!size) return pass_on(size);
        auto image = avif.read(name);
        if (!image) return image;
        picture = std::move(*image);
    } else {
        Reader reader(bytes);
        auto size = reader.stored_size(name);
        if (!size) return pass_on(size);
        // Twice the size wanted leaves something for a smooth last step.
        if (reader.kind == FileKind::jpeg && longest_side > 0)
            if (const QSize rough = fitted(*size, 2 * longest_side); rough != *size) reader.reader.setScaledSize(rough);
        if (!reader.reader.read(&picture)) return cannot_decode(name, reader.reader.errorString().toStdString());
        picture = turned(std::move(picture), reader.turn);
    }
    if (const QSize size = fitted(picture.size(), longest_side); size != picture.size())
        picture = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return in_srgb(std::move(picture));
}

}  // namespace haibao::gallery
