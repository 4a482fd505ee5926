// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <limits>
#include <numeric>

#include "inference/pipeline/engine.h"
#include "inference/pipeline/paint.h"
#include "inference/pipeline/philox.h"
#include "inference/pipeline/speed_effect.h"
#include "inference/pipeline/step_cache.h"
#include "inference/weights/model_folder.h"

using namespace haibao;

namespace {

/// Noise levels 1, 0.9, … 0.
const Schedule ten_steps{0, {1000, 900, 800, 700, 600, 500, 400, 300, 200, 100}, {1, 0.9f, 0.8f, 0.7f, 0.6f, 0.5f, 0.4f, 0.3f, 0.2f, 0.1f, 0}};

/// The steps of ten that are computed when the velocity at each is what `velocity` says.
std::vector<std::size_t> computed_steps(const Thrift& thrift, const std::function<std::vector<float>(std::size_t)>& velocity) {
    StepCache cache(ten_steps, thrift);
    std::vector<std::size_t> computed;
    for (std::size_t step = 0; step < 10; ++step) {
        if (cache.reckon(step)) continue;
        computed.push_back(step);
        cache.remember(step, velocity(step));
    }
    return computed;
}

std::vector<std::size_t> all_steps() {
    std::vector<std::size_t> steps(10);
    std::iota(steps.begin(), steps.end(), std::size_t{0});
    return steps;
}

std::vector<float> steady(std::size_t) { return {1, -1, 2}; }

}  // namespace

TEST_CASE("how far a velocity has drifted follows from the rate at which it changed last") {
    const ComputedStep before{0, {3, 0}}, last{2, {4, 0}};  // a quarter of itself over 0.2 of noise
    CHECK(drift(before, last, ten_steps.sigmas, 0.7) == Catch::Approx(0.125));
    CHECK(drift(before, last, ten_steps.sigmas, 0.4) == Catch::Approx(0.5));
    CHECK(drift(before, last, ten_steps.sigmas, 0.8) == Catch::Approx(0).margin(1e-6));
}

TEST_CASE("a velocity that does not change is computed twice at first, once at the end, and now and then between") {
    CHECK(computed_steps({.drift = 0.1}, steady) == std::vector<std::size_t>{0, 1, 5, 9});
    CHECK(computed_steps({.drift = 0.1, .in_a_row = 1}, steady) == std::vector<std::size_t>{0, 1, 3, 5, 7, 9});
    CHECK(computed_steps({.drift = 0.1, .in_a_row = 20}, steady) == std::vector<std::size_t>{0, 1, 9});
    CHECK(computed_steps({}, steady) == all_steps());
}

TEST_CASE("a speed can matter from as many steps on as the panel offers it for") {
    for (int steps = 1; steps <= 8; ++steps) {
        Schedule schedule{0, {}, {}};
        for (int step = 0; step <= steps; ++step) schedule.sigmas.push_back(1 - static_cast<float>(step) / static_cast<float>(steps));  // the quietest there is: no shift
        schedule.timesteps.assign(static_cast<std::size_t>(steps), 0);
        StepCache cache(schedule, {.drift = 1});
        const StepCache guidance(schedule, thrift_of(Speed::fast));
        bool reckons = false, unguided = false;
        for (std::size_t step = 0; step < static_cast<std::size_t>(steps); ++step) {
            unguided |= !guidance.guides(step);
            if (cache.reckon(step)) reckons = true;
            else cache.remember(step, steady(step));
        }
        INFO(steps);
        CHECK(reckons == speed_can_matter(steps, 1));
        CHECK((reckons || unguided) == speed_can_matter(steps, 1.5));
    }
}

TEST_CASE("the faster a velocity changes, the more often it is computed") {
    const auto turning = [](float rate) { return [rate](std::size_t step) { return std::vector<float>{1, rate * static_cast<float>(step)}; }; };
    // 0.04 of itself in a step: one step may be left out at 0.05, two at 0.09.
    CHECK(computed_steps({.drift = 0.05}, turning(0.04f)) == std::vector<std::size_t>{0, 1, 3, 5, 7, 9});
    CHECK(computed_steps({.drift = 0.09}, turning(0.04f)) == std::vector<std::size_t>{0, 1, 4, 7, 9});
    CHECK(computed_steps({.drift = 0.05}, turning(0.2f)) == all_steps());
}

