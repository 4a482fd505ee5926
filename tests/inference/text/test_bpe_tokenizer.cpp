// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "inference/text/bpe_tokenizer.h"

using namespace haibao;
using nlohmann::json;
using Ids = std::vector<std::int32_t>;

namespace {

/// A small tokenizer: letters a…c and the space, three merges; `change` may spoil it.
template <class Change>
Result<BpeTokenizer> tokenizer(Change change) {
    json file = {
        {"normalizer", nullptr},
        {"pre_tokenizer",
         {{"type", "Sequence"},
          {"pretokenizers",
           {{{"type", "Split"},
             {"pattern", {{"Regex", " ?\\p{L}+|\\s+"}}},
             {"behavior", "Isolated"},
             {"invert", false}},
            {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}}}}}},
        {"added_tokens", json::array({{{"id", 20}, {"content", "<x>"}, {"special", true}}})},
        {"model",
         {{"type", "BPE"},
          {"vocab", {{"a", 0}, {"b", 1}, {"c", 2}, {"Ġ", 3}, {"ab", 4}, {"bc", 5}, {"abc", 6}, {"Ġab", 7}, {"cab", 8}}},
          {"merges", {"a b", "b c", "Ġ ab"}}}}};
    change(file);
    return BpeTokenizer::parse(file.dump(), "tokenizer.json");
}

Ids encode(const Result<BpeTokenizer>& made, std::string_view text) {
    REQUIRE(made);
    auto ids = made->encode(text);
    REQUIRE(ids);
    return *ids;
}

void nothing(json&) {}

}  // namespace

TEST_CASE("Merges are applied by rank, the leftmost of equals first") {
    auto made = tokenizer(nothing);
    CHECK(encode(made, "abc") == Ids{4, 2});  // a+b has the lower rank, so b+c finds no b
    CHECK(encode(made, "bcbc") == Ids{5, 5});
    CHECK(encode(made, "ab ab") == Ids{4, 7});
    CHECK(encode(made, "").empty());
}

TEST_CASE("ignore_merges takes a whole word of the vocabulary that no merge reaches") {
    CHECK(encode(tokenizer(nothing), "cab") == Ids{2, 4});
    CHECK(encode(tokenizer([](json& file) { file["model"]["ignore_merges"] = true; }), "cab") == Ids{8});
}

TEST_CASE("Merges may be written as pairs") {
    auto pairs = tokenizer([](json& file) { file["model"]["merges"] = json::parse(R"([["a", "b"], ["Ġ", "ab"]])"); });
    CHECK(encode(pairs, "ab ab") == Ids{4, 7});
}

TEST_CASE("Added tokens are cut out before everything else, the longest first") {
    auto made = tokenizer([](json& file) {
        file["added_tokens"] = {{{"id", 20}, {"content", "<x>"}},
                                {{"id", 21}, {"content", "<x>y"}},
                                {{"id", 22}, {"content", "<l>"}, {"lstrip", true}},
                                {{"id", 23}, {"content", "<r>"}, {"rstrip", true}},
                                {{"id", 24}, {"content", "bb"}, {"single_word", true}}};
    });
    CHECK(encode(made, "a<x>b") == Ids{0, 20, 1});
    CHECK(encode(made, "a<x>yb") == Ids{0, 21, 1});
    CHECK(encode(made, "a \n<l> b") == Ids{0, 22, 3, 1});
    CHECK(encode(made, "a <r> \u3000b") == Ids{0, 3, 23, 1});
    CHECK(encode(made, "bb abb bba") == Ids{24, 7, 1, 3, 1, 1, 0});
    CHECK(encode(made, "<x") == Ids{});  // letters outside this vocabulary are dropped
}

TEST_CASE("Ids and spellings map to each other") {
    auto made = tokenizer(nothing);
    CHECK(made->id_of("Ġab") == 7);
    CHECK(made->id_of("<x>") == 20);
    CHECK(!made->id_of("zzz"));
    CHECK(made->token(20) == "<x>");
    CHECK(!made->token(19));
    CHECK(made->size() == 21);
    CHECK(made->decode({4, 7, 20, 99}) == "ab ab<x>");
}

TEST_CASE("Text that is not UTF-8 is encoded with replacement characters") {
    auto made = tokenizer([](json& file) {
        file["model"]["vocab"]["ï"] = 30, file["model"]["vocab"]["¿"] = 31, file["model"]["vocab"]["½"] = 32;
    });
    CHECK(encode(made, "a\xff") == encode(made, "a\ufffd"));
    CHECK(encode(made, std::string_view("a\0b", 3)) == Ids{0, 1});
}

