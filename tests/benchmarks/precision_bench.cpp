// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/precision_bench.h"

#include <cstdio>
#include <filesystem>
#include <vector>

#include "inference/pipeline/engine.h"
#include "tests/benchmarks/picture_difference.h"

namespace haibao::bench {
namespace {

struct Painter {
    const char* name;
    Precision precision;
    std::unique_ptr<Engine> engine = nullptr;
    std::vector<Image> pictures = {};
    double seconds = 0;  ///< of painting, all pictures
};

Result<void> paint_all(std::span<Painter> painters, GenerationRequest request) {
    Observer nobody;
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        request.prompt = prompts[i];
        request.seed = 100 + i;
        request.visual_tokens.clear();
        for (Painter& painter : painters) {
            auto made = painter.engine->generate(request, nobody);
            if (!made) return pass_on(made);
            request.visual_tokens = {made->pictures.front().visual_tokens};  // the first one composes for all
            painter.pictures.push_back(std::move(made->pictures.front().image));
            for (const StageSeconds& stage : made->timings)
                if (stage.stage == Stage::painting) painter.seconds += stage.seconds;
        }
    }
    return {};
}

void print(const Painter& a, const Painter& b) {
    PictureDifference worst{.psnr = same_bytes}, mean;
    const double count = static_cast<double>(a.pictures.size());
    for (std::size_t i = 0; i < a.pictures.size(); ++i) {
        const PictureDifference one = difference(a.pictures[i], b.pictures[i]);
        worst = {std::min(worst.psnr, one.psnr), std::max(worst.mean, one.mean), std::max(worst.largest, one.largest)};
        mean.psnr += one.psnr / count, mean.mean += one.mean / count;
    }
    std::printf("| %s beside %s | %.1f | %.1f | %.2f | %.2f | %d |\n", a.name, b.name, mean.psnr, worst.psnr, mean.mean, worst.mean, worst.largest);
}

}  // namespace

int precision_bench(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "haibao-bench precision SIDE STEPS GUIDANCE\n"), 2;
    const std::filesystem::path model = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";
    Painter painters[]{{"f32", Precision::f32}, {"fast", Precision::fast}, {"int8", Precision::int8}};
    for (Painter& painter : painters) {
        auto engine = Engine::open(model, {"cpu", painter.precision, 0});
        if (!engine) return std::fprintf(stderr, "%s\n", engine.error().message.c_str()), 1;
        painter.engine = std::move(*engine);
    }
    const int side = std::atoi(argv[0]), steps = std::atoi(argv[1]);
    const double guidance = std::atof(argv[2]);
    if (auto done = paint_all(painters, {.prompt = {}, .width = side, .height = side, .steps = steps, .guidance = guidance}); !done)
        return std::fprintf(stderr, "%s\n", done.error().message.c_str()), 1;
    std::printf("%d², %d steps, guidance %g, %zu prompts, built-in model; painting a picture took f32 %.2f s, fast %.2f s, int8 %.2f s\n\n", side, steps, guidance,
                prompts.size(), painters[0].seconds / prompts.size(), painters[1].seconds / prompts.size(), painters[2].seconds / prompts.size());
    std::printf("| pictures | PSNR, mean | worst | mean absolute error of 255 | worst | largest of all |\n|---|---|---|---|---|---|\n");
    print(painters[1], painters[0]);
    print(painters[2], painters[0]);
    print(painters[2], painters[1]);
    return 0;
}

}  // namespace haibao::bench
