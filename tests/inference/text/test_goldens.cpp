// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "inference/text/byt5.h"
#include "inference/text/prompt.h"
#include "inference/text/quotes.h"
#include "tests/support/golden_set.h"

using namespace haibao;
using haibao::test::GoldenSet;

namespace {

GoldenSet goldens(const std::string& name) {
    auto set = GoldenSet::open(std::string(HAIBAO_SOURCE_DIR "/tests/goldens/") + name);
    REQUIRE(set);
    return std::move(*set);
}

}  // namespace

TEST_CASE("The tokenizer gives the reference's ids for every text of the goldens") {
    for (const char* name : {"A", "C"}) {
        GoldenSet set = goldens(name);
        auto tokenizer = BpeTokenizer::load(set.checkpoint() / "processor/tokenizer.json");
        REQUIRE(tokenizer);
        const auto& expected = set.find("tokenizer")->expect;
        REQUIRE(expected.size() >= 100);
        for (const auto& entry : expected) {
            CAPTURE(entry["text"].get<std::string>());
            auto ids = tokenizer->encode(entry["text"].get<std::string>());
            REQUIRE(ids);
            CHECK(*ids == entry["ids"].get<std::vector<std::int32_t>>());
        }
    }
}

TEST_CASE("Extracted texts are the reference's, quirks included") {
    GoldenSet set = goldens("A");
    for (const auto& entry : set.find("glyph_texts")->expect) {
        CAPTURE(entry["prompt"].get<std::string>());
        CHECK(glyph_texts(entry["prompt"].get<std::string>()) == entry["texts"].get<std::vector<std::string>>());
    }
}

TEST_CASE("Glyph rows are the reference's byte ids with its parity pad") {
    GoldenSet set = goldens("A");
    int checked = 0;
    for (const auto& test : set.cases()) {
        if (!test.name.starts_with("glyph_embeds_")) continue;
        CAPTURE(test.name);
        auto file = set.tensors(test);
        REQUIRE(file);
        const TensorView& want = *file->find("out.byte_ids");
        const auto* ids = reinterpret_cast<const std::int32_t*>(want.bytes.data());
        auto texts = glyph_texts(test.params["prompt"].get<std::string>());
        auto rows = glyph_rows(texts);
        REQUIRE(static_cast<std::int64_t>(rows.size()) == want.shape[0]);
        for (auto& row : rows) {
            row.resize(want.shape[1], 0);
            CHECK(row == std::vector<std::int32_t>(ids, ids + want.shape[1]));
            ids += want.shape[1];
        }
        ++checked;
    }
    CHECK(checked == 10);
}
