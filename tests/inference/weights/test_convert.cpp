// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>

#include "inference/base/files.h"
#include "inference/weights/convert.h"
#include "inference/weights/inspect.h"
#include "inference/weights/values.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;
namespace fs = std::filesystem;

namespace {

const fs::path checkpoint = fs::path(HAIBAO_SOURCE_DIR) / "tests/goldens/A/checkpoint";

/// The largest difference of two tensors relative to the largest value.
double difference(const TensorView& a, const TensorView& b) {
    const auto x = read_floats(a).value(), y = read_floats(b).value();
    REQUIRE(x.size() == y.size());
    double worst = 0, largest = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        worst = std::max(worst, std::abs(double(x[i]) - y[i]));
        largest = std::max(largest, std::abs(double(x[i])));
    }
    return worst / largest;
}

bool never_stop(const ConversionProgress&) { return true; }

}  // namespace

TEST_CASE("a converted model is the whole model: configs, tokenizer, every tensor within its type's error") {
    const test::TemporaryFolder folder;
    const auto [type, limit] = GENERATE(std::pair{ModelType::bf16, 0.004}, std::pair{ModelType::q8_0, 0.006}, std::pair{ModelType::q6_k, 0.03},
                                        std::pair{ModelType::q4_k, 0.13}, std::pair{ModelType::q4_0, 0.13}, std::pair{ModelType::mixed, 0.13});
    const fs::path file = folder.path() / "m.gguf";
    REQUIRE(convert_model(checkpoint, file, type, never_stop));
    CHECK_FALSE(fs::exists(folder.path() / "m.gguf.part"));
    auto before = ModelFolder::open(checkpoint), after = ModelFolder::open(file);
    REQUIRE(before);
    REQUIRE(after);
    CHECK(after->defaults().steps == before->defaults().steps);
    for (const char* name : {"processor/tokenizer.json", "processor/tokenizer_config.json", "vae/config.json"})
        CHECK(after->text(name).value() == read_file(checkpoint / name, 64 << 20).value());
    for (const Component component : all_components) {
        CHECK(after->config(component) == before->config(component));
        if (!has_weights(component)) continue;
        const TensorStore& old = **before->tensors(component);
        const TensorStore& made = **after->tensors(component);
        REQUIRE(made.names() == old.names());
        for (const std::string& name : old.names()) {
            INFO(name);
            REQUIRE(made.find(name)->shape == old.find(name)->shape);
            CHECK(difference(*old.find(name), *made.find(name)) <= limit);
        }
    }
    auto problems = verify_model(file);
    REQUIRE(problems);
    CHECK(problems->empty());
    CHECK(after->identity().value() != before->identity().value());
}

TEST_CASE("what is sensitive keeps more bits than the rest") {
    TensorView wide{"", DType::bf16, {512, 4096}, {}, {}};
    const auto stored = [&](Component component, const std::string& name, ModelType type) {
        wide.name = name;
        return stored_type(type, component, wide, ".layers.39.");
    };
    using enum ModelType;
    const auto language = Component::vision_language_encoder, painter = Component::transformer;
    CHECK(stored(language, "model.language_model.layers.7.mlp.gate_up_proj.weight", q4_k) == DType::q4_k);
    CHECK(stored(language, "model.language_model.layers.7.mlp.down_proj.weight", mixed) == DType::q6_k);
    CHECK(stored(language, "model.language_model.layers.0.mlp.down_proj.weight", q4_0) == DType::q8_0);
    CHECK(stored(language, "model.language_model.layers.39.mlp.down_proj.weight", q4_k) == DType::q8_0);
    CHECK(stored(language, "lm_head.weight", q4_k) == DType::bf16);
    CHECK(stored(language, "model.vqmodel.quantize.embedding.weight", q4_k) == DType::bf16);
    CHECK(stored(painter, "transformer_blocks.3.norm1.linear.weight", q4_k) == DType::q8_0);
    CHECK(stored(painter, "transformer_blocks.3.norm1.linear.weight", q8_0) == DType::bf16);
    CHECK(stored(painter, "transformer_blocks.3.ff.net.2.weight", mixed) == DType::q6_k);
    CHECK(stored(painter, "proj_out.weight", q4_0) == DType::bf16);
    CHECK(stored(Component::vae, "decoder.conv_in.weight", q4_0) == DType::bf16);
    wide.shape = {512, 96};  // no whole blocks of 256
    CHECK(stored(painter, "transformer_blocks.3.attn1.to_q.weight", q4_k) == DType::q8_0);
    wide.shape = {512, 48};
    CHECK(stored(painter, "transformer_blocks.3.attn1.to_q.weight", q4_k) == DType::bf16);
    wide.shape = {512};
    CHECK(stored(painter, "transformer_blocks.3.attn1.to_q.bias", q4_k) == DType::f32);
}

