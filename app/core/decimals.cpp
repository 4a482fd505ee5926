// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/decimals.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <format>

namespace haibao {
namespace {

constexpr std::size_t longest_unit = 4;  // "Mbit", "pass"

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_unit(std::string_view text) {
    const bool letters = std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return text == "%" || (letters && text.size() <= longest_unit);
}

/// Of the language that words are in: LANGUAGE may name another one than LANG, whose point would stand in foreign sentences.
std::string decimal_sign() {
    const QStringList languages = QLocale().uiLanguages();
    return (languages.isEmpty() ? QLocale() : QLocale(languages.front())).decimalPoint().toStdString();
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
}

}  // namespace

std::string decimal(std::string_view number) {
    std::string text(number);
    const std::string sign = decimal_sign();
    for (std::size_t i = 1; i + 1 < text.size(); ++i)
        if (text[i] == '.' && is_digit(text[i - 1]) && is_digit(text[i + 1])) text.replace(i, 1, sign);
    return text;
}

std::string decimal(double value, int places) { return decimal(std::format("{:.{}f}", value, places)); }

bool is_measure(std::string_view text) {
    const std::size_t begin = text.starts_with('-') ? 1 : 0, whole = end_of_digits(text, begin);
    if (whole == begin || whole >= text.size() || text[whole] != '.') return false;
    const std::size_t end = end_of_digits(text, whole + 1);
    if (end == whole + 1) return false;
    if (end == text.size()) return true;
    return text[end] == ' ' ? is_unit(text.substr(end + 1)) : text.substr(end) == "%";  // "0.9B" is a name
}

}  // namespace haibao
