// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pictures.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>

#include "app/core/large_pictures.h"

namespace haibao::render {
Result<DecodedPicture> decode_picture(const document::EmbeddedPicture& picture) {
    const std::string name = picture.name.isEmpty() ? "A picture" : "The picture “" + picture.name.toStdString() + "”";
    QBuffer buffer;
    buffer.setData(picture.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!reader.canRead()) return fail(ErrorKind::unsupported, "{} is in no format that can be read. Replace it with a PNG, JPEG, WebP or TIFF file.", name);
    const QSize size = reader.size();
    if (size.width() > longest_side || size.height() > longest_side || qint64{size.width()} * size.height() > most_pixels)
        return fail(ErrorKind::unsupported, "{} is too large ({} × {} pixels). Make it smaller first.", name, size.width(), size.height());
    const bool turned = reader.transformation() != QImageIOHandler::TransformationNone;
    allow_large_pictures();
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorKind::corrupt_file, "{} is damaged ({}). Replace it.", name, reader.errorString().toStdString());
    bool converted = false;
    const QColorSpace space = image.colorSpace();
    if (space.isValid() && space != QColorSpace(QColorSpace::SRgb)) {
        const QImage srgb = image.convertedToColorSpace(QColorSpace::SRgb);
        if (!srgb.isNull()) image = srgb, converted = true;
    }
    converted |= image.format() == QImage::Format_CMYK8888;
    image.convertTo(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (image.isNull()) return fail(ErrorKind::out_of_memory, "There is not enough memory for {}.", name);
    image.setColorSpace({});
    return DecodedPicture{std::make_shared<const QImage>(std::move(image)), !turned && !converted};
}

Result<DecodedPicture> PictureStore::decoded(const document::Poster& poster, const QString& key) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = pictures_.constFind(key); found != pictures_.constEnd()) return *found;
    }
    const auto embedded = poster.pictures.constFind(key);
    if (embedded == poster.pictures.constEnd()) return fail(ErrorKind::not_found, "The poster does not hold the picture {}. Put it in again.", key.left(12).toStdString());
    auto decoded = decode_picture(*embedded);
    if (decoded) keep(key, *decoded);
    return decoded;
}

std::shared_ptr<const QImage> PictureStore::made(const QString& name, const std::function<QImage()>& make) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = pictures_.constFind(name); found != pictures_.constEnd()) return found->image;
    }
    auto image = std::make_shared<const QImage>(make());
    keep(name, {image, false});
    return image;
}

void PictureStore::keep(const QString& name, DecodedPicture picture) {
    const std::lock_guard lock(mutex_);
    const qsizetype size = picture.image->sizeInBytes();
    if (bytes_ + size > limit_) pictures_.clear(), bytes_ = 0;  // those in use live on in their display lists
    bytes_ += size;
    pictures_.insert(name, std::move(picture));
}

}  // namespace haibao::render
