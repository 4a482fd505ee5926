// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <limits>

#include "inference/worker/protocol.h"

using namespace haibao;
using namespace haibao::protocol;

namespace {

constexpr JobId job{7};

Image picture(int width, int height, std::uint8_t value) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(3 * width * height), value)};
}

haibao::GenerationRequest full_request() {
    haibao::GenerationRequest request;
    request.prompt = "夏日 “海风”";
    request.sources = {picture(2, 3, 10), picture(5, 1, 20)};
    request.width = 512;
    request.height = 768;
    request.steps = 12;
    request.guidance = 1.5;
    request.temperature = 0.0;
    request.top_p = 0.75;
    request.seed = std::numeric_limits<std::uint64_t>::max();
    request.count = 3;
    request.visual_tokens = {{1, 2}, {3}};
    request.painted = {{1, 4, {0.5f, -2.0f}, {{1, {2.5f, 3}}, {3, {-1, 4}}}}, {0, 12, {1.0f}}};
    request.keep_every = 2.5;
    request.speed = Speed::balanced;
    return request;
}

}  // namespace

TEST_CASE("A generation request survives the way through a frame") {
    const auto sent = full_request();
    const Frame frame = encode(job, sent);
    CHECK(request_type(frame) == RequestType::generate);
    CHECK(job_of(frame) == job);
    auto got = decode<haibao::GenerationRequest>(frame);
    REQUIRE(got);
    CHECK(got->prompt == sent.prompt);
    CHECK(got->seed == sent.seed);
    CHECK(got->count == 3);
    CHECK(got->width == 512);
    CHECK(got->height == 768);
    CHECK(got->steps == 12);
    CHECK(got->guidance == 1.5);
    CHECK(got->temperature == 0.0);
    CHECK(got->top_p == 0.75);
    CHECK(got->visual_tokens == sent.visual_tokens);
    CHECK(got->keep_every == 2.5);
    CHECK(got->speed == Speed::balanced);
    REQUIRE(got->painted.size() == 2);
    CHECK(got->painted[0].picture == 1);
    CHECK(got->painted[0].steps == 4);
    CHECK(got->painted[0].latent == sent.painted[0].latent);
    CHECK(got->painted[0].computed == sent.painted[0].computed);
    CHECK(got->painted[1].latent == sent.painted[1].latent);
    CHECK(got->painted[1].computed.empty());
    REQUIRE(got->sources.size() == 2);
    CHECK(got->sources[1].width == 5);
    CHECK(got->sources[1].rgb == sent.sources[1].rgb);
}

TEST_CASE("A region to repaint survives the way through a frame, beside sources and latents") {
    auto sent = full_request();
    sent.repaint = {picture(3, 2, 40), {3, 2, {0, 255, 7, 0, 0, 9}}, 5};
    const Frame frame = encode(job, sent);
    CHECK(request_type(frame) == RequestType::repaint);
    auto got = decode<haibao::GenerationRequest>(frame);
    REQUIRE(got);
    REQUIRE(got->repaint);
    CHECK(got->repaint->base.width == 3);
    CHECK(got->repaint->base.rgb == sent.repaint->base.rgb);
    CHECK(got->repaint->mask.height == 2);
    CHECK(got->repaint->mask.values == sent.repaint->mask.values);
    CHECK(got->repaint->feather == 5);
    CHECK(got->repaint->strength == 1);
    CHECK_FALSE(frame.head.contains("strength"));
    sent.repaint->strength = 0.25;
    auto refined = decode<haibao::GenerationRequest>(encode(job, sent));
    REQUIRE(refined);
    CHECK(refined->repaint->strength == 0.25);
    CHECK(got->sources.size() == 2);
    CHECK(got->painted[1].latent == sent.painted[1].latent);
}

