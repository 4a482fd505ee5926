// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// How near a text that was read comes to the one that was wanted: the measures of CVTG-2K.
namespace haibao::proof {

/// What is compared: compatibility forms folded (NFKC), capitals as small letters, all white space and punctuation left out
/// but that between digits, where it counts as one "." (8.16 is not 816). UTF-32: one character, one edit.
std::u32string comparable(const QString& text);

struct Comparison {
    double word_accuracy = 0;  ///< share of the wanted words that stand there unaltered; a Chinese character is a word
    double similarity = 0;     ///< 1 − edit distance / length of the longer one: CVTG-2K's NED, 1 = equal
    QString wrong;             ///< the wanted characters that do not stand there, in order, each once
    QString instead;           ///< the characters that stand there and are not wanted, in order, each once
};
/// Of `read` with `wanted`. Two empty texts are equal.
Comparison compare(const QString& wanted, const QString& read);

/// Texts longer than this are compared by their beginning.
inline constexpr qsizetype most_compared = 2000;

}  // namespace haibao::proof
