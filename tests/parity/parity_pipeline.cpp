// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <format>

#include "inference/pipeline/paint.h"
#include "inference/pipeline/sampler.h"
#include "inference/pipeline/schedule.h"
#include "inference/text/byt5.h"
#include "inference/text/quotes.h"
#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

using Ids = std::vector<std::int32_t>;

/// "t0.9_k_off_p0.75", "masked_t1.3_k50_p1": the options that a tensor's name spells.
SamplingOptions options_of(ParityCase& test, std::string_view name) {
    SamplingOptions options;
    if (name.starts_with("masked_")) {
        options.allowed_ids = test.integer("masked_from");
        name.remove_prefix(7);
    }
    const std::string text(name);
    long long top_k = 0;
    if (std::sscanf(text.c_str(), "t%lf_k_off_p%lf", &options.temperature, &options.top_p) != 2 &&
        std::sscanf(text.c_str(), "t%lf_k%lld_p%lf", &options.temperature, &top_k, &options.top_p) != 3)
        throw ParityFailure{std::format("\"{}\" does not spell sampling options", text)};
    options.top_k = top_k;
    return options;
}

void sampler(ParityCase& test, Answers& answers) {
    const auto shape = test.shape("in.logits");
    const std::vector<float> logits = test.floats("in.logits");
    const auto width = static_cast<std::size_t>(shape.at(1));
    for (const GoldenOutput& output : test.outputs()) {
        const std::string name = output.name.substr(4);  // behind "out."
        const std::size_t dot = name.find('.');
        const SamplingOptions options = options_of(test, std::string_view(name).substr(dot + 1));
        std::vector<float> probabilities(logits.size(), 0);
        Ids kept(logits.size(), 0);
        for (std::size_t row = 0; row * width < logits.size(); ++row)
            for (const Candidate& candidate :
                 need(candidates(std::span(logits).subspan(row * width, width), options))) {
                probabilities[row * width + candidate.id] = static_cast<float>(candidate.probability);
                kept[row * width + candidate.id] = 1;
            }
        if (name.starts_with("kept."))
            answers.integers(name, kept);
        else
            answers.host_floats(name, probabilities);
    }
}

void scheduler(ParityCase& test, Answers& answers) {
    for (const GoldenOutput& output : test.outputs()) {
        const std::string name = output.name.substr(4);
        int steps = 0, height = 512, width = 512;
        const bool times = std::sscanf(name.c_str(), "timesteps.%d", &steps) == 1;
        if (!times && std::sscanf(name.c_str(), "sigmas.%d.%dx%d", &steps, &height, &width) != 3)
            throw ParityFailure{std::format("\"{}\" is no table of the scheduler", name)};
        const Schedule schedule = make_schedule(test.networks().scheduler(), steps, height / 16 * (width / 16));
        answers.host_floats(
            name, times ? std::vector<float>(schedule.timesteps.begin(), schedule.timesteps.end()) : schedule.sigmas);
    }
}

/// The condition pictures of an image-to-image case, written into a cache.
ConditionCache write_sources(ParityCase& test, Answers& answers, RunContext& run) {
    const Autoencoder& encoder = *need(test.networks().autoencoder(Autoencoder::Half::encoder));
    const DiffusionTransformer& network = *need(test.networks().diffusion_transformer());
    const std::vector<std::string> images = test.texts("images");
    std::vector<Ids> priors;
    std::int64_t tokens = 0;
    for (std::size_t j = 0; j < images.size(); ++j) {
        priors.push_back(test.integers(std::format("in.cond_prior_token_ids.{}", j)));
        tokens += static_cast<std::int64_t>(priors.back().size());
    }
    ConditionCache cache = need(ConditionCache::allocate(test.networks().device(), network.config(), tokens));
    for (std::size_t j = 0; j < images.size(); ++j) {
        const Image image = test.image(images[j]);
        const PictureSize size = floor_to_16({image.height, image.width});
        const std::vector<float> pixels = autoencoder_input(image, size);
        const std::vector<float> latent = need(encoder.encode(run, pixels, size.width, size.height, {}));
        answers.host_floats(std::format("cond_image.{}", j), pixels);
        answers.floats(std::format("cond_latent.{}", j), latent);
        auto prepared =
            need(network.prepare(run, {.height = size.height, .width = size.width, .glyphs = {}, .prior = priors[j]}));
        need(network.write_condition(run, *prepared, latent, cache));
    }
    return cache;
}

void pipeline(ParityCase& test, Answers& answers) {
    RunContext run = test.run();
    const GlyphEncoder& glyph_encoder = *need(test.networks().glyph_encoder());
    const DiffusionTransformer& network = *need(test.networks().diffusion_transformer());
    const int height = test.integer("height"), width = test.integer("width");
    const double guidance = test.number("guidance");
    const std::vector<float> glyphs =
        need(glyph_encoder.encode(run, glyph_rows(glyph_texts(test.text("prompt"))))).values;
    const std::vector<float> none = need(glyph_encoder.encode(run, glyph_rows({}))).values;
    answers.floats("embeds", glyphs);
    answers.floats("embeds_uncond", none);

    std::optional<ConditionCache> cache;
    if (!test.texts("images").empty()) cache = write_sources(test, answers, run);
    const Ids prior = test.integers("in.prior_token_ids");
    auto conditional = need(network.prepare(run, {.height = height, .width = width, .glyphs = glyphs, .prior = prior}));
    auto unconditional = need(
        network.prepare(run, {.height = height, .width = width, .glyphs = none, .prior = prior, .drop_prior = true}));
    const Schedule schedule =
        make_schedule(test.networks().scheduler(), test.integer("steps"), height / 16 * (width / 16));
    std::vector<float> fed, latents, velocities, unguided;
    for (std::size_t i = 0; i < schedule.timesteps.size(); ++i) fed.push_back(schedule.fed(i));
    const PaintRequest request{.conditional = conditional.get(),
                               .unconditional = guidance > 1 ? unconditional.get() : nullptr,
                               .sources = cache ? &*cache : nullptr,
                               .guidance = guidance};
    const std::vector<float> latent =
        need(paint(run, network, request, schedule, test.floats("in.latent"), [&](const PaintedStep& step) {
            latents.insert(latents.end(), step.latent.begin(), step.latent.end());
            velocities.insert(velocities.end(), step.velocity.begin(), step.velocity.end());
            unguided.insert(unguided.end(), step.unconditional.begin(), step.unconditional.end());
        }));
    answers.host_floats("timesteps_fed", fed);
    answers.host_floats("sigmas", schedule.sigmas);
    answers.floats("step_latents", latents);
    answers.floats("velocity_cond", velocities);
    answers.floats("velocity_uncond", unguided);
    if (!test.expects("image")) return;
    const Autoencoder& decoder = *need(test.networks().autoencoder(Autoencoder::Half::decoder));
    answers.floats("image", need(decoder.decode(run, latent, width / 8, height / 8, {})));
}

}  // namespace

std::vector<ParityGroup> pipeline_cases() {
    return {{"sampler", sampler}, {"scheduler", scheduler}, {"pipeline_", pipeline}};
}

}  // namespace haibao::test
