// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "inference/models/diffusion_transformer.h"
#include "inference/models/patches.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;
using test::GoldenValues;
using test::relative_error;

namespace {

struct Loaded {
    std::unique_ptr<Device> device;
    std::unique_ptr<DiffusionTransformer> network;
};

Loaded load_golden(Precision precision = Precision::f32, int threads = 2) {
    Loaded loaded;
    loaded.device = Device::open("cpu", precision, threads).value();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const DiffusionConfig config = read_diffusion_config(folder).value();
    loaded.network =
        DiffusionTransformer::load(*loaded.device, **folder.tensors(Component::transformer), config).value();
    return loaded;
}

struct Inputs {
    explicit Inputs(const GoldenValues& golden)
        : latent(golden.floats("in.latent")), glyphs(golden.floats("in.embeds")),
          prior(golden.integers("in.prior_token_ids")), timestep(golden.params["timestep"]),
          condition{.height = golden.params["height"], .width = golden.params["width"],
                    .crop_top = golden.params.value("crop_top", 0), .crop_left = golden.params.value("crop_left", 0),
                    .glyphs = glyphs, .prior = prior, .drop_prior = golden.params.value("prior_dropped", false)} {}

    std::vector<float> latent, glyphs;
    std::vector<std::int32_t> prior;
    float timestep;
    DiffusionCondition condition;
};

std::vector<float> velocity(const Loaded& loaded, const Inputs& in, Taps* taps = nullptr) {
    RunContext run{*loaded.device, {}, taps};
    auto prepared = loaded.network->prepare(run, in.condition).value();
    return loaded.network->velocity(run, *prepared, in.latent, in.timestep).value();
}

}  // namespace

TEST_CASE("the diffusion transformer computes the reference's velocity and every value on the way") {
    const Loaded loaded = load_golden();
    const GoldenValues golden("A", "dit_cond");
    Taps taps;
    CHECK(relative_error(velocity(loaded, Inputs(golden), &taps), golden.floats("out.velocity")) < 2e-5);
    for (const char* name : {"glyph_proj", "time_emb", "cond_emb", "temb", "block.0.mod",
                             "block.0.attn_image", "block.0.attn_text", "block.0.image", "block.0.text",
                             "block.2.image", "norm_out_mod", "norm_out", "rope_cos", "rope_sin"}) {
        INFO(name);
        REQUIRE(taps.contains(name));
        CHECK(relative_error(taps[name].values, golden.floats(std::string("out.") + name)) < 2e-5);
    }
}

TEST_CASE("the unconditional pass zeroes the prior but keeps its projector") {
    const Loaded loaded = load_golden();
    for (const char* name : {"dit_uncond", "dit_uncond_text7_t32", "dit_crop"}) {
        INFO(name);
        const GoldenValues golden("A", name);
        CHECK(relative_error(velocity(loaded, Inputs(golden)), golden.floats("out.velocity")) < 2e-5);
    }
}

TEST_CASE("16-bit products stay within two percent of the reference") {
    const GoldenValues golden("A", "dit_cond");
    CHECK(relative_error(velocity(load_golden(Precision::fast), Inputs(golden)), golden.floats("out.velocity")) < 2e-2);
}

TEST_CASE("the number of threads does not change a bit of the velocity") {
    const GoldenValues golden("A", "dit_cond");
    for (const Precision precision : {Precision::f32, Precision::fast}) {
        const auto one = velocity(load_golden(precision, 1), Inputs(golden));
        CHECK(velocity(load_golden(precision, 2), Inputs(golden)) == one);
        CHECK(velocity(load_golden(precision, 3), Inputs(golden)) == one);
    }
}

TEST_CASE("visual tokens that do not fit the picture or the codebook are refused") {
    const Loaded loaded = load_golden();
    const GoldenValues golden("A", "dit_cond");
    Inputs in(golden);
    RunContext run{*loaded.device, {}, nullptr};
    in.prior.front() = static_cast<std::int32_t>(loaded.network->config().codes);
    in.condition.prior = in.prior;
    CHECK(loaded.network->prepare(run, in.condition).error().kind == ErrorKind::invalid_input);
    in.prior = std::vector<std::int32_t>(5, 0);
    in.condition.prior = in.prior;
    CHECK(loaded.network->prepare(run, in.condition).error().kind == ErrorKind::invalid_input);
}

TEST_CASE("cancelling stops the transformer in the middle of its layers") {
    const Loaded loaded = load_golden();
    const Inputs in{GoldenValues("A", "dit_cond")};
    int asked = 0, most = std::numeric_limits<int>::max();
    RunContext run{*loaded.device, [&] { return ++asked > most; }, nullptr};
    auto prepared = loaded.network->prepare(run, in.condition).value();
    asked = 0;
    REQUIRE(loaded.network->velocity(run, *prepared, in.latent, in.timestep));
    const int whole = asked;
    asked = 0;
    most = whole / 2;
    const auto stopped = loaded.network->velocity(run, *prepared, in.latent, in.timestep);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(asked < whole);
}

TEST_CASE("patches are cut and joined in the order channel, row, column") {
    const std::vector<float> latent{0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17};  // 2 channels of 2×4
    const std::vector<float> patches = patchify(latent, 2, 1, 2, 2);
    CHECK(patches == std::vector<float>{0, 1, 4, 5, 10, 11, 14, 15, 2, 3, 6, 7, 12, 13, 16, 17});
    CHECK(unpatchify(patches, 2, 1, 2, 2) == latent);
}
