// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/passes_bench.h"

#include <QImage>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <string>

#include "inference/pipeline/latent_preview.h"
#include "inference/pipeline/networks.h"
#include "inference/pipeline/paint.h"
#include "inference/pipeline/philox.h"
#include "inference/text/byt5.h"
#include "tests/benchmarks/picture_difference.h"

namespace haibao::bench {
namespace {

struct Setting {
    const char* name;
    Thrift thrift;
};
const std::vector<Setting> settings{
    {"exact", {}},
    {"drift 0.02", {.drift = 0.02}},
    {"drift 0.03", {.drift = 0.03}},
    {"drift 0.045", {.drift = 0.045}},
    {"drift 0.06", {.drift = 0.06}},
    {"drift 0.06, 5 in a row", {.drift = 0.06, .in_a_row = 5}},
    {"drift 0.12, 5 in a row", {.drift = 0.12, .in_a_row = 5}},
    {"guided from noise 0.9", {.guided_from = 0.9}},
    {"guided to noise 0.2", {.guided_to = 0.2}},
    {"guided to noise 0.4", {.guided_to = 0.4}},
    {"guided to noise 0.6", {.guided_to = 0.6}},
    {"balanced", thrift_of(Speed::balanced)},
    {"fast", thrift_of(Speed::fast)}};

struct Tokens : Observer {
    void composed(const std::vector<std::vector<std::int32_t>>& ids) override { grid = ids.front(); }
    std::vector<std::int32_t> grid;
};

/// One prompt, composed once and painted in every way.
struct Subject {
    std::shared_ptr<DiffusionTransformer::Prepared> conditional;
    std::vector<float> noise;
    Image exact;
};

/// What one setting did to one picture.
struct Outcome {
    double passes = 0, seconds = 0, psnr = 0, off = 0;
};

class Bench {
public:
    Bench(int side, int steps, double guidance, std::filesystem::path folder)
        : side_(side), steps_(steps), guidance_(guidance), folder_(std::move(folder)) {}
    Result<void> run();

private:
    Result<void> open();
    Result<std::vector<float>> glyphs(const std::vector<std::string>& texts);
    Result<Outcome> paint_subject(Subject& subject, std::size_t number, const Setting& setting);
    void print(const Setting& setting, std::vector<Outcome> outcomes) const;