TEST_CASE("what stands in for a step goes on from the last two velocities as they went") {
    StepCache cache(ten_steps, {.drift = 0.3});
    cache.remember(0, std::vector<float>{1, 1});
    CHECK_FALSE(cache.reckon(1));
    cache.remember(2, std::vector<float>{1.5f, 1});
    const auto next = cache.reckon(3);
    REQUIRE(next);
    CHECK((*next)[0] == Catch::Approx(1.75));
    CHECK((*next)[1] == 1);
    CHECK_FALSE(cache.reckon(5));
    StepCache still(ten_steps, {.drift = 0.5, .in_a_row = 20});
    for (std::size_t step = 0; step < 2; ++step) still.remember(step, steady(step));
    CHECK(still.reckon(8) == steady(8));
    CHECK_FALSE(still.reckon(9));  // the last step is always computed
}

TEST_CASE("where every step is computed nothing is remembered, else no more than two steps are") {
    StepCache exact(ten_steps, {});
    exact.remember(0, steady(0));
    CHECK(exact.known().empty());
    StepCache thrifty(ten_steps, {.drift = 0.1});
    for (std::size_t step = 0; step < 4; ++step) thrifty.remember(step, steady(step));
    REQUIRE(thrifty.known().size() == 2);
    CHECK(thrifty.known()[0].step == 2);
    CHECK(thrifty.known()[1].step == 3);
}

TEST_CASE("guidance acts between its two noise levels, and a velocity never stands in across a boundary of it") {
    const Thrift thrift{.drift = 0.5, .guided_from = 0.75, .guided_to = 0.35};
    StepCache cache(ten_steps, thrift);
    std::vector<bool> guided;
    for (std::size_t step = 0; step < 10; ++step) guided.push_back(cache.guides(step));
    CHECK(guided == std::vector<bool>{false, false, false, true, true, true, true, false, false, false});
    CHECK(computed_steps(thrift, steady) == std::vector<std::size_t>{0, 1, 3, 4, 7, 8, 9});
}

TEST_CASE("velocities of nothing, or that are no numbers, stand in for nothing") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK(computed_steps({.drift = 0.5}, [](std::size_t) { return std::vector<float>{0, 0}; }) == all_steps());
    CHECK(computed_steps({.drift = 0.5}, [nan](std::size_t) { return std::vector<float>{1, nan}; }) == all_steps());
}

TEST_CASE("the words for speeds are those that settings and records are written with") {
    for (const Speed speed : {Speed::exact, Speed::balanced, Speed::fast}) CHECK(speed_from(to_string(speed)) == speed);
    CHECK(to_string(Speed::balanced) == "balanced");
    CHECK_FALSE(speed_from("ludicrous"));
    CHECK(thrift_of(Speed::exact) == Thrift{});
}

namespace {

const std::filesystem::path builtin = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";

/// The built-in model's painter before a picture of 256², with and without its prompt.
struct Painter {
    Painter() {
        device = Device::open("cpu", Precision::fast, 1).value();
        folder.emplace(ModelFolder::open(builtin).value());
        const DiffusionConfig config = read_diffusion_config(*folder).value();
        network = DiffusionTransformer::load(*device, *folder->tensors(Component::transformer).value(), config).value();
        schedule = make_schedule(read_scheduler_config(*folder).value(), steps, 256);
        const std::vector<float> glyphs(static_cast<std::size_t>(2 * config.text_dim), 0.1f);
        std::vector<std::int32_t> prior(256);
        for (std::size_t i = 0; i < prior.size(); ++i) prior[i] = static_cast<std::int32_t>(i / 32 * 3);
        RunContext run{*device, {}, nullptr};
        DiffusionCondition condition{.height = 256, .width = 256, .glyphs = glyphs, .prior = prior};
        conditional = network->prepare(run, condition).value();
        condition.drop_prior = true;
        unconditional = network->prepare(run, condition).value();
        noise.resize(static_cast<std::size_t>(config.in_channels * 32 * 32));
        Philox(3, RandomStream::noise).normals(noise);
    }
    PaintRequest request(const Thrift& thrift) const {
        return {.conditional = conditional.get(), .unconditional = unconditional.get(), .guidance = 1.5, .thrift = thrift};
    }
    /// Latents, and what was told of each step.
    struct Run {
        std::vector<float> latent;
        std::vector<int> passes;
        std::vector<PaintingPoint> points;
    };
    Run paint(const PaintRequest& request, std::vector<float> from) const {
        Run made;
        RunContext run{*device, {}, nullptr};
        made.latent = haibao::paint(run, *network, request, schedule, std::move(from), [&](const PaintedStep& step) {
                          made.passes.push_back(step.passes);
                          made.points.push_back({0, static_cast<int>(step.step) + 1, {step.latent.begin(), step.latent.end()}, step.computed});
                      }).value();
        return made;
    }

