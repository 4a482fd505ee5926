// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole job on a card with less memory than the painter's weights. It is Debian's software Vulkan here, which is told to have less.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "inference/pipeline/networks.h"
#include "inference/weights/synthesize.h"
#include "tests/support/temporary_folder.h"

using namespace haibao;

namespace {

constexpr int side = 256, diffusion_layers = 5, count = 3;
const std::filesystem::path pattern = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";

/// Layers that take more than the work with them.
std::filesystem::path thick_layers(const test::TemporaryFolder& folder) {
    SyntheticSize size;
    size.width = 0.03;
    size.diffusion_layers = diffusion_layers;
    size.language_layers = size.vision_layers = size.glyph_layers = 1;
    size.vocabulary = 16512;
    const auto file = folder.path() / "thick.gguf";
    REQUIRE(synthesize_gguf(pattern, file, size, ModelType::bf16));
    return file;
}

/// What lies on the card while the job goes on.
struct CardWatch : Observer {
    explicit CardWatch(Networks& of) : networks(of) {}
    void progress(const Progress& now) override {
        if (now.stage == Stage::painting) {
            const auto painter = networks.diffusion_transformer();  // which is at work, and so there
            REQUIRE(painter);
            streamed = std::max(streamed, (*painter)->streamed_layers());
            painting = std::max(painting, networks.device().held_bytes() + networks.device().graph_bytes());
        }
        if (now.stage == Stage::finishing && now.picture + 1 < count) finishing = std::max(finishing, networks.device().held_bytes());
    }
    Networks& networks;
    std::size_t streamed = 0;              ///< layers
    std::uint64_t painting = 0;            ///< bytes, weights and work together
    std::uint64_t finishing = 0;           ///< bytes of tensors that outlive graphs, before the last picture
};

struct Made {
    std::vector<GeneratedPicture> pictures;
    std::size_t streamed;
    std::uint64_t painting, finishing;
};

Made make(const std::filesystem::path& model, std::uint64_t limit) {
    auto opened = Networks::open(model, {"vulkan0", Precision::f32, 2});
    INFO("this test needs a Vulkan device; Debian's mesa-vulkan-drivers has one of software");
    REQUIRE(opened);
    Networks& networks = **opened;
    networks.device().limit_memory(limit);
    CardWatch watch(networks);
    const auto engine = engine_on(std::move(*opened));
    GenerationRequest request{.prompt = "poster “x”", .width = side, .height = side, .steps = 1, .guidance = 1.5, .seed = 4, .count = count};
    for (int picture = 0; picture < count; ++picture)  // composed already: a language model of software takes minutes
        request.visual_tokens.emplace_back(static_cast<std::size_t>(side / 32 * side / 32), 11 + picture);
    auto result = engine->generate(request, watch);
    INFO((result ? std::string() : result.error().message));
    REQUIRE(result);
    return {std::move(result->pictures), watch.streamed, watch.painting, watch.finishing};
}

}  // namespace

TEST_CASE("three pictures from a card that has no room for the painter are, byte for byte, those from one that has") {
    const test::TemporaryFolder folder;
    const auto file = thick_layers(folder);
    auto model = ModelFolder::open(file).value();
    const auto stages = plan_memory(model, {.width = side, .height = side, .count = count, .composes = false, .form = MatrixForm::f32, .exact = true,
                                            .on_processor = false, .streams = true});
    const StageMemory& painter = stages.front();
    REQUIRE(painter.stage == "painting");
    REQUIRE(painter.layers.size() == diffusion_layers);
    const Made whole = make(file, UINT64_MAX);
    CHECK(whole.streamed == 0);
    CHECK(whole.finishing > painter.weights);  // the painter waits on the card for the next picture

    const std::uint64_t limit = whole.painting - 2 * painter.layers.front();
    const Made less = make(file, limit);
    CHECK(less.streamed >= 3);
    CHECK(less.painting <= limit);
    CHECK(less.finishing < painter.weights);  // it makes room for the autoencoder, and comes back
    REQUIRE(less.pictures.size() == count);
    for (int picture = 0; picture < count; ++picture) {
        CHECK((less.pictures[static_cast<std::size_t>(picture)].image.rgb == whole.pictures[static_cast<std::size_t>(picture)].image.rgb));
        CHECK((picture == 0 || less.pictures[static_cast<std::size_t>(picture)].image.rgb != less.pictures.front().image.rgb));
    }
}
