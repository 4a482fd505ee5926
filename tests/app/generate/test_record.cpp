// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "app/generate/record.h"

using namespace haibao;
using namespace haibao::generate;

namespace {

Record sample() {
    Record record;
    record.prompt = "A poster, “海风”";
    record.titles = {{"海风", 11, 13}};
    record.model_name = "tiny";
    record.model_sha256 = "0123456789abcdef";
    record.seed = 7;
    record.width = 512, record.height = 768, record.steps = 20;
    record.guidance = 1.5, record.temperature = 0.9, record.top_p = 0.75;
    record.precision = Precision::f32;
    record.speed = Speed::balanced;
    record.device_class = "vulkan";
    record.source_sha256 = {"ff", "00"};
    record.version = "0.1.0";
    record.timings = {{Stage::composing, 1}, {Stage::painting, 2}};
    return record;
}

}  // namespace

TEST_CASE("A record survives the way through JSON") {
    const Record record = sample();
    auto got = record_from_json(nlohmann::json::parse(to_json(record).dump()));
    REQUIRE(got);
    CHECK(to_json(*got) == to_json(record));
    CHECK(got->precision == Precision::f32);
    CHECK(got->speed == Speed::balanced);
    CHECK(got->source_sha256 == record.source_sha256);
}

TEST_CASE("A record of a repainted region tells base, mask and feather") {
    Record record = sample();
    record.repaint = {"aa", "bb", 12};
    auto got = record_from_json(nlohmann::json::parse(to_json(record).dump()));
    REQUIRE(got);
    CHECK(got->repaint == record.repaint);
    CHECK_FALSE(record_from_json(to_json(sample()))->repaint);
    nlohmann::json json = to_json(record);
    json["repaint"].erase("mask");
    CHECK_FALSE(record_from_json(json));
    json["repaint"] = true;
    CHECK_FALSE(record_from_json(json));
}

TEST_CASE("A record tells its precision where it always did, and a speed only where steps were left out") {
    Record record = sample();
    CHECK(to_json(record)["speed"] == "f32");
    CHECK(to_json(record)["speed_mode"] == "balanced");
    record.speed = Speed::exact;
    CHECK_FALSE(to_json(record).contains("speed_mode"));  // as before there were speeds
    const auto got = record_from_json(to_json(record));
    REQUIRE(got);
    CHECK(got->precision == Precision::f32);
    CHECK(got->speed == Speed::exact);
}

TEST_CASE("A record tells with which strength a region was refined, here and to other tools; records without one were made anew") {
    Record record = sample();
    record.repaint = {"aa", "bb", 12, 0.35};
    const nlohmann::json json = to_json(record);
    auto got = record_from_json(json);
    REQUIRE(got);
    CHECK(got->repaint->strength == 0.35);
    CHECK(a1111_parameters(record).contains(", Denoising strength: 0.35, "));
    record.repaint->strength = 1;
    CHECK_FALSE(to_json(record)["repaint"].contains("strength"));
    CHECK_FALSE(a1111_parameters(record).contains("strength"));
    CHECK(record_from_json(to_json(record))->repaint->strength == 1);
    nlohmann::json words = json;
    words["repaint"]["strength"] = "little";
    CHECK_FALSE(record_from_json(words));
}

TEST_CASE("A record of an enlarged picture tells how, and how the picture was painted") {
    Record record = sample();
    record.enlarged = {"aa", "sea", "large", "bb", 4096, 5792, true, 0.3, 12, 9, 1024};
    auto got = record_from_json(nlohmann::json::parse(to_json(record).dump()));
    REQUIRE(got);
    CHECK(got->enlarged == record.enlarged);
    CHECK(got->prompt == record.prompt);
    CHECK(got->width == record.width);
    CHECK_FALSE(record_from_json(to_json(sample()))->enlarged);
    nlohmann::json json = to_json(record);
    SECTION("no strength") { json["enlarged"].erase("strength"); }
    SECTION("a model without a name") { json["enlarged"]["model"].erase("name"); }
    SECTION("no object") { json["enlarged"] = 4; }
    CHECK_FALSE(record_from_json(json));
}

TEST_CASE("A record of an unknown shape is refused") {
    nlohmann::json json = to_json(sample());
    SECTION("later format") {
        json["format"] = "haibao.generation/9";
        CHECK(record_from_json(json).error().kind == ErrorKind::unsupported);
    }
    SECTION("other format") { json["format"] = "haibao.document/1"; }
    SECTION("no prompt") { json.erase("prompt"); }
    SECTION("text for a number") { json["steps"] = "20"; }
    SECTION("negative seed") { json["seed"] = -1; }
    SECTION("unknown precision") { json["speed"] = "ludicrous"; }
    SECTION("unknown speed mode") { json["speed_mode"] = "f32"; }
    SECTION("model's name is no text") { json["model"]["name"] = 5; }
    SECTION("title without text") { json["titles"][0].erase("text"); }
    SECTION("no object") { json = nlohmann::json::array(); }
    CHECK_FALSE(record_from_json(json));
}

TEST_CASE("Missing niceties and unknown fields do no harm") {
    nlohmann::json json = to_json(sample());
    for (const char* name : {"titles", "timings", "sources", "version", "device_class"}) json.erase(name);
    json["mood"] = "sunny";
    CHECK(record_from_json(json));
}

TEST_CASE("Other tools read the prompt and one line of settings") {
    Record record = sample();
    record.model_name = "a, b: \"c\"";
    CHECK(a1111_parameters(record) ==
          "A poster, “海风”\nSteps: 20, Sampler: Euler, CFG scale: 1.5, Seed: 7, Size: 512x768, Model hash: 0123456789, "
          "Model: \"a, b: \\\"c\\\"\", Device: vulkan, Version: haibao 0.1.0");
}
