// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <memory>
#include <vector>

// What may be misspelled in titles and text layers: Latin words by Hunspell's dictionaries (English and Brazilian Portuguese),
// Chinese characters by Unicode's data alone.
namespace haibao::spelling {

enum class Doubt : std::uint8_t {
    unknown_word,  ///< in none of the dictionaries
    mixed_form,    ///< a traditional character in simplified text, or the other way round
    look_alike,    ///< a character that only looks like the usual one: a radical, a katakana stroke, a Cyrillic letter
};

/// Whether texts in this language (BCP 47) are checked at all; "zh-Hans-x-nospell" and "zxx" are not.
bool is_checked(const QString& lang);
/// The language with or without the private subtag that says so.
enum class Checked : std::uint8_t { yes, no };
QString with_checking(const QString& lang, Checked checked);

/// A stretch of a text that somebody should look at.
struct Remark {
    int begin = 0, end = 0;  ///< UTF-16
    Doubt doubt = Doubt::unknown_word;
    QStringList suggestions;  ///< of characters; those of words are looked for when asked (Speller::suggestions)
    bool operator==(const Remark&) const = default;
};

/// Holds the dictionaries. One thread at a time.
class Speller {
public:
    /// All dictionaries that are installed; without any, words are not judged.
    Speller();
    Speller(Speller&&) noexcept;
    Speller& operator=(Speller&&) noexcept;
    ~Speller();

    bool has_dictionaries() const;
    /// A word is right when one of the dictionaries has it; `lang` (BCP 47) "en…" or "pt…" asks that one only. Words with
    /// digits, of one letter, with capitals within (iPhone), of capitals up to five letters, and parts of addresses are not
    /// judged. In reading order; at most 200, none in a language that is not is_checked().
    std::vector<Remark> check(const QString& text, const QString& lang = {}) const;
    /// Nearest words first, at most `most`. Takes up to tenths of a second.
    QStringList suggestions(const QString& word, const QString& lang = {}, qsizetype most = 5) const;

private:
    struct Dictionaries;
    std::unique_ptr<Dictionaries> dictionaries_;
};

/// Only what is said about characters.
std::vector<Remark> check_characters(const QString& text);

/// One for this thread, made at the first call: tens of milliseconds.
const Speller& speller();

}  // namespace haibao::spelling