TEST_CASE("a conversion that was stopped goes on and ends with the same bytes") {
    const test::TemporaryFolder folder;
    const fs::path whole = folder.path() / "whole.gguf", file = folder.path() / "m.gguf", part = folder.path() / "m.gguf.part";
    REQUIRE(convert_model(checkpoint, whole, ModelType::q8_0, never_stop));
    const std::string expected = read_file(whole, 1 << 30).value();
    constexpr std::uint64_t sync_bytes = 4096;
    std::uint64_t resumed = 0;
    for (const double stop_at : {0.3, 0.5, 0.8}) {
        auto stopped = convert_model(checkpoint, file, ModelType::q8_0, [&](const ConversionProgress& state) {
            CHECK(state.resumed >= resumed);
            return double(state.done) < stop_at * double(state.total);
        }, sync_bytes);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().kind == ErrorKind::cancelled);
        CHECK_FALSE(fs::exists(file));
        resumed = fs::file_size(part) / 2;
    }
    // What lay in no synced part may be holes after a power cut: it is not believed.
    {
        std::fstream holes(part, std::ios::in | std::ios::out | std::ios::binary);
        holes.seekp(-static_cast<std::streamoff>(sync_bytes), std::ios::end);
        holes << std::string(sync_bytes, '\0');
    }
    REQUIRE(convert_model(checkpoint, file, ModelType::q8_0, [&](const ConversionProgress& state) {
        CHECK(state.resumed > expected.size() / 2);
        return true;
    }, sync_bytes));
    CHECK(read_file(file, 1 << 30).value() == expected);
}

TEST_CASE("a part of another conversion is begun anew, and an existing file is kept") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "m.gguf";
    folder.write("m.gguf.part", std::string(5'000'000, 'x'));
    REQUIRE(convert_model(checkpoint, file, ModelType::q4_0, never_stop, 1024));
    CHECK(ModelFolder::open(file));
    auto again = convert_model(checkpoint, file, ModelType::q4_0, never_stop);
    REQUIRE_FALSE(again);
    CHECK(again.error().message.contains("exists already"));
}

TEST_CASE("GGUF files of other programs and damaged ones are refused with a sentence") {
    const test::TemporaryFolder folder;
    const auto other = folder.write("other.gguf", lay_out_gguf({{"general.architecture", "llama"}}, {}).header);
    CHECK(ModelFolder::open(other).error().message.contains("another program"));
    CHECK(ModelFolder::open(folder.write("text.gguf", "GGUX")).error().kind == ErrorKind::corrupt_file);
    const fs::path file = folder.path() / "m.gguf";
    REQUIRE(convert_model(checkpoint, file, ModelType::q8_0, never_stop));
    fs::resize_file(file, fs::file_size(file) * 2 / 3);
    auto cut = ModelFolder::open(file);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().kind == ErrorKind::corrupt_file);
}

TEST_CASE("a model that is cut while it is converted or checked is an error, not the end of the program") {
    MappedFile::outlive_lost_files();
    const test::TemporaryFolder folder;
    const fs::path source = folder.path() / "source.gguf", whole = folder.path() / "whole.gguf", file = folder.path() / "m.gguf";
    REQUIRE(convert_model(checkpoint, whole, ModelType::bf16, never_stop));
    const auto bytes = fs::file_size(whole);
    int calls = 0;
    const auto cut_once = [&] {
        if (++calls == 3) fs::resize_file(source, bytes / 4);
    };
    const auto is_named = [](const std::string& sentence) { return sentence.contains("source.gguf was cut, or its disk went away"); };

    fs::copy_file(whole, source);
    const auto converted = convert_model(source, file, ModelType::q8_0, [&](const ConversionProgress&) { return cut_once(), true; });
    REQUIRE_FALSE(converted);
    CHECK(converted.error().kind == ErrorKind::io);
    INFO(converted.error().message);
    CHECK(is_named(converted.error().message));
    CHECK_FALSE(fs::exists(file));

    // With the file back the same command goes on, and nothing of what was not there has come into it.
    fs::copy_file(whole, source, fs::copy_options::overwrite_existing);
    REQUIRE(convert_model(source, file, ModelType::q8_0, never_stop));
    REQUIRE(convert_model(source, folder.path() / "expected.gguf", ModelType::q8_0, never_stop));
    CHECK((read_file(file, 1 << 30).value() == read_file(folder.path() / "expected.gguf", 1 << 30).value()));

    calls = 0;
    const auto problems = verify_model(source, [&](std::uint64_t, std::uint64_t) { return cut_once(), true; });
    REQUIRE(problems);
    CHECK(std::ranges::any_of(*problems, is_named));
    CHECK_FALSE(ModelFolder::open(source));

    // Cut inside its last page, where reading gives zeros without a word.
    fs::copy_file(whole, source, fs::copy_options::overwrite_existing);
    const auto in_last_page = verify_model(source, [&](std::uint64_t, std::uint64_t) { return fs::resize_file(source, bytes - 1), true; });
    REQUIRE(in_last_page);
    CHECK(std::ranges::any_of(*in_last_page, is_named));

    // The next file at the same place in memory is not taken for the lost one.
    fs::copy_file(whole, source, fs::copy_options::overwrite_existing);
    CHECK(verify_model(source).value().empty());
}
