// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <cstdint>
#include <vector>

#include "app/document/text.h"

// Where lines may end (typesetting-spec §7): UAX #14 as ICU tailors it by language and level, with the project's own rules.
namespace haibao::typeset {

/// How good a place for a line's end is, worst first.
enum class Break : std::uint8_t {
    no,
    joint,        ///< within what is read as one: a URL, an e-mail address, a range of numbers; only where it does not fit a
                  ///< line of its own, or where the line before it would be stretched too far
    in_word,      ///< allowed, but within a phrase (only where BreakRules::phrase is set)
    hyphen,       ///< allowed, and then a hyphen is shown
    allowed,
    mandatory,    ///< after a line feed or line separator
};

struct BreakRules {
    QString lang = QStringLiteral("zh-Hans");  ///< BCP 47
    document::Kinsoku level = document::Kinsoku::strict;
    document::ClreqLevel clreq = document::ClreqLevel::off;
    bool phrase = false;  ///< tell places between phrases from those within
};

/// One more than the text has UTF-16 code units: [i] says whether a line may begin with code unit i. The first is `no`, the
/// last `mandatory`. Always at grapheme boundaries.
std::vector<Break> break_opportunities(QStringView text, const BreakRules& rules);

/// The ends of grapheme clusters (what users take for one character), in UTF-16 code units, rising; the last is text.size().
std::vector<int> grapheme_ends(QStringView text);

/// The word around or right after `at` as [begin, end), by ICU's word iterator with its Chinese and Japanese dictionary.
std::pair<int, int> word_around(QStringView text, int at, const QString& lang);

}  // namespace haibao::typeset
