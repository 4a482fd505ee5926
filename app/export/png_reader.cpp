// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <zlib.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <span>

#include "app/export/png.h"
#include "inference/base/files.h"

namespace haibao {
namespace {

constexpr std::string_view signature{"\x89PNG\r\n\x1a\n", 8};
constexpr std::size_t most_text_bytes = 16 << 20;
constexpr std::size_t most_texts = 1000;
constexpr std::uint32_t most_chunk_bytes = 0x7FFFFFFF;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string from_latin1(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) out += c;
        else out += {static_cast<char>(0xC0 | byte >> 6), static_cast<char>(0x80 | (byte & 0x3F))};
    }
    return out;
}

/// Empty when the stream is damaged or holds more than `most` bytes.
std::optional<std::string> inflate_text(std::string_view packed, std::size_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    std::array<char, 1 << 15> buffer;
    int status = Z_OK;
    while (status == Z_OK && out.size() <= most) {
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = buffer.size();
        status = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer.data(), buffer.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (status != Z_STREAM_END || out.size() > most) return std::nullopt;
    return out;
}

/// Cuts off what stands before the next NUL; empty when there is none.
std::optional<std::string_view> take_until_nul(std::string_view& rest) {
    const auto end = rest.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    const auto head = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return head;
}

/// A text chunk's content; empty when it breaks the rules.
std::optional<PngText> parse_text(std::string_view type, std::string_view rest, std::size_t most) {
    const auto keyword = take_until_nul(rest);
    if (!keyword || keyword->empty() || keyword->size() > 79) return std::nullopt;
    const auto unpacked = [&](bool compressed) -> std::optional<std::string> {
        if (compressed) return inflate_text(rest, most);
        if (rest.size() > most) return std::nullopt;
        return std::string(rest);
    };
    std::optional<std::string> text;
    if (type == "tEXt") {
        text = unpacked(false);
    } else if (type == "zTXt") {
        if (rest.empty() || rest[0] != 0) return std::nullopt;  // the only method there is
        rest.remove_prefix(1);
        text = unpacked(true);
    } else {
        if (rest.size() < 2 || (rest[0] != 0 && rest[0] != 1) || rest[1] != 0) return std::nullopt;
        const bool compressed = rest[0] == 1;
        rest.remove_prefix(2);
        if (!take_until_nul(rest) || !take_until_nul(rest)) return std::nullopt;  // language, translated keyword
        text = unpacked(compressed);
    }
    if (!text) return std::nullopt;
    return PngText{from_latin1(*keyword), type == "iTXt" ? *text : from_latin1(*text)};
}

/// Reads up to `size` bytes in steps, so that a lying length costs no memory.
std::string read_bytes(std::istream& stream, std::size_t size) {
    std::string bytes;
    std::array<char, 1 << 15> buffer;
    while (bytes.size() < size && stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(std::min(buffer.size(), size - bytes.size())));
        bytes.append(buffer.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return bytes;
}

bool checksum_holds(std::string_view type, std::string_view data, std::uint32_t expected) {
    uLong crc = crc32_z(0, reinterpret_cast<const Bytef*>(type.data()), type.size());
    crc = crc32_z(crc, reinterpret_cast<const Bytef*>(data.data()), data.size());
    return crc == expected;
}

}  // namespace

Result<PngInfo> read_png_info(std::istream& stream, std::string_view name) {
    const auto no_png = [&] { return fail(ErrorKind::corrupt_file, "{} is no PNG file.", name); };
    if (read_bytes(stream, signature.size()) != signature) return no_png();
    PngInfo info;
    std::size_t text_bytes = 0;
    for (bool first = true;; first = false) {
        const std::string prefix = read_bytes(stream, 8);
        const std::uint32_t length = prefix.size() == 8 ? big_endian(prefix) : 0;
        const std::string type = prefix.size() == 8 ? prefix.substr(4) : "";
        if (first && (type != "IHDR" || length != 13)) return no_png();
        if (type == "IEND") return info;
        if (type.empty() || length > most_chunk_bytes) break;
        const bool is_text = type == "tEXt" || type == "zTXt" || type == "iTXt";
        if (!first && (!is_text || length > most_text_bytes || info.texts.size() >= most_texts)) {
            stream.seekg(std::streamoff{length} + 4, std::ios::cur);
            if (!stream || stream.peek() == std::char_traits<char>::eof()) break;
            continue;
        }
        const std::string data = read_bytes(stream, length);
        const std::string checksum = read_bytes(stream, 4);
        if (data.size() < length || checksum.size() < 4) break;
        if (first) {
            info.width = static_cast<int>(std::min(big_endian(data), most_chunk_bytes));
            info.height = static_cast<int>(std::min(big_endian(std::string_view(data).substr(4)), most_chunk_bytes));
        } else if (checksum_holds(type, data, big_endian(checksum))) {
            if (auto text = parse_text(type, data, most_text_bytes - text_bytes)) {
                text_bytes = std::min(most_text_bytes, text_bytes + text->text.size());
                info.texts.push_back(std::move(*text));
            }
        }
    }
    info.cut_off = true;
    return info;
}

Result<PngInfo> read_png_info(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return fail(ErrorKind::not_found, "There is no file {}.", file.string());
    if (!std::filesystem::is_regular_file(file, error)) return fail(ErrorKind::not_found, "{} is no file.", file.string());
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return fail(ErrorKind::io, "{} cannot be read; look at its rights.", file.string());
    return read_png_info(stream, short_name(file, 1));
}

}  // namespace haibao
