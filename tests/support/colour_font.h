// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// A font with colours, made from one without: Debian has none with COLR or SVG tables.
namespace haibao::test {

inline std::string big_endian(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i));
    return text;
}

/// The font with these tables beside its own. Checksums are left at nought; nobody looks at them.
inline std::string with_tables(std::string_view font, std::map<std::string, std::string> tables) {
    const auto number = [&](std::size_t at, int bytes) {
        std::uint32_t value = 0;
        for (int i = 0; i < bytes; ++i) value = value << 8 | static_cast<std::uint8_t>(font[at + static_cast<std::size_t>(i)]);
        return value;
    };
    for (std::size_t i = 0, count = number(4, 2); i < count; ++i) {
        const std::size_t record = 12 + 16 * i;
        tables.emplace(font.substr(record, 4), font.substr(number(record + 8, 4), number(record + 12, 4)));
    }
    std::string head = std::string(font.substr(0, 4)) + big_endian(static_cast<std::uint32_t>(tables.size()), 2) + std::string(6, '\0'), body;
    const std::size_t begin = 12 + 16 * tables.size();
    for (const auto& [tag, bytes] : tables) {
        head += tag + big_endian(0, 4) + big_endian(static_cast<std::uint32_t>(begin + body.size()), 4) + big_endian(static_cast<std::uint32_t>(bytes.size()), 4);
        body += bytes + std::string((4 - bytes.size() % 4) % 4, '\0');
    }
    return head + body;
}

/// COLR version 0 and CPAL: `glyph` becomes the outline of `lower` in red under that of `upper` in the text's colour.
inline std::map<std::string, std::string> red_under_text(std::uint32_t glyph, std::uint32_t lower, std::uint32_t upper) {
    const std::string base = big_endian(glyph, 2) + big_endian(0, 2) + big_endian(2, 2);
    const std::string layers = big_endian(lower, 2) + big_endian(0, 2) + big_endian(upper, 2) + big_endian(0xFFFF, 2);
    const std::string colr = big_endian(0, 2) + big_endian(1, 2) + big_endian(14, 4) + big_endian(20, 4) + big_endian(2, 2) + base + layers;
    const std::string cpal = big_endian(0, 2) + big_endian(1, 2) + big_endian(1, 2) + big_endian(1, 2) + big_endian(14, 4) + big_endian(0, 2) + std::string("\x00\x00\xFF\xFF", 4);
    return {{"COLR", colr}, {"CPAL", cpal}};
}

/// COLR version 1 and CPAL: `glyph` becomes the outline of `shape` in a gradient from red to green.
inline std::map<std::string, std::string> gradient_of(std::uint32_t glyph, std::uint32_t shape, std::string_view gradient) {
    const std::string paint_glyph = big_endian(10, 1) + big_endian(6, 3) + big_endian(shape, 2);
    const std::string list = big_endian(1, 4) + big_endian(glyph, 2) + big_endian(10, 4);
    const std::string colr = big_endian(1, 2) + big_endian(0, 2) + big_endian(0, 4) + big_endian(0, 4) + big_endian(0, 2) + big_endian(34, 4) + std::string(16, '\0') + list + paint_glyph + std::string(gradient);
    const std::string cpal = big_endian(0, 2) + big_endian(2, 2) + big_endian(1, 2) + big_endian(2, 2) + big_endian(14, 4) + big_endian(0, 2) + std::string("\x00\x00\xFF\xFF\x00\xFF\x00\xFF", 8);
    return {{"COLR", colr}, {"CPAL", cpal}};
}
inline std::string red_to_green() {
    return big_endian(0, 1) + big_endian(2, 2) + big_endian(0, 2) + big_endian(0, 2) + big_endian(0x4000, 2) + big_endian(0x4000, 2) + big_endian(1, 2) + big_endian(0x4000, 2);
}
/// From x0 to x1, font units.
inline std::string linear_gradient(std::uint32_t x0, std::uint32_t x1) {
    std::string bytes = big_endian(4, 1) + big_endian(16, 3);
    for (const std::uint32_t value : {x0, 0u, x1, 0u, x0, 100u}) bytes += big_endian(value, 2);
    return bytes + red_to_green();
}
/// From the centre out to `radius`.
inline std::string radial_gradient(std::uint32_t x, std::uint32_t y, std::uint32_t radius) {
    std::string bytes = big_endian(6, 1) + big_endian(16, 3);
    for (const std::uint32_t value : {x, y, 0u, x, y, radius}) bytes += big_endian(value, 2);
    return bytes + red_to_green();
}
/// About the centre, from the right over the top to the left.
inline std::string sweep_gradient(std::uint32_t x, std::uint32_t y) {
    return big_endian(8, 1) + big_endian(12, 3) + big_endian(x, 2) + big_endian(y, 2) + big_endian(0xC000, 2) + big_endian(0, 2) + red_to_green();
}

/// An SVG table that has a picture of `glyph`.
inline std::map<std::string, std::string> svg_of(std::uint32_t glyph) {
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";
    return {{"SVG ", big_endian(0, 2) + big_endian(10, 4) + big_endian(0, 4) + big_endian(1, 2) + big_endian(glyph, 2) + big_endian(glyph, 2) + big_endian(14, 4) +
                         big_endian(static_cast<std::uint32_t>(svg.size()), 4) + svg}};
}

}  // namespace haibao::test
