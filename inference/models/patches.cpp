// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/patches.h"

#include <cstddef>

namespace haibao {
namespace {

/// Calls `move(index in the planar latent, index in the patches)` for every value.
template <class Move>
void for_each_patch_value(std::int64_t channels, std::int64_t rows, std::int64_t columns, std::int64_t patch, Move move) {
    const std::int64_t height = rows * patch, width = columns * patch;
    std::size_t at = 0;
    for (std::int64_t row = 0; row < rows; ++row)
        for (std::int64_t column = 0; column < columns; ++column)
            for (std::int64_t channel = 0; channel < channels; ++channel)
                for (std::int64_t y = 0; y < patch; ++y)
                    for (std::int64_t x = 0; x < patch; ++x)
                        move(static_cast<std::size_t>((channel * height + row * patch + y) * width + column * patch + x),
                             at++);
}

}  // namespace

std::vector<float> patchify(std::span<const float> latent, std::int64_t channels, std::int64_t rows,
                            std::int64_t columns, std::int64_t patch) {
    std::vector<float> patches(latent.size());
    for_each_patch_value(channels, rows, columns, patch, [&](std::size_t planar, std::size_t at) { patches[at] = latent[planar]; });
    return patches;
}

std::vector<float> unpatchify(std::span<const float> patches, std::int64_t channels, std::int64_t rows,
                              std::int64_t columns, std::int64_t patch) {
    std::vector<float> latent(patches.size());
    for_each_patch_value(channels, rows, columns, patch, [&](std::size_t planar, std::size_t at) { latent[planar] = patches[at]; });
    return latent;
}

}  // namespace haibao