    static constexpr int steps = 16;
    std::unique_ptr<Device> device;
    std::optional<ModelFolder> folder;
    std::unique_ptr<DiffusionTransformer> network;
    std::shared_ptr<DiffusionTransformer::Prepared> conditional, unconditional;
    Schedule schedule;
    std::vector<float> noise;
};

int sum(const std::vector<int>& passes) { return std::accumulate(passes.begin(), passes.end(), 0); }

double mean_difference(std::span<const float> a, std::span<const float> b) {
    double all = 0;
    for (std::size_t i = 0; i < a.size(); ++i) all += std::abs(double{a[i]} - double{b[i]});
    return all / static_cast<double>(a.size());
}

}  // namespace

TEST_CASE("exact painting runs both passes at every step, to the bytes of the plain sampler") {
    const Painter painter;
    const auto made = painter.paint(painter.request(thrift_of(Speed::exact)), painter.noise);
    CHECK(made.passes == std::vector<int>(Painter::steps, 2));

    std::vector<float> latent = painter.noise;
    RunContext run{*painter.device, {}, nullptr};
    for (std::size_t step = 0; step < Painter::steps; ++step) {
        auto velocity = painter.network->velocity(run, *painter.conditional, latent, painter.schedule.fed(step)).value();
        guide(velocity, painter.network->velocity(run, *painter.unconditional, latent, painter.schedule.fed(step)).value(), 1.5);
        advance(painter.schedule, step, velocity, latent);
    }
    CHECK(made.latent == latent);
}

TEST_CASE("balanced painting runs fewer passes and fast painting fewer still, first and last step always, to nearly the same latents") {
    const Painter painter;
    const auto exact = painter.paint(painter.request(thrift_of(Speed::exact)), painter.noise);
    const auto balanced = painter.paint(painter.request(thrift_of(Speed::balanced)), painter.noise);
    const auto fast = painter.paint(painter.request(thrift_of(Speed::fast)), painter.noise);
    CHECK(sum(balanced.passes) < sum(exact.passes));
    CHECK(sum(fast.passes) < sum(balanced.passes));
    for (const auto* made : {&balanced, &fast}) {
        CHECK(made->passes.front() == 2);
        CHECK(made->passes.back() > 0);
    }
    CHECK(std::ranges::contains(fast.passes, 0));
    const double off_balanced = mean_difference(balanced.latent, exact.latent), off_fast = mean_difference(fast.latent, exact.latent);
    CHECK(off_balanced > 0);
    CHECK(off_balanced < off_fast);
    CHECK(off_fast < 0.2);  // latents have a deviation of about 1
}

TEST_CASE("outside its noise levels guidance costs no pass") {
    const Painter painter;
    const auto made = painter.paint(painter.request({.guided_from = 0.9, .guided_to = 0.4}), painter.noise);
    for (std::size_t step = 0; step < Painter::steps; ++step) {
        const float sigma = painter.schedule.sigmas[step];
        CHECK(made.passes[step] == (sigma <= 0.9f && sigma >= 0.4f ? 2 : 1));
    }
    CHECK(std::ranges::contains(made.passes, 2));
    CHECK(made.passes.front() == 1);
}

TEST_CASE("without guidance its noise levels are no boundaries") {
    const Painter painter;
    PaintRequest request = painter.request({.drift = 0.06});
    request.unconditional = nullptr;
    const auto plain = painter.paint(request, painter.noise);
    request.thrift.guided_from = 0.8;
    request.thrift.guided_to = 0.4;
    const auto bounded = painter.paint(request, painter.noise);
    CHECK(bounded.passes == plain.passes);
    CHECK(bounded.latent == plain.latent);
    CHECK(sum(plain.passes) < Painter::steps);
}