    int side_, steps_;
    double guidance_;
    std::filesystem::path folder_;
    std::unique_ptr<Networks> networks_;
    std::shared_ptr<DiffusionTransformer::Prepared> unconditional_;
    std::vector<Subject> subjects_;
    Schedule schedule_;
};

Result<std::vector<float>> Bench::glyphs(const std::vector<std::string>& texts) {
    auto encoder = networks_->glyph_encoder();
    if (!encoder) return pass_on(encoder);
    RunContext run{networks_->device(), {}, nullptr};
    auto encoded = (*encoder)->encode(run, glyph_rows(texts));
    if (!encoded) return pass_on(encoded);
    return std::move(encoded->values);
}

Result<void> Bench::open() {
    const std::filesystem::path model = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets/models/builtin";
    const EngineOptions options{"cpu", Precision::fast, 0};
    auto networks = Networks::open(model, options);
    if (!networks) return pass_on(networks);
    networks_ = std::move(*networks);
    auto network = networks_->diffusion_transformer();
    if (!network) return pass_on(network);
    auto none = glyphs({});
    if (!none) return pass_on(none);
    schedule_ = make_schedule(networks_->scheduler(), steps_, side_ / 16 * (side_ / 16));
    RunContext run{networks_->device(), {}, nullptr};
    auto composer = Engine::open(model, options);
    if (!composer) return pass_on(composer);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        Tokens tokens;
        const GenerationRequest request{.prompt = prompts[i], .width = side_, .height = side_, .steps = 1, .guidance = 1, .seed = 100 + i};
        if (auto composed = (*composer)->generate(request, tokens); !composed) return pass_on(composed);
        DiffusionCondition condition{.height = side_, .width = side_, .glyphs = *none, .prior = {}};
        const auto prior = prior_of(tokens.grid, side_ / 32, side_ / 32);
        condition.prior = prior;
        auto prepared = (*network)->prepare(run, condition);
        if (!prepared) return pass_on(prepared);
        Subject subject{std::move(*prepared), std::vector<float>(static_cast<std::size_t>((*network)->config().in_channels * side_ / 8 * side_ / 8)), {}};
        Philox(100 + i, RandomStream::noise).normals(subject.noise);
        subjects_.push_back(std::move(subject));
        if (unconditional_ || guidance_ <= 1) continue;
        condition.drop_prior = true;
        auto without = (*network)->prepare(run, condition);
        if (!without) return pass_on(without);
        unconditional_ = std::move(*without);
    }
    return {};
}

Result<Outcome> Bench::paint_subject(Subject& subject, std::size_t number, const Setting& setting) {
    auto network = networks_->diffusion_transformer();
    auto decoder = networks_->autoencoder(Autoencoder::Half::decoder);
    if (!network) return pass_on(network);
    if (!decoder) return pass_on(decoder);
    RunContext run{networks_->device(), {}, nullptr};
    const PaintRequest request{.conditional = subject.conditional.get(), .unconditional = unconditional_.get(), .guidance = guidance_, .thrift = setting.thrift};
    double passes = 0;
    const auto begun = std::chrono::steady_clock::now();
    auto latent = paint(run, **network, request, schedule_, subject.noise, [&](const PaintedStep& step) { passes += step.passes; });
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    if (!latent) return pass_on(latent);
    auto planar = (*decoder)->decode(run, *latent, side_ / 8, side_ / 8, {});
    if (!planar) return pass_on(planar);
    const Image image = to_image(*planar, side_, side_);
    if (!folder_.empty())
        QImage(image.rgb.data(), side_, side_, 3 * side_, QImage::Format_RGB888)
            .save(QString::fromStdString((folder_ / std::format("{:02}-{}-{}-{}.png", number + 1, steps_, guidance_, setting.name)).string()));
    if (subject.exact.rgb.empty()) subject.exact = image;
    const PictureDifference to_exact = difference(subject.exact, image);
    return Outcome{.passes = passes, .seconds = seconds, .psnr = to_exact.psnr, .off = to_exact.mean};
}

void Bench::print(const Setting& setting, std::vector<Outcome> outcomes) const {
    const auto mean = [&](double Outcome::*value) {
        return std::accumulate(outcomes.begin(), outcomes.end(), 0.0, [&](double sum, const Outcome& o) { return sum + o.*value; }) / static_cast<double>(outcomes.size());
    };
    const double all = steps_ * (guidance_ > 1 ? 2.0 : 1.0);
    std::printf("| %s | %.0f %% | %.2f | %.1f | %.1f | %.2f | %.2f |\n", setting.name, 100 * mean(&Outcome::passes) / all, mean(&Outcome::seconds),
                mean(&Outcome::psnr), std::ranges::min(outcomes, {}, &Outcome::psnr).psnr, mean(&Outcome::off), std::ranges::max(outcomes, {}, &Outcome::off).off);
    std::fflush(stdout);
}

Result<void> Bench::run() {
    if (auto opened = open(); !opened) return opened;
    std::printf("%d², %d steps, guidance %g, %zu prompts, built-in model\n\n", side_, steps_, guidance_, prompts.size());
    std::printf("| setting | passes computed | seconds a picture | PSNR, mean | worst | mean absolute error of 255 | worst |\n|---|---|---|---|---|---|---|\n");
    for (const Setting& setting : settings) {
        if (guidance_ <= 1 && setting.thrift.drift <= 0 && setting.thrift != Thrift{}) continue;
        std::vector<Outcome> outcomes;
        for (std::size_t i = 0; i < subjects_.size(); ++i) {
            auto outcome = paint_subject(subjects_[i], i, setting);
            if (!outcome) return pass_on(outcome);
            outcomes.push_back(*outcome);
        }
        print(setting, std::move(outcomes));
    }
    return {};
}

}  // namespace

int passes_bench(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "haibao-bench passes SIDE STEPS GUIDANCE [FOLDER]\n"), 2;
    auto done = Bench(std::atoi(argv[0]), std::atoi(argv[1]), std::atof(argv[2]), argc > 3 ? argv[3] : "").run();
    if (done) return 0;
    return std::fprintf(stderr, "%s\n", done.error().message.c_str()), 1;
}

}  // namespace haibao::bench
