// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/document/poster.h"
#include "app/render/picture_resolution.h"
#include "inference/base/result.h"

// The pictures of a poster, and whether they have enough pixels for the size at which it is printed.
namespace haibao::enlarge {

/// Below this a picture looks soft in print.
inline constexpr double soft_dpi = render::soft_in_print;

struct PlacedPicture {
    document::LayerId layer = document::LayerId::none;
    QString name;
    double dpi = 0;  ///< of its own pixels to the inch of the finished page
};
/// Of visible layers. `enlarged`: how many times larger than designed the page becomes. Decodes them: not for the UI's thread.
std::vector<PlacedPicture> placed_pictures(const document::Poster& poster, double enlarged = 1);

/// The pixels that a picture of `has` pixels takes so that what a layer shows of it has `dpi` to the inch of the page. Nothing
/// where the layer is no picture.
QSize size_at(const document::Layer& layer, QSize has, double dpi);

/// A picture of a poster that is to become larger.
struct WantedPicture {
    document::LayerId layer = document::LayerId::none;
    QString key;  ///< of the picture in the poster
    document::EmbeddedPicture picture;
    QSize has, wanted;  ///< pixels
};
/// The pictures below `soft` with the pixels that `dpi` takes: at most five times as many a side, and no more than Haibao
/// opens again. Decodes them: not for the UI's thread. Errors: those of decoding.
Result<std::vector<WantedPicture>> soft_pictures(const document::Poster& poster, double enlarged, double dpi = 300, double soft = soft_dpi);

struct LargerPicture {
    document::LayerId layer = document::LayerId::none;
    QString of;  ///< the key of what was enlarged
    document::EmbeddedPicture picture;
};
/// Layers that show another picture by now keep it. Returns how many were changed.
int apply(document::Poster& poster, const std::vector<LargerPicture>& pictures);

}  // namespace haibao::enlarge
