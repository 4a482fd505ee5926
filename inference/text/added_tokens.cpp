// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/text/added_tokens.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "inference/base/utf8.h"

namespace haibao {
namespace {

/// The character that ends at `end`.
char32_t char_before(std::string_view text, std::size_t end) {
    std::size_t start = end - 1;
    while (start > 0 && end - start < 4 && (text[start] & 0xc0) == 0x80) --start;
    return decode_utf8(text, start).code;
}

/// Regular expressions' \w: letters, marks, decimal digits, connectors and joiners (Unicode TS 18).
bool is_word(char32_t code) {
    const auto c = static_cast<UChar32>(code);
    return u_hasBinaryProperty(c, UCHAR_ALPHABETIC) || u_hasBinaryProperty(c, UCHAR_JOIN_CONTROL) ||
           (U_MASK(u_charType(c)) & (U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
}

bool stands_alone(std::string_view text, std::size_t begin, std::size_t end) {
    return (begin == 0 || !is_word(char_before(text, begin))) &&
           (end == text.size() || !is_word(decode_utf8(text, end).code));
}

std::size_t skip_space_left(std::string_view text, std::size_t at, std::size_t least) {
    while (at > least) {
        char32_t code = char_before(text, at);
        if (!is_white_space(code)) break;
        std::size_t start = at - 1;
        while ((text[start] & 0xc0) == 0x80) --start;
        at = start;
    }
    return at;
}

std::size_t skip_space_right(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        Utf8Char c = decode_utf8(text, at);
        if (!is_white_space(c.code)) break;
        at += c.bytes;
    }
    return at;
}

}  // namespace

void AddedTokens::add(AddedToken token) {
    if (token.content.empty()) return;
    std::uint32_t node = 0;
    for (char byte : token.content) {
        auto& next = nodes_[node].next;
        auto place = std::ranges::lower_bound(next, byte, {}, &std::pair<char, std::uint32_t>::first);
        if (place == next.end() || place->first != byte) {
            const auto fresh = static_cast<std::uint32_t>(nodes_.size());
            next.insert(place, {byte, fresh});
            nodes_.emplace_back();
            node = fresh;
        } else {
            node = place->second;
        }
    }
    starts_[static_cast<unsigned char>(token.content[0])] = true;
    nodes_[node].token = static_cast<std::int32_t>(tokens_.size());
    tokens_.push_back(std::move(token));
}

const AddedToken* AddedTokens::longest_at(std::string_view text, std::size_t at) const {
    const AddedToken* longest = nullptr;
    for (std::uint32_t node = 0; at < text.size(); ++at) {
        const auto& next = nodes_[node].next;
        auto place = std::ranges::lower_bound(next, text[at], {}, &std::pair<char, std::uint32_t>::first);
        if (place == next.end() || place->first != text[at]) break;
        node = place->second;
        if (nodes_[node].token >= 0) longest = &tokens_[nodes_[node].token];
    }
    return longest;
}

std::vector<TextPiece> AddedTokens::split(std::string_view text) const {
    std::vector<TextPiece> pieces;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        const AddedToken* token = starts_[static_cast<unsigned char>(text[at])] ? longest_at(text, at) : nullptr;
        if (!token) {
            ++at;
            continue;
        }
        std::size_t begin = at, end = at + token->content.size();
        at = end;
        if (token->single_word && !stands_alone(text, begin, end)) continue;
        if (token->lstrip) begin = skip_space_left(text, begin, done);
        if (token->rstrip) end = skip_space_right(text, end);
        if (begin > done) pieces.push_back({text.substr(done, begin - done), -1});
        pieces.push_back({text.substr(begin, end - begin), token->id});
        at = done = end;
    }
    if (done < text.size()) pieces.push_back({text.substr(done), -1});
    return pieces;
}

}  // namespace haibao
