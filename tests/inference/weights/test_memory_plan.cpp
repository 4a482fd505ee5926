// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <algorithm>

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
    CHECK(check_memory(stages, UINT64_MAX, 2048, 2048));
    const auto refused = check_memory(stages, 100 << 20, 2048, 2048);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::out_of_memory);
    CHECK(refused.error().message.contains("0.1 GB are free"));
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
