// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "app/document/poster.h"
#include "inference/base/result.h"

// The pictures of a poster, and whether they have enough pixels for the size at which it is printed.
namespace haibao::enlarge {

/// Below this a picture looks soft in print.
inline constexpr double soft_dpi = 150;

struct PlacedPicture {
    document::LayerId layer = document::LayerId::none;
    QString name;
    double dpi = 0;  ///< of its own pixels to the inch of the finished page
};
/// Of visible layers. `enlarged`: how many times larger than designed the page becomes. Decodes them: not for the UI's thread.
std::vector<PlacedPicture> placed_pictures(const document::Poster& poster, double enlarged = 1);

struct LargerPicture {
    document::LayerId layer = document::LayerId::none;
    QString of;  ///< the key of what was enlarged
    document::EmbeddedPicture picture;
};
/// The pictures below soft_dpi with pixels for `dpi`, by Lanczos, at most four times as large; what they say about themselves
/// stays. Errors: those of decoding; out_of_memory, cancelled.
Result<std::vector<LargerPicture>> larger_pictures(const document::Poster& poster, double enlarged, double dpi = 300, std::stop_token stop = {});
/// Layers that show another picture by now keep it.
void apply(document::Poster& poster, const std::vector<LargerPicture>& pictures);

}  // namespace haibao::enlarge
