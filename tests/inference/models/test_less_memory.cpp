// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the networks do when they are refused memory in the middle of the work.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "inference/models/autoencoder.h"
#include "inference/models/diffusion_transformer.h"
#include "inference/models/language_model.h"
#include "inference/runtime/trace_log.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

constexpr std::uint64_t mb = 1'000'000;

/// Lines for the log while it lives.
class HeardLog {
public:
    HeardLog() {
        listen_to_log([this](const std::string& line) { lines_ += line + "\n"; });
    }
    ~HeardLog() { listen_to_log({}); }
    const std::string& lines() const { return lines_; }

private:
    std::string lines_;
};

std::vector<float> waves(std::size_t count) {
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) values[i] = std::sin(static_cast<float>(i) * 0.37f);
    return values;
}

ModelFolder golden_model() { return ModelFolder::open(test::golden_folder("A") / "checkpoint").value(); }

struct Painter {
    ModelFolder model = golden_model();
    DiffusionConfig config = read_diffusion_config(model).value();
    std::unique_ptr<Device> device;
    std::unique_ptr<DiffusionTransformer> network;
    std::vector<std::int32_t> prior;
    std::vector<float> glyphs, latent;
    int side;

    Painter(Precision precision, int side_pixels) : side(side_pixels) {
        device = Device::open("cpu", precision, 2).value();
        network = DiffusionTransformer::load(*device, **model.tensors(Component::transformer), config).value();
        const auto patches = static_cast<std::size_t>(side / 16 * side / 16);
        for (std::size_t i = 0; i < patches; ++i) prior.push_back(static_cast<std::int32_t>(i % static_cast<std::size_t>(config.codes)));
        glyphs = waves(static_cast<std::size_t>(7 * config.text_dim));
        latent = waves(static_cast<std::size_t>(config.in_channels) * patches * 4);
    }
    std::shared_ptr<DiffusionTransformer::Prepared> prepare() {
        RunContext run{*device, {}};
        return network->prepare(run, {.height = side, .width = side, .glyphs = glyphs, .prior = prior}).value();
    }
    Result<std::vector<float>> velocity(DiffusionTransformer::Prepared& prepared, const ConditionCache* sources = nullptr) {
        RunContext run{*device, {}};
        return network->velocity(run, prepared, latent, 500.0f, sources);
    }
};

}  // namespace

TEST_CASE("a block whose memory is refused is painted in parts, to the same bits") {
    for (const Precision precision : {Precision::f32, Precision::fast}) {
        Painter painter(precision, 1024);
        const auto whole = painter.velocity(*painter.prepare());
        REQUIRE(whole);
        // What the memory plan reckons with.
        const double taken = double(painter.device->graph_bytes()) / (4103.0 * 128), planned = painter.device->bf16_products() ? 34 : 24;
        INFO("a block takes " << taken << " bytes per token and channel");
        CHECK(taken > 0.75 * planned);
        CHECK(taken < 1.1 * planned);
        const auto prepared = painter.prepare();
        const std::size_t whole_bytes = painter.device->graph_bytes();
        painter.device->trim();
        const HeardLog log;
        painter.device->limit_memory(painter.device->held_bytes() + whole_bytes / 2);
        const auto parts = painter.velocity(*prepared);
        INFO(log.lines());
        REQUIRE(parts);
        CHECK((*parts == *whole));
        CHECK(log.lines().contains("Memory is short on cpu: painting goes on with"));
    }
}

