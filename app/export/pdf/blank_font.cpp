// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/blank_font.h"

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace haibao::pdf {
namespace {

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value);
}
void put32(std::string& out, std::uint32_t value) {
    put16(out, value >> 16);
    put16(out, value & 0xffff);
}

std::uint32_t checksum(const std::string& table) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < table.size(); ++i) sum += std::uint32_t(static_cast<std::uint8_t>(table[i])) << (24 - 8 * (i % 4));
    return sum;
}

std::string head_table(std::uint32_t adjustment) {
    std::string head;
    put32(head, 0x00010000), put32(head, 0x00010000), put32(head, adjustment), put32(head, 0x5F0F3CF5);
    put16(head, 0), put16(head, 1000);                    // flags, units per em
    head.append(16, '\0');                                // created, modified
    for (int value : {0, -200, 1000, 800}) put16(head, static_cast<std::uint16_t>(value));  // bounds
    put16(head, 0), put16(head, 8), put16(head, 2), put16(head, 1), put16(head, 0);
    return head;
}

/// A line across the em box: no ink, but a size, without which MuPDF passes the text over.
std::string flat_glyph(std::uint16_t advance) {
    std::string glyph;
    for (int value : {1, 0, -200, static_cast<int>(advance), 800, 1, 0}) put16(glyph, static_cast<std::uint16_t>(value));  // contours, bounds, last point, instructions
    put16(glyph, 0x0101);                                                                                                  // two points on the curve
    for (int value : {0, static_cast<int>(advance), -200, 1000}) put16(glyph, static_cast<std::uint16_t>(value));
    return glyph;
}

}  // namespace

std::string blank_truetype(std::span<const std::uint16_t> advances) {
    const auto glyphs = static_cast<std::uint32_t>(advances.size());
    std::string hhea, hmtx, maxp, glyf, loca;
    put32(hhea, 0x00010000);
    for (int value : {800, -200, 0, static_cast<int>(*std::ranges::max_element(advances)), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}) put16(hhea, static_cast<std::uint16_t>(value));
    put16(hhea, glyphs);
    for (std::uint16_t advance : advances) put16(hmtx, advance), put16(hmtx, 0);
    put32(loca, 0);
    for (std::uint16_t advance : advances) glyf += flat_glyph(advance), put32(loca, static_cast<std::uint32_t>(glyf.size()));
    put32(maxp, 0x00010000), put16(maxp, glyphs);
    for (int value : {2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}) put16(maxp, static_cast<std::uint16_t>(value));
    std::vector<std::pair<const char*, std::string>> tables{{"glyf", glyf}, {"head", head_table(0)}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}};
    const auto assemble = [&] {
        const auto count = static_cast<std::uint32_t>(tables.size());
        const std::uint32_t power = std::bit_floor(count);
        std::string font;
        put32(font, 0x00010000), put16(font, count), put16(font, 16 * power), put16(font, static_cast<std::uint32_t>(std::bit_width(power)) - 1), put16(font, 16 * (count - power));
        std::uint32_t offset = 12 + 16 * count;
        for (const auto& [tag, data] : tables) {
            font += tag;
            put32(font, checksum(data)), put32(font, offset), put32(font, static_cast<std::uint32_t>(data.size()));
            offset += static_cast<std::uint32_t>((data.size() + 3) / 4 * 4);
        }
        for (const auto& [tag, data] : tables) font += data + std::string((4 - data.size() % 4) % 4, '\0');
        return font;
    };
    // The sum over the whole file, with the adjustment as 0, is to become the magic number.
    std::string adjustment;
    put32(adjustment, 0xB1B0AFBA - checksum(assemble()));
    std::string font = assemble();
    const std::size_t head = 12 + 16 * tables.size() + (glyf.size() + 3) / 4 * 4;
    font.replace(head + 8, 4, adjustment);
    return font;
}

}  // namespace haibao::pdf
