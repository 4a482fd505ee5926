// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/words.h"

#include <array>
#include <cstdlib>

namespace haibao::inspector {
namespace {

using Row = std::array<const char*, 3>;  // in the order of Language
#define HAIBAO_WORD(name, english, chinese, portuguese) Row{english, chinese, portuguese},
constexpr std::array table{HAIBAO_INSPECTOR_WORDS(HAIBAO_WORD)};
#undef HAIBAO_WORD

Language current = Language::english;

}  // namespace

Language language_from(std::string_view locale) {
    if (locale.starts_with("zh")) return Language::chinese;
    if (locale.starts_with("pt")) return Language::portuguese;
    return Language::english;
}

Language system_language() {
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(variable); value && *value) return language_from(value);
    return Language::english;
}

void set_language(Language language) { current = language; }

const char* words(Text text) { return table[static_cast<std::size_t>(text)][static_cast<std::size_t>(current)]; }

std::string stage_words(const std::string& stage) {
    if (stage == "loading") return words(Text::loading);
    if (stage == "reading_sources") return words(Text::reading_sources);
    if (stage == "composing") return words(Text::composing);
    if (stage == "painting") return words(Text::painting);
    if (stage == "finishing") return words(Text::finishing);
    return stage;
}

std::string all_words(Language language) {
    std::string all;
    for (const Row& row : table) all += row[static_cast<std::size_t>(language)];
    return all;
}

}  // namespace haibao::inspector
