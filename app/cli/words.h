// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <format>
#include <string>
#include <string_view>

namespace haibao::cli {

/// Loads the words of the user's language (LC_ALL, LC_MESSAGES, LANG, LANGUAGE); English where there are none.
void install_language();

/// A translated sentence with what belongs into its places: say(tr("{} of {}"), 3, 7). A translation may number them, {1} {0}.
template <class... Args>
std::string say(const std::string& sentence, const Args&... args) {
    return std::vformat(sentence, std::make_format_args(args...));
}

/// An error's sentence in the user's language.
std::string translated(const std::string& english);

/// Columns that a line takes on a terminal; a Chinese character takes two.
int columns(std::string_view text);

}  // namespace haibao::cli
