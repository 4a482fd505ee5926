// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/models/glyph_encoder.h"
#include "inference/text/byt5.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

struct Loaded {
    std::unique_ptr<Device> device;
    std::unique_ptr<GlyphEncoder> encoder;
};

Loaded load_golden(int threads = 2) {
    Loaded loaded;
    loaded.device = Device::open("cpu", Precision::f32, threads).value();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const GlyphConfig config = read_glyph_config(folder).value();
    loaded.encoder = GlyphEncoder::load(*loaded.device, **folder.tensors(Component::text_encoder), config).value();
    return loaded;
}

}  // namespace

TEST_CASE("relative positions fall into the buckets that the reference uses") {
    // 32 buckets, distance 128: exact up to 7, logarithmic up to 127, keys to the right in the upper half.
    CHECK(relative_position_bucket(0, 32, 128) == 0);
    CHECK(relative_position_bucket(-1, 32, 128) == 1);
    CHECK(relative_position_bucket(1, 32, 128) == 17);
    CHECK(relative_position_bucket(-7, 32, 128) == 7);
    CHECK(relative_position_bucket(-8, 32, 128) == 8);
    CHECK(relative_position_bucket(-11, 32, 128) == 8);
    CHECK(relative_position_bucket(-12, 32, 128) == 9);
    CHECK(relative_position_bucket(-16, 32, 128) == 10);
    CHECK(relative_position_bucket(-32, 32, 128) == 12);
    CHECK(relative_position_bucket(-64, 32, 128) == 14);
    CHECK(relative_position_bucket(-90, 32, 128) == 14);
    CHECK(relative_position_bucket(-91, 32, 128) == 15);
    CHECK(relative_position_bucket(-5000, 32, 128) == 15);
    CHECK(relative_position_bucket(5000, 32, 128) == 31);
}

TEST_CASE("glyph embeddings and every hidden state are the reference's") {
    const Loaded golden_model = load_golden();
    for (const int n : {0, 1, 3, 5, 9}) {
        const test::GoldenValues golden("A", "glyph_embeds_" + std::to_string(n));
        Taps taps;
        RunContext run{*golden_model.device, {}, &taps};
        const auto rows = glyph_rows(golden.params["texts"].get<std::vector<std::string>>());
        const auto encoded = golden_model.encoder->encode(run, rows);
        REQUIRE(encoded);
        CHECK(encoded->shape == golden.tensor("out.embeds").shape);
        CHECK(test::relative_error(encoded->values, golden.floats("out.embeds")) < 2e-5);
        if (n != 3) continue;
        for (const char* name : {"hidden.0", "hidden.1", "hidden.2"})
            CHECK(test::relative_error(taps[name].values, golden.floats(std::string("out.") + name)) < 2e-5);
    }
}

TEST_CASE("a text is encoded the same beside other texts and with other thread counts") {
    const std::vector<std::vector<std::int32_t>> rows{{5, 9, 100, 1}, std::vector<std::int32_t>(300, 77), {1}};
    const Loaded one = load_golden(1), three = load_golden(3);
    RunContext run_one{*one.device, {}}, run_three{*three.device, {}};
    const auto together = one.encoder->encode(run_one, rows);
    REQUIRE(together);
    CHECK(together->values == three.encoder->encode(run_three, rows)->values);
    std::vector<float> apart;
    for (const auto& row : rows) {
        const auto encoded = one.encoder->encode(run_one, {row});
        REQUIRE(encoded);
        apart.insert(apart.end(), encoded->values.begin(), encoded->values.end());
    }
    CHECK(together->values == apart);
}

TEST_CASE("ids that the glyph encoder does not know are refused") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    for (const std::vector<std::int32_t>& row : {std::vector<std::int32_t>{}, {384}, {-1}, {1, 2147483647}}) {
        const auto refused = golden_model.encoder->encode(run, {row});
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
}

TEST_CASE("encoding stops when it is cancelled") {
    const Loaded golden_model = load_golden();
    int asked = 0;
    RunContext run{*golden_model.device, [&] { return ++asked == 3; }};
    const auto stopped = golden_model.encoder->encode(run, {{5, 1}});
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(asked == 3);
}
