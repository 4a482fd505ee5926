// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace haibao {

/// [channels, rows·p, columns·p] → one vector (channel, y, x) per p×p patch, raster order; and back.
std::vector<float> patchify(std::span<const float> latent, std::int64_t channels, std::int64_t rows,
                            std::int64_t columns, std::int64_t patch);
std::vector<float> unpatchify(std::span<const float> patches, std::int64_t channels, std::int64_t rows,
                              std::int64_t columns, std::int64_t patch);

}  // namespace haibao
