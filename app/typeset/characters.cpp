// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <QStringList>
#include <string_view>

namespace haibao::typeset {
namespace {

bool is_one_of(char32_t c, std::u32string_view set) { return set.contains(c); }

UScriptCode script_of(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(c), &error);
}

}  // namespace

Region punctuation_region(const QString& lang) {
    const QStringList parts = lang.toLower().replace('_', '-').split('-');
    if (parts[0] == "ja") return Region::japanese;
    if (parts[0] != "zh" && parts[0] != "yue") return Region::other;
    for (const char* traditional : {"hant", "tw", "hk", "mo"})
        if (parts.contains(QLatin1String(traditional))) return parts.contains("hans") ? Region::simplified : Region::traditional;
    return Region::simplified;
}

Punct punct_class(char32_t c, Region region, bool vertical) {
    if (is_one_of(c, U"‘“（《〈「『【〔［｛〖〘〚｟〝")) return Punct::open;
    if (is_one_of(c, U"’”）》〉」』】〕］｝〗〙〛｠〞〟")) return Punct::close;
    if (is_one_of(c, U"、。，．")) return Punct::dot;
    if (is_one_of(c, U"・·‧")) return Punct::middle;
    if (c == U'　') return Punct::space;
    // The mainland sets ：； like commas, others in the middle of their square; in a column they fill it.
    if (!vertical && is_one_of(c, U"：；")) return region == Region::simplified ? Punct::dot : Punct::middle;
    // There ！ and ？ stand at the beginning of their square, too: 天？” without a hole.
    if (is_one_of(c, U"！？") && region == Region::simplified) return Punct::dot;
    return Punct::none;
}

bool may_hang(char32_t c) { return is_one_of(c, U"、。，．"); }

char32_t code_at(QStringView text, qsizetype at) {
    const QChar first = text[at];
    if (first.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(first, text[at + 1]);
    return first.isSurrogate() ? 0xFFFD : first.unicode();
}

bool is_han_or_kana(char32_t c) {
    if (c < 0x2E80) return false;
    switch (script_of(c)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_BOPOMOFO: return c < 0xFF00 || c > 0xFFEF || (c >= 0xFF66 && c <= 0xFF9F);
        default: return c == 0x30FC || c == 0x3006 || c == 0x3007;  // ー〆〇
    }
}

bool is_cjk(char32_t c) {
    if (c < 0x1100) return false;
    if (c >= 0x2E80 && c <= 0x33FF) return true;  // radicals, CJK punctuation, kana, enclosed
    if (c >= 0xFE30 && c <= 0xFE4F) return true;  // compatibility forms
    if (c >= 0xFF01 && c <= 0xFF60) return true;  // full-width
    if (c >= 0xFFE0 && c <= 0xFFE6) return true;
    return is_han_or_kana(c) || script_of(c) == USCRIPT_HANGUL;
}

bool is_western_letter_or_digit(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (c >= 0xFF00 && c <= 0xFFEF) return false;
    if (!u_isalpha(static_cast<UChar32>(c))) return false;
    const UScriptCode script = script_of(c);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_punctuation(char32_t c) { return u_ispunct(static_cast<UChar32>(c)); }

bool is_word_space(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
}

bool is_right_to_left(char32_t c) {
    if (c < 0x590) return false;
    const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
    return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

bool is_default_ignorable(char32_t c) {
    return c >= 0xAD && (c == 0x2028 || c == 0x2029 || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

bool is_dash_or_ellipsis(char32_t c) { return is_one_of(c, U"—―…‥⋯⸺"); }
bool is_connector(char32_t c) { return is_one_of(c, U"–—―～〜〰゠／⸺-‐"); }

}  // namespace haibao::typeset
