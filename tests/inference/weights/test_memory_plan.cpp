// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <algorithm>
#include <span>

#include "inference/weights/convert.h"
#include "inference/weights/layer_turns.h"
#include "inference/weights/memory_plan.h"
#include "inference/weights/synthesize.h"
#include "inference/weights/values.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

const std::filesystem::path golden = std::filesystem::path(HAIBAO_SOURCE_DIR) / "tests/goldens/A/checkpoint";

StageMemory stage(const std::vector<StageMemory>& stages, std::string_view name) {
    const auto found = std::ranges::find(stages, name, &StageMemory::stage);
    REQUIRE(found != stages.end());
    return *found;
}

}  // namespace

TEST_CASE("a plan counts every weight of the stages once, as it will lie in memory") {
    auto model = ModelFolder::open(golden).value();
    const MemoryQuestion question{.width = 512, .height = 512, .form = MatrixForm::f32, .exact = true};
    const auto stages = plan_memory(model, question);
    CHECK(stages.size() == 3);
    CHECK(stage(stages, "painting").weights == model.tensors(Component::transformer).value()->bytes());  // f32 in the file, too
    std::uint64_t all = 0;
    for (const StageMemory& each : stages) all += each.weights;
    CHECK(peak_of(stages, true) >= all);
    CHECK(peak_of(stages, false) < peak_of(stages, true));
}

TEST_CASE("a processor that multiplies f32 only keeps matrices that are stored as bf16, and with precision f32 the head") {
    auto model = ModelFolder::open(std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin").value();
    const auto weights = [&model](MatrixForm form, bool exact, const char* name) {
        return stage(plan_memory(model, {.width = 512, .height = 512, .form = form, .exact = exact}), name).weights;
    };
    for (const char* name : {"composing", "painting"}) {
        CHECK(weights(MatrixForm::f32, false, name) == weights(MatrixForm::halves, false, name));
        CHECK(weights(MatrixForm::f32, true, name) > weights(MatrixForm::halves, false, name) * 3 / 2);
    }
    CHECK(weights(MatrixForm::f32, false, "finishing") == weights(MatrixForm::f32, true, "finishing"));  // convolutions
    const auto store = model.tensors(Component::vision_language_encoder).value();
    std::uint64_t matrices = 0;
    for (const std::string& name : store->names())
        if (name.starts_with("model.language_model.layers.") && store->find(name)->shape.size() == 2) matrices += store->find(name)->bytes.size();
    CHECK(weights(MatrixForm::f32, true, "composing") == weights(MatrixForm::f32, false, "composing") + matrices);
}

TEST_CASE("larger pictures, guidance, references and more pictures at once take more") {
    auto model = ModelFolder::open(golden).value();
    MemoryQuestion question{.width = 512, .height = 512};
    const auto small = plan_memory(model, question);
    question.width = question.height = 1024;
    CHECK(stage(plan_memory(model, question), "painting").working > 3 * stage(small, "painting").working);
    CHECK(stage(plan_memory(model, question), "finishing").working > stage(small, "finishing").working);
    question = {.width = 512, .height = 512, .count = 4};
    CHECK(stage(plan_memory(model, question), "composing").working > stage(small, "composing").working * 3 / 2);
    question = {.width = 512, .height = 512, .guided = false};
    CHECK(stage(plan_memory(model, question), "painting").working < stage(small, "painting").working);
    question = {.width = 512, .height = 512, .sources = 1};
    CHECK(plan_memory(model, question).front().stage == "reading_sources");
    CHECK(stage(plan_memory(model, question), "painting").working > stage(small, "painting").working);
}

TEST_CASE("a picture that cannot fit is refused with its figures") {
    auto model = ModelFolder::open(golden).value();
    const auto stages = plan_memory(model, {.width = 2048, .height = 2048});
    CHECK(check_memory(stages, {.memory = UINT64_MAX}, 2048, 2048));
    const auto refused = check_memory(stages, {.memory = 100 << 20}, 2048, 2048);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_memory);
    CHECK(refused.error().message.contains("0.1 GB are free. "));
    const auto both = check_memory(stages, {.memory = 100 << 20, .swap = 200 << 20}, 2048, 2048);
    REQUIRE_FALSE(both);
    CHECK(both.error().message.contains("0.1 GB are free, and 0.2 GB of swap space. "));
}

