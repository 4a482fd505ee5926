// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

class QImage;
namespace haibao {
struct Image;
}

namespace haibao::gallery {

/// A colour in CIE L*a*b* (D65), coarsely: L* in 0…255 for 0…100, a* and b* clamped to ±127.
struct LabColour {
    std::uint8_t l = 0;
    std::int8_t a = 0, b = 0;
    bool operator==(const LabColour&) const = default;
};
LabColour lab_of(std::uint8_t red, std::uint8_t green, std::uint8_t blue);

/// One of the five dominant colours, the largest first; `share` of the picture in 1/255, 0 = unused.
struct PaletteEntry {
    LabColour colour;
    std::uint8_t share = 0;
    bool operator==(const PaletteEntry&) const = default;
};

/// What a picture looks like, small: for searches by colour and for similar pictures.
struct Look {
    std::array<PaletteEntry, 5> palette{};
    /// Layout of lightness and colour (28 + 10 + 10 cosine coefficients) and of edges (4 × 4 cells × 5 directions),
    /// compressed so that plain squared distances follow what people call similar.
    std::array<std::int8_t, 128> descriptor{};
    bool operator==(const Look&) const = default;
};

/// Of sRGB pixels, three bytes each; the same pixels give the same look.
Look look_of(const std::uint8_t* rgb, int width, int height, std::ptrdiff_t bytes_per_row);
Look look_of(const Image& image);
/// Transparent parts count as white.
Look look_of(const QImage& image);

/// A look as look rows hold it.
inline constexpr std::size_t look_bytes = 160, looks_per_block = 256;
std::array<std::uint8_t, look_bytes> pack(const Look& look);
/// Nothing where no look was stored.
std::optional<Look> unpack(std::span<const std::uint8_t> slot);

/// Squared distance, 0 = the same. Below ~3,000: the same motif; above ~12,000: unrelated.
int distance(std::span<const std::uint8_t> slot, const std::array<std::int8_t, 128>& descriptor);
/// How much of the picture has about this colour, 0…1; neighbours count by their nearness.
float presence(std::span<const std::uint8_t> slot, LabColour colour);

}  // namespace haibao::gallery
