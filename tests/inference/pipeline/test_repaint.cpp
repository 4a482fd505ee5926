// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <filesystem>

#include "inference/pipeline/engine.h"
#include "inference/pipeline/paint.h"
#include "inference/pipeline/schedule.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

struct Kept : Observer {
    void composed(const std::vector<std::vector<std::int32_t>>& ids) override { tokens = ids; }
    void painted(const PaintingPoint& point) override { points.push_back(point); }
    std::vector<std::vector<std::int32_t>> tokens;
    std::vector<PaintingPoint> points;
};

std::unique_ptr<Engine> golden_engine() {
    return Engine::open(test::golden_folder("A") / "checkpoint", {"cpu", Precision::f32, 2}).value();
}

/// A ramp in every channel, so that no two places look alike.
Image ramp(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {x * 255 / width, y * 255 / height, (x + y) % 256}) image.rgb.push_back(static_cast<std::uint8_t>(value));
    return image;
}

GenerationRequest repaint_request(Image base, int x0, int y0, int x1, int y1, int feather) {
    GenerationRequest request;
    request.prompt = "a red sun";
    request.steps = 3;
    request.seed = 5;
    Mask mask{base.width, base.height, std::vector<std::uint8_t>(static_cast<std::size_t>(base.width * base.height), 0)};
    for (int y = y0; y < y1; ++y)
        for (int x = x0; x < x1; ++x) mask.values[static_cast<std::size_t>(y * base.width + x)] = 255;
    request.repaint = {std::move(base), std::move(mask), feather};
    return request;
}

/// Pixels that differ between the two: inside the rectangle, and outside.
std::pair<int, int> changes(const Image& a, const Image& b, int x0, int y0, int x1, int y1) {
    int inside = 0, outside = 0;
    for (int y = 0; y < a.height; ++y)
        for (int x = 0; x < a.width; ++x) {
            const auto at = static_cast<std::ptrdiff_t>(3 * (y * a.width + x));
            if (std::equal(a.rgb.begin() + at, a.rgb.begin() + at + 3, b.rgb.begin() + at)) continue;
            ++(x >= x0 && x < x1 && y >= y0 && y < y1 ? inside : outside);
        }
    return {inside, outside};
}

}  // namespace

TEST_CASE("what is put back is as noisy as the painting around it, and without noise the base itself") {
    const std::vector<float> base{1, 2, 3, 4}, noise{-1, -1, -1, -1}, anew{0, 1};
    std::vector<float> latent{9, 9, 9, 9};
    put_back({base, noise, anew}, 0.25f, latent);
    CHECK(latent == std::vector<float>{0.5f, 9, 2, 9});
    put_back({base, noise, anew}, 0, latent);
    CHECK(latent == std::vector<float>{1, 9, 3, 9});
    std::vector<float> half{0};
    put_back({std::vector<float>{4}, std::vector<float>{0}, std::vector<float>{0.5f}}, 0, half);
    CHECK(half.front() == 2);
}

TEST_CASE("a repainted picture is its base beyond the feather, byte for byte, and another picture in the mask") {
    auto engine = golden_engine();
    const Image base = ramp(256, 320);
    Kept observer;
    const auto request = repaint_request(base, 96, 64, 160, 128, 16);
    auto made = engine->generate(request, observer);
    REQUIRE(made);
    CHECK(made->width == 256);
    CHECK(made->height == 320);
    const Image& picture = made->pictures.front().image;
    const auto [near, far] = changes(base, picture, 96 - 16, 64 - 16, 160 + 16, 128 + 16);
    CHECK(far == 0);
    CHECK(changes(base, picture, 96, 64, 160, 128).first > 64 * 64 * 9 / 10);
    CHECK(near > 64 * 64);

    // The tokens around the mask are the base's: two pictures of other prompts and seeds agree there.
    auto other = request;
    other.prompt = "something else";
    other.seed = 99;
    auto differs = engine->generate(other, observer);
    REQUIRE(differs);
    const auto &a = made->pictures.front().visual_tokens, &b = differs->pictures.front().visual_tokens;
    REQUIRE(a.size() == 80);
    for (int row = 0; row < 10; ++row)
        for (int column = 0; column < 8; ++column)
            if (row < 2 || row > 3 || column < 3 || column > 4) CHECK(a[static_cast<std::size_t>(8 * row + column)] == b[static_cast<std::size_t>(8 * row + column)]);
    CHECK(a != b);
}

TEST_CASE("a repaint goes on from what was kept to the same bytes") {
    auto engine = golden_engine();
    auto request = repaint_request(ramp(256, 256), 0, 0, 100, 256, 8);
    request.keep_every = 0;
    request.count = 2;
    Kept observer;
    auto whole = engine->generate(request, observer);
    REQUIRE(whole);
    REQUIRE(observer.points.size() == 6);
    request.visual_tokens = observer.tokens;
    request.painted = {observer.points[1]};  // of the first picture, after two of three steps
    auto resumed = engine->generate(request, observer);
    REQUIRE(resumed);
    for (std::size_t i = 0; i < 2; ++i) CHECK(resumed->pictures[i].image.rgb == whole->pictures[i].image.rgb);
}

