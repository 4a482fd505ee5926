// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <filesystem>
#include <format>
#include <fstream>
#include <limits>
#include <vector>

#include "inference/models/language_model.h"
#include "inference/weights/model_folder.h"
#include "tests/inference/golden_values.h"

using namespace haibao;
using Ids = std::vector<std::int32_t>;

namespace {

struct Loaded {
    std::unique_ptr<Device> device;
    std::unique_ptr<LanguageModel> model;
};

Loaded load_golden(const std::string& set = "A", int threads = 2) {
    Loaded loaded;
    loaded.device = Device::open("cpu", Precision::f32, threads).value();
    ModelFolder folder = ModelFolder::open(test::golden_folder(set) / "checkpoint").value();
    const LanguageConfig config = read_language_config(folder).value();
    loaded.model =
        LanguageModel::load(*loaded.device, **folder.tensors(Component::vision_language_encoder), config).value();
    return loaded;
}

TokenPositions positions_of(const Ids& rows) {
    const auto n = static_cast<std::ptrdiff_t>(rows.size() / 3);
    return {{rows.begin(), rows.begin() + n}, {rows.begin() + n, rows.begin() + 2 * n}, {rows.begin() + 2 * n, rows.end()}};
}

TokenPositions ramp(std::size_t tokens) {
    TokenPositions positions;
    for (std::int32_t i = 0; i < static_cast<std::int32_t>(tokens); ++i) positions.add(i, i, i);
    return positions;
}

}  // namespace

TEST_CASE("prefill gives the reference's logits and hidden states") {
    const Loaded golden_model = load_golden();
    for (const char* name : {"ar_prefill_t2i", "ar_prefill_i2i"}) {
        INFO(name);
        const test::GoldenValues golden("A", name);
        const Ids ids = golden.integers("in.embedded_ids");
        Taps taps;
        RunContext run{*golden_model.device, {}, &taps};
        auto cache = golden_model.model->make_cache(*golden_model.device, 1, static_cast<std::int64_t>(ids.size()));
        REQUIRE(cache);
        const auto logits = golden_model.model->prefill(run, **cache, ids,
                                                        positions_of(golden.integers("out.position_ids")),
                                                        LanguageModel::Logits::of_all);
        REQUIRE(logits);
        CHECK(test::relative_error(*logits, golden.floats("out.logits")) < 2e-5);
        if (std::string(name) != "ar_prefill_t2i") continue;
        for (const char* state : {"hidden.0", "hidden.1", "hidden.2", "hidden.3"})
            CHECK(test::relative_error(taps[state].values, golden.floats(std::string("out.") + state)) < 2e-5);
    }
}

TEST_CASE("feeding a prompt token by token gives what reading it at once gives") {
    const Loaded golden_model = load_golden();
    const LanguageModel& model = *golden_model.model;
    RunContext run{*golden_model.device, {}};
    const Ids ids{700, 3, 512, 44, 1553, 9, 9, 9};
    auto whole = model.make_cache(run.device, 1, 8), stepwise = model.make_cache(run.device, 1, 8);
    const auto want = model.prefill(run, **whole, ids, ramp(8));
    auto got = model.prefill(run, **stepwise, std::span(ids).first(1), ramp(1));
    for (std::size_t i = 1; i < ids.size(); ++i) got = model.decode(run, **stepwise, {&ids[i], 1}, ramp(8).at(i));
    REQUIRE(want);
    REQUIRE(got);
    CHECK(test::relative_error(*got, *want) < 1e-5);
    CHECK((*stepwise)->length() == 8);
}

