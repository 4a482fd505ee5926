// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/typeset/breaks.h"

#include <unicode/ubrk.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>

#include "app/typeset/characters.h"

namespace haibao::typeset {
namespace {

using document::ClreqLevel;
using document::Kinsoku;

struct Close {
    void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, Close>;

/// ICU's iterators are costly to open and not for use by two threads: each thread keeps its own. Null only when ICU's data
/// are missing.
UBreakIterator* iterator_for(UBreakIteratorType type, const std::string& locale, QStringView text) {
    thread_local std::map<std::pair<UBreakIteratorType, std::string>, Iterator> kept;
    Iterator& iterator = kept[{type, locale}];
    UErrorCode error = U_ZERO_ERROR;
    if (!iterator) iterator.reset(ubrk_open(type, locale.c_str(), nullptr, 0, &error));
    if (!iterator || U_FAILURE(error)) return nullptr;
    ubrk_setText(iterator.get(), text.utf16(), static_cast<int32_t>(text.size()), &error);
    return U_SUCCESS(error) ? iterator.get() : nullptr;
}

/// The language alone: ICU's tailorings hang on it, and script or country would only make more iterators.
std::string language_of(const QString& lang) {
    const std::string language = lang.left(lang.indexOf('-')).toLower().toStdString();
    return language.empty() || language.size() > 8 ? "en" : language;
}

/// Bare `zh` and `en` would mean strict, bare `ja` normal: the level is always named.
std::string locale_of(const BreakRules& rules) {
    std::string locale = language_of(rules.lang) + "@lb=";
    locale += rules.level == Kinsoku::loose ? "loose" : rules.level == Kinsoku::normal ? "normal" : "strict";
    return locale;
}

bool is_full_width_digit(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

/// ICU takes full-width digits for ideographs: `１|０|０`. A number stays whole, with the separators inside it.
void keep_full_width_numbers(QStringView text, std::vector<Break>& breaks) {
    const auto digit = [&](qsizetype i) { return i >= 0 && i < text.size() && is_full_width_digit(text[i].unicode()); };
    const auto separator = [&](qsizetype i) { return text[i] == u'．' || text[i] == u'，'; };
    for (qsizetype i = 1; i < text.size(); ++i) {
        const bool within = (digit(i - 1) && digit(i)) || (separator(i - 1) && digit(i - 2) && digit(i)) || (separator(i) && digit(i - 1) && digit(i + 1));
        if (within) breaks[i] = Break::no;
    }
}

void apply_clreq(QStringView text, ClreqLevel level, std::vector<Break>& breaks) {
    if (level == ClreqLevel::off) return;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (breaks[i] == Break::mandatory) continue;
        if (text[i - 1] == u'／') breaks[i] = Break::no;
        if (level == ClreqLevel::strict && is_dash_or_ellipsis(text[i].unicode())) breaks[i] = Break::no;
    }
}

bool is_address_character(QChar c) {
    return c > u' ' && c < u'\x7F' && !QStringView(u"<>\"{}|\\^`").contains(c);
}

bool is_address(QStringView token) {
    if (token.contains(u"://") || token.startsWith(u"www.", Qt::CaseInsensitive)) return true;
    const qsizetype at = token.indexOf(u'@');
    return at > 0 && token.indexOf(u'.', at) > at + 1;
}

constexpr qsizetype least_of_address = 2;  // characters on either side of a line's end

/// Whether a line may end before character i of an address, by the Chicago Manual's rule: behind what announces more
/// (/ : ? & = # @), but before . - _ ~ % , ; as a point there would end a sentence and a hyphen would seem to be ours.
bool is_joint(QStringView address, qsizetype i) {
    constexpr QStringView behind = u"/:?&=#@", ahead = u".-_~%,;+";
    const bool announces = behind.contains(address[i - 1]) && !behind.contains(address[i]) && !ahead.contains(address[i]);
    return announces || (ahead.contains(address[i]) && !ahead.contains(address[i - 1]));
}

/// What UAX #14 allows inside an address (after a slash) is no better than its joints: one that fits a line of its own stays
/// whole, as long as the line before it does not suffer (lines.cpp). Stops at its end are the sentence's.
void mark_addresses(QStringView text, std::vector<Break>& breaks) {
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && is_address_character(text[end])) ++end;
        qsizetype last = end;
        while (last > begin && QStringView(u".,;:!?)']").contains(text[last - 1])) --last;
        const QStringView address = text.sliced(begin, last - begin);
        if (address.size() > 4 && is_address(address)) {
            for (qsizetype i = 1; i < end - begin; ++i) {
                const bool inside = i >= least_of_address && i + least_of_address <= address.size();
                breaks[begin + i] = inside && is_joint(address, i) ? Break::joint : Break::no;
            }
        }
        begin = std::max(end, begin + 1);
    }
}

/// What joins the two ends of a range: 20:00—23:00, 8月16日～18日. Not the hyphen, which no number is divided at anyhow.
bool is_range_mark(QChar c) { return QStringView(u"—–―－~～〜至").contains(c); }

bool is_digit(QChar c) { return (c >= u'0' && c <= u'9') || is_full_width_digit(c.unicode()); }
bool is_counted(QChar c) { return QStringView(u"年月日号號时時点點分秒元円届期楼层月周週岁人℃％%").contains(c); }
bool is_of_number(QChar c) { return is_digit(c) || QStringView(u":：.．/,").contains(c); }

/// A range is read as one, so it stays on a line that can hold it: its mark ends a line only where none can, and begins none; a
/// number keeps what it counts.
void mark_ranges(QStringView text, std::vector<Break>& breaks) {
    const auto at = [&](qsizetype i) { return i >= 0 && i < text.size() ? text[i] : QChar(); };
    const auto belongs = [&](qsizetype i) { return is_of_number(at(i)) || is_counted(at(i)); };
    for (qsizetype mark = 1; mark + 1 < text.size(); ++mark) {
        if (!is_range_mark(text[mark])) continue;
        const qsizetype after = mark + (text[mark] == u'—' && at(mark + 1) == u'—' ? 2 : 1);  // two dashes may be written for one
        const qsizetype left = mark - (at(mark - 1) == u' ' ? 1 : 0), right = after + (at(after) == u' ' ? 1 : 0);
        if (!is_digit(at(right)) || !(is_digit(at(left - 1)) || is_counted(at(left - 1)))) continue;
        qsizetype begin = left, end = right;
        while (belongs(begin - 1)) --begin;
        while (begin < left && !is_digit(text[begin])) ++begin;
        if (begin == left) continue;  // nothing is counted before it
        while (belongs(end)) ++end;
        for (qsizetype i = begin + 1; i < end; ++i) {
            const bool held = i < left || i > right ? is_counted(text[i]) || is_of_number(text[i - 1]) : i != right;
            breaks[i] = held || breaks[i] == Break::no ? Break::no : Break::joint;
        }
        mark = end - 1;
    }
}

/// Where Japanese has phrases and Chinese words, other places become second best.
void mark_phrases(QStringView text, const BreakRules& rules, std::vector<Break>& breaks) {
    const std::string language = language_of(rules.lang);
    UBreakIterator* phrases = language == "ja" ? iterator_for(UBRK_LINE, locale_of(rules) + ";lw=phrase", text)
                                               : iterator_for(UBRK_WORD, language, text);
    if (!phrases) return;
    std::vector<bool> between(breaks.size());
    for (int32_t at = ubrk_first(phrases); at != UBRK_DONE; at = ubrk_next(phrases)) between[at] = true;
    for (std::size_t i = 1; i + 1 < breaks.size(); ++i)
        if (breaks[i] == Break::allowed && !between[i]) breaks[i] = Break::in_word;
}

}  // namespace

