// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/placement/language.h"

#include <QRegularExpression>
#include <algorithm>

#include "inference/text/quotes.h"

namespace haibao::placement {
namespace {

/// Words that one of both languages has and the other has not, small ones and those of posters; not the com of an address.
constexpr const char* portuguese_words =
    "\\b(de|da|dos|das|um|uma|(?<!\\.)com|para|em|na|nas|nos|ao|pela|pelo|por|que|sob|sobre|entre|cartaz|pôster|título|titulo|subtítulo|subtitulo|texto|palavras|escrito|"
    "onde|quando|horário|endereço|fundo|cor|cores|noite|festa|céu|montanhas|flores|minimalista|aquarela)\\b|[ãõç]|[áéíóúâêô]\\w";
constexpr const char* english_words =
    "\\b(the|of|with|and|an|on|at|for|in|by|from|under|over|poster|title|subtitle|headline|text|words|reading|says|saying|date|venue|where|when|background|night|sky|sun|sea|mountains|flowers|"
    "watercolou?r)\\b";

qsizetype count(const QString& text, const char* words) {
    qsizetype found = 0;
    const QRegularExpression pattern(QString::fromUtf8(words), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (auto match = pattern.globalMatch(text); match.hasNext(); match.next()) ++found;
    return found;
}

}  // namespace

bool has_han(const QString& text) {
    return std::ranges::any_of(text.toUcs4(), [](char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3007; });
}

Language language_of(std::string_view prompt) {
    const QString all = QString::fromUtf8(prompt.data(), static_cast<qsizetype>(prompt.size()));
    if (has_han(all)) return Language::chinese;
    QString said;
    qsizetype at = 0;
    for (const TitleSpan& span : title_spans(prompt)) {
        const auto begin = static_cast<qsizetype>(span.outer.begin_utf16), end = static_cast<qsizetype>(span.outer.end_utf16);
        if (begin > at) said += all.mid(at, begin - at) + u' ';
        at = std::max(at, end);
    }
    said += all.mid(at);
    for (const QString& text : {said, all}) {
        const qsizetype portuguese = count(text, portuguese_words), english = count(text, english_words);
        if (portuguese != english) return portuguese > english ? Language::portuguese : Language::english;
    }
    return Language::english;
}

Language language_of(const QString& prompt) { return language_of(prompt.toStdString()); }

QString tag_of(Language language) { return in_language(language, "en", "zh-Hans", "pt-BR"); }

QString in_language(Language language, const char* english, const char* chinese, const char* portuguese) {
    return QString::fromUtf8(language == Language::chinese ? chinese : language == Language::portuguese ? portuguese : english);
}

}  // namespace haibao::placement
