// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gallery/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

#include "inference/base/utf8.h"

namespace haibao::gallery {
namespace {

/// Scripts that put no spaces between words: the beginning of a word cannot be seen.
bool is_unspaced(char32_t code) {
    if (code < 0x0E00) return false;
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(code), &error)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO:
        case USCRIPT_YI:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR:
        case USCRIPT_TIBETAN: return true;
        default: return false;
    }
}

bool is_word(char32_t code) {
    if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z');
    return u_isalnum(static_cast<UChar32>(code)) || (U_GET_GC_MASK(static_cast<UChar32>(code)) & U_GC_M_MASK);
}

/// Whether a term may begin here: everywhere in unspaced scripts and for signs, at the first letter elsewhere.
bool may_begin(char32_t before, char32_t code) { return !is_word(code) || is_unspaced(code) || !is_word(before) || is_unspaced(before); }

/// What the tokenizer of the gram index splits at.
bool is_separator(char32_t code) { return code < 0x80 && !is_word(code); }

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string fold(std::string_view text) {
    if (is_ascii(text)) {
        std::string lower(text);
        for (char& c : lower)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
            else if (c == '\0') c = ' ';
        return lower;
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const auto* nfd = icu::Normalizer2::getNFDInstance(error);
    const auto* nfc = icu::Normalizer2::getNFCInstance(error);
    if (U_FAILURE(error)) return std::string(text);
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    const icu::UnicodeString apart = nfd->normalize(casefold->normalize(source, error), error);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < apart.length(); ++i) {
        const char16_t unit = apart.charAt(i);
        if (unit >= 0x300 && unit <= 0x36F) continue;
        bare.append(unit == 0 ? u' ' : unit);
    }
    std::string result;
    nfc->normalize(bare, error).toUTF8String(result);
    return result;
}

std::string grams(std::string_view folded) {
    std::vector<std::string_view> found;
    char32_t before = ' ';
    for (std::size_t at = 0; at < folded.size();) {
        const Utf8Char first = decode_utf8(folded, at);
        const auto first_bytes = static_cast<std::size_t>(first.bytes);
        if (!is_separator(first.code) && may_begin(before, first.code)) {
            found.push_back(folded.substr(at, first_bytes));
            if (at + first_bytes < folded.size()) {
                const Utf8Char second = decode_utf8(folded, at + first_bytes);
                if (!is_separator(second.code)) found.push_back(folded.substr(at, first_bytes + static_cast<std::size_t>(second.bytes)));
            }
        }
        before = first.code;
        at += first_bytes;
    }
    std::ranges::sort(found);
    const auto repeated = std::ranges::unique(found);
    found.erase(repeated.begin(), repeated.end());
    std::string joined;
    for (const std::string_view gram : found) (joined += gram) += ' ';
    return joined;
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_gram(std::string_view folded_term) {
    const std::size_t characters = length(folded_term);
    if (characters < 1 || characters > 2) return false;
    return std::ranges::none_of(folded_term, [](char c) { return is_separator(static_cast<unsigned char>(c)); });
}

bool contains(std::string_view text, std::string_view term) {
    const bool anywhere = length(term) > 2;
    for (std::size_t at = text.find(term); at != std::string_view::npos; at = text.find(term, at + 1)) {
        if (anywhere || at == 0) return true;
        std::size_t previous = at - 1;
        while (previous > 0 && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
        if (may_begin(decode_utf8(text, previous).code, decode_utf8(text, at).code)) return true;
    }
    return false;
}

}  // namespace haibao::gallery
