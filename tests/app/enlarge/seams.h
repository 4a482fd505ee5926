// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "app/enlarge/tiles.h"

// Pictures to be cut into tiles, and how far the tiles can be seen afterwards.
namespace haibao::enlarge {

inline Image flat(int width, int height, std::array<std::uint8_t, 3> colour) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i) image.rgb.insert(image.rgb.end(), colour.begin(), colour.end());
    return image;
}

inline Image checks(int width, int height, int side) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) image.rgb.insert(image.rgb.end(), 3, ((x / side + y / side) % 2 != 0) ? 157 : 97);
    return image;
}

/// Waves of many lengths, and grain that depends on the place alone.
inline Image textured(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const unsigned grain = ((unsigned(x) * 73856093u) ^ (unsigned(y) * 19349663u)) % 17u;
            const double wave = 30 * std::sin(0.021 * x + 0.013 * y) + 18 * std::sin(0.31 * x - 0.17 * y);
            for (const int base : {120, 105, 90}) image.rgb.push_back(std::uint8_t(base + wave + grain));
        }
    return image;
}

/// Where tiles end: the mean step in lightness across each border line, less what it is a few pixels beside it.
inline double worst_seam(const Image& image, const TileGrid& grid) {
    const auto value = [&](int x, int y) { return image.rgb[3 * (std::size_t(y) * std::size_t(image.width) + std::size_t(x)) + 1]; };
    const auto step_at = [&](bool column, int at) {
        double sum = 0;
        const int length = column ? image.height : image.width;
        for (int i = 0; i < length; ++i) sum += column ? value(at, i) - value(at - 1, i) : value(i, at) - value(i, at - 1);
        return std::abs(sum / length);
    };
    double worst = 0;
    for (const bool column : {true, false}) {
        const TileLine& line = column ? grid.across : grid.down;
        const int length = column ? image.width : image.height;
        for (int i = 0; i < line.count(); ++i)
            for (const int border : {line.begin(i), line.begin(i) + line.tile()}) {
                if (border < 8 || border > length - 8) continue;
                const double beside = (step_at(column, border - 4) + step_at(column, border + 4)) / 2;
                worst = std::max(worst, step_at(column, border) - beside);
            }
    }
    return worst;
}

}  // namespace haibao::enlarge
