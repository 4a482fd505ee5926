// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/pipeline/compose.h"
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

/// The request of a golden case whose tensor `prompt` holds the ids.
CompositionRequest request_of(const test::GoldenValues& golden, const std::string& prompt, bool with_source) {
    CompositionRequest request;
    request.prompt = golden.integers(prompt);
    for (const auto& thw : golden.params["grid_thw"]) request.grids.push_back({thw[1].get<int>(), thw[2].get<int>()});
    if (with_source) {
        request.sources.push_back(request.grids.front());
        request.grids.erase(request.grids.begin());
    }
    std::ranges::reverse(request.grids);  // the preview is drawn first
    request.sampling = {.temperature = 0.0, .allowed_ids = 512};
    request.seeds = {0};
    return request;
}

void check_picture(const std::string& set, const CompositionRequest& request, const test::GoldenValues& greedy) {
    const Loaded golden_model = load_golden(set);
    RunContext run{*golden_model.device, {}};
    const auto drawn = compose(run, *golden_model.model, request);
    REQUIRE(drawn);
    REQUIRE(drawn->size() == 1);
    CHECK(drawn->front() == greedy.integers("out.large_ids"));
}

/// A picture of 2×2 tokens after a preview of 1×2, from a short prompt.
CompositionRequest small_request(std::vector<std::uint64_t> seeds) {
    return {.prompt = {700, 3, 512},
            .sources = {},
            .grids = {{1, 2}, {2, 2}},
            .sampling = {.temperature = 1.0, .top_p = 0.95, .allowed_ids = 512},
            .seeds = std::move(seeds)};
}

}  // namespace

TEST_CASE("greedy composition draws the reference's pictures") {
    for (const char* set : {"A", "C"}) {
        INFO(set);
        const test::GoldenValues greedy(set, "ar_greedy_t2i_masked");
        check_picture(set, request_of(greedy, "in.input_ids", false), greedy);
    }
}

TEST_CASE("greedy composition from a source picture draws the reference's picture") {
    const test::GoldenValues prefill("A", "ar_prefill_i2i");
    const test::GoldenValues greedy("A", "ar_greedy_i2i_masked");
    check_picture("A", request_of(prefill, "in.embedded_ids", true), greedy);
}

TEST_CASE("a picture depends on its seed, not on the pictures beside it or the number of threads") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    const auto together = compose(run, *golden_model.model, small_request({11, 12, 13, 11}));
    REQUIRE(together);
    CHECK((*together)[0] == (*together)[3]);
    CHECK((*together)[0] != (*together)[1]);
    for (std::size_t i = 0; i < 3; ++i) {
        const Loaded other = load_golden("A", 1);
        RunContext alone{*other.device, {}};
        CHECK(compose(alone, *other.model, small_request({11 + i}))->front() == (*together)[i]);
    }
}

TEST_CASE("more pictures than are drawn at once are drawn in turns") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    std::vector<std::uint64_t> seeds(35);
    for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i] = i % 20;
    std::vector<std::pair<int, int>> reported;
    const auto drawn = compose(run, *golden_model.model, small_request(seeds),
                               [&](int done, int total) { reported.emplace_back(done, total); });
    REQUIRE(drawn);
    REQUIRE(drawn->size() == 35);
    for (std::size_t i = 0; i + 20 < seeds.size(); ++i) CHECK((*drawn)[i] == (*drawn)[i + 20]);
    REQUIRE(reported.size() == 18);  // three turns of six tokens
    for (int i = 0; i < 18; ++i) CHECK(reported[static_cast<std::size_t>(i)] == std::pair(i + 1, 18));
}

TEST_CASE("composition stops at the token at which it is cancelled") {
    const Loaded golden_model = load_golden();
    int drawn_tokens = 0;
    RunContext run{*golden_model.device, [&] { return drawn_tokens == 2; }};
    const auto stopped = compose(run, *golden_model.model, small_request({1}), [&](int done, int) { drawn_tokens = done; });
    REQUIRE(!stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
    CHECK(drawn_tokens == 2);
}

TEST_CASE("tokens that are kept stand, and what is drawn around them is drawn in their company") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    const auto free = compose(run, *golden_model.model, small_request({11, 12}));
    REQUIRE(free);

    CompositionRequest request = small_request({11, 12});
    request.kept = {-1, -1, -1, 77, -1, 78};  // the preview is free; of the picture one token of each row stands
    std::vector<std::pair<int, int>> reported;
    const auto drawn = compose(run, *golden_model.model, request, [&](int done, int total) { reported.emplace_back(done, total); });
    REQUIRE(drawn);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK((*drawn)[i][0] == (*free)[i][0]);  // nothing that is kept came before it
        CHECK((*drawn)[i][1] == 77);
        CHECK((*drawn)[i][3] == 78);
    }
    CHECK((*drawn)[0][2] != (*free)[0][2]);
    CHECK(reported.back() == std::pair(5, 5));  // the last one needs no computing

    // What stands before the first drawn token is read with the prompt: to the same end as token by token.
    request.kept = {5, 6, 7, -1, -1, -1};
    const auto after_start = compose(run, *golden_model.model, request);
    REQUIRE(after_start);
    CHECK((*after_start)[0][0] == 7);
    request.kept = {5, 6, 7, 8, 9, 10};
    CHECK(compose(run, *golden_model.model, request) == std::vector<Ids>{{7, 8, 9, 10}, {7, 8, 9, 10}});
}

TEST_CASE("a picture that is kept up to some token is gone on with as it was drawn") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    CompositionRequest request = small_request({21});
    request.grids = {{4, 4}};
    const Ids whole = compose(run, *golden_model.model, request)->front();
    for (const std::size_t known : {std::size_t{1}, std::size_t{7}, std::size_t{15}}) {
        request.kept.assign(whole.size(), -1);
        std::copy_n(whole.begin(), known, request.kept.begin());
        CHECK(compose(run, *golden_model.model, request)->front() == whole);
    }
}

TEST_CASE("impossible compositions are refused with a sentence") {
    const Loaded golden_model = load_golden();
    RunContext run{*golden_model.device, {}};
    const auto refused = [&](auto change) {
        CompositionRequest request = small_request({1});
        change(request);
        const auto result = compose(run, *golden_model.model, request);
        REQUIRE(!result);
        CHECK(result.error().kind == ErrorKind::invalid_input);
        CHECK(result.error().message.ends_with("."));
    };
    refused([](CompositionRequest& r) { r.prompt.clear(); });
    refused([](CompositionRequest& r) { r.prompt = {1600}; });
    refused([](CompositionRequest& r) { r.grids.clear(); });
    refused([](CompositionRequest& r) { r.grids = {{0, 4}}; });
    refused([](CompositionRequest& r) { r.grids = {{1 << 20, 1 << 20}}; });
    refused([](CompositionRequest& r) { r.grids = {{64, 64}}; });  // 4096 tokens and the prompt
    refused([](CompositionRequest& r) { r.seeds.clear(); });
    refused([](CompositionRequest& r) { r.sources = {{2, 2}}; });
    refused([](CompositionRequest& r) { r.sampling.allowed_ids = 641; });
    refused([](CompositionRequest& r) { r.kept = {1, 2}; });
    refused([](CompositionRequest& r) { r.sampling.top_p = 0.0; });
}