std::vector<int> grapheme_ends(QStringView text) {
    std::vector<int> ends;
    UBreakIterator* characters = text.isEmpty() ? nullptr : iterator_for(UBRK_CHARACTER, "en", text);
    if (!characters) {
        for (qsizetype i = 1; i <= text.size(); ++i) ends.push_back(static_cast<int>(i));
        return ends;
    }
    ends.reserve(text.size());
    ubrk_first(characters);
    for (int32_t at = ubrk_next(characters); at != UBRK_DONE; at = ubrk_next(characters)) ends.push_back(at);
    return ends;
}

std::vector<Break> break_opportunities(QStringView text, const BreakRules& rules) {
    std::vector<Break> breaks(text.size() + 1, Break::no);
    if (!text.isEmpty()) {
        UBreakIterator* lines = iterator_for(UBRK_LINE, locale_of(rules), text);
        if (lines) {
            ubrk_first(lines);
            for (int32_t at = ubrk_next(lines); at != UBRK_DONE; at = ubrk_next(lines))
                breaks[at] = ubrk_getRuleStatus(lines) >= UBRK_LINE_HARD ? Break::mandatory : text[at - 1] == u'\u00AD' ? Break::hyphen : Break::allowed;
        }
        if (rules.level == Kinsoku::strict) keep_full_width_numbers(text, breaks);
        apply_clreq(text, rules.clreq, breaks);
        if (rules.level != Kinsoku::none) mark_ranges(text, breaks);
        if (rules.level != Kinsoku::none) mark_addresses(text, breaks);
        if (rules.phrase) mark_phrases(text, rules, breaks);
        std::vector<bool> boundary(breaks.size());
        for (const int end : grapheme_ends(text)) boundary[end] = true;
        for (std::size_t i = 0; i < breaks.size(); ++i) {
            if (!boundary[i]) breaks[i] = Break::no;
            else if (rules.level == Kinsoku::none && breaks[i] == Break::no) breaks[i] = Break::allowed;
        }
    }
    breaks.front() = Break::no;
    breaks.back() = Break::mandatory;
    return breaks;
}

std::pair<int, int> word_around(QStringView text, int at, const QString& lang) {
    at = std::clamp(at, 0, static_cast<int>(text.size()));
    UBreakIterator* words = text.isEmpty() ? nullptr : iterator_for(UBRK_WORD, language_of(lang), text);
    if (!words) return {at, at};
    if (at == text.size()) --at;
    const int32_t end = ubrk_following(words, at);
    const int32_t begin = ubrk_preceding(words, end == UBRK_DONE ? static_cast<int32_t>(text.size()) : end);
    return {begin == UBRK_DONE ? 0 : begin, end == UBRK_DONE ? static_cast<int>(text.size()) : end};
}

}  // namespace haibao::typeset
