// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Networks of which an accelerator has room for some layers only. It is Debian's software Vulkan here, which is told to have less.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "inference/models/diffusion_transformer.h"
#include "inference/models/language_model.h"
#include "inference/weights/memory_plan.h"
#include "inference/weights/model_folder.h"
#include "inference/weights/synthesize.h"
#include "tests/inference/golden_values.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

constexpr int side = 128;  // pixels
constexpr std::size_t patches = side / 16 * side / 16;
const std::filesystem::path golden = test::golden_folder("A") / "checkpoint", pattern = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";

/// The golden networks have three layers, which then all take turns; this one has seven, in one file of quantised values.
std::filesystem::path seven_layers(const test::TemporaryFolder& folder) {
    SyntheticSize size;
    size.width = 0.06;
    size.language_layers = size.diffusion_layers = 7;
    size.vision_layers = size.glyph_layers = 1;
    size.vocabulary = 16512;
    const auto file = folder.path() / "seven.gguf";
    REQUIRE(synthesize_gguf(pattern, file, size, ModelType::q4_k));
    return file;
}

struct OnCard {
    ModelFolder model;
    std::unique_ptr<Device> device;
    StageMemory stage;

    OnCard(const std::filesystem::path& path, std::string_view name, Precision precision) : model(ModelFolder::open(path).value()) {
        auto opened = Device::open("vulkan0", precision, 2);
        INFO("these tests need a Vulkan device; Debian's mesa-vulkan-drivers has one of software");
        REQUIRE(opened);
        device = std::move(*opened);
        const bool halves = device->matrix_type() != GGML_TYPE_F32;
        for (const StageMemory& each : plan_memory(model, {.width = side, .height = side, .form = halves ? MatrixForm::halves : MatrixForm::f32,
                                                           .exact = precision == Precision::f32, .on_processor = false, .streams = true}))
            if (each.stage == name) stage = each;
        REQUIRE(stage.layers.size() >= 3);
    }
    /// What all weights but half of the layers take.
    std::uint64_t half() const {
        std::uint64_t room = stage.weights;
        for (std::size_t i = 0; i < stage.layers.size() / 2; ++i) room -= stage.layers[i];
        return room;
    }
};

std::vector<float> waves(std::size_t count) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = std::sin(static_cast<float>(i) * 0.37f);
    return values;
}

struct Painted {
    std::vector<std::vector<float>> velocities;
    std::size_t streamed = 0;  ///< layers
    std::uint64_t weights = 0, work = 0;  ///< bytes on the card
};

/// Two passes: what the first leaves on the card must not be taken for what the second needs.
Painted paint(OnCard& card, std::uint64_t room) {
    Painted painted;
    const auto config = read_diffusion_config(card.model).value();
    const auto network = DiffusionTransformer::load(*card.device, **card.model.tensors(Component::transformer), config, room).value();
    painted.streamed = network->streamed_layers();
    painted.weights = card.device->held_bytes();
    const std::vector<std::int32_t> prior(patches, 3);
    const std::vector<float> glyphs = waves(static_cast<std::size_t>(7 * config.text_dim)), latent = waves(static_cast<std::size_t>(config.in_channels) * patches * 4);
    RunContext run{*card.device, {}};
    const auto prepared = network->prepare(run, {.height = side, .width = side, .glyphs = glyphs, .prior = prior}).value();
    for (const float time : {900.0f, 400.0f}) painted.velocities.push_back(network->velocity(run, *prepared, latent, time).value());
    painted.work = card.device->held_bytes() + card.device->graph_bytes() - painted.weights;
    return painted;
}

}  // namespace

TEST_CASE("a painter of which half the layers fit a card paints the same bytes as one that fits") {
    const test::TemporaryFolder folder;
    OnCard card(seven_layers(folder), "painting", Precision::fast);
    const Painted whole = paint(card, UINT64_MAX), half = paint(card, card.half());
    CHECK(whole.streamed == 0);
    CHECK(half.streamed >= 5);  // two places for those that take turns, room for two more at most,
    CHECK(half.streamed < 7);   // and not all of them: the layers of a quantised file differ in size
    CHECK(half.weights < whole.weights);
    CHECK(card.device->held_bytes() == 0);
    CHECK((half.velocities == whole.velocities));
}

