// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/placement/language.h"

// The quoted texts of a prompt: what each is for on the poster.
namespace haibao::placement {

enum class Role : std::uint8_t { title, subtitle, date, time, place, body };
/// "title"…: the word in document::TextLayer::role.
QString word_of(Role role);

struct PromptText {
    QString text;
    Role role = Role::body;
    QString name;  ///< of its layer, in the prompt's language: 标题, Title, Título
};

/// The texts in reading order. The words before a quote decide its role (标题, date, local…), else its form (a date, an
/// hour, an address), else its order; there is at most one title, and one whenever there is a text.
std::vector<PromptText> texts_of(std::string_view prompt);

/// The prompt for a painter who is not to write: without the quoted texts and the words that announce them.
std::string without_texts(std::string_view prompt);

}  // namespace haibao::placement
