// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <algorithm>
#include <fstream>
#include <map>
#include <string>

#include "inference/pipeline/engine.h"
#include "inference/runtime/processor.h"
#include "inference/weights/memory_plan.h"
#include "inference/weights/synthesize.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

constexpr int side = 512;

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
    PeakWatch() { forget_peak(); }
    void progress(const Progress& now) override {
        if (now.stage != Stage::loading && now.stage != stage_) end(now.stage);
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
    std::uint64_t before_ = status_bytes("VmRSS:");
    std::map<std::string, std::uint64_t> peaks_;
};

/// A quarter as wide as the released model, with some of its layers: as much memory as can be told from the program's own.
SyntheticSize some_layers() {
    SyntheticSize size;
    size.width = 0.25;
    size.language_layers = 8;
    size.vision_layers = size.glyph_layers = 1;
    size.diffusion_layers = 8;
    size.vocabulary = 16512;  // the visual tokens alone
    return size;
}

}  // namespace

TEST_CASE("what a plan says a picture takes is what it takes") {
    const ModelType type = GENERATE(ModelType::bf16, ModelType::q8_0, ModelType::q4_k);
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "m.gguf";
    REQUIRE(synthesize_gguf(std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin", file, some_layers(), type));
    auto model = ModelFolder::open(file).value();
    const MatrixForm form = processor_multiplies_bf16() ? MatrixForm::halves : MatrixForm::f32;
    const auto stages = plan_memory(model, {.width = side, .height = side, .guided = true, .form = form});

    auto engine = Engine::open(file, {.device = "cpu"});
    REQUIRE(engine);
    PeakWatch watch;
    auto made = (*engine)->generate({.prompt = "A red circle", .width = side, .height = side, .steps = 1, .guidance = 1.5}, watch);
    REQUIRE(made);
    const auto peaks = watch.finish();
    std::uint64_t loaded = 0;
    for (const StageMemory& stage : stages) {
        loaded += stage.weights;  // a small checkpoint stays
        const double planned = static_cast<double>(loaded + stage.working), taken = static_cast<double>(peaks.at(stage.stage));
        INFO(stage.stage << ", " << model_type_words[static_cast<std::size_t>(type)] << ": planned " << planned / 1e6 << " MB (weights " << loaded / 1000000
                         << "), took " << taken / 1e6);
        CHECK(planned >= 0.85 * taken);
        CHECK(planned <= 1.15 * taken);
    }
}
