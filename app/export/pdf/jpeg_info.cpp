// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/pdf/jpeg_info.h"

#include <cstdint>
#include <map>

namespace haibao::pdf {
namespace {

std::uint32_t byte(const QByteArray& data, qsizetype at) { return at < data.size() ? static_cast<std::uint8_t>(data[at]) : 0; }
std::uint32_t big16(const QByteArray& data, qsizetype at) { return byte(data, at) << 8 | byte(data, at + 1); }

/// Tag 0x112 of the first directory.
int exif_orientation(const QByteArray& tiff) {
    const bool little = tiff.startsWith("II");
    const auto u16 = [&](qsizetype at) { return little ? byte(tiff, at) | byte(tiff, at + 1) << 8 : big16(tiff, at); };
    const auto u32 = [&](qsizetype at) { return little ? u16(at) | u16(at + 2) << 16 : u16(at) << 16 | u16(at + 2); };
    const qsizetype directory = u32(4);
    const std::uint32_t entries = u16(directory);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + 12 * static_cast<qsizetype>(i);
        if (entry + 12 > tiff.size()) break;
        if (u16(entry) == 0x112) return static_cast<int>(u16(entry + 8));
    }
    return 1;
}

}  // namespace

std::optional<JpegInfo> read_jpeg_info(const QByteArray& file) {
    if (!file.startsWith("\xff\xd8")) return std::nullopt;
    JpegInfo info;
    std::map<int, QByteArray> profile;
    for (qsizetype at = 2; at + 4 <= file.size();) {
        if (byte(file, at) != 0xff) return std::nullopt;
        const std::uint32_t marker = byte(file, at + 1);
        if (marker == 0xff) {  // filling
            ++at;
            continue;
        }
        const qsizetype length = big16(file, at + 2);
        if (length < 2 || at + 2 + length > file.size()) return std::nullopt;
        const QByteArray segment = file.mid(at + 4, length - 2);
        if (marker == 0xda) break;
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
            if (marker > 0xc2 || byte(segment, 0) != 8) return std::nullopt;
            info.height = static_cast<int>(big16(segment, 1));
            info.width = static_cast<int>(big16(segment, 3));
            info.components = static_cast<int>(byte(segment, 5));
        } else if (marker == 0xe1 && segment.startsWith(QByteArrayView("Exif\0\0", 6))) {
            info.orientation = exif_orientation(segment.mid(6));
        } else if (marker == 0xe2 && segment.startsWith(QByteArrayView("ICC_PROFILE\0", 12))) {
            profile[static_cast<int>(byte(segment, 12))] = segment.mid(14);
        }
        at += 2 + length;
    }
    for (const auto& [number, part] : profile) info.icc += part;
    if (info.width == 0 || info.height == 0) return std::nullopt;
    return info;
}

}  // namespace haibao::pdf
