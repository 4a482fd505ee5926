// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

// Texts with one mistake each, of the kinds that painters of pictures make.
namespace haibao::proof::testing {

enum class Mistake : std::uint8_t {
    similar_character,  ///< a Chinese character that looks much like the right one; a Latin letter likewise
    other_script,       ///< the simplified form in a traditional text
    dropped,
    doubled,
    accent_dropped,     ///< ã as a; also ç as c
    swapped,            ///< with the letter or character behind it
};
inline constexpr Mistake all_mistakes[] = {Mistake::similar_character, Mistake::other_script, Mistake::dropped, Mistake::doubled, Mistake::accent_dropped, Mistake::swapped};
const char* name_of(Mistake mistake);

/// `text` with one such mistake, at a place chosen by `seed`; nothing where it has no place for it. What comes back is
/// another text for a reader: not only other capitals, spaces or punctuation.
std::optional<QString> misspelled(const QString& text, Mistake mistake, std::uint64_t seed);

}  // namespace haibao::proof::testing
