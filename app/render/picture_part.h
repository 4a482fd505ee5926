// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "app/document/poster.h"

namespace haibao::render {

/// What of a picture its layer shows: crop and fit together.
struct PicturePart {
    QRectF pixels;  ///< of the picture
    QRectF where;   ///< those stand here, in the frame's own coordinates
};
PicturePart shown_part(const document::PictureLayer& picture, QSize image, QSizeF frame);
/// Where all of it would stand, cropped parts included, in the frame's own coordinates.
QRectF whole_picture(const document::PictureLayer& picture, QSize image, QSizeF frame);

}  // namespace haibao::render
