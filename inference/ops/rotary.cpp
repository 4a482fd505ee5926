// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/ops/rotary.h"

#include <cassert>
#include <cmath>

namespace haibao::ops {

RotaryTable rotary_table(std::span<const RotaryAxis> axes) {
    RotaryTable table;
    std::size_t pairs = 0;
    for (const RotaryAxis& axis : axes) pairs += axis.frequencies.size();
    const std::size_t tokens = axes.empty() ? 0 : axes.front().positions.size();
    table.dims = static_cast<std::int64_t>(2 * pairs);
    table.tokens = static_cast<std::int64_t>(tokens);
    table.cos.resize(2 * pairs * tokens);
    table.sin.resize(2 * pairs * tokens);
    for (std::size_t token = 0; token < tokens; ++token) {
        std::size_t pair = 0;
        for (const RotaryAxis& axis : axes) {
            assert(axis.positions.size() == tokens);
            for (const float frequency : axis.frequencies) {
                const float angle = static_cast<float>(axis.positions[token]) * frequency;
                for (const std::size_t at : {token * 2 * pairs + pair, token * 2 * pairs + pairs + pair}) {
                    table.cos[at] = std::cos(angle);
                    table.sin[at] = std::sin(angle);
                }
                ++pair;
            }
        }
    }
    return table;
}

std::vector<float> rotary_frequencies(double theta, std::int64_t dims) {
    std::vector<float> frequencies;
    for (std::int64_t i = 0; i < dims / 2; ++i)
        frequencies.push_back(1.0f / static_cast<float>(std::pow(theta, static_cast<double>(2 * i) / static_cast<double>(dims))));
    return frequencies;
}

}  // namespace haibao::ops
