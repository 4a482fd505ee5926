// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <map>
#include <memory>

#include "app/export/pdf/colours.h"

namespace haibao::pdf {

/// Pictures as image XObjects; the same picture is written once.
class Images {
public:
    Images(QPDF& pdf, Colours& colours, int ink_limit_percent) : pdf_(&pdf), colours_(&colours) { inks_.limit_percent = ink_limit_percent; }

    /// With a soft mask where it has alpha. `original_jpeg` is used as it is when nothing has to be converted.
    QPDFObjectHandle picture(const QImage& image, const QByteArray& original_jpeg = {});
    /// A single colour through a mask (Format_Alpha8 or Grayscale8: 255 = opaque).
    QPDFObjectHandle soft(const QImage& mask, const document::Colour& colour);
    const InkStatistics& inks() const { return inks_; }

private:
    QPDFObjectHandle made_once(std::string data, const std::string& dictionary);
    QPDFObjectHandle encode(const QImage& image);
    QPDFObjectHandle mask_of(const QImage& gray);
    QPDFObjectHandle jpeg(const QImage& image, const QByteArray& file);

    QPDF* pdf_;
    Colours* colours_;
    InkStatistics inks_;
    std::map<qint64, QPDFObjectHandle> by_image_;        ///< QImage::cacheKey()
    std::map<QByteArray, QPDFObjectHandle> by_content_;  ///< hash of what is written
};

}  // namespace haibao::pdf