TEST_CASE("sequences that share a prompt do not influence each other") {
    const Loaded golden_model = load_golden();
    const LanguageModel& model = *golden_model.model;
    RunContext run{*golden_model.device, {}};
    const Ids prompt{700, 3, 512};
    const std::vector<Ids> drawn{{5, 6, 7}, {400, 1, 2}, {5, 6, 7}};
    const auto width = static_cast<std::size_t>(model.config().visual_vocabulary);
    auto shared = model.make_cache(run.device, 3, 6);
    REQUIRE(model.prefill(run, **shared, prompt, ramp(3)));
    std::vector<float> together;
    for (std::size_t step = 0; step < 3; ++step)
        together = model.decode(run, **shared, Ids{drawn[0][step], drawn[1][step], drawn[2][step]},
                                ramp(6).at(3 + step)).value();
    for (std::size_t picture = 0; picture < 3; ++picture) {
        auto alone = model.make_cache(run.device, 1, 6);
        REQUIRE(model.prefill(run, **alone, prompt, ramp(3)));
        std::vector<float> logits;
        for (std::size_t step = 0; step < 3; ++step)
            logits = model.decode(run, **alone, {&drawn[picture][step], 1}, ramp(6).at(3 + step)).value();
        CHECK(test::relative_error(std::span(together).subspan(picture * width, width), logits) < 1e-5);
    }
}

TEST_CASE("the number of threads does not change a bit of the logits") {
    const Ids ids{700, 3, 512, 44, 1553, 9, 9, 9, 20, 21, 22};
    std::vector<std::vector<float>> results;
    for (const int threads : {1, 2, 3}) {
        const Loaded golden_model = load_golden("A", threads);
        RunContext run{*golden_model.device, {}};
        auto cache = golden_model.model->make_cache(run.device, 2, 12);
        REQUIRE(golden_model.model->prefill(run, **cache, ids, ramp(11)));
        results.push_back(golden_model.model->decode(run, **cache, Ids{7, 8}, ramp(12).at(11)).value());
    }
    CHECK(results[0] == results[1]);
    CHECK(results[0] == results[2]);
}

TEST_CASE("a prompt with ids outside the vocabulary is refused") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    auto cache = golden_model.model->make_cache(run.device, 1, 4);
    for (const std::int32_t bad : {-1, 1600, std::numeric_limits<std::int32_t>::max()}) {
        const auto refused = golden_model.model->prefill(run, **cache, Ids{1, bad}, ramp(2));
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
    CHECK((*cache)->length() == 0);
}

TEST_CASE("a cache that is full, empty or longer than the model's positions is refused") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    auto cache = golden_model.model->make_cache(run.device, 1, 2);
    CHECK(!golden_model.model->prefill(run, **cache, Ids{1, 2, 3}, ramp(3)));
    REQUIRE(golden_model.model->prefill(run, **cache, Ids{1, 2}, ramp(2)));
    CHECK(!golden_model.model->decode(run, **cache, Ids{1}, ramp(3).at(2)));
    for (const std::int64_t capacity : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{4097}}) {
        const auto refused = golden_model.model->make_cache(run.device, 1, capacity);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
}

TEST_CASE("prefill stops between layers and decode before a token") {
    const Loaded golden_model = load_golden();
    int asked = 0, stop_at = 3;
    RunContext run{*golden_model.device, [&] { return ++asked == stop_at; }};
    auto cache = golden_model.model->make_cache(run.device, 1, 4);
    const auto stopped = golden_model.model->prefill(run, **cache, Ids{1, 2}, ramp(2));
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(asked == 3);
    stop_at = -1;
    REQUIRE(golden_model.model->prefill(run, **cache, Ids{1, 2}, ramp(2)));
    stop_at = asked + 1;
    CHECK(golden_model.model->decode(run, **cache, Ids{1}, ramp(3).at(2)).error().kind == ErrorKind::cancelled);
    CHECK((*cache)->length() == 2);
}

TEST_CASE("weights that do not fit the config are reported by name") {
    const Loaded golden_model = load_golden();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const TensorStore& store = **folder.tensors(Component::vision_language_encoder);
    LanguageConfig more_layers = golden_model.model->config();
    more_layers.layers = 4;
    const auto missing = LanguageModel::load(*golden_model.device, store, more_layers);
    REQUIRE(!missing);
    CHECK(missing.error().kind == ErrorKind::not_found);
    CHECK(missing.error().message.contains("layers.3"));
    LanguageConfig other_vocabulary = golden_model.model->config();
    other_vocabulary.visual_vocabulary = 641;
    const auto misshapen = LanguageModel::load(*golden_model.device, store, other_vocabulary);
    REQUIRE(!misshapen);
    CHECK(misshapen.error().kind == ErrorKind::corrupt_file);
    CHECK(misshapen.error().message.contains("lm_head"));
}