TEST_CASE("how a stage goes in some memory is told from what it must have, what the file can give again, and swap space") {
    constexpr std::uint64_t gb = 1'000'000'000;
    const StageMemory stage{.stage = "painting", .weights = 6 * gb, .mapped = 4 * gb, .working = 2 * gb, .spare = gb};
    CHECK(least_of(stage) == 3 * gb);
    CHECK(verdict_of(stage, {.memory = 16 * gb}) == Verdict::fits);
    CHECK(verdict_of(stage, {.memory = 9 * gb}) == Verdict::tight);
    CHECK(verdict_of(stage, {.memory = 7 * gb}) == Verdict::in_parts);
    CHECK(verdict_of(stage, {.memory = 7 * gb - 1}) == Verdict::streams);
    CHECK(verdict_of(stage, {.memory = 6 * gb, .swap = 90 * gb}) == Verdict::streams);
    CHECK(verdict_of(stage, {.memory = 3 * gb}) == Verdict::streams);
    CHECK(verdict_of(stage, {.memory = 2 * gb, .swap = gb}) == Verdict::swaps);
    CHECK(verdict_of(stage, {.memory = 2 * gb, .swap = gb - 1}) == Verdict::too_large);
    CHECK(check_memory({stage}, {.memory = 2 * gb, .swap = gb}, 1024, 1024));
    CHECK_FALSE(check_memory({stage}, {.memory = 3 * gb - 1}, 1024, 1024));
    Verdict before = Verdict::too_large;
    for (std::uint64_t memory = 0; memory <= 20 * gb; memory += gb / 4) {  // more memory is never worse
        CHECK(verdict_of(stage, {.memory = memory, .swap = gb}) <= before);
        before = verdict_of(stage, {.memory = memory, .swap = gb});
    }
}

TEST_CASE("as few layers are streamed to an accelerator as its memory asks for, evenly, and no fewer than help") {
    const std::vector<std::uint64_t> layers{9, 5, 5, 5, 5, 5, 5, 5, 5, 9};
    CHECK(layers_in_turn(layers, 58) == 0);
    CHECK(layers_in_turn(layers, 57) == 3);
    CHECK(layers_in_turn(std::span(layers).first(2), 13) == 0);  // two places are two layers
    CHECK(layers_in_turn(layers, 0) == 10);
    CHECK(bytes_with_turns(layers, 0) == 58);
    CHECK(bytes_with_turns(layers, 10) == 18);
    int before = 10;
    for (std::uint64_t room = 0; room <= 60; ++room) {  // more room is never worse, and never overrun where it can be kept to
        const int turns = layers_in_turn(layers, room);
        CHECK(turns <= before);
        if (room >= 18) CHECK(bytes_with_turns(layers, turns) <= room);
        int streamed = 0, in_a_row = 0, longest = 0;
        for (int layer = 0; layer < 10; ++layer) {
            streamed += takes_turns(layer, turns, 10);
            in_a_row = takes_turns(layer, turns, 10) ? in_a_row + 1 : 0;
            longest = std::max(longest, in_a_row);
        }
        CHECK(streamed == turns);
        if (turns <= 5) CHECK(longest <= 1);
        before = turns;
    }
}

