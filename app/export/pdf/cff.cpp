// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/cff.h"

namespace haibao::pdf {
namespace {

/// Reads big-endian numbers; goes bad, and stays so, instead of outside.
struct Reader {
    std::span<const std::uint8_t> data;
    std::uint64_t at = 0;
    bool good = true;

    std::uint32_t read(int bytes) {
        std::uint32_t value = 0;
        if (at + static_cast<std::uint64_t>(bytes) > data.size()) good = false;
        for (int i = 0; good && i < bytes; ++i) value = value << 8 | data[at++];
        return value;
    }
};

/// An INDEX: its first object, and moves the reader behind it.
std::span<const std::uint8_t> first_of_index(Reader& reader, std::uint32_t* count = nullptr) {
    const std::uint32_t objects = reader.read(2);
    if (count) *count = objects;
    if (objects == 0 || !reader.good) return {};
    const int size = static_cast<int>(reader.read(1));
    if (size < 1 || size > 4) reader.good = false;
    const std::uint64_t offsets = reader.at, base = offsets + (objects + std::uint64_t(1)) * static_cast<std::uint64_t>(size) - 1;
    const std::uint32_t begin = reader.read(size), end = reader.read(size);
    reader.at = offsets + objects * static_cast<std::uint64_t>(size);
    reader.at = base + reader.read(size);
    if (!reader.good || begin < 1 || end < begin || base + end > reader.data.size()) return reader.good = false, std::span<const std::uint8_t>{};
    return reader.data.subspan(base + begin, end - begin);
}

struct TopDict {
    bool cid_keyed = false;
    std::uint32_t charset = 0, char_strings = 0;
};

TopDict parse_top(std::span<const std::uint8_t> dict) {
    TopDict top;
    Reader reader{dict};
    std::uint32_t operand = 0;
    while (reader.good && reader.at < dict.size()) {
        const std::uint32_t byte = reader.read(1);
        if (byte == 28) operand = reader.read(2);
        else if (byte == 29) operand = reader.read(4);
        else if (byte == 30)  // a real number: nibbles to 0xf
            while (reader.good && (reader.read(1) & 0xf) != 0xf) {}
        else if (byte >= 32 && byte <= 246) operand = byte - 139;
        else if (byte >= 247 && byte <= 250) operand = (byte - 247) * 256 + reader.read(1) + 108;
        else if (byte >= 251 && byte <= 254) reader.read(1);
        else if (byte == 12) top.cid_keyed |= reader.read(1) == 30;
        else if (byte == 15) top.charset = operand;
        else if (byte == 17) top.char_strings = operand;
    }
    return top;
}

}  // namespace

std::optional<std::vector<std::uint16_t>> cff_cids(std::span<const std::uint8_t> table) {
    Reader reader{table};
    reader.read(2);
    reader.at = reader.read(1);
    first_of_index(reader);  // names
    const TopDict top = parse_top(first_of_index(reader));
    if (!reader.good || !top.cid_keyed) return std::nullopt;
    std::uint32_t glyphs = 0;
    Reader strings{table, top.char_strings};
    first_of_index(strings, &glyphs);
    if (!strings.good) return std::nullopt;

    std::vector<std::uint16_t> cids{0};
    Reader charset{table, top.charset};
    const std::uint32_t format = top.charset <= 2 ? 3 : charset.read(1);
    while (cids.size() < glyphs && charset.good) {
        std::uint32_t first = format == 3 ? static_cast<std::uint32_t>(cids.size()) : charset.read(2);
        std::uint32_t more = format == 1 ? charset.read(1) : format == 2 ? charset.read(2) : 0;
        for (++more; more > 0 && cids.size() < glyphs; --more) cids.push_back(static_cast<std::uint16_t>(first++));
    }
    return charset.good ? std::optional(std::move(cids)) : std::nullopt;
}

}  // namespace haibao::pdf