TEST_CASE("a long prompt read in pieces gives what reading it whole gives") {
    const Loaded golden_model = load_golden();
    const LanguageModel& model = *golden_model.model;
    Ids ids;
    for (std::int32_t i = 0; i < 1300; ++i) ids.push_back(i * 37 % 1600);
    const auto capacity = static_cast<std::int64_t>(ids.size()) + 1;
    Taps taps;
    RunContext in_pieces{*golden_model.device, {}}, whole{*golden_model.device, {}, &taps};
    auto one = model.make_cache(*golden_model.device, 2, capacity), other = model.make_cache(*golden_model.device, 2, capacity);
    const auto got = model.prefill(in_pieces, **one, ids, ramp(ids.size()), LanguageModel::Logits::of_all);
    const auto want = model.prefill(whole, **other, ids, ramp(ids.size()), LanguageModel::Logits::of_all);
    REQUIRE(got);
    REQUIRE(want);
    CHECK(test::relative_error(*got, *want) < 1e-5);
    const TokenPositions next = ramp(ids.size() + 1).at(ids.size());
    const auto after = model.decode(in_pieces, **one, Ids{3, 4}, next);
    CHECK(test::relative_error(*after, *model.decode(in_pieces, **other, Ids{3, 4}, next)) < 1e-5);
}

TEST_CASE("a cancelled prompt leaves the cache empty") {
    const Loaded golden_model = load_golden();
    int asked = 0;
    RunContext run{*golden_model.device, [&] { return ++asked == 7; }};  // in the second piece
    auto cache = golden_model.model->make_cache(run.device, 1, 600);
    CHECK(!golden_model.model->prefill(run, **cache, Ids(600, 5), ramp(600)));
    CHECK((*cache)->length() == 0);
}

TEST_CASE("a NaN among the weights is found while loading and named") {
    const auto folder = std::filesystem::temp_directory_path() / std::format("haibao-nan-{}", getpid());
    std::filesystem::create_directory(folder);
    ModelFolder whole = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const LanguageConfig config = read_language_config(whole).value();
    const TensorStore& store = **whole.tensors(Component::vision_language_encoder);
    const auto device = Device::open("cpu", Precision::f32, 1).value();
    const auto file = store.files().front().mapping->bytes();
    for (const std::string name : {"model.language_model.layers.1.mlp.down_proj.weight", "model.language_model.norm.weight",
                                   "model.language_model.embed_tokens.weight", "lm_head.weight"}) {
        std::vector<std::byte> copy(file.begin(), file.end());
        const float nan = std::numeric_limits<float>::quiet_NaN();
        std::memcpy(copy.data() + (store.find(name)->bytes.data() - file.data()) + 40, &nan, sizeof nan);
        std::ofstream(folder / "model.safetensors", std::ios::binary)
            .write(reinterpret_cast<const char*>(copy.data()), static_cast<std::streamsize>(copy.size()));
        const auto broken = TensorStore::open(folder, "vision_language_encoder");
        REQUIRE(broken);
        const auto refused = LanguageModel::load(*device, **broken, config);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::corrupt_file);
        CHECK((refused.error().message + refused.error().context).contains(name));
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("a rotation of no dimensions and too many layers are handled") {
    const Loaded golden_model = load_golden();
    ModelFolder folder = ModelFolder::open(test::golden_folder("A") / "checkpoint").value();
    const TensorStore& store = **folder.tensors(Component::vision_language_encoder);
    LanguageConfig config = golden_model.model->config();
    config.rotary_dims = 0;
    config.rope_section = {0, 0, 0};
    const auto unrotated = LanguageModel::load(*golden_model.device, store, config);
    REQUIRE(unrotated);
    RunContext run{*golden_model.device, {}};
    auto cache = (*unrotated)->make_cache(run.device, 1, 3);
    REQUIRE((*unrotated)->prefill(run, **cache, Ids{1, 2}, ramp(2)));
    CHECK((*unrotated)->decode(run, **cache, Ids{1}, ramp(3).at(2)));
    config.layers = 1000;
    CHECK(LanguageModel::load(*golden_model.device, store, config).error().kind == ErrorKind::unsupported);
}
