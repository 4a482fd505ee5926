// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/byt5.h"

#include <algorithm>
#include <charconv>

#include "inference/base/utf8.h"

namespace haibao {
namespace {

constexpr std::int32_t pad = 0, end_of_text = 1, unknown = 2, first_byte = 3, first_extra = 259, extras = 125;

/// What Python's str.strip() takes away: White_Space and the four information separators.
bool is_stripped(char32_t code) { return is_white_space(code) || (code >= 0x1c && code <= 0x1f); }

std::string_view strip_left(std::string_view text) {
    while (!text.empty()) {
        Utf8Char c = decode_utf8(text, 0);
        if (!is_stripped(c.code)) break;
        text.remove_prefix(c.bytes);
    }
    return text;
}

std::string_view strip_right(std::string_view text) {
    std::size_t keep = 0;
    for (std::size_t at = 0; at < text.size();) {
        Utf8Char c = decode_utf8(text, at);
        at += c.bytes;
        if (!is_stripped(c.code)) keep = at;
    }
    return text.substr(0, keep);
}

/// A special spelled out at the start of `text`.
struct Special {
    std::int32_t id = -1;
    std::size_t bytes = 0;
    bool strips = false;  ///< swallows white space on both sides
};

Special special_at(std::string_view text) {
    for (auto [word, id] : {std::pair("<pad>", pad), {"</s>", end_of_text}, {"<unk>", unknown}})
        if (text.starts_with(word)) return {id, std::string_view(word).size(), true};
    constexpr std::string_view extra = "<extra_id_";
    if (!text.starts_with(extra)) return {};
    // Spelled exactly as the vocabulary does: no sign, no leading zero.
    std::int32_t number = 0;
    const char* digits = text.data() + extra.size();
    auto [rest, error] = std::from_chars(digits, std::min(digits + 4, text.data() + text.size()), number);
    bool plain = error == std::errc() && *digits != '-' && (*digits != '0' || rest == digits + 1);
    if (!plain || number >= extras || rest == text.data() + text.size() || *rest != '>') return {};
    return {first_extra + number, static_cast<std::size_t>(rest + 1 - text.data()), false};
}

}  // namespace

std::vector<std::int32_t> byt5_ids(std::string_view text, int max_length) {
    std::vector<std::int32_t> ids;
    const auto add_bytes = [&ids](std::string_view piece) {
        for (char c : piece) ids.push_back(static_cast<unsigned char>(c) + first_byte);
    };
    std::size_t start = 0;  // of the piece before the next special
    bool strip = false;     // the special before that piece swallows white space
    const auto piece_until = [&](std::size_t end) {
        std::string_view piece = text.substr(start, end - start);
        return strip ? strip_left(piece) : piece;
    };
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        Special special = special_at(text.substr(at));
        if (special.id < 0) {
            ++at;
            continue;
        }
        add_bytes(special.strips ? strip_right(piece_until(at)) : piece_until(at));
        ids.push_back(special.id);
        at += special.bytes;
        start = at;
        strip = special.strips;
    }
    add_bytes(piece_until(text.size()));
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(max_length - 1)));
    if (ids.empty() || ids.back() != end_of_text) ids.push_back(end_of_text);
    return ids;
}

std::vector<std::vector<std::int32_t>> glyph_rows(const std::vector<std::string>& texts, int max_length) {
    std::vector<std::vector<std::int32_t>> rows;
    for (const std::string& text : texts) rows.push_back(byt5_ids(text, max_length));
    if (rows.empty()) rows.push_back(byt5_ids("", max_length));
    if (rows.size() % 2 == 0)
        for (auto& row : rows) row.insert(row.begin(), pad);
    return rows;
}

}  // namespace haibao