TEST_CASE("a stage whose weights are more than an accelerator's memory is planned as streamed, up to what it must have") {
    constexpr std::uint64_t gb = 1'000'000'000;
    const StageMemory stage{.stage = "painting", .weights = 12 * gb, .working = 2 * gb, .spare = gb, .layers = std::vector<std::uint64_t>(10, gb)};
    CHECK(least_of(stage) == 5 * gb);  // what is in no layer, two places, and the least work
    CHECK(verdict_of(stage, {.memory = 20 * gb}) == Verdict::fits);
    CHECK(verdict_of(stage, {.memory = 14 * gb}) == Verdict::tight);
    CHECK(streaming_of(stage, 14 * gb).layers == 0);
    for (const std::uint64_t memory : {14 * gb - 1, 9 * gb, 5 * gb}) {
        CHECK(verdict_of(stage, {.memory = memory}) == Verdict::streams);
        const Streaming streaming = streaming_of(stage, memory);
        CHECK(streaming.weights <= room_for_weights(stage, memory));
        CHECK(streaming.bytes == static_cast<std::uint64_t>(streaming.layers) * gb);
    }
    CHECK(streaming_of(stage, 9 * gb).layers == 7);  // three stay, in seven GB beside two of work
    CHECK(streaming_of(stage, 9 * gb).weights == 7 * gb);
    CHECK(verdict_of(stage, {.memory = 5 * gb - 1}) == Verdict::too_large);
    CHECK_FALSE(check_memory({stage}, {.memory = 5 * gb - 1}, 1024, 1024));
    auto model = ModelFolder::open(golden).value();
    const auto on_card = plan_memory(model, {.width = 512, .height = 512, .on_processor = false, .streams = true});
    CHECK(::stage(on_card, "painting").layers.size() == 3);
    CHECK(::stage(on_card, "composing").layers.size() == 3);
    CHECK(::stage(on_card, "finishing").layers.empty());
}

TEST_CASE("a large picture can be had in much less than it takes at its best") {
    auto model = ModelFolder::open(golden).value();
    for (const StageMemory& each : plan_memory(model, {.width = 2048, .height = 2048})) {
        CHECK(each.spare <= each.working);
        // The decoder's maps go as they are used up, also at its best.
        if (each.stage != "composing") CHECK(each.spare > each.working / (each.stage == "finishing" ? 8 : 4));
    }
    // At this size a block has no more tokens than a part of one.
    CHECK(stage(plan_memory(model, {.width = 256, .height = 256}), "painting").spare == 0);
}

TEST_CASE("a synthetic checkpoint has the shapes of its size, is sound, and is the same every time") {
    const test::TemporaryFolder folder;
    SyntheticSize size = SyntheticSize::scaled(0.06, 0.03);
    CHECK(size.diffusion_layers == 1);
    size.vocabulary = 16512;  // the visual tokens alone
    const auto pattern = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";
    for (const char* name : {"a", "b"}) REQUIRE(synthesize_model(pattern, folder.path() / name, size));
    CHECK(verify_model(folder.path() / "a").value().empty());
    auto a = ModelFolder::open(folder.path() / "a").value(), b = ModelFolder::open(folder.path() / "b").value();
    CHECK(a.identity().value() != "");
    for (const Component component : all_components)
        if (has_weights(component))
            for (const std::string& tensor : a.tensors(component).value()->names())
                CHECK(std::ranges::equal(a.tensors(component).value()->find(tensor)->bytes, b.tensors(component).value()->find(tensor)->bytes));
    CHECK_FALSE(synthesize_model(pattern, folder.path() / "a", size));  // it is there
    bool asked = false;
    auto stopped = synthesize_model(pattern, folder.path() / "c", size, [&](std::uint64_t, std::uint64_t) { return !std::exchange(asked, true); });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().kind == ErrorKind::cancelled);
}

TEST_CASE("a synthetic checkpoint does not write over a conversion that was begun") {
    const test::TemporaryFolder folder;
    const auto pattern = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";
    const auto file = folder.path() / "m.gguf", part = folder.path() / "m.gguf.part";
    SyntheticSize size = SyntheticSize::scaled(0.03, 0.03);
    size.vocabulary = 16512;
    REQUIRE_FALSE(convert_model(golden, file, ModelType::bf16, [](const ConversionProgress& state) { return state.done < state.total / 2; }));
    const auto begun = std::filesystem::file_size(part);
    const auto refused = synthesize_gguf(pattern, file, size, ModelType::q8_0);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("m.gguf.part is something else that was begun"));
    CHECK(std::filesystem::file_size(part) == begun);
    REQUIRE(convert_model(golden, file, ModelType::bf16, [&](const ConversionProgress& state) {
        CHECK(state.total > begun);
        return true;
    }));
    // Its own, which was stopped, is begun anew.
    const auto other = folder.path() / "other.gguf";
    REQUIRE_FALSE(synthesize_gguf(pattern, other, size, ModelType::q8_0, [](std::uint64_t done, std::uint64_t total) { return done < total / 2; }));
    CHECK(synthesize_gguf(pattern, other, size, ModelType::q8_0));
    CHECK(ModelFolder::open(other));
}
