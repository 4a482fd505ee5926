// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/export/png.h"

namespace haibao::gallery {

/// What a picture's file says in words, under PNG's keywords: a PNG's own texts; in JPEG, WebP, AVIF and TIFF Exif's
/// UserComment as `parameters`, its ImageDescription as `Description`, what ComfyUI puts into Make and Model as `workflow`
/// and `prompt`, and our record in XMP as `haibao`. Nothing where it cannot be read. Any thread.
std::vector<PngText> embedded_texts(std::span<const std::uint8_t> bytes);

/// Exif's Orientation, 1…8; 1 where there is none.
int exif_orientation(std::span<const std::uint8_t> bytes);

}  // namespace haibao::gallery
