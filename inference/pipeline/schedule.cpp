// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/schedule.h"

#include <algorithm>
#include <cmath>

namespace haibao {

Schedule make_schedule(const SchedulerConfig& config, int steps, std::int64_t image_tokens) {
    Schedule schedule;
    const double m = std::sqrt(static_cast<double>(image_tokens) / config.base_tokens);
    schedule.shift = m * config.max_shift + config.base_shift;
    // numpy's linspace(1000, 1, steps + 1) without its last value, cut to integers: i·step + start, in this order.
    const double start = config.train_timesteps;
    const double step = (1.0 - start) / steps;
    for (int i = 0; i < steps; ++i) {
        const auto timestep = static_cast<std::int64_t>(i * step + start);
        schedule.timesteps.push_back(timestep);
        const float share = static_cast<float>(timestep) / static_cast<float>(config.train_timesteps);
        const float mu = static_cast<float>(schedule.shift);
        schedule.sigmas.push_back(mu / (mu + (1.0f / share - 1.0f)));
    }
    schedule.sigmas.push_back(0.0f);
    return schedule;
}

std::size_t first_step(const Schedule& schedule, double strength) {
    const auto last = schedule.sigmas.end() - 2;  // with few steps more noisy than asked for, but never nothing at all
    const auto quiet = std::find_if(schedule.sigmas.begin(), last, [&](float sigma) { return double(sigma) <= strength; });
    return static_cast<std::size_t>(quiet - schedule.sigmas.begin());
}

void advance(const Schedule& schedule, std::size_t step, std::span<const float> velocity, std::span<float> latent) {
    const float by = schedule.sigmas[step + 1] - schedule.sigmas[step];
    for (std::size_t i = 0; i < latent.size(); ++i) latent[i] += by * velocity[i];
}

void guide(std::span<float> conditional, std::span<const float> unconditional, double guidance) {
    const float g = static_cast<float>(guidance);
    for (std::size_t i = 0; i < conditional.size(); ++i)
        conditional[i] = unconditional[i] + g * (conditional[i] - unconditional[i]);
}

std::vector<float> noisy(std::span<const float> picture, std::span<const float> noise, float sigma) {
    std::vector<float> latent(picture.begin(), picture.end());
    for (std::size_t i = 0; i < latent.size(); ++i) latent[i] = (1 - sigma) * latent[i] + sigma * noise[i];
    return latent;
}

}  // namespace haibao
