// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace haibao {

/// One decoded character: its code point and how many bytes it took (≥ 1).
struct Utf8Char {
    char32_t code = 0;
    int bytes = 1;
    bool valid = true;  ///< false: no UTF-8 here; `code` is then U+FFFD and `bytes` the part to skip
};

/// Decodes the character at `at` (< text.size()); ill-formed input is skipped as the Unicode standard recommends
/// (maximal subparts, §3.9), so every byte sequence decodes.
Utf8Char decode_utf8(std::string_view text, std::size_t at);
void append_utf8(std::string& text, char32_t code);

/// The text with every ill-formed part replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

/// The first `most` bytes at most, cut between characters: for names inside error sentences.
std::string clip(std::string_view text, std::size_t most = 200);

/// Unicode's White_Space property.
bool is_white_space(char32_t code);

}  // namespace haibao