TEST_CASE("condition pictures are written and read in parts, too, where memory is short") {
    Painter painter(Precision::fast, 768);
    // Where products are of f32 all keys that were kept in 16 bits are widened, however few the tokens: parts save less.
    const double enough = painter.device->bf16_products() ? 0.5 : 0.8;
    RunContext run{*painter.device, {}};
    std::vector<std::vector<float>> results;
    std::size_t whole_bytes = 0;
    for (const bool is_short : {false, true}) {
        const auto source = painter.network->prepare(run, {.height = 768, .width = 768, .glyphs = {}, .prior = painter.prior}).value();
        auto cache = ConditionCache::allocate(*painter.device, painter.config, 48 * 48).value();
        const auto prepared = painter.prepare();
        painter.device->trim();
        const HeardLog log;
        if (is_short) painter.device->limit_memory(painter.device->held_bytes() + static_cast<std::size_t>(enough * static_cast<double>(whole_bytes)));
        const auto written = painter.network->write_condition(run, *source, painter.latent, cache);
        auto result = painter.velocity(*prepared, &cache);
        whole_bytes = painter.device->graph_bytes();
        INFO(log.lines());
        REQUIRE(written);
        REQUIRE(result);
        CHECK(log.lines().empty() != is_short);
        results.push_back(std::move(*result));
    }
    CHECK((results[0] == results[1]));
}

TEST_CASE("a painter for whom even the smallest part is too large says so and serves the next picture") {
    Painter painter(Precision::f32, 1024);
    const auto prepared = painter.prepare();
    painter.device->trim();
    painter.device->limit_memory(painter.device->held_bytes() + mb / 10);
    const auto refused = painter.velocity(*prepared);
    painter.device->limit_memory(UINT64_MAX);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_memory);
    CHECK(painter.velocity(*prepared));
}

TEST_CASE("a picture whose strips are refused is decoded in smaller ones, to the same bits") {
    ModelFolder model = golden_model();
    const auto config = read_autoencoder_config(model).value();
    auto device = Device::open("cpu", Precision::f32, 2).value();
    const auto decoder = Autoencoder::load(*device, **model.tensors(Component::vae), config, Autoencoder::Half::decoder).value();
    constexpr int side = 512 / 8;
    const std::vector<float> latent = waves(16 * side * side);
    RunContext run{*device, {}};
    const auto whole = decoder->decode(run, latent, side, side, {});
    REQUIRE(whole);
    const std::size_t maps = decoder->working_bytes(512, 512), least = decoder->working_bytes(512, 512, 0);
    struct Way {
        std::uint64_t more;
        const char* said;
    };
    for (const Way& way : {Way{maps + 8 * mb, "in strips of"}, Way{least + 22 * mb, "computes its widest maps twice"}}) {
        device->trim();
        const HeardLog log;
        device->limit_memory(device->held_bytes() + way.more);
        const auto less = decoder->decode(run, latent, side, side, {});
        INFO(way.more << "\n" << log.lines());
        REQUIRE(less);
        CHECK((*less == *whole));
        CHECK(log.lines().contains(way.said));
    }
}

TEST_CASE("a prompt is read in shorter pieces where memory is short") {
    ModelFolder model = golden_model();
    auto device = Device::open("cpu", Precision::f32, 2).value();
    const auto config = read_language_config(model).value();
    const auto network = LanguageModel::load(*device, **model.tensors(Component::vision_language_encoder), config).value();
    std::vector<std::int32_t> ids;
    TokenPositions places;
    for (std::int32_t i = 0; i < 1500; ++i) {
        ids.push_back(i % config.visual_vocabulary);
        places.add(i, i, i);
    }
    RunContext run{*device, {}};
    std::vector<std::vector<float>> results;
    std::size_t whole_bytes = 0;
    for (const bool is_short : {false, true}) {
        const auto cache = network->make_cache(*device, 1, 1500).value();
        device->trim();
        const HeardLog log;
        if (is_short) device->limit_memory(device->held_bytes() + whole_bytes / 2);
        auto logits = network->prefill(run, *cache, ids, places);
        whole_bytes = device->graph_bytes();
        INFO(log.lines());
        REQUIRE(logits);
        CHECK(log.lines().contains("the prompt is read in pieces of") == is_short);
        results.push_back(std::move(*logits));
    }
    CHECK(test::relative_error(results[1], results[0]) < 2e-5);
}
