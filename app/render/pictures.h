// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QString>
#include <QTransform>
#include <functional>
#include <memory>
#include <mutex>

#include "app/document/poster.h"
#include "inference/base/result.h"

namespace haibao::render {

/// Larger pictures are refused: decoded they would take all memory.
inline constexpr int longest_side = 30'000;
inline constexpr qint64 most_pixels = 400'000'000;

/// An embedded picture as pixels: upright (EXIF), in sRGB; RGB32, or ARGB32_Premultiplied where it has alpha.
struct DecodedPicture {
    std::shared_ptr<const QImage> image;
    bool unchanged = false;  ///< the file's own pixels: nothing was turned or converted
};

/// From the pixels of a picture of this size to the frame that a layer shows it in, as cropped and fitted.
QTransform picture_to_frame(const document::PictureLayer& layer, QSize picture, QSizeF frame);

/// Errors: corrupt_file, unsupported (kind, size); the sentence names the picture.
Result<DecodedPicture> decode_picture(const document::EmbeddedPicture& picture);

/// Decoded and processed pictures, kept between calls within a limit. Thread-safe.
class PictureStore {
public:
    explicit PictureStore(qsizetype limit_bytes = qsizetype{512} << 20) : limit_(limit_bytes) {}

    /// Decodes the picture that the poster has under `key`. Errors: not_found, or as decode_picture.
    Result<DecodedPicture> decoded(const document::Poster& poster, const QString& key);
    /// What was made from a picture before, or else made now.
    std::shared_ptr<const QImage> made(const QString& name, const std::function<QImage()>& make);

private:
    void keep(const QString& name, DecodedPicture picture);

    std::mutex mutex_;
    QHash<QString, DecodedPicture> pictures_;
    qsizetype bytes_ = 0, limit_;
};

}  // namespace haibao::render
