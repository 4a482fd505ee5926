// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "inference/models/diffusion_transformer.h"
#include "inference/pipeline/schedule.h"
#include "inference/pipeline/step_cache.h"

namespace haibao {

/// One denoising step, as it was just taken. All latents are [channels, height/8, width/8].
struct PaintedStep {
    std::size_t step;                          ///< 0-based
    std::span<const float> latent;             ///< after the step
    std::span<const float> velocity;           ///< of the pass with the prompt; `guided` where there was no pass
    std::span<const float> unconditional;      ///< empty without guidance
    std::span<const float> guided;             ///< what was followed
    float sigma;                               ///< noise left in `latent`
    int passes;                                ///< of the network; 0 where `guided` was reckoned
    const std::vector<ComputedStep>& computed;  ///< what the next steps may be reckoned from

    /// The picture that the step is heading for: latent − sigma · velocity.
    std::vector<float> expected() const;
};

/// A picture that stands wherever it is not painted anew.
struct KeptPicture {
    std::span<const float> latent;  ///< [channels, height/8, width/8]
    std::span<const float> noise;   ///< that of the painting, likewise: both are equally noisy at every step
    std::span<const float> anew;    ///< [height/8, width/8]: 1 is painted, 0 stays
};

/// Puts `kept` back into a latent with `sigma` of its noise left.
void put_back(const KeptPicture& kept, float sigma, std::span<float> latent);

/// What paint() follows. `unconditional` is null where guidance ≤ 1: one pass per step.
struct PaintRequest {
    DiffusionTransformer::Prepared* conditional = nullptr;
    DiffusionTransformer::Prepared* unconditional = nullptr;
    const ConditionCache* sources = nullptr;  ///< read by the conditional pass alone (spec §9.4)
    double guidance = 1.0;
    const KeptPicture* kept = nullptr;  ///< put back after every step
    std::size_t taken = 0;  ///< steps that `latent` has behind it already
    int picture = 0;        ///< of the job, for the trace
    Thrift thrift = {};
    std::vector<ComputedStep> computed = {};  ///< remembered by the run that took the `taken` steps
};

/// Denoises `latent` (pure noise at first) along the rest of the schedule and returns it.
/// Errors: cancelled (asked in every layer), out_of_memory, device (the network gave a NaN).
Result<std::vector<float>> paint(RunContext& run, const DiffusionTransformer& network, const PaintRequest& request,
                                 const Schedule& schedule, std::vector<float> latent,
                                 const std::function<void(const PaintedStep&)>& painted);

/// The codes of a d32 grid, doubled in both directions: one per patch of the diffusion transformer (spec §4).
std::vector<std::int32_t> prior_of(std::span<const std::int32_t> ids, int rows, int columns);

}  // namespace haibao
