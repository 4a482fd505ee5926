// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/models/vision_tokenizer.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

struct Loaded {
    std::unique_ptr<Device> device;
    std::unique_ptr<VisionTokenizer> model;
};

Loaded load_golden(int threads = 2, const char* device = "cpu", Precision precision = Precision::f32) {
    Loaded loaded;
    loaded.device = Device::open(device, precision, threads).value();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const VisionConfig config = read_vision_config(folder).value();
    loaded.model =
        VisionTokenizer::load(*loaded.device, **folder.tensors(Component::vision_language_encoder), config).value();
    return loaded;
}

}  // namespace

TEST_CASE("visual tokens are the reference's, and so is every value on the way") {
    const Loaded loaded = load_golden();
    for (const char* name : {"img_128x96", "img_150x90", "img_40x56", "img_rgba_96x96", "img_gray_70x64"}) {
        INFO(name);
        const test::GoldenValues golden("A", std::string("vision_") + name);
        const std::vector<std::int32_t> grid = golden.integers("out.grid_thw");
        Taps taps;
        RunContext run{*loaded.device, {}, &taps};
        const auto ids = loaded.model->encode(run, golden.floats("out.pixel_values"), grid[1], grid[2]);
        REQUIRE(ids);
        CHECK(*ids == golden.integers("out.vq_ids"));
        CHECK(test::relative_error(taps["features"].values, golden.floats("out.features")) < 2e-5);
        CHECK(test::relative_error(taps["vq_preact"].values, golden.floats("out.vq_preact")) < 2e-5);
        CHECK(taps["vq_preact"].shape == golden.tensor("out.vq_preact").shape);
        if (std::string(name) != "img_128x96") continue;
        for (const char* tap : {"patch_embed", "pos_added", "block.0", "block.1"})
            CHECK(test::relative_error(taps[tap].values, golden.floats(std::string("out.") + tap)) < 2e-5);
    }
}

TEST_CASE("visual tokens are the reference's through Vulkan too") {
    if (!Device::open("vulkan0", Precision::f32, 2)) SKIP("no Vulkan device here");
    const Loaded loaded = load_golden(2, "vulkan0");
    for (const char* name : {"img_128x96", "img_150x90"}) {
        const test::GoldenValues golden("A", std::string("vision_") + name);
        const std::vector<std::int32_t> grid = golden.integers("out.grid_thw");
        Taps taps;
        RunContext run{*loaded.device, {}, &taps};
        const auto ids = loaded.model->encode(run, golden.floats("out.pixel_values"), grid[1], grid[2]);
        REQUIRE(ids);
        CHECK(*ids == golden.integers("out.vq_ids"));
        CHECK(test::relative_error(taps["features"].values, golden.floats("out.features")) < 2e-3);
    }
}

TEST_CASE("features with 16-bit products stay within their rounding") {
    const Loaded loaded = load_golden(2, "cpu", Precision::fast);
    const test::GoldenValues golden("A", "vision_img_128x96");
    Taps taps;
    RunContext run{*loaded.device, {}, &taps};
    REQUIRE(loaded.model->encode(run, golden.floats("out.pixel_values"), 3, 4));
    CHECK(test::relative_error(taps["features"].values, golden.floats("out.features")) < 3e-2);
}

TEST_CASE("the position table is stretched over any grid and held at its border") {
    const std::vector<float> table{0, 1, 2, 3};  // 2 × 2, one channel: value = 2·row + column
    CHECK(stretched_positions(table, 2, 1, 2, 2) == table);
    CHECK(stretched_positions(table, 2, 1, 1, 1) == std::vector<float>{1.5f});
    // Four columns over two entries: centres at −0.25, 0.25, 0.75, 1.25, the outer ones clamped.
    CHECK(stretched_positions(table, 2, 1, 1, 4) == std::vector<float>{1, 1.25f, 1.75f, 2});
    CHECK(stretched_positions({table.data(), 1}, 1, 1, 2, 1) == std::vector<float>{0, 0});
}

TEST_CASE("visual tokens do not depend on the number of threads") {
    const Loaded one = load_golden(1), three = load_golden(3);
    RunContext run_one{*one.device, {}}, run_three{*three.device, {}};
    std::vector<float> patches(std::size_t{20} * 20 * 768);  // 400 patches: two rounds with the codebook
    for (std::size_t i = 0; i < patches.size(); ++i) patches[i] = static_cast<float>((i * 7919 + i / 768 * 31) % 1013) / 506 - 1;
    Taps taps_one, taps_three;
    run_one.taps = &taps_one;
    run_three.taps = &taps_three;
    const auto ids = one.model->encode(run_one, patches, 20, 20);
    REQUIRE(ids);
    CHECK(ids->size() == 400);
    CHECK(*ids == *three.model->encode(run_three, patches, 20, 20));
    CHECK((taps_one["vq_preact"].values == taps_three["vq_preact"].values));
}

TEST_CASE("a grid that does not fit its patches is refused, and so are values that are no numbers") {
    const Loaded loaded = load_golden();
    RunContext run{*loaded.device, {}};
    std::vector<float> patches(std::size_t{6} * 768, 0.5f);
    CHECK(loaded.model->encode(run, patches, 2, 2).error().kind == ErrorKind::invalid_input);
    CHECK(loaded.model->encode(run, {}, 0, 0).error().kind == ErrorKind::invalid_input);
    CHECK(loaded.model->encode(run, patches, -2, -3).error().kind == ErrorKind::invalid_input);
    patches[1000] = NAN;
    CHECK(loaded.model->encode(run, patches, 2, 3).error().kind == ErrorKind::device);
}

TEST_CASE("reading a source picture stops between two blocks when it is cancelled") {
    const Loaded loaded = load_golden();
    int asked = 0;
    RunContext run{*loaded.device, [&] { return ++asked == 3; }};
    const auto stopped = loaded.model->encode(run, std::vector<float>(6 * 768, 0.1f), 2, 3);
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(asked == 3);
}
