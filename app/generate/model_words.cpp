// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/model_words.h"

#include <unicode/brkiter.h>

#include <QSet>
#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include "app/generate/poster_subjects.h"
#include "app/placement/roles.h"

namespace haibao::generate {
namespace {

/// "a full moon" and "uma lua cheia" are the moon's names, too.
QString without_article(const QString& word) {
    for (const char* article : {"a ", "an ", "the ", "um ", "uma ", "o ", "os ", "as "})
        if (word.startsWith(QLatin1String(article))) return word.mid(qsizetype(qstrlen(article)));
    return word;
}

QStringList forms_of(const PosterSubject& subject) {
    return QString::fromUtf8(subject.chinese).split(' ', Qt::SkipEmptyParts) + QString::fromUtf8(subject.english).split(',', Qt::SkipEmptyParts) +
           QString::fromUtf8(subject.portuguese).split(',', Qt::SkipEmptyParts);
}

struct Range {
    qsizetype begin = 0, end = 0;
};

/// Where words begin or end, by ICU; for Chinese by its dictionary.
std::vector<bool> word_bounds(const QString& text) {
    std::vector<bool> bounds(std::size_t(text.size()) + 1, false);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), status));
    if (U_FAILURE(status)) return bounds;
    const icu::UnicodeString words(false, reinterpret_cast<const char16_t*>(text.utf16()), static_cast<int32_t>(text.size()));
    breaks->setText(words);
    for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) bounds[std::size_t(at)] = true;
    return bounds;
}

/// "桃花粉", "lotus pink": a colour, not a thing.
bool names_a_colour(const QString& text, qsizetype end) {
    if (end < text.size() && QStringLiteral("色粉红绿黄蓝紫白灰").contains(text[end])) return true;
    const QString next = text.mid(end).trimmed().section(' ', 0, 0).toLower();
    static const QSet<QString> colours{"pink", "red", "green", "yellow", "blue", "purple", "white", "grey", "gray", "orange", "brown", "tones", "colour", "color", "colours", "colors", "coloured", "colored"};
    return colours.contains(next);
}

/// All places of a word, whatever its case, that begin and end where words do.
void add_places(std::map<qsizetype, qsizetype>& places, const QString& text, const QString& word, const std::vector<bool>& bounds) {
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + word.size();
        // A single character before another one is as a rule part of something else: 桥水, 树下.
        if (word.size() == 1 && end < text.size() && text[end].script() == QChar::Script_Han) continue;
        if (bounds[std::size_t(at)] && bounds[std::size_t(end)]) places[at] = std::max(places[at], end);
    }
}

}  // namespace

bool is_chinese(const QString& text) {
    return std::ranges::any_of(text.toUcs4(), [](uint c) { return QChar::script(c) == QChar::Script_Han; });
}

QString listed(const QStringList& words, const QString& prompt) { return words.join(is_chinese(prompt) ? QStringLiteral("、") : QStringLiteral(", ")); }

QStringList words_for(const QStringList& words, const QString& prompt, const QString& user_language) {
    const bool chinese = prompt.trimmed().isEmpty() ? user_language == "zh" : is_chinese(prompt);
    std::vector<QStringList> runs;  // a model lists its languages one after the other
    bool last = false;
    for (const QString& word : words) {
        const bool han = is_chinese(word);
        if (runs.empty() || han != last) runs.emplace_back();
        runs.back() << word;
        last = han;
    }
    QStringList found;
    for (const QStringList& run : runs) {
        if (is_chinese(run.first()) != chinese) continue;
        if (found.isEmpty() || user_language == "pt") found = run;
    }
    return found.isEmpty() ? words : found;
}

QStringList unknown_subjects(const QStringList& words, const QString& prompt) {
    if (words.isEmpty()) return {};
    const QString text = QString::fromStdString(placement::without_texts(prompt.toStdString()));
    const std::vector<bool> bounds = word_bounds(text);
    QSet<QString> known;
    std::vector<Range> taken;  // what the model knows may hold a subject's name: forest green, 樱花粉
    for (const QString& word : words) {
        known.insert(without_article(word.toLower()));
        if (word.size() < 2) continue;
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) taken.push_back({at, at + word.size()});
    }
    std::map<qsizetype, qsizetype> places;  // begin → end
    for (const PosterSubject& subject : poster_subjects) {
        const QStringList forms = forms_of(subject);
        if (std::ranges::any_of(forms, [&](const QString& form) { return known.contains(form); })) continue;
        for (const QString& form : forms) add_places(places, text, form, bounds);
    }
    QStringList unknown;
    qsizetype read = 0;
    for (const auto& [begin, end] : places) {
        if (begin < read || names_a_colour(text, end)) continue;
        if (std::ranges::any_of(taken, [&](const Range& range) { return begin < range.end && range.begin < end; })) continue;
        read = end;
        if (const QString word = text.mid(begin, end - begin); !unknown.contains(word, Qt::CaseInsensitive)) unknown << word;
    }
    return unknown;
}

}  // namespace haibao::generate