TEST_CASE("a card with less memory than the painter's weights still paints, and refuses what is beyond it") {
    OnCard card(golden, "painting", Precision::f32);
    const Painted whole = paint(card, UINT64_MAX);
    card.device->trim();
    card.stage.working = whole.work;  // so small a network needs more for it than a plan says, which reckons with wide ones
    card.stage.spare = 0;
    constexpr std::uint64_t padding = 1 << 16;  // places begin at multiples of the card's alignment
    card.device->limit_memory(card.half() + whole.work + padding);
    CHECK(card.device->room() == card.half() + whole.work + padding);
    const std::uint64_t room = room_for_weights(card.stage, card.device->room());
    CHECK(streaming_of(card.stage, card.device->room()).layers == 3);
    const Painted less = paint(card, room);
    CHECK((less.velocities == whole.velocities));
    CHECK(less.streamed == 3);
    CHECK(less.weights <= room + padding);
    card.device->trim();
    card.device->limit_memory((least_of(card.stage) - card.stage.working) / 2);
    const auto config = read_diffusion_config(card.model).value();
    const auto refused = DiffusionTransformer::load(*card.device, **card.model.tensors(Component::transformer), config, 0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_memory);
    CHECK(card.device->held_bytes() == 0);
}

TEST_CASE("the passes with and without the prompt go through streamed layers together: each is sent once, and the bytes are those of one by one") {
    OnCard card(golden, "painting", Precision::f32);
    const auto config = read_diffusion_config(card.model).value();
    const auto network = DiffusionTransformer::load(*card.device, **card.model.tensors(Component::transformer), config, 0).value();
    REQUIRE(network->streamed_layers() == 3);
    const std::vector<std::int32_t> prior(patches, 3);
    const std::vector<float> glyphs = waves(static_cast<std::size_t>(7 * config.text_dim)), latent = waves(static_cast<std::size_t>(config.in_channels) * patches * 4);
    RunContext run{*card.device, {}};
    const DiffusionCondition with{.height = side, .width = side, .glyphs = glyphs, .prior = prior}, without{.height = side, .width = side, .prior = prior, .drop_prior = true};
    const auto one = network->prepare(run, with).value(), other = network->prepare(run, without).value();
    const auto together = network->velocities(run, std::array{DiffusionTransformer::Pass{one.get()}, DiffusionTransformer::Pass{other.get()}}, latent, 500.0f).value();
    CHECK(network->layers_sent() == 3);  // the first of three lies where the last one does: it is not sent ahead
    REQUIRE(together.size() == 2);
    CHECK((together[0] == network->velocity(run, *one, latent, 500.0f).value()));
    CHECK((together[1] == network->velocity(run, *other, latent, 500.0f).value()));
    CHECK((together[0] != together[1]));
}

// Token by token a model that fits runs through all layers in one graph, in which a backend may join what is in two layers.
TEST_CASE("a language model whose layers are streamed gives the logits of one that fits, for a prompt to the same bits") {
    OnCard card(golden, "composing", Precision::f32);
    const auto config = read_language_config(card.model).value();
    std::vector<std::vector<float>> results[2];
    for (const bool streams : {false, true}) {
        const auto network = LanguageModel::load(*card.device, **card.model.tensors(Component::vision_language_encoder), config,
                                                 streams ? card.half() : UINT64_MAX).value();
        CHECK(network->streamed_layers() == (streams ? 3 : 0));
        RunContext run{*card.device, {}};
        auto cache = network->make_cache(*card.device, 2, 12).value();
        TokenPositions places;
        for (std::int32_t i = 0; i < 12; ++i) places.add(i, i, i);
        const std::vector<std::int32_t> prompt{700, 3, 512, 44, 1553, 9};
        results[streams].push_back(network->prefill(run, *cache, prompt, places.at(0, 6)).value());
        for (std::int32_t i = 6; i < 9; ++i)
            results[streams].push_back(network->decode(run, *cache, std::vector<std::int32_t>{i, 2 * i}, places.at(static_cast<std::size_t>(i))).value());
    }
    CHECK((results[0].front() == results[1].front()));
    for (std::size_t i = 1; i < results[0].size(); ++i) CHECK(test::relative_error(results[1][i], results[0][i]) < 2e-5);
}

TEST_CASE("a painter that was stopped in the middle of its layers starts again with the first") {
    OnCard card(golden, "painting", Precision::f32);
    const auto config = read_diffusion_config(card.model).value();
    const auto network = DiffusionTransformer::load(*card.device, **card.model.tensors(Component::transformer), config, 0).value();
    const std::vector<std::int32_t> prior(patches, 3);
    const std::vector<float> latent = waves(static_cast<std::size_t>(config.in_channels) * patches * 4);
    int asked = 0, stop_at = -1;
    RunContext run{*card.device, [&] { return ++asked == stop_at; }};
    const auto prepared = network->prepare(run, {.height = side, .width = side, .glyphs = {}, .prior = prior}).value();
    const auto whole = network->velocity(run, *prepared, latent, 500.0f).value();
    for (const int layer : {1, 3}) {
        asked = 0, stop_at = layer + 1;
        const auto stopped = network->velocity(run, *prepared, latent, 500.0f);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().kind == ErrorKind::cancelled);
        stop_at = -1;
        CHECK((network->velocity(run, *prepared, latent, 500.0f).value() == whole));
    }
}
