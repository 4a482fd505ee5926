// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <format>
#include <string>
#include <string_view>

#include "i18n/inspector_words.h"

namespace haibao::inspector {

enum class Language { english, chinese, portuguese };
/// What "zh_CN.UTF-8", "pt" and so on stand for; English for all others.
Language language_from(std::string_view locale);
/// Of $LC_ALL, $LC_MESSAGES, $LANG, as programs do.
Language system_language();
void set_language(Language language);

#define HAIBAO_WORD(name, english, chinese, portuguese) name,
enum class Text { HAIBAO_INSPECTOR_WORDS(HAIBAO_WORD) };
#undef HAIBAO_WORD

/// In the language that was set; UTF-8, ends with a zero byte.
const char* words(Text text);
template <class... Args>
std::string words(Text text, const Args&... args) {
    return std::vformat(words(text), std::make_format_args(args...));
}
/// Of a stage as the engine calls it; an unknown one stands for itself.
std::string stage_words(const std::string& stage);
/// All of them in one language, one after the other: which characters its font must have.
std::string all_words(Language language);

}  // namespace haibao::inspector
