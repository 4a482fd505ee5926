// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// How texts are compared in searches. Three characters and more are found anywhere in a text, by the trigram index. One or
// two are found anywhere in scripts that are written without spaces (Chinese, Japanese, Thai, …) and at the beginning of
// words elsewhere, by the gram index: "中", "中秋", "A4", but "po" is not looked for inside "shampoo".
namespace haibao::gallery {

/// Case, width, compatibility forms and accents gone (Unicode NFKC_Casefold, without U+0300–036F): ＨＡＩ → hai, Café → cafe.
/// Invalid UTF-8 becomes U+FFFD.
std::string fold(std::string_view text);

/// The grams of a folded text, each once, between spaces.
std::string grams(std::string_view folded);

/// Whether the gram index can find this folded term: one or two characters without ASCII signs.
bool has_gram(std::string_view folded_term);

/// Number of code points.
std::size_t length(std::string_view text);

/// What the indexes answer, asked of one text: both folded.
bool contains(std::string_view text, std::string_view term);

}  // namespace haibao::gallery
