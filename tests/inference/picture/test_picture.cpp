// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "inference/base/json.h"
#include "inference/picture/preprocess.h"
#include "inference/picture/resize.h"
#include "inference/weights/values.h"
#include "tests/support/golden_set.h"

using namespace haibao;
using haibao::test::GoldenSet;

namespace {

GoldenSet goldens(const std::string& name) {
    auto set = GoldenSet::open(std::string(HAIBAO_SOURCE_DIR "/tests/goldens/") + name);
    REQUIRE(set);
    return std::move(*set);
}

double largest_difference(const std::vector<float>& got, const std::vector<float>& want) {
    REQUIRE(got.size() == want.size());
    double worst = 0;
    for (std::size_t i = 0; i < got.size(); ++i) worst = std::max<double>(worst, std::abs(got[i] - want[i]));
    return worst;
}

std::vector<float> tensor(const GoldenSet& set, const haibao::test::GoldenCase& test, const char* name) {
    auto file = set.tensors(test);
    REQUIRE(file);
    return read_floats(*file->find(name)).value();
}

Image plain(int width, int height, std::uint8_t value) {
    return {width, height, std::vector<std::uint8_t>(std::size_t{3} * width * height, value)};
}

}  // namespace

TEST_CASE("Vision patches are the reference's for every picture of the goldens") {
    int checked = 0;
    for (const char* name : {"A", "C"}) {
        GoldenSet set = goldens(name);
        auto config = read_json(set.checkpoint() / "processor/preprocessor_config.json");
        REQUIRE(config);
        auto preprocess = VisionPreprocessor::read(*config, "preprocessor_config.json");
        REQUIRE(preprocess);
        for (const auto& test : set.cases()) {
            if (!test.name.starts_with("vision_")) continue;
            CAPTURE(test.name);
            auto image = set.read_image(test.params["image"].get<std::string>());
            REQUIRE(image);
            auto patches = (*preprocess)(*image);
            REQUIRE(patches);
            CHECK(largest_difference(patches->values, tensor(set, test, "out.pixel_values")) < 1e-5);
            auto other = (*preprocess)(*image, ResizeArithmetic::pil);
            REQUIRE(other);
            CHECK(largest_difference(other->values, tensor(set, test, "out.pixel_values_pil")) < 1e-5);
            ++checked;
        }
    }
    CHECK(checked >= 5);
}

TEST_CASE("The autoencoder's input is the reference's") {
    GoldenSet set = goldens("A");
    for (const auto& test : set.cases()) {
        if (!test.name.starts_with("vae_preprocess_")) continue;
        CAPTURE(test.name);
        auto image = set.read_image(test.params["image"].get<std::string>());
        REQUIRE(image);
        PictureSize size = floor_to_16({image->height, image->width});
        CHECK(size == PictureSize{test.params["height"].get<int>(), test.params["width"].get<int>()});
        CHECK(largest_difference(autoencoder_input(*image, size), tensor(set, test, "out.image")) < 1e-6);
    }
}

TEST_CASE("smart_resize gives the reference's sizes and refuses what it refuses") {
    GoldenSet set = goldens("A");
    const auto& test = *set.find("smart_resize");
    const int factor = test.params["factor"];
    for (const auto& entry : test.expect["accepted"]) {
        CAPTURE(entry.dump());
        auto size = smart_resize({entry["height"], entry["width"]}, entry["shortest"], entry["longest"], factor);
        REQUIRE(size);
        CHECK(*size == PictureSize{entry["out_height"], entry["out_width"]});
    }
    for (const auto& entry : test.expect["rejected"])
        CHECK(!smart_resize({entry["height"], entry["width"]}, 512, 2048, factor));
}

TEST_CASE("Resizing keeps a plain colour at any size") {
    for (auto [width, height] : {std::pair(1, 1), {7, 300}, {640, 3}, {33, 33}}) {
        CHECK(resize_bicubic(plain(40, 30, 200), width, height).rgb == plain(width, height, 200).rgb);
        CHECK(resize_lanczos(plain(40, 30, 200), width, height).rgb == plain(width, height, 200).rgb);
    }
    CHECK(resize_bicubic(plain(1, 1, 9), 64, 64).rgb == plain(64, 64, 9).rgb);
}

TEST_CASE("Resizing to the same size changes nothing") {
    Image noise = plain(17, 9, 0);
    for (std::size_t i = 0; i < noise.rgb.size(); ++i) noise.rgb[i] = static_cast<std::uint8_t>(i * 151);
    CHECK(resize_bicubic(noise, 17, 9).rgb == noise.rgb);
    CHECK(resize_lanczos(noise, 17, 9).rgb == noise.rgb);
}

TEST_CASE("Both spellings of the size limits are read as areas") {
    auto config = nlohmann::json::parse(R"({"patch_size": 16, "image_mean": [0, 0, 0], "image_std": [1, 1, 1],
        "size": {"shortest_edge": 4096, "longest_edge": 262144}})");
    auto read = VisionPreprocessor::read(config, "preprocessor_config.json");
    REQUIRE(read);
    CHECK((read->shortest == 64 && read->longest == 512));
    config["min_pixels"] = 512 * 512, config["max_pixels"] = 2048 * 2048;
    read = VisionPreprocessor::read(config, "preprocessor_config.json");
    REQUIRE(read);
    CHECK((read->shortest == 512 && read->longest == 2048));
}

TEST_CASE("A preprocessor config that is not known here is refused") {
    const auto good = nlohmann::json::parse(R"({"patch_size": 16, "image_mean": [0, 0, 0], "image_std": [1, 1, 1]})");
    REQUIRE(VisionPreprocessor::read(good, "preprocessor_config.json"));
    for (const char* change :
         {R"({"patch_size": 0})", R"({"image_std": [1, 1, 0]})", R"({"image_mean": [0, 0]})", R"({"merge_size": 2})",
          R"({"resample": 1})", R"({"do_resize": false})", R"({"min_pixels": 9e6, "max_pixels": 4096})",
          R"({"patch_size": "x"})", R"({"size": 7})"}) {
        auto bad = good;
        bad.update(nlohmann::json::parse(change));
        CAPTURE(change);
        auto read = VisionPreprocessor::read(bad, "preprocessor_config.json");
        REQUIRE(!read);
        CHECK(read.error().message.contains("preprocessor_config.json"));
    }
}