TEST_CASE("A repaint whose base or mask is missing, or cut short, is refused") {
    haibao::GenerationRequest sent;
    sent.prompt = "x";
    sent.repaint = {picture(3, 2, 40), {3, 2, {0, 255, 7, 0, 0, 9}}, 5};
    Frame frame = encode(job, sent);
    SECTION("no base") { frame.head.erase("base"); }
    SECTION("the base is a word") { frame.head["base"] = "png"; }
    SECTION("no feather") { frame.head.erase("feather"); }
    SECTION("a strength in words") { frame.head["strength"] = "much"; }
    SECTION("half a mask") { frame.payload.pop_back(); }
    SECTION("no mask") { frame.payload.resize(18); }
    SECTION("a longer mask") { frame.payload.push_back(1); }
    auto got = decode<haibao::GenerationRequest>(frame);
    REQUIRE_FALSE(got);
    CHECK(got.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("What a request leaves open stays open") {
    haibao::GenerationRequest sent;
    sent.prompt = "x";
    auto got = decode<haibao::GenerationRequest>(encode(job, sent));
    REQUIRE(got);
    CHECK_FALSE(got->width);
    CHECK_FALSE(got->guidance);
    CHECK(got->speed == Speed::exact);
    CHECK(got->sources.empty());
}

TEST_CASE("Pixels that do not match the stated sizes are refused") {
    Frame frame = encode(job, full_request());
    SECTION("too few") { frame.payload.pop_back(); }
    SECTION("too many") { frame.payload.push_back(0); }
    SECTION("a negative side") { frame.head["sources"][0]["width"] = -2; }
    SECTION("an absurd side") { frame.head["sources"][0]["height"] = 2'000'000'000; }
    SECTION("no number") { frame.head["sources"][0]["height"] = "3"; }
    SECTION("no object") { frame.head["sources"][0] = 5; }
    SECTION("no list") { frame.head["sources"] = 5; }
    SECTION("more latents than there are") { frame.head["painted"][1]["values"] = 2'000'000'000; }
    SECTION("latents without a description") { frame.head["painted"][0] = 5; }
    SECTION("velocities of more steps than there are") { frame.head["painted"][1]["computed"] = {3, 4}; }
    SECTION("velocities of three steps") { frame.head["painted"][0]["computed"] = {1, 2, 3}; }
    SECTION("a step in words") { frame.head["painted"][0]["computed"] = {"first"}; }
    SECTION("an unknown speed") { frame.head["speed"] = "ludicrous"; }
    auto got = decode<haibao::GenerationRequest>(frame);
    REQUIRE_FALSE(got);
    CHECK(got.error().kind == ErrorKind::invalid_input);
}

TEST_CASE("Fields of a wrong type or out of range are named") {
    Frame frame = encode(job, full_request());
    const auto [name, value] = GENERATE(std::pair<const char*, nlohmann::json>{"prompt", 1}, std::pair<const char*, nlohmann::json>{"steps", 1e30},
                                        std::pair<const char*, nlohmann::json>{"seed", -1}, std::pair<const char*, nlohmann::json>{"count", 0},
                                        std::pair<const char*, nlohmann::json>{"width", "512"},
                                        std::pair<const char*, nlohmann::json>{"visual_tokens", {{1, 99999999999}}});
    frame.head[name] = value;
    auto got = decode<haibao::GenerationRequest>(frame);
    REQUIRE_FALSE(got);
    CHECK(got.error().message.contains(name));
}

TEST_CASE("A missing prompt is an error, unknown fields are not") {
    Frame frame = encode(job, full_request());
    frame.head["colour of the sky"] = {{"r", 1}};
    CHECK(decode<haibao::GenerationRequest>(frame));
    frame.head.erase("prompt");
    CHECK_FALSE(decode<haibao::GenerationRequest>(frame));
}

TEST_CASE("Another protocol version is refused with a sentence") {
    Frame frame = encode(job, Hello{1 << 20, true});
    auto hello = decode<Hello>(frame);
    REQUIRE(hello);
    CHECK(hello->memory_limit == 1 << 20);
    CHECK(hello->trace);
    frame.head["protocol"] = version + 1;
    hello = decode<Hello>(frame);
    REQUIRE_FALSE(hello);
    CHECK(hello.error().kind == ErrorKind::unsupported);
}

TEST_CASE("Loading names model, device, precision and threads") {
    auto load = decode<Load>(encode(job, Load{"/模型/x", {"vulkan0", Precision::f32, 3}}));
    REQUIRE(load);
    CHECK(load->model == "/模型/x");
    CHECK(load->options.device == "vulkan0");
    CHECK(load->options.precision == Precision::f32);
    CHECK(load->options.threads == 3);
    Frame frame = encode(job, *load);
    frame.head["precision"] = "double";
    CHECK_FALSE(decode<Load>(frame));
}

TEST_CASE("Answers survive the way through a frame") {
    auto progress = decode<Progress>(encode(job, Progress{Stage::painting, 1, 19, 30}));
    REQUIRE(progress);
    CHECK(progress->stage == Stage::painting);
    CHECK(progress->step == 19);

    auto preview = decode<Preview>(encode(job, Preview{2, picture(4, 4, 9)}));
    REQUIRE(preview);
    CHECK(preview->image.rgb == picture(4, 4, 9).rgb);

    const PaintingPoint sent_point{1, 7, {0.25f, -1.0f, 3.0f}, {{4, {1, 2, 3}}, {6, {4, 5, 6}}}};
    auto point = decode<PaintingPoint>(encode(job, sent_point));
    REQUIRE(point);
    CHECK(point->picture == 1);
    CHECK(point->steps == 7);
    CHECK(point->latent == sent_point.latent);
    CHECK(point->computed == sent_point.computed);

    auto made = decode<Picture>(encode(job, Picture{1, {picture(2, 2, 3), 99, {5, 6}}}));
    REQUIRE(made);
    CHECK(made->picture.seed == 99);
    CHECK(made->picture.visual_tokens == std::vector<std::int32_t>{5, 6});

    GenerationResult sent;
    sent.width = 64, sent.height = 32, sent.steps = 4, sent.guidance = 1.5, sent.temperature = 0.9, sent.top_p = 0.75;
    sent.timings = {{Stage::composing, 1.5}, {Stage::painting, 2.5}};
    auto result = decode<GenerationResult>(encode(job, sent));
    REQUIRE(result);
    CHECK(result->height == 32);
    REQUIRE(result->timings.size() == 2);
    CHECK(result->timings[1].stage == Stage::painting);

    auto devices = decode<std::vector<DeviceInfo>>(encode(job, std::vector{DeviceInfo{"cpu", "cpu", "AMD", 8, 4, true, false, "why"}}));
    REQUIRE(devices);
    CHECK(devices->at(0).memory_free == 4);
    CHECK(devices->at(0).reason == "why");

    const Error error = decode_error(encode(job, Error{ErrorKind::out_of_memory, "No room.", "8 GB"}));
    CHECK(error.kind == ErrorKind::out_of_memory);
    CHECK(error.message == "No room.");
    CHECK(error.context == "8 GB");
}

TEST_CASE("An error that cannot be read is still an error") {
    Frame frame = answer(AnswerType::failed, job);
    CHECK(decode_error(frame).kind == ErrorKind::internal);
}

TEST_CASE("Unknown types are no type, and a strange job is nobody's") {
    Frame frame{{{"type", "dance"}, {"job", "x"}}, {}};
    CHECK_FALSE(request_type(frame));
    CHECK_FALSE(answer_type(frame));
    CHECK(job_of(frame) == JobId::none);
    frame.head["type"] = 5;
    CHECK_FALSE(request_type(frame));
}