TEST_CASE("Megabytes of one letter or of spaces take no quadratic time") {
    auto made = tokenizer(nothing);
    CHECK(encode(made, std::string(2'000'000, 'a')).size() == 2'000'000);
    std::string pairs;
    for (int i = 0; i < 500'000; ++i) pairs += "ab";
    CHECK(encode(made, pairs).size() == 500'000);
    CHECK(encode(made, std::string(1'000'000, ' ')).size() == 1'000'000);
}

TEST_CASE("A pattern that backtracks without end is given up on") {
    auto made =
        tokenizer([](json& file) { file["pre_tokenizer"] = {{"type", "Split"}, {"pattern", {{"Regex", "(a+)+b"}}}}; });
    REQUIRE(made);
    auto ids = made->encode(std::string(60, 'a'));
    REQUIRE(!ids);
    CHECK(ids.error().kind == ErrorKind::unsupported);
}

TEST_CASE("Split behaviours arrange matches as their names say") {
    auto pieces = [](const char* behavior, bool invert) {
        auto made = tokenizer([&](json& file) {
            file["model"]["vocab"] = {{"a", 0},  {"b", 1},   {"ab", 2},  {"ba", 3},  {"aa", 4},
                                      {"bb", 5}, {"aab", 6}, {"baa", 7}, {"bba", 8}, {"abb", 9}};
            file["model"]["merges"] = json::array();
            file["model"]["ignore_merges"] = true;
            file["pre_tokenizer"] = {
                {"type", "Split"}, {"pattern", {{"String", "b"}}}, {"behavior", behavior}, {"invert", invert}};
        });
        return encode(made, "aabba");
    };
    CHECK(pieces("Isolated", false) == Ids{4, 1, 1, 0});
    CHECK(pieces("Removed", false) == Ids{4, 0});
    CHECK(pieces("Removed", true) == Ids{1, 1});
    CHECK(pieces("MergedWithPrevious", false) == Ids{6, 1, 0});
    CHECK(pieces("MergedWithNext", false) == Ids{4, 1, 3});
    CHECK(pieces("Contiguous", false) == Ids{4, 5, 0});
}

TEST_CASE("Normalizers run on the text between added tokens") {
    auto made = tokenizer([](json& file) {
        file["normalizer"] = {{"type", "Sequence"}, {"normalizers", {{{"type", "NFKC"}}, {{"type", "Lowercase"}}}}};
    });
    CHECK(encode(made, "ＡＢ<x>") == Ids{4, 20});
}

TEST_CASE("A tokenizer.json that cannot be right is refused with a sentence") {
    const auto refused = [](auto change, ErrorKind kind) {
        auto made = tokenizer(change);
        REQUIRE(!made);
        CAPTURE(made.error().message);
        CHECK(made.error().kind == kind);
        CHECK(made.error().message.contains("tokenizer.json"));
    };
    refused([](json& file) { file.erase("model"); }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["type"] = "Unigram"; }, ErrorKind::unsupported);
    refused([](json& file) { file["model"]["vocab"]["a"] = -1; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["vocab"]["a"] = 4000000000u; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["vocab"] = json::array(); }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["merges"] = {"a zzz"}; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["merges"] = {"ab"}; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["merges"] = {7}; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["model"]["byte_fallback"] = true; }, ErrorKind::unsupported);
    refused([](json& file) { file["added_tokens"] = {{{"id", "x"}, {"content", "<y>"}}}; }, ErrorKind::corrupt_file);
    refused([](json& file) { file["pre_tokenizer"] = {{"type", "Metaspace"}}; }, ErrorKind::unsupported);
    refused([](json& file) { file["pre_tokenizer"] = {{"type", "Split"}, {"pattern", {{"Regex", "("}}}}; },
            ErrorKind::corrupt_file);
    refused([](json& file) { file["normalizer"] = {{"type", "Nmt"}}; }, ErrorKind::unsupported);
}

TEST_CASE("JSON that is cut off, too deep or doubled is refused") {
    for (const std::string& text : {std::string(), std::string("{\"model\": {"), std::string("[]"),
                                    std::string(100000, '['), std::string(R"({"model": 1, "model": 2})")}) {
        auto made = BpeTokenizer::parse(text, "tokenizer.json");
        REQUIRE(!made);
        CHECK(made.error().kind == ErrorKind::corrupt_file);
    }
}
