// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "inference/models/token_positions.h"
#include "tests/inference/golden_values.h"

using namespace haibao;
using Ids = std::vector<std::int32_t>;

namespace {

constexpr std::int32_t start = 100, end = 101;

/// Row-major [3, tokens], as the goldens have it.
Ids rows_of(const TokenPositions& positions) {
    Ids rows = positions.t;
    rows.insert(rows.end(), positions.h.begin(), positions.h.end());
    rows.insert(rows.end(), positions.w.begin(), positions.w.end());
    return rows;
}

void check_against(const std::string& set, const std::string& name, bool with_source) {
    const test::GoldenValues golden(set, name);
    std::vector<Grid> grids;
    for (const auto& thw : golden.params["grid_thw"]) grids.push_back({thw[1].get<int>(), thw[2].get<int>()});
    std::vector<Grid> sources;
    if (with_source) {
        sources.push_back(grids.front());
        grids.erase(grids.begin());
    }
    std::ranges::reverse(grids);  // the preview is drawn first
    const Ids ids = golden.integers("in.embedded_ids");
    const auto prompt = prompt_positions(ids, sources, 512, 513);
    REQUIRE(prompt);
    CHECK(rows_of(prompt->tokens) == golden.integers("out.position_ids"));
    CHECK(rows_of(grid_positions(prompt->next, grids)) == golden.integers("out.decode_position_ids"));
}

}  // namespace

TEST_CASE("positions are the reference's for text-to-image") {
    check_against("A", "ar_prefill_t2i", false);
}

TEST_CASE("positions are the reference's for image-to-image") {
    check_against("A", "ar_prefill_i2i", true);
}

TEST_CASE("text counts up on all axes, markers included") {
    const auto prompt = prompt_positions(Ids{7, 8, start}, {}, start, end);
    REQUIRE(prompt);
    CHECK(rows_of(prompt->tokens) == Ids{0, 1, 2, 0, 1, 2, 0, 1, 2});
    CHECK(prompt->next == 3);
}

TEST_CASE("a source picture stands still in time and the end marker follows its longer side") {
    const Ids ids{start, 1, 2, 3, 4, 5, 6, end, 9, start};
    const std::vector<Grid> sources{{2, 3}};
    const auto prompt = prompt_positions(ids, sources, start, end);
    REQUIRE(prompt);
    CHECK(prompt->tokens.t == Ids{0, 1, 1, 1, 1, 1, 1, 4, 5, 6});
    CHECK(prompt->tokens.h == Ids{0, 1, 1, 1, 2, 2, 2, 4, 5, 6});
    CHECK(prompt->tokens.w == Ids{0, 1, 2, 3, 1, 2, 3, 4, 5, 6});
    CHECK(prompt->next == 7);
}

TEST_CASE("two source pictures follow each other") {
    const Ids ids{start, 1, end, start, 1, 2, end, start};
    const std::vector<Grid> sources{{1, 1}, {2, 1}};
    const auto prompt = prompt_positions(ids, sources, start, end);
    REQUIRE(prompt);
    CHECK(prompt->tokens.t == Ids{0, 1, 2, 3, 4, 4, 6, 7});
    CHECK(prompt->tokens.h == Ids{0, 1, 2, 3, 4, 5, 6, 7});
    CHECK(prompt->tokens.w == Ids{0, 1, 2, 3, 4, 4, 6, 7});
}

TEST_CASE("markers that somebody typed are text when there is no source") {
    const auto prompt = prompt_positions(Ids{start, 5, end, start}, {}, start, end);
    REQUIRE(prompt);
    CHECK(prompt->tokens.t == Ids{0, 1, 2, 3});
}

TEST_CASE("a source picture that the prompt does not hold is an error") {
    for (const Grid grid : {Grid{2, 2}, Grid{0, 1}, Grid{-1, -2}, Grid{1 << 30, 1 << 30}, Grid{1, 3}}) {
        const auto refused = prompt_positions(Ids{start, 1, 2, end}, std::vector{grid}, start, end);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::invalid_input);
    }
    CHECK(!prompt_positions(Ids{}, std::vector{Grid{1, 1}}, start, end));
    CHECK(!prompt_positions(Ids{start, 1, end}, std::vector<Grid>(2, Grid{1, 1}), start, end));
}

TEST_CASE("generated tokens run over the preview, then the large grid, then one more") {
    const TokenPositions positions = grid_positions(10, std::vector{Grid{1, 2}, Grid{2, 2}});
    CHECK(positions.t == Ids{10, 10, 12, 12, 12, 12, 14});
    CHECK(positions.h == Ids{10, 10, 12, 12, 13, 13, 14});
    CHECK(positions.w == Ids{10, 11, 12, 13, 12, 13, 14});
}
