// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <format>

#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

using Ids = std::vector<std::int32_t>;

void forward(ParityCase& test, Answers& answers) {
    const auto latent = test.floats("in.latent"), glyphs = test.floats("in.embeds");
    const Ids prior = test.integers("in.prior_token_ids");
    const DiffusionCondition condition{.height = test.integer("height"),
                                       .width = test.integer("width"),
                                       .crop_top = test.integer("crop_top", 0),
                                       .crop_left = test.integer("crop_left", 0),
                                       .glyphs = glyphs,
                                       .prior = prior,
                                       .drop_prior = test.param("prior_dropped").get<bool>()};
    Taps taps;
    RunContext run = test.run(&taps);
    const DiffusionTransformer& network = *need(test.networks().diffusion_transformer());
    auto prepared = need(network.prepare(run, condition));
    answers.floats("velocity",
                   need(network.velocity(run, *prepared, latent, static_cast<float>(test.number("timestep")))));
    answers.taps(taps);
}

/// Keys and values, which are kept in 16 bits where the precision is not f32.
std::vector<float> download(ggml_tensor* tensor) {
    std::vector<float> values(static_cast<std::size_t>(ggml_nelements(tensor)));
    std::vector<std::byte> bytes(ggml_nbytes(tensor));
    ggml_backend_tensor_get(tensor, bytes.data(), 0, bytes.size());
    if (tensor->type == GGML_TYPE_F32) std::memcpy(values.data(), bytes.data(), bytes.size());
    else ggml_get_type_traits(tensor->type)->to_float(bytes.data(), values.data(), ggml_nelements(tensor));
    return values;
}

/// Condition pictures are written, then one pass reads them and one skips them.
void cached(ParityCase& test, Answers& answers) {
    const DiffusionTransformer& network = *need(test.networks().diffusion_transformer());
    RunContext run = test.run();
    std::vector<std::vector<float>> latents;
    std::vector<Ids> priors;
    for (int j = 0; test.has(std::format("in.cond_latent.{}", j)); ++j) {
        latents.push_back(test.floats(std::format("in.cond_latent.{}", j)));
        priors.push_back(test.integers(std::format("in.cond_prior_token_ids.{}", j)));
    }
    std::int64_t tokens = 0;
    for (const Ids& prior : priors) tokens += static_cast<std::int64_t>(prior.size());
    ConditionCache cache = need(ConditionCache::allocate(test.networks().device(), network.config(), tokens));
    for (std::size_t j = 0; j < latents.size(); ++j) {
        const auto shape = test.shape(std::format("in.cond_latent.{}", j));  // [channels, height/8, width/8]
        auto prepared = need(network.prepare(run, {.height = static_cast<int>(8 * shape.at(1)),
                                                   .width = static_cast<int>(8 * shape.at(2)),
                                                   .glyphs = {},
                                                   .prior = priors[j]}));
        need(network.write_condition(run, *prepared, latents[j], cache));
    }
    for (std::size_t i = 0; i < cache.layers().size(); ++i) {
        answers.floats(std::format("layer.{}.k", i), download(cache.layers()[i].k));
        answers.floats(std::format("layer.{}.v", i), download(cache.layers()[i].v));
    }
    const auto latent = test.floats("in.latent"), glyphs = test.floats("in.embeds"),
               none = test.floats("in.embeds_uncond");
    const Ids prior = test.integers("in.prior_token_ids");
    const auto timestep = static_cast<float>(test.number("timestep"));
    DiffusionCondition condition{
        .height = test.integer("height"), .width = test.integer("width"), .glyphs = glyphs, .prior = prior};
    auto read = need(network.prepare(run, condition));
    answers.floats("velocity_read", need(network.velocity(run, *read, latent, timestep, &cache)));
    condition.glyphs = none;
    condition.drop_prior = true;
    auto skip = need(network.prepare(run, condition));
    answers.floats("velocity_skip", need(network.velocity(run, *skip, latent, timestep)));
}

}  // namespace

std::vector<ParityGroup> diffusion_cases() { return {{"dit_", forward}, {"dit_kv_", cached}}; }

}  // namespace haibao::test
