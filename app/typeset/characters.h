// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>

// What characters are to Chinese and Japanese typesetting, beyond what Unicode's properties say.
namespace haibao::typeset {

/// Whose habits apply where Chinese and Japanese differ.
enum class Region : std::uint8_t { simplified, traditional, japanese, other };
/// From a BCP 47 tag: "zh-Hant-HK" → traditional.
Region punctuation_region(const QString& lang);

/// Full-width punctuation by where its blank half is (typesetting-spec §9).
enum class Punct : std::uint8_t {
    none,
    open,    ///< （「: blank before
    close,   ///< ）」: blank after
    dot,     ///< 、。，．, on the mainland also ：；！？: blank after
    middle,  ///< ・: blank on both sides
    space,   ///< U+3000
};
Punct punct_class(char32_t c, Region region, bool vertical);

/// 、。，．, which may hang at a line's end.
bool may_hang(char32_t c);

/// The character at `at`; a lone surrogate is U+FFFD.
char32_t code_at(QStringView text, qsizetype at);
inline qsizetype code_units(char32_t c) { return c > 0xFFFF ? 2 : 1; }

bool is_han_or_kana(char32_t c);
/// Han, kana, bopomofo, hangul and CJK punctuation and full-width forms: what stands upright in a column.
bool is_cjk(char32_t c);
/// What text-autospace separates from Han: Latin, Greek, Cyrillic letters, ASCII digits.
bool is_western_letter_or_digit(char32_t c);
bool is_ascii_digit(char32_t c);
/// General category P, for hanging and widows: any punctuation, full-width or not.
bool is_punctuation(char32_t c);
/// Spaces at which a line may be stretched, and that vanish at its end.
bool is_word_space(char32_t c);
/// Right-to-left letters, which this engine does not order.
bool is_right_to_left(char32_t c);
/// Not shown, so that no font needs a glyph for it: joiners, selectors, line separators.
bool is_default_ignorable(char32_t c);
/// —…‥⋯⸺―: two of them are one mark that nothing may divide.
bool is_dash_or_ellipsis(char32_t c);
/// ～〜–—／ and the like, which no gap may set apart from what they connect.
bool is_connector(char32_t c);

}  // namespace haibao::typeset
