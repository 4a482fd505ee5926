// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inference/weights/architecture.h"

namespace haibao {

/// The flow-matching steps of one picture (spec §7): what time the transformer is told, and how noisy the latent is.
struct Schedule {
    double shift = 0;                      ///< mu
    std::vector<std::int64_t> timesteps;   ///< [steps] before the transformer's −1: 1000 …
    std::vector<float> sigmas;             ///< [steps + 1], the last one 0

    /// The time that the transformer is fed at step i: raw and unshifted, 999 at first.
    float fed(std::size_t step) const { return static_cast<float>(timesteps[step] - 1); }
};

/// `image_tokens`: patches of the picture, height/16 · width/16. `steps` ≥ 1.
Schedule make_schedule(const SchedulerConfig& config, int steps, std::int64_t image_tokens);

/// The first step whose latent holds at most this share of noise; all of them are behind it where even the last holds more.
/// At strength 1 that is step 0.
std::size_t first_step(const Schedule& schedule, double strength);

/// latent += (sigma[step+1] − sigma[step]) · velocity, in f32.
void advance(const Schedule& schedule, std::size_t step, std::span<const float> velocity, std::span<float> latent);

/// Classifier-free guidance: unconditional + guidance · (conditional − unconditional), into `conditional`.
void guide(std::span<float> conditional, std::span<const float> unconditional, double guidance);

/// (1 − sigma) · picture + sigma · noise: where painting a picture is with this much noise left.
std::vector<float> noisy(std::span<const float> picture, std::span<const float> noise, float sigma);

}  // namespace haibao
