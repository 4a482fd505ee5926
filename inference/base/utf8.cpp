// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/base/utf8.h"

#include <algorithm>

namespace haibao {

Utf8Char decode_utf8(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
    };
    const unsigned char first = byte(0);
    if (first < 0x80) return {first, 1, true};
    // The second byte's range excludes overlong forms, surrogates and what lies above U+10FFFF (Unicode table 3-7).
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    unsigned char low = 0x80, high = 0xbf;
    if (first == 0xe0) low = 0xa0;
    if (first == 0xed) high = 0x9f;
    if (first == 0xf0) low = 0x90;
    if (first == 0xf4) high = 0x8f;
    if (first < 0xc2 || first > 0xf4) return {0xfffd, 1, false};
    char32_t code = first & (0xff >> (length + 1));
    for (int i = 1; i < length; ++i) {
        unsigned char next = byte(i);
        if (next < low || next > high) return {0xfffd, i, false};
        code = code << 6 | (next & 0x3f);
        low = 0x80, high = 0xbf;
    }
    return {code, length, true};
}

void append_utf8(std::string& text, char32_t code) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) return put(0xc0 | code >> 6), put(0x80 | (code & 0x3f));
    if (code < 0x10000) return put(0xe0 | code >> 12), put(0x80 | (code >> 6 & 0x3f)), put(0x80 | (code & 0x3f));
    put(0xf0 | code >> 18), put(0x80 | (code >> 12 & 0x3f)), put(0x80 | (code >> 6 & 0x3f)), put(0x80 | (code & 0x3f));
}

std::string valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        Utf8Char c = decode_utf8(text, at);
        if (c.valid)
            out.append(text, at, c.bytes);
        else
            append_utf8(out, c.code);
        at += c.bytes;
    }
    return out;
}

std::string clip(std::string_view text, std::size_t most) {
    std::size_t end = 0;
    while (end < text.size()) {
        std::size_t next = end + decode_utf8(text, end).bytes;
        if (next > most) return valid_utf8(text.substr(0, end)) + "…";
        end = next;
    }
    return valid_utf8(text);
}

bool is_white_space(char32_t code) {
    return (code >= 0x9 && code <= 0xd) || code == 0x20 || code == 0x85 || code == 0xa0 || code == 0x1680 ||
           (code >= 0x2000 && code <= 0x200a) || code == 0x2028 || code == 0x2029 || code == 0x202f || code == 0x205f ||
           code == 0x3000;
}

}  // namespace haibao
