// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haibao {
namespace {

double root_mean_square(std::span<const float> values) {
    double sum = 0;
    for (const float value : values) sum += static_cast<double>(value) * static_cast<double>(value);
    return values.empty() ? 0 : std::sqrt(sum / static_cast<double>(values.size()));
}

double root_mean_square_difference(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t i = 0; i < b.size(); ++i) sum += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2);
    return b.empty() ? 0 : std::sqrt(sum / static_cast<double>(b.size()));
}

StepTaken describe_step(const PaintRequest& request, const PaintedStep& painted, std::size_t steps) {
    return {.at = trace_clock(),
            .picture = request.picture,
            .step = static_cast<int>(painted.step),
            .steps = static_cast<int>(steps),
            .sigma = painted.sigma,
            .guidance = painted.unconditional.empty() ? 1.0 : request.guidance,
            .latent = root_mean_square(painted.latent),
            .velocity = root_mean_square(painted.velocity),
            .unconditional = root_mean_square(painted.unconditional),
            .difference = root_mean_square_difference(painted.velocity, painted.unconditional),
            .guided = root_mean_square(painted.guided),
            .passes = painted.passes};
}

/// What the passes of one step gave.
struct Velocities {
    std::vector<float> conditional, unconditional, guided;
};

Result<Velocities> run_passes(RunContext& run, const DiffusionTransformer& network, const PaintRequest& request, bool guided,
                              std::span<const float> latent, float time) {
    const std::array<DiffusionTransformer::Pass, 2> passes{{{request.conditional, request.sources}, {request.unconditional}}};
    auto computed = network.velocities(run, std::span(passes).first(guided ? 2 : 1), latent, time);
    if (!computed) return pass_on(computed);
    Velocities velocities{computed->front(), {}, std::move(computed->front())};
    if (!guided) return velocities;
    velocities.unconditional = std::move(computed->back());
    guide(velocities.guided, velocities.unconditional, request.guidance);
    return velocities;
}

}  // namespace

std::vector<float> PaintedStep::expected() const {
    std::vector<float> picture(latent.begin(), latent.end());
    for (std::size_t i = 0; i < picture.size(); ++i) picture[i] -= sigma * guided[i];
    return picture;
}

void put_back(const KeptPicture& kept, float sigma, std::span<float> latent) {
    const std::size_t plane = kept.anew.size();
    for (std::size_t i = 0; i < latent.size(); ++i) {
        const float anew = kept.anew[i % plane];
        if (anew >= 1) continue;
        const float stands = (1 - sigma) * kept.latent[i] + sigma * kept.noise[i];
        latent[i] = anew <= 0 ? stands : anew * latent[i] + (1 - anew) * stands;
    }
}

Result<std::vector<float>> paint(RunContext& run, const DiffusionTransformer& network, const PaintRequest& request,
                                 const Schedule& schedule, std::vector<float> latent,
                                 const std::function<void(const PaintedStep&)>& painted) {
    Thrift thrift = request.thrift;
    if (!request.unconditional) thrift.guided_from = 1, thrift.guided_to = 0;  // there is no boundary to heed
    StepCache cache(schedule, thrift, request.computed);
    for (std::size_t step = request.taken; step < schedule.timesteps.size(); ++step) {
        Velocities now;
        int passes = 0;
        if (auto reckoned = cache.reckon(step)) {
            now.conditional = now.guided = std::move(*reckoned);
        } else {
            const bool guided = request.unconditional && cache.guides(step);
            auto computed = run_passes(run, network, request, guided, latent, schedule.fed(step));
            if (!computed) return pass_on(computed);
            now = std::move(*computed);
            passes = guided ? 2 : 1;
            cache.remember(step, now.guided);
        }
        if (!std::ranges::all_of(now.guided, [](float v) { return std::isfinite(v); }))
            return fail(ErrorKind::device, "Painting broke down at step {}: the model gave values that are no numbers. "
                        "Check the model (haibao-cli models verify), or use --precision f32.", step + 1);
        advance(schedule, step, now.guided, latent);
        if (request.kept) put_back(*request.kept, schedule.sigmas[step + 1], latent);
        const PaintedStep taken{step, latent, now.conditional, now.unconditional, now.guided, schedule.sigmas[step + 1], passes, cache.known()};
        if (traced(run.trace)) run.trace->add(describe_step(request, taken, schedule.timesteps.size()));
        if (painted) painted(taken);
    }
    return latent;
}

std::vector<std::int32_t> prior_of(std::span<const std::int32_t> ids, int rows, int columns) {
    std::vector<std::int32_t> prior;
    prior.reserve(ids.size() * 4);
    for (int row = 0; row < 2 * rows; ++row)
        for (int column = 0; column < 2 * columns; ++column)
            prior.push_back(ids[static_cast<std::size_t>(row / 2 * columns + column / 2)]);
    return prior;
}

}  // namespace haibao
