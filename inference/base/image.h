// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace haibao {

/// A picture as the engine takes and gives it: 8-bit sRGB, rows from the top, R G B interleaved, no padding.
struct Image {
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    std::vector<std::uint8_t> rgb;  ///< 3 · width · height bytes
};

/// Sides of a picture that the model can paint, in pixels.
namespace painted_side {
inline constexpr int unit = 32, least = 256, most = 2048;
}

/// How much of something applies to each pixel of a picture: 0 nothing, 255 all of it. Rows from the top.
struct Mask {
    int width = 0;   ///< pixels
    int height = 0;  ///< pixels
    std::vector<std::uint8_t> values;  ///< width · height bytes
};

}  // namespace haibao
