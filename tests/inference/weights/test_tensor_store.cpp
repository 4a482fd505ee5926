// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "inference/weights/tensor_store.h"
#include "tests/support/safetensors_bytes.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
using haibao::test::safetensors_bytes;
using haibao::test::TemporaryFolder;

namespace {

/// A file with one f32 scalar tensor of that name.
std::string one(const std::string& name) {
    return safetensors_bytes("{\"" + name + R"(": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}})",
                             std::string_view("\0\0\x80\x3f", 4));
}

std::string index(const std::string& map) { return "{\"weight_map\": " + map + "}"; }

void refused(const TemporaryFolder& folder, ErrorKind kind, std::string_view words) {
    auto store = TensorStore::open(folder.path(), "vae");
    REQUIRE(!store);
    CAPTURE(store.error().message);
    CHECK(store.error().kind == kind);
    CHECK(store.error().message.contains(words));
}

}  // namespace

TEST_CASE("Shards are read as one store") {
    auto store = TensorStore::open(HAIBAO_SOURCE_DIR "/tests/goldens/C/checkpoint/transformer", "transformer");
    REQUIRE(store);
    CHECK((*store)->files().size() == 3);
    auto tensor = (*store)->require("transformer_blocks.2.ff.net.2.weight", {128, 512});
    REQUIRE(tensor);
    CHECK(tensor->dtype == DType::bf16);
    CHECK(tensor->file.starts_with("transformer/"));
    CHECK((*store)->names().size() == 16 + 3 * 14 + 4 + 3);
}

TEST_CASE("A missing tensor, another shape and another type are told apart") {
    TemporaryFolder folder;
    folder.write("model.safetensors", safetensors_bytes(R"({"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]},
        "b": {"dtype": "I32", "shape": [1], "data_offsets": [4, 8]}})",
                                                        std::string(8, '\0')));
    auto store = TensorStore::open(folder.path(), "vae");
    REQUIRE(store);
    CHECK((*store)->require("a", {1}));
    CHECK((*store)->require("a", {1, 1}).error().kind == ErrorKind::corrupt_file);
    CHECK((*store)->require("b", {1}).error().kind == ErrorKind::unsupported);
    CHECK((*store)->require("c", {1}).error().kind == ErrorKind::not_found);
    CHECK((*store)->require("c", {1}).error().message.contains("\"c\""));
    CHECK((*store)->bytes() == 8);
}

TEST_CASE("A folder without weights, or with pickles only, is refused") {
    TemporaryFolder folder;
    refused(folder, ErrorKind::not_found, "no weights");
    folder.write("pytorch_model.bin", "x");
    refused(folder, ErrorKind::unsupported, "safetensors");
}

TEST_CASE("Broken indexes of shards are refused with a sentence") {
    TemporaryFolder folder;
    const char* name = "model.safetensors.index.json";
    folder.write("one.safetensors", one("a"));
    const auto with = [&](const std::string& text, ErrorKind kind, std::string_view words) {
        CAPTURE(text);
        folder.write(name, text);
        refused(folder, kind, words);
    };
    with("{", ErrorKind::corrupt_file, name);
    with("[]", ErrorKind::corrupt_file, "weight_map");
    with(index("[]"), ErrorKind::corrupt_file, "weight_map");
    with(index(R"({"a": 7})"), ErrorKind::corrupt_file, "\"a\"");
    with(index(R"({"a": "../one.safetensors"})"), ErrorKind::corrupt_file, "\"a\"");
    with(index(R"({"a": "/etc/passwd"})"), ErrorKind::corrupt_file, "\"a\"");
    with(index(R"({"a": "..\\one.safetensors"})"), ErrorKind::corrupt_file, "\"a\"");
    with(index(R"({"a": ".."})"), ErrorKind::corrupt_file, "\"a\"");
    with(index(R"({"a": "two.safetensors"})"), ErrorKind::not_found, "vae/two.safetensors");
    with(index(R"({"b": "one.safetensors"})"), ErrorKind::not_found, "\"b\"");
    folder.write("two.safetensors", one("b"));
    with(index(R"({"b": "one.safetensors", "a": "two.safetensors"})"), ErrorKind::not_found, "lacks tensor");
    folder.write("two.safetensors", "cut");
    with(index(R"({"a": "one.safetensors", "b": "two.safetensors"})"), ErrorKind::corrupt_file, "vae/two.safetensors");
}

TEST_CASE("A single file wins over an index beside it") {
    TemporaryFolder folder;
    folder.write("diffusion_pytorch_model.safetensors", one("a"));
    folder.write("model.safetensors.index.json", "broken");
    CHECK(TensorStore::open(folder.path(), "vae"));
}
