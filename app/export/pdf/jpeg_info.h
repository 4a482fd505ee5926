// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>

namespace haibao::pdf {

/// What a JPEG file says about itself before its first scan.
struct JpegInfo {
    int width = 0, height = 0, components = 0;
    int orientation = 1;  ///< EXIF; 1 = as stored
    QByteArray icc;       ///< empty when it has no profile
};
/// Nothing for what is no JPEG that a PDF can carry: other than 8 bits, cut off, arithmetic or lossless coding.
std::optional<JpegInfo> read_jpeg_info(const QByteArray& file);

}  // namespace haibao::pdf
