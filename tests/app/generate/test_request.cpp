// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "app/generate/prompt_length.h"
#include "app/generate/request.h"

using namespace haibao;
using namespace haibao::generate;

TEST_CASE("Sizes are read with any cross") {
    CHECK(parse_size("1024x1536") == Size{1024, 1536});
    CHECK(parse_size("512×768") == Size{512, 768});
    CHECK(parse_size("512*768") == Size{512, 768});
    CHECK(parse_size("512X768") == Size{512, 768});
    for (const char* wrong : {"", "x", "1024", "1024x", "1024x1024x3", "a4", "99999999999x1", "512 x 512", "512.5x512"}) {
        auto size = parse_size(wrong);
        REQUIRE_FALSE(size);
        CHECK(size.error().message.contains("1024x1024"));
    }
}

TEST_CASE("A size that cannot be painted comes with the nearest one that can") {
    CHECK(check_size({256, 2048}, SourcesGiven::no));
    CHECK(check_size({512, 2048}, SourcesGiven::yes));
    const auto hint = [](Size size, SourcesGiven sources) {
        auto checked = check_size(size, sources);
        return checked ? "" : checked.error().message;
    };
    CHECK(hint({1000, 1000}, SourcesGiven::no).contains("multiple of 32. The nearest size is 992x992"));
    CHECK(hint({100, 4000}, SourcesGiven::no).contains("nearest size is 256x2048"));
    CHECK(hint({256, 2048}, SourcesGiven::yes).contains("nearest size is 256x1024"));
    CHECK(hint({0, -5}, SourcesGiven::no).contains("256x256"));
}

TEST_CASE("The nearest size is always a valid one") {
    for (int width = -100; width < 3000; width += 37)
        for (int height = -100; height < 3000; height += 53)
            for (const auto sources : {SourcesGiven::no, SourcesGiven::yes}) CHECK(check_size(nearest_size({width, height}, sources), sources));
}

TEST_CASE("Settings out of range are refused by name") {
    Request request;
    request.prompt = "x";
    CHECK(check(request));
    SECTION("steps") { request.steps = 0; }
    SECTION("guidance") { request.guidance = std::numeric_limits<double>::quiet_NaN(); }
    SECTION("temperature") { request.temperature = -1; }
    SECTION("top-p") { request.top_p = 0; }
    SECTION("count") { request.count = 0; }
    SECTION("seed") { request.seed = std::numeric_limits<std::uint64_t>::max(); }
    SECTION("prompt") { request.prompt.clear(); }
    SECTION("half a size") { request.width = 512; }
    SECTION("feather") { request.repaint = {.base = {}, .mask = {}, .feather = -1}; }
    SECTION("strength") { request.repaint = {.base = {}, .mask = {}, .strength = 0}; }
    SECTION("a size beside a base") { request.repaint.emplace(), request.width = request.height = 512; }
    auto checked = check(request);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("Prompts from files lose their marks and line ends of other systems") {
    CHECK(clean_prompt("\xEF\xBB\xBF海报\r\n第二行\r\n") == "海报\n第二行");
    CHECK(clean_prompt("old\rmac") == "old\nmac");
    CHECK(clean_prompt("  keeps its beginning") == "  keeps its beginning");
}

TEST_CASE("What is no text in UTF-8 is refused with a remedy") {
    for (const std::string text : {"\xBA\xA3\xB1\xA8", "\xFF\xFE\x77\x6D", "海\xE6\xB5", "\xED\xA0\x80"}) {
        auto prompt = clean_prompt(text);
        REQUIRE_FALSE(prompt);
        CHECK(prompt.error().message.contains("UTF-8"));
    }
    CHECK_FALSE(clean_prompt(std::string("a\0b", 3)));
    CHECK_FALSE(clean_prompt(""));
    CHECK_FALSE(clean_prompt(" \r\n\t "));
    CHECK_FALSE(clean_prompt(std::string(1 << 20, 'x')));
}

TEST_CASE("A prompt that the model cannot read to its end is known before anything is painted") {
    auto model = ModelFolder::open(HAIBAO_SOURCE_DIR "/assets/models/builtin");
    REQUIRE(model);
    auto usual = measure_prompt(*model, "群山与落日，标题“山风”", {512, 512});
    REQUIRE(usual);
    CHECK(usual->fits());
    CHECK(usual->most == 8192);
    std::string much;
    for (int i = 0; i < 9000; ++i) much += "山 ";
    auto counted = measure_prompt(*model, much, {512, 512});
    INFO((counted ? std::string() : counted.error().message));
    REQUIRE(counted);
    CHECK_FALSE(counted->fits());
    CHECK(counted->prompt >= 9000);
    CHECK(counted->picture > 256);
    // Many bytes are not many tokens: then they are counted.
    std::string words;
    for (int i = 0; i < 900; ++i) words += "mountains ";
    auto few = measure_prompt(*model, words, {512, 512});
    REQUIRE(few);
    CHECK(few->prompt < 9000);
}
