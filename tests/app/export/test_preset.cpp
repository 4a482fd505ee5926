// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cmath>

#include "app/export/preset.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

const std::filesystem::path folder = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/presets";

Result<Preset> from_text(const char* text) { return preset_from_json(QJsonDocument::fromJson(text).object(), "mine"); }

std::string problem(const char* text) {
    const auto preset = from_text(text);
    return preset ? "" : preset.error().message;
}

}  // namespace

TEST_CASE("Every shipped preset is sound, named in three languages, and comes back from its own JSON") {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        CAPTURE(entry.path());
        const auto preset = read_preset(entry.path());
        REQUIRE(preset);
        ++count;
        for (const char* language : {"en", "zh_CN", "pt_BR"}) CHECK(preset->name(language) != preset->id);
        CHECK(preset->name("xx") == preset->name("en"));
        const auto again = preset_from_json(to_json(*preset), preset->id);
        REQUIRE(again);
        CHECK(*again == *preset);
    }
    CHECK(count >= 8);
}

TEST_CASE("A preset with a mistake is refused by its place") {
    CHECK(problem("{}").contains("haibao.preset/1"));
    CHECK(from_text("{\"haibao\":\"haibao.preset/2\"}").error().kind == ErrorKind::unsupported);
    CHECK(problem(R"({"haibao":"haibao.preset/1","quality":900})").contains("quality"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","qualty":90})").contains("qualty"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","size":{"mode":"huge"}})").contains("size.mode"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","format":"bmp"})").contains("bmp"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","format":"webp","bits":16})").contains("bits"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","matte":"red"})").contains("colour"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","file_names":"{nothing}"})").contains("template"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","watermark":{"text":"x","position":"moon"}})").contains("moon"));
    CHECK(problem(R"({"haibao":"haibao.preset/1","format":"jpeg","quality":80})").empty());
}

TEST_CASE("A watermark that could not be seen is refused, not left out, and what is no number, too") {
    const auto sound = from_text(R"({"haibao":"haibao.preset/1","format":"jpeg","watermark":{"text":"x"}})");
    REQUIRE(sound);
    for (const double size : {std::nan(""), 0.0, -1.0, 1e9}) {
        Preset preset = *sound;
        preset.watermark.size = size;
        CHECK_FALSE(check(preset));
    }
    for (const double opacity : {std::nan(""), -0.1, 1.1}) {
        Preset preset = *sound;
        preset.watermark.opacity = opacity;
        CHECK_FALSE(check(preset));
    }
    Preset preset = *sound;
    preset.ink_limit_percent = -1;
    CHECK_FALSE(check(preset));
}

TEST_CASE("An unknown preset is answered with those there are") {
    setenv("HAIBAO_ASSETS", (std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets").c_str(), 1);
    CHECK(find_preset("screen-png").has_value());
    const auto missing = find_preset("cinema");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.contains("social-jpeg"));
    const test::TemporaryFolder mine;
    CHECK(find_preset(mine.write("x.json", R"({"haibao":"haibao.preset/1","format":"avif"})"))->format == "avif");
    CHECK(find_preset(mine.write("broken.json", "{")).error().kind == ErrorKind::corrupt_file);
}

TEST_CASE("Sizes follow from what is asked") {
    const auto planned = [](QSizeF original, double dpi, const ExportSize& size) {
        const auto plan = plan_size(original, dpi, size);
        REQUIRE(plan);
        return std::tuple(plan->scaled, plan->cut, plan->dpi);
    };
    CHECK(planned({800, 600}, 72, {}) == std::tuple(QSize(800, 600), QSize(800, 600), 72.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::pixels, .width = 400, .height = 400}) == std::tuple(QSize(400, 300), QSize(400, 300), 72.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::pixels, .width = 400, .height = 400, .fit = SizeFit::fill}) ==
          std::tuple(QSize(533, 400), QSize(400, 400), 72.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::pixels, .width = 400, .height = 400, .fit = SizeFit::stretch}) ==
          std::tuple(QSize(400, 400), QSize(400, 400), 72.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::pixels, .height = 300}) == std::tuple(QSize(400, 300), QSize(400, 300), 72.0));
    CHECK(planned({600, 800}, 72, {.mode = SizeMode::long_side, .width = 400}) == std::tuple(QSize(300, 400), QSize(300, 400), 72.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::percent, .width = 50}) == std::tuple(QSize(400, 300), QSize(400, 300), 72.0));
    CHECK(planned({297 / 25.4 * 300, 420 / 25.4 * 300}, 300, {.mode = SizeMode::millimetres, .width = 297, .height = 420, .dpi = 300}) ==
          std::tuple(QSize(3508, 4961), QSize(3508, 4961), 300.0));
    CHECK(planned({800, 600}, 72, {.mode = SizeMode::long_side, .width = 4000, .enlarge = false}) == std::tuple(QSize(800, 600), QSize(800, 600), 72.0));
    CHECK_FALSE(plan_size({800, 600}, 72, {.mode = SizeMode::pixels}));
    CHECK_FALSE(plan_size({8000, 1}, 72, {.mode = SizeMode::long_side, .width = 100}));
    CHECK_FALSE(plan_size({800, 600}, 72, {.mode = SizeMode::percent, .width = 1e6}));
}
