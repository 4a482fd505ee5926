// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

#include "inference/pipeline/philox.h"
#include "inference/pipeline/sampler.h"
#include "tests/inference/golden_values.h"

using namespace haibao;

namespace {

std::vector<std::int32_t> ids_of(const std::vector<Candidate>& kept) {
    std::vector<std::int32_t> ids;
    for (const Candidate& c : kept) ids.push_back(c.id);
    return ids;
}

std::vector<float> logits_of(std::initializer_list<double> probabilities) {
    std::vector<float> logits;
    for (const double p : probabilities) logits.push_back(static_cast<float>(std::log(p)));
    return logits;
}

}  // namespace

TEST_CASE("the sampler's probabilities are the reference's") {
    const test::GoldenValues golden("A", "sampler");
    const std::vector<float> all = golden.floats("in.logits");
    const auto codes = golden.params["masked_from"].get<std::int32_t>();
    const std::map<std::string, SamplingOptions> variants{
        {"t0.9_k_off_p0.75", {.temperature = 0.9, .top_p = 0.75}},
        {"t0.9_k50_p0.75", {.temperature = 0.9, .top_k = 50, .top_p = 0.75}},
        {"t0.9_k_off_p1", {.temperature = 0.9}},
        {"t1.3_k_off_p0.2", {.temperature = 1.3, .top_p = 0.2}},
        {"masked_t0.9_k_off_p0.75", {.temperature = 0.9, .top_p = 0.75, .allowed_ids = codes}},
    };
    for (const auto& [name, options] : variants) {
        INFO(name);
        const std::vector<float> want = golden.floats("out.probs." + name);
        const auto row = static_cast<std::size_t>(golden.tensor("out.probs." + name).shape[1]);
        std::vector<float> got(want.size(), 0.0f);
        for (std::size_t at = 0; at < all.size(); at += row) {
            const auto kept = candidates(std::span(all).subspan(at, row), options);
            REQUIRE(kept);
            for (const Candidate& c : *kept) got[at + static_cast<std::size_t>(c.id)] = static_cast<float>(c.probability);
        }
        CHECK(test::relative_error(got, want) < 2e-5);
        for (std::size_t i = 0; i < got.size(); ++i)
            if ((got[i] > 0.0f) != (want[i] > 0.0f)) FAIL_CHECK("id " << i % row << " of row " << i / row);
    }
    const std::vector<std::int32_t> kept_want = golden.integers("out.kept.t0.9_k_off_p0.75");
    const std::vector<float> probabilities = golden.floats("out.probs.t0.9_k_off_p0.75");
    for (std::size_t i = 0; i < kept_want.size(); ++i) REQUIRE((kept_want[i] == 1) == (probabilities[i] > 0.0f));
}

TEST_CASE("top-p keeps the id that crosses the threshold and nothing after it") {
    const auto logits = logits_of({0.1, 0.4, 0.2, 0.3});
    CHECK(ids_of(*candidates(logits, {.top_p = 0.69})) == std::vector<std::int32_t>{1, 3});
    CHECK(ids_of(*candidates(logits, {.top_p = 0.71})) == std::vector<std::int32_t>{1, 3, 2});
    CHECK(ids_of(*candidates(logits, {.top_p = 1e-9})) == std::vector<std::int32_t>{1});
    CHECK(candidates(logits, {.top_p = 1.0})->size() == 4);
}

TEST_CASE("top-k keeps every id that is as likely as the k-th") {
    const auto logits = logits_of({0.2, 0.4, 0.2, 0.1, 0.1});
    CHECK(ids_of(*candidates(logits, {.top_k = 2})) == std::vector<std::int32_t>{1, 0, 2});
    CHECK(candidates(logits, {.top_k = 5})->size() == 5);
    CHECK(candidates(logits, {.top_k = 1'000'000})->size() == 5);
}

TEST_CASE("temperature 0 takes the likeliest allowed id, the lowest among equals") {
    const std::vector<float> logits{1.0f, 3.0f, 3.0f, 9.0f};
    CHECK(sample(logits, {.temperature = 0.0}, 0.99) == 3);
    CHECK(sample(logits, {.temperature = 0.0, .allowed_ids = 3}, 0.99) == 1);
}

TEST_CASE("masked ids are never chosen, however likely they are") {
    const std::vector<float> logits{0.0f, 0.0f, 50.0f};
    for (double u = 0.0; u < 1.0; u += 0.01) CHECK(*sample(logits, {.allowed_ids = 2}, u) < 2);
}

TEST_CASE("draws follow the probabilities") {
    const auto logits = logits_of({0.1, 0.4, 0.2, 0.3});
    const Philox random(3, RandomStream::visual_tokens);
    std::vector<int> count(4);
    for (std::uint64_t i = 0; i < 40'000; ++i) ++count[static_cast<std::size_t>(*sample(logits, {}, random.uniform(i)))];
    const std::vector<double> want{4'000, 16'000, 8'000, 12'000};
    for (std::size_t id = 0; id < 4; ++id) CHECK(std::abs(count[id] - want[id]) < 5 * std::sqrt(want[id]));
}

TEST_CASE("a uniform number next to 1 still chooses a candidate") {
    std::vector<float> logits(1000);
    for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = static_cast<float>(i % 17) * 0.37f;
    const auto id = sample(logits, {.temperature = 0.7, .top_p = 0.9}, std::nextafter(1.0, 0.0));
    REQUIRE(id);
    CHECK((*id >= 0 && *id < 1000));
}

TEST_CASE("extreme logits and temperatures do not upset the sampler") {
    const std::vector<float> extreme{3e38f, -3e38f, 0.0f};
    CHECK(sample(extreme, {.temperature = 1e-300}, 0.5) == 0);
    CHECK(sample(extreme, {.temperature = 100.0}, 0.5) == 0);
    const std::vector<float> flat(16'384, -1e30f);
    CHECK(candidates(flat, {.temperature = 0.9, .top_p = 0.75})->size() == 16'384 * 3 / 4);
}

TEST_CASE("logits that are no numbers are an error, not a picture") {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        CHECK(candidates(std::vector<float>{1.0f, bad, 2.0f}, {}).error().kind == ErrorKind::device);
        CHECK(candidates(std::vector<float>{1.0f, bad, 2.0f}, {.temperature = 0.0}).error().kind == ErrorKind::device);
    }
    CHECK(!candidates({}, {}));
    CHECK(!sample({}, {.temperature = 0.0}, 0.0));
}

TEST_CASE("options outside their ranges are refused with a sentence") {
    const std::vector<float> logits{1.0f, 2.0f};
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const SamplingOptions& bad : {SamplingOptions{.temperature = -1.0}, SamplingOptions{.temperature = nan},
                                       SamplingOptions{.top_p = 0.0}, SamplingOptions{.top_p = 1.1},
                                       SamplingOptions{.top_p = nan}, SamplingOptions{.top_k = -1},
                                       SamplingOptions{.allowed_ids = -1}}) {
        const auto refused = candidates(logits, bad);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
        CHECK(refused.error().message.ends_with("."));
    }
}
