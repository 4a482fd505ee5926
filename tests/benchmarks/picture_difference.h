// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "inference/base/image.h"

namespace haibao::bench {

/// What the built-in model is asked for where pictures are compared.
inline constexpr std::array<const char*, 20> prompts{
    "mountains with a sun on the right, orange", "hills with a crescent moon on the left, purple", "desert dunes, sand",
    "sea waves with a moon, midnight blue and gold", "a city skyline, royal blue", "concentric rings, teal", "sun rays, golden yellow",
    "paper-cut ribbons, fresh mint", "群山，晚霞色，左边有太阳", "丘陵，抹茶绿", "沙丘，沙色", "海浪，孔雀绿，月亮", "城市天际线，深蓝金", "抽象渐变，樱花粉",
    "montanhas com sol, laranja", "ondas do mar, azul-claro", "uma cidade, roxo", "anéis concêntricos, verde", "um céu aberto, rosa-claro",
    "raios de luz, vermelho"};

/// Stands for infinity, so that a mean says something.
inline constexpr double same_bytes = 99;

struct PictureDifference {
    double psnr = 0;     ///< dB; `same_bytes` for those
    double mean = 0;     ///< absolute, of 255
    int largest = 0;     ///< likewise
};

/// Of two pictures of the same size.
inline PictureDifference difference(const Image& a, const Image& b) {
    double squares = 0, sum = 0;
    int largest = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) {
        const int step = std::abs(int{a.rgb[i]} - int{b.rgb[i]});
        squares += double(step) * step;
        sum += step;
        largest = std::max(largest, step);
    }
    const double values = static_cast<double>(a.rgb.size());
    return {squares > 0 ? 10 * std::log10(255 * 255 * values / squares) : same_bytes, sum / values, largest};
}

}  // namespace haibao::bench
