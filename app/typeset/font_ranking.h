// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

// Which font is nearest to another: the judgement apart from fontconfig's data structures.
namespace haibao::typeset {

/// What makes faces of one or of different families look alike.
struct FaceTraits {
    int weight = 400;  ///< OpenType, 1…1000
    int width = 100;   ///< per cent
    bool slanted = false, serif = false, monospace = false;
};

/// "SemiBold Condensed Italic" → 600, 75, slanted. Words that mean nothing are passed over.
FaceTraits traits_of_style(const QString& style);
/// Fontconfig has no word for it; Chinese, Japanese and Latin names do: Serif, Song, 宋, 明朝, Times….
bool sounds_like_serif(const QString& family);
/// How far `b` is from the wanted `a`: 0 = the same look; class counts more than weight, weight more than width.
double distance(const FaceTraits& a, const FaceTraits& b);

/// Lower-case without spaces, hyphens and underscores, so that "Semi Bold" is "SemiBold".
QString folded(const QString& name);

/// "SC", "TC", "HK", "JP", "KR": whose forms of unified characters a text in `lang` wants; empty for other languages.
QString region_of(const QString& lang);
/// How far a family is from what `lang` (or, for Han and kana in other languages, Chinese) is set in by default.
double distance_from_default(const QString& family, const QString& lang, bool han);

/// Do the characters ask for an emoji font (UTS #51: U+FE0F or emoji presentation, and no U+FE0E)?
bool wants_emoji(std::u32string_view characters);
bool has_han_or_kana(std::u32string_view characters);
/// Joiners, selectors and the like: no font needs a glyph for them.
bool is_ignorable(char32_t character);

}  // namespace haibao::typeset