TEST_CASE("a base of an odd size comes back at that size, unchanged beyond the feather") {
    auto engine = golden_engine();
    const Image base = ramp(301, 215);
    Kept observer;
    auto made = engine->generate(repaint_request(base, 150, 100, 220, 160, 24), observer);
    REQUIRE(made);
    CHECK(made->width == 301);
    const Image& picture = made->pictures.front().image;
    REQUIRE(picture.rgb.size() == base.rgb.size());
    CHECK(changes(base, picture, 150 - 24, 100 - 24, 220 + 24, 160 + 24).second == 0);
    CHECK(changes(base, picture, 150, 100, 220, 160).first > 70 * 60 * 9 / 10);
}

TEST_CASE("a repaint takes no size of its own") {
    auto engine = golden_engine();
    auto request = repaint_request(ramp(256, 256), 0, 0, 10, 10, 8);
    request.width = request.height = 512;
    Kept observer;
    auto refused = engine->generate(request, observer);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_input);
}

namespace {

GenerationRequest refine_request(const Image& base, double strength) {
    auto request = repaint_request(base, 0, 0, base.width, base.height, 0);
    request.repaint->strength = strength;
    return request;
}

/// The size of the mean step from one byte to the other.
double mean_difference(const Image& a, const Image& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(int(a.rgb[i]) - int(b.rgb[i]));
    return sum / double(a.rgb.size());
}

}  // namespace

TEST_CASE("painting begins at the first step that holds no more noise than the strength") {
    const Schedule schedule{0, {1000, 750, 500, 250}, {1, 0.75f, 0.5f, 0.25f, 0}};
    CHECK(first_step(schedule, 1) == 0);
    CHECK(first_step(schedule, 0.75) == 1);
    CHECK(first_step(schedule, 0.6) == 2);
    CHECK(first_step(schedule, 0.3) == 3);
    CHECK(first_step(schedule, 0.1) == 3);
    CHECK(first_step({0, {1000, 500}, {1, 0.76f, 0}}, 0.3) == 1);
    CHECK(noisy(std::vector<float>{4, 8}, std::vector<float>{0, -4}, 0.25f) == std::vector<float>{3, 5});
}

TEST_CASE("at strength 1 everything is composed and every step taken, as without one") {
    auto engine = golden_engine();
    Kept observer;
    auto request = refine_request(ramp(256, 256), 1);
    request.keep_every = 0;
    auto made = engine->generate(request, observer);
    REQUIRE(made);
    CHECK(observer.points.size() == 3);
    CHECK(std::ranges::any_of(made->timings, [](const StageSeconds& t) { return t.stage == Stage::composing; }));
    request.repaint = Repaint{request.repaint->base, request.repaint->mask, 0};  // as it was before there was a strength
    auto usual = engine->generate(request, observer);
    REQUIRE(usual);
    CHECK(made->pictures.front().image.rgb == usual->pictures.front().image.rgb);
}

TEST_CASE("at little strength the base's visual tokens stay, the language model rests, and only the last step is taken") {
    auto engine = golden_engine();
    const Image base = ramp(256, 320);
    Kept observer;
    auto request = refine_request(base, 0.01);
    request.keep_every = 0;
    auto one = engine->generate(request, observer);
    REQUIRE(one);
    REQUIRE(observer.points.size() == 1);
    CHECK(observer.points.front().steps == one->steps);
    CHECK(std::ranges::none_of(one->timings, [](const StageSeconds& t) { return t.stage == Stage::composing; }));
    const auto seen = engine->encode_image(base, observer);
    REQUIRE(seen);
    CHECK(observer.tokens.front() == seen->ids);
}

TEST_CASE("more strength goes further from the base, and is gone on from to the same bytes") {
    auto engine = golden_engine();
    const Image base = ramp(256, 256);
    Kept observer;
    auto request = refine_request(base, 0.9);
    request.steps = 6;
    request.keep_every = 0;
    auto whole = engine->generate(request, observer);
    REQUIRE(whole);
    REQUIRE(observer.points.size() >= 2);
    CHECK(observer.points.size() < 6);
    auto resumed_request = request;
    resumed_request.visual_tokens = observer.tokens;
    resumed_request.painted = {observer.points.front()};
    auto resumed = engine->generate(resumed_request, observer);
    REQUIRE(resumed);
    CHECK(resumed->pictures.front().image.rgb == whole->pictures.front().image.rgb);
    request.repaint->strength = 0.01;
    auto still = engine->generate(request, observer);
    REQUIRE(still);
    CHECK(mean_difference(still->pictures.front().image, whole->pictures.front().image) > 0);
}

TEST_CASE("a trained model gives back nearly its base at a strength near nothing") {
    auto engine = Engine::open(std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin", {"cpu", Precision::fast, 2}).value();
    const Image base = ramp(256, 256);
    Kept observer;
    auto request = refine_request(base, 0.01);
    request.steps = 100;  // the last of them holds little noise
    auto made = engine->generate(request, observer);
    REQUIRE(made);
    CHECK(mean_difference(base, made->pictures.front().image) < 12);
}

TEST_CASE("a strength of nothing, of more than all, or of no number is refused") {
    auto engine = golden_engine();
    Kept observer;
    for (const double strength : {0.0, -0.5, 1.01, std::nan("")}) {
        auto refused = engine->generate(refine_request(ramp(256, 256), strength), observer);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
        CHECK(refused.error().message.contains("strength"));
    }
}
