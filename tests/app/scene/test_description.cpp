// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scene/caption.h"
#include "app/scene/random_scene.h"
#include "app/scene/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <set>

using namespace haibao;
using namespace haibao::scene;

namespace {

Result<SceneDescription> parsed(const char* text) {
    return description_from_json(QJsonDocument::fromJson(text).object());
}

}  // namespace

TEST_CASE("A scene description survives the way through JSON text") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const SceneDescription d = random_description(seed, seed % 3 ? 1.0 : 1.8);
        const QByteArray text = QJsonDocument(to_json(d)).toJson(QJsonDocument::Compact);
        const auto back = description_from_json(QJsonDocument::fromJson(text).object());
        REQUIRE(back.has_value());
        CHECK(*back == d);
    }
}

TEST_CASE("JSON without keys gives the default scene, unknown keys are ignored") {
    const auto d = parsed(R"({"colour_of_the_wind": 7})");
    REQUIRE(d.has_value());
    CHECK(*d == SceneDescription{});
}

TEST_CASE("Scene JSON with unknown words or wrong types is refused by name") {
    for (const char* text :
         {R"({"palette":"octarine"})", R"({"style":3})", R"({"elements":[{"subject":"dragon"}]})", R"({"elements":[]})",
          R"({"elements":"moon"})", R"({"elements":[{"place":"above"}]})", R"({"seed":-1})", R"({"seed":1e300})",
          R"({"seed":"7"})", R"({"time":null})", R"({"elements":[{},{},{},{},{},{},{},{}]})"}) {
        INFO(text);
        const auto d = parsed(text);
        REQUIRE_FALSE(d.has_value());
        CHECK(d.error().kind == ErrorKind::invalid_input);
        CHECK(d.error().message.size() > 20);
    }
    CHECK(parsed(R"({"palette":"octarine"})").error().message.contains("octarine"));
}

TEST_CASE("Every subject, palette and style has an id and names in three languages, and no id occurs twice") {
    std::set<std::string_view> ids;
    const auto check = [&](const Words& w) {
        CHECK(ids.insert(w.id).second);
        for (const Language language : {Language::en, Language::zh, Language::pt}) {
            CHECK(split(w.in(language)).size() >= 2);
            CHECK_FALSE(display_name(w, language).empty());
        }
    };
    for (int i = 0; i < subject_count; ++i) check(info(static_cast<Subject>(i)).words);
    ids.clear();
    for (int i = 0; i < palette_count; ++i) check(palette_words(i));
    ids.clear();
    for (int i = 0; i < style_count; ++i) check(words(static_cast<Style>(i)));
    CHECK(subject_count >= 24);
    CHECK(display_name(info(Subject::moon).words, Language::en) == "full moon");
    CHECK(display_name(info(Subject::moon).words, Language::pt) == "lua cheia");
}

TEST_CASE("The sixteen palettes are clearly different from each other") {
    const auto all = palettes();
    REQUIRE(all.size() == palette_count);
    const auto lab = [](Colour c) {
        const Oklch o = to_oklch(c);
        return std::array{o.l, o.c * std::cos(o.h), o.c * std::sin(o.h)};
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            double distance = 0;
            for (const auto colour : {&Palette::sky_top, &Palette::sky_low, &Palette::far, &Palette::near}) {
                const auto a = lab(all[i].*colour), b = lab(all[j].*colour);
                distance += std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 4;
            }
            INFO(all[i].id << " and " << all[j].id);
            CHECK(distance > 0.07);
        }
}

TEST_CASE("Random scenes draw every palette and style about equally often and show every subject") {
    int palette[palette_count] = {}, style[style_count] = {}, titles = 0;
    std::set<Subject> shown;
    constexpr int n = 6400;
    for (std::uint64_t seed = 0; seed < n; ++seed) {
        const SceneDescription d = random_description(seed, 1);
        ++palette[d.palette];
        ++style[static_cast<int>(d.style)];
        titles += d.title != TitlePlace::none;
        REQUIRE_FALSE(d.elements.empty());
        REQUIRE(d.elements.size() <= max_elements);
        for (const Element& e : d.elements) shown.insert(e.subject);
    }
    for (const int count : palette) CHECK(std::abs(count - n / palette_count) < n / palette_count / 4);
    for (const int count : style) CHECK(std::abs(count - n / style_count) < n / style_count / 5);
    CHECK(static_cast<int>(shown.size()) == subject_count);
    CHECK(titles > n / 4);
}

TEST_CASE("Captions vary, quote a title exactly where ground is kept for one, and are the same for the same variant") {
    std::set<std::string> different;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const SceneDescription d = random_description(seed, 1.5);
        for (const Language language : {Language::en, Language::zh, Language::pt}) {
            const std::string text = caption(d, language, 3);
            CHECK(text == caption(d, language, 3));
            const bool quoted = text.contains('"') || text.contains("“") || text.contains("「");
            INFO(text);
            CHECK(quoted == (d.title != TitlePlace::none));
            CHECK_FALSE(text.contains("  "));
            CHECK_FALSE(text.contains('|'));
            different.insert(text);
        }
    }
    CHECK(different.size() == 900);
    const SceneDescription d = random_description(1, 1);
    std::set<std::string> ways;
    for (std::uint64_t variant = 0; variant < 100; ++variant) ways.insert(caption(d, Language::en, variant));
    CHECK(ways.size() > 90);
}

TEST_CASE("A caption names the colour that the sun was given") {
    SceneDescription d{.elements = {{Subject::hills, Place::centre}, {Subject::sun, Place::left}},
                       .palette = 15,
                       .style = Style::flat,
                       .time = Time::dusk};
    const Scene picture = compose(d, {512, 512});
    int named = 0;
    for (std::uint64_t variant = 0; variant < 200; ++variant)
        named += caption(d, Language::en, variant, &picture).contains("red sun");
    CHECK(named > 20);
    CHECK(colour_word(Colour::hex(0xF2B807), Language::zh) == "黄色");
    CHECK(colour_word(Colour::hex(0x1D3F9A), Language::pt) == "azul");
    CHECK(colour_word(Colour::hex(0x111111), Language::en) == "black");
}
