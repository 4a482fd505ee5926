// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/proof/compare.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace haibao::proof {
namespace {

bool is_letter(char32_t c) { return QChar::isLetterOrNumber(c) || QChar::isMark(c); }

/// Word of each character of comparable(), numbered from 0.
struct Words {
    std::u32string characters;
    std::vector<std::size_t> word;
    std::size_t count = 0;
};

Words words_of(const QString& text) {
    const auto all = text.first(std::min(text.size(), most_compared)).normalized(QString::NormalizationForm_KC).toUcs4();
    Words words;
    bool inside = false;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const char32_t c = all[i];
        const bool between_digits = i > 0 && i + 1 < all.size() && QChar::isDigit(all[i - 1]) && QChar::isDigit(all[i + 1]) && QChar::isPunct(c);
        if (!is_letter(c) && !between_digits) {
            inside = false;
            continue;
        }
        const bool han = QChar::script(c) == QChar::Script_Han;
        if (!inside || han) ++words.count;
        inside = !han;
        words.characters.push_back(between_digits ? U'.' : QChar::toCaseFolded(c));
        words.word.push_back(words.count - 1);
    }
    return words;
}

void add_once(QString& list, char32_t c) {
    const QString one = QString::fromUcs4(&c, 1);
    if (!list.contains(one)) list += one;
}

}  // namespace

std::u32string comparable(const QString& text) { return words_of(text).characters; }

Comparison compare(const QString& wanted_text, const QString& read_text) {
    const Words wanted = words_of(wanted_text);
    const std::u32string read = comparable(read_text);
    const std::size_t n = wanted.characters.size(), m = read.size();
    // Levenshtein's table, then back along the cheapest way.
    std::vector<std::vector<std::size_t>> cost(n + 1, std::vector<std::size_t>(m + 1));
    for (std::size_t i = 0; i <= n; ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= m; ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= n; ++i)
        for (std::size_t j = 1; j <= m; ++j)
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (wanted.characters[i - 1] == read[j - 1] ? 0 : 1)});
    std::vector<bool> altered(wanted.count, false);
    std::u32string wrong, instead;
    for (std::size_t i = n, j = m; i > 0 || j > 0;) {
        if (i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + (wanted.characters[i - 1] == read[j - 1] ? 0 : 1)) {
            --i, --j;
            if (wanted.characters[i] == read[j]) continue;
            altered[wanted.word[i]] = true;
            wrong += wanted.characters[i], instead += read[j];
        } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
            --i;
            altered[wanted.word[i]] = true;
            wrong += wanted.characters[i];
        } else {
            --j;
            instead += read[j];
            // Within a word it alters the word; between two of them it is neither's.
            if (i > 0 && i < n && wanted.word[i - 1] == wanted.word[i]) altered[wanted.word[i]] = true;
            else if (n > 0 && (i == 0 || i == n)) altered[wanted.word[i == 0 ? 0 : n - 1]] = true;
        }
    }
    Comparison result;
    result.similarity = n + m == 0 ? 1 : 1 - double(cost[n][m]) / double(std::max(n, m));
    result.word_accuracy = wanted.count == 0 ? result.similarity : double(std::ranges::count(altered, false)) / double(wanted.count);
    for (auto c = wrong.rbegin(); c != wrong.rend(); ++c) add_once(result.wrong, *c);
    for (auto c = instead.rbegin(); c != instead.rend(); ++c) add_once(result.instead, *c);
    return result;
}

}  // namespace haibao::proof
