// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string_view>

namespace haibao::placement {

/// The languages that layers are named in.
enum class Language : std::uint8_t { english, chinese, portuguese };

/// Of what the prompt itself says; of the texts that it quotes where that tells nothing. English where nothing does.
Language language_of(std::string_view prompt);
Language language_of(const QString& prompt);
/// As a text's own (BCP 47): "zh-Hans".
QString tag_of(Language language);

/// One of three words.
QString in_language(Language language, const char* english, const char* chinese, const char* portuguese);

bool has_han(const QString& text);

}  // namespace haibao::placement
