// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/caption.h"
#include "app/scene/palette.h"
#include "app/scene/random_scene.h"
#include "app/scene/words.h"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace haibao::scene;

namespace {

std::string_view palette_of(std::string_view words) {
    return palettes()[static_cast<std::size_t>(describe(words).palette)].id;
}

Place place_of(const SceneDescription& d, Subject subject) {
    for (const Element& e : d.elements)
        if (e.subject == subject) return e.place;
    FAIL("not shown");
    return {};
}

/// What the caller does with quoted titles: leaves them out.
std::string without_quotes(std::string text) {
    for (const auto& [open, close] : {std::pair<std::string, std::string>{"\"", "\""}, {"“", "”"}, {"「", "」"}}) {
        const auto from = text.find(open);
        if (from == std::string::npos) continue;
        const auto to = text.find(close, from + open.size());
        text.erase(from, to + close.size() - from);
    }
    return text;
}

}  // namespace

TEST_CASE("Free words in three languages become the scene they speak of") {
    const SceneDescription en =
        describe("An ink wash poster of misty mountains with a full moon on the left, light blue, at night, minimal");
    CHECK(en.main() == Subject::mountains);
    CHECK(place_of(en, Subject::moon) == Place::left);
    CHECK(en.style == Style::ink);
    CHECK(en.time == Time::night);
    CHECK(en.layout == Layout::minimal);
    CHECK(palettes()[static_cast<std::size_t>(en.palette)].id == "azure");

    const SceneDescription zh = describe("剪纸风格，灯笼在右侧，左边有一轮明月，朱红色调，夜晚");
    CHECK(zh.style == Style::paper_cut);
    CHECK(place_of(zh, Subject::moon) == Place::left);
    CHECK(place_of(zh, Subject::lanterns) == Place::right);
    CHECK(zh.palette == 0);

    const SceneDescription pt =
        describe("Cartaz com um farol à direita e nuvens, aquarela, tons de azul-petróleo, ao entardecer");
    CHECK(pt.main() == Subject::lighthouse);
    CHECK(place_of(pt, Subject::lighthouse) == Place::right);
    CHECK(pt.style == Style::watercolour);
    CHECK(pt.time == Time::dusk);
    CHECK(palettes()[static_cast<std::size_t>(pt.palette)].id == "teal");
}

TEST_CASE("What is said about the title decides where ground is kept calm") {
    CHECK(describe("hills, title at the bottom").title == TitlePlace::bottom);
    CHECK(describe("山，顶部大字").title == TitlePlace::top);
    CHECK(describe("um gato, título à esquerda").title == TitlePlace::left);
    CHECK(describe("a cat on the left").title == TitlePlace::none);
}

TEST_CASE("Occasions suggest what is not named, and named things win") {
    const SceneDescription d = describe("中秋晚会");
    CHECK(d.has(Subject::moon));
    CHECK(palettes()[static_cast<std::size_t>(d.palette)].id == "midnight");
    const SceneDescription own = describe("Christmas party, purple, with a cat");
    CHECK(own.main() == Subject::cat);
    CHECK(palettes()[static_cast<std::size_t>(own.palette)].id == "violet");
    CHECK(describe("Réveillon").has(Subject::fireworks));
}

TEST_CASE("The longest phrase wins and parts of words do not count") {
    CHECK(palette_of("light blue waves") == "azure");
    CHECK(palette_of("midnight blue and gold") == "midnight");
    CHECK(palette_of("preto e branco") == "ink_grey");
    CHECK_FALSE(describe("a catalogue of carpets").has(Subject::cat));
    CHECK(describe("Two CATS").has(Subject::cat));
}

TEST_CASE("Words that say nothing give an abstract ground that depends on them, never an error") {
    for (const char* text : {"", "    ", "xyzzy", "\xff\xfe\x80 broken", "…………",
                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
        const SceneDescription d = describe(text, 5);
        CHECK(haibao::scene::info(d.main()).role == Role::abstract);
        CHECK(d == describe(text, 5));
    }
    CHECK(describe("moon moon moon sun crescent rings rays stripes frame blur sea city cat").elements.size() <=
          static_cast<std::size_t>(max_elements));
    CHECK(describe(std::string(100000, 'a')).elements.size() == 1);
}

TEST_CASE("Captions read back give the scene they were written for") {
    int total = 0, palette = 0, style = 0, main = 0, time = 0;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const SceneDescription d = random_description(seed, 1);
        for (const Language language : {Language::en, Language::zh, Language::pt}) {
            const SceneDescription back = describe(without_quotes(caption(d, language, 0)));
            ++total;
            palette += back.palette == d.palette;
            style += back.style == d.style;
            main += back.has(d.main());
            time += back.time == d.time || d.time == Time::day;
        }
    }
    CHECK(palette >= total * 96 / 100);
    CHECK(style >= total * 96 / 100);
    CHECK(main >= total * 97 / 100);
    CHECK(time >= total * 97 / 100);
}
