// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/scene/description.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haibao::scene {

enum class Language : std::uint8_t { en, zh, pt };
inline constexpr int language_count = 3;

/// Ways to say one thing, "first|second|…" per language; the first is the display name. English and Portuguese nouns
/// carry their article where a sentence wants one ("a full moon"); display_name() leaves it off. What stands after a
/// semicolon is understood but never written, because it is not always true ("red lanterns").
struct Words {
    std::string_view id;
    std::string_view en, zh, pt;
    std::string_view in(Language language) const {
        return language == Language::en ? en : language == Language::zh ? zh : pt;
    }
};

/// Where a subject belongs in the picture's order, from back to front.
enum class Role : std::uint8_t { abstract, disc, air, ground, object, front };

struct SubjectInfo {
    Words words;
    Role role;
};

const SubjectInfo& info(Subject subject);
const Words& words(Style style);
const Words& words(Time time);
const Words& words(Mood mood);
const Words& words(Layout layout);
const Words& words(Place place);
const Words& words(TitlePlace place);
Words palette_words(int palette);

/// The ways to say it, one by one.
std::vector<std::string_view> split(std::string_view alternatives);
/// Those and what is only understood.
std::vector<std::string_view> split_all(std::string_view alternatives);
/// For lists in the interface: the first way, without article.
std::string display_name(const Words& words, Language language);

}  // namespace haibao::scene
