// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <string>

#include "inference/ops/weight_loader.h"
#include "inference/pipeline/engine.h"
#include "inference/runtime/processor.h"
#include "inference/weights/memory_plan.h"
#include "inference/weights/synthesize.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

const std::filesystem::path pattern = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";
constexpr int side = 256;

/// Kilobytes of a line of /proc/self/status, in bytes.
std::uint64_t status_bytes(std::string_view line) {
    std::ifstream status("/proc/self/status");
    std::uint64_t kilobytes = 0;
    for (std::string word; status >> word;)
        if (word == line && status >> kilobytes) break;
    return kilobytes << 10;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

/// Notes the largest resident memory of each stage; loading counts to the stage that it is for.
class PeakWatch : public Observer {
public:
    PeakWatch() {
        return_free_memory();
        before_ = status_bytes("VmRSS:");
        forget_peak();
    }
    void progress(const Progress& now) override {
        if (now.stage != stage_) end(now.stage);
    }
    /// Beside what the process took before.
    std::map<std::string, std::uint64_t> finish() {
        end(stage_);
        return peaks_;
    }

private:
    void end(Stage next) {
        // What is loaded for a stage comes before its first word.
        std::uint64_t& peak = peaks_[std::string(to_string(stage_ == Stage::loading ? next : stage_))];
        peak = std::max(peak, status_bytes("VmHWM:") - before_);
        forget_peak();
        stage_ = next;
    }
    Stage stage_ = Stage::loading;
    std::uint64_t before_ = 0;
    std::map<std::string, std::uint64_t> peaks_;
};

/// A quarter as wide as the released model, with some of its layers: as much memory as can be told from the program's own.
SyntheticSize some_layers() {
    SyntheticSize size;
    size.width = 0.25;
    size.language_layers = 6;
    size.vision_layers = size.glyph_layers = 1;
    size.diffusion_layers = 6;
    size.vocabulary = 16512;  // the visual tokens alone
    return size;
}

}  // namespace

TEST_CASE("quantised weights are read where the file is mapped, and again after their pages were dropped") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "m.gguf";
    SyntheticSize size = some_layers();
    size.width = 0.06;
    REQUIRE(synthesize_gguf(pattern, file, size, ModelType::q4_k));
    auto model = ModelFolder::open(file).value();
    const TensorStore& store = *model.tensors(Component::transformer).value();
    auto device = Device::open("cpu", Precision::fast, 2).value();
    ops::WeightLoader load(*device, store);
    const std::string name = "transformer_blocks.1.ff.net.0.proj";
    const auto shape = store.find(name + ".weight")->shape;
    const ops::Linear layer = load.linear(name, shape[1], shape[0], ops::Bias::yes);
    const auto weights = load.finish().value();
    CHECK(layer.weight->data == store.find(name + ".weight")->bytes.data());
    const std::vector<float> x(static_cast<std::size_t>(shape[1] * 40), 0.5f);
    RunContext run{*device, {}};
    std::vector<std::vector<float>> results(2);
    for (std::vector<float>& result : results) {
        Graph g(run);
        g.output(ops::linear(g, g.input({shape[1], 40}, x), layer), result);
        REQUIRE(g.run());
        store.release();
    }
    CHECK(results[0] == results[1]);
    CHECK(std::ranges::any_of(results[0], [](float v) { return v != 0; }));
}

TEST_CASE("what a plan says a picture takes is what it takes") {
    const ModelType type = GENERATE(ModelType::bf16, ModelType::q4_k);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "m.gguf";
    REQUIRE(synthesize_gguf(pattern, file, some_layers(), type));
    auto model = ModelFolder::open(file).value();
    const MatrixForm form = processor_multiplies_bf16() ? MatrixForm::halves : MatrixForm::f32;
    const auto stages = plan_memory(model, {.width = side, .height = side, .guided = true, .form = form});

    auto engine = Engine::open(file, {.device = "cpu", .threads = 1});  // two would wait for each other on a busy machine
    REQUIRE(engine);
    PeakWatch watch;
    auto made = (*engine)->generate({.prompt = "A red circle", .width = side, .height = side, .steps = 1, .guidance = 1.5}, watch);
    REQUIRE(made);
    const auto peaks = watch.finish();
    std::uint64_t loaded = 0;
    for (const StageMemory& stage : stages) {
        // A small checkpoint stays, and has its decoder from the first step on, for previews.
        const std::uint64_t weights = loaded + stage.weights + (stage.stage == "painting" ? stages.back().weights : 0);
        const double planned = static_cast<double>(weights + stage.working), taken = static_cast<double>(peaks.at(stage.stage));
        INFO(stage.stage << ", " << model_type_words[static_cast<std::size_t>(type)] << ": planned " << planned / 1e6 << " MB (weights " << weights / 1000000
                         << "), took " << taken / 1e6);
        constexpr double kernels = 16e6;  // bytes of oneDNN's code and scratch memory, and the C library's: no model's size tells
        CHECK(std::abs(planned - taken) <= 0.15 * taken + kernels);
        loaded += stage.weights - stage.mapped;
    }
}