TEST_CASE("fast painting broken off at any step goes on to the same bytes, with the passes that were left") {
    const Painter painter;
    const auto whole = painter.paint(painter.request(thrift_of(Speed::fast)), painter.noise);
    for (const std::size_t at : {0, 1, 4, 7, 10, 14}) {
        const int taken = std::accumulate(whole.passes.begin(), whole.passes.begin() + static_cast<std::ptrdiff_t>(at) + 1, 0);
        auto request = painter.request(thrift_of(Speed::fast));
        request.taken = static_cast<std::size_t>(whole.points[at].steps);
        request.computed = whole.points[at].computed;
        const auto rest = painter.paint(request, whole.points[at].latent);
        INFO("broken off after step " << at + 1);
        CHECK(rest.latent == whole.latent);
        CHECK(sum(rest.passes) == sum(whole.passes) - taken);
    }
}

namespace {

struct Watching : Observer, TraceSink {
    void composed(const std::vector<std::vector<std::int32_t>>& ids) override { tokens = ids; }
    void painted(const PaintingPoint& point) override { points.push_back(point); }
    TraceSink* trace() override { return this; }
    bool active() const override { return !tokens.empty(); }  // composing is not watched: timing each node takes long
    void add(const TraceEvent& event) override {
        if (const auto* step = std::get_if<StepTaken>(&event)) passes += step->passes;
    }
    std::vector<std::vector<std::int32_t>> tokens;
    std::vector<PaintingPoint> points;
    int passes = 0;
};

GenerationRequest hills(Speed speed) {
    GenerationRequest request{.prompt = "hills, green", .width = 256, .height = 256, .steps = 12, .guidance = 1.5, .seed = 4};
    request.keep_every = 0;
    request.speed = speed;
    return request;
}

}  // namespace

TEST_CASE("an engine's fast picture takes fewer passes, and goes on from points that were handed out to the same bytes") {
    auto engine = Engine::open(builtin, {"cpu", Precision::fast, 1}).value();
    Watching fast, exact;
    const auto whole = engine->generate(hills(Speed::fast), fast);
    REQUIRE(whole);
    REQUIRE(fast.points.size() == 12);
    CHECK(fast.points.back().computed.empty());  // a picture that is done remembers nothing

    GenerationRequest all = hills(Speed::exact);
    all.visual_tokens = fast.tokens;
    REQUIRE(engine->generate(all, exact));
    CHECK(exact.passes == 2 * 12);
    CHECK(fast.passes < exact.passes);
    CHECK(std::ranges::all_of(exact.points, [](const PaintingPoint& point) { return point.computed.empty(); }));

    for (const std::size_t at : {2, 6, 11}) {
        GenerationRequest request = hills(Speed::fast);
        request.visual_tokens = fast.tokens;
        request.painted = {fast.points[at]};
        Watching again;
        const auto resumed = engine->generate(request, again);
        REQUIRE(resumed);
        INFO("from point " << at);
        CHECK(again.passes < fast.passes);
        CHECK(resumed->pictures[0].image.rgb == whole->pictures[0].image.rgb);
    }
}

TEST_CASE("what was remembered of computed steps is checked before it is used") {
    auto engine = Engine::open(builtin, {"cpu", Precision::fast, 1}).value();
    Watching first;
    GenerationRequest request = hills(Speed::fast);
    request.steps = 4;
    REQUIRE(engine->generate(request, first));
    request.visual_tokens = first.tokens;
    PaintingPoint point = first.points[2];
    REQUIRE(point.computed.size() == 2);
    SECTION("a velocity of another size") { point.computed[0].velocity.pop_back(); }
    SECTION("no number") { point.computed[1].velocity[5] = std::numeric_limits<float>::infinity(); }
    SECTION("a step that is still to come") { point.computed[1].step = 3; }
    SECTION("falling steps") { std::swap(point.computed[0].step, point.computed[1].step); }
    SECTION("a step before the first") { point.computed[0].step = -1; }
    SECTION("too many") { point.computed.insert(point.computed.begin(), ComputedStep{-1, point.latent}); }
    request.painted = {point};
    const auto refused = engine->generate(request, first);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::invalid_input);
}
