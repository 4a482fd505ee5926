// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/paint.h"

#include <algorithm>
#include <cmath>

namespace haibao {

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
    for (std::size_t step = request.taken; step < schedule.timesteps.size(); ++step) {
        const float time = schedule.fed(step);
        auto velocity = network.velocity(run, *request.conditional, latent, time, request.sources);
        if (!velocity) return pass_on(velocity);
        std::vector<float> guided = *velocity, unconditional;
        if (request.unconditional) {
            auto without = network.velocity(run, *request.unconditional, latent, time);
            if (!without) return pass_on(without);
            unconditional = std::move(*without);
            guide(guided, unconditional, request.guidance);
        }
        if (!std::ranges::all_of(guided, [](float v) { return std::isfinite(v); }))
            return fail(ErrorKind::device, "Painting broke down at step {}: the model gave values that are no numbers. "
                        "Check the model (haibao-cli models verify), or use --precision f32.", step + 1);
        advance(schedule, step, guided, latent);
        if (request.kept) put_back(*request.kept, schedule.sigmas[step + 1], latent);
        if (painted) painted({step, latent, *velocity, unconditional, guided, schedule.sigmas[step + 1]});
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
