// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "inference/pipeline/schedule.h"
#include "inference/pipeline/speed.h"

// Fewer passes for (nearly) the same picture.
//
// Steps: from one step to the next the network is fed a little less noise, and for most of the way it answers nearly the
// same. EasyCache (Zhou et al., 2025, arXiv:2507.02860) watches how much the output changes for a given change of the
// input, takes that rate to hold for a while, adds up what the output must have changed since it was last computed, and
// computes it again once the sum passes a threshold. TeaCache (Liu et al., 2024, arXiv:2411.19108) adds up a like sum from the
// inputs alone. Here the latent moves along the velocity itself, so that its change is the noise level's, and the sum up to
// any later step is known as soon as a step is computed. What stands in is not the last output but its continuation, as
// TaylorSeer's (Liu et al., 2025, arXiv:2503.06923): on along the line through the last two computed ones.
//
// Guidance: Kynkäänniemi et al. (2024, arXiv:2404.07724) find that guidance does its work at middle noise levels and little
// or harm outside; there the pass without the prompt is left out.
namespace haibao {

/// What may be left out.
struct Thrift {
    double drift = 0;            ///< velocities are reckoned until they have changed by this share of themselves; 0 computes every step
    int in_a_row = 3;            ///< no more steps are reckoned one after the other, however still the velocity stood when it was computed
    double guided_from = 1;      ///< guidance acts on steps that begin with noise levels between these two; 1 … 0 are all
    double guided_to = 0;
    bool operator==(const Thrift&) const = default;
};
/// The measured settings (docs/performance.md, “Fewer passes”).
Thrift thrift_of(Speed speed);

/// Decides which steps of one painting are computed. The first two, the last one, and those on whose side of a guidance
/// boundary fewer than two were computed always are.
class StepCache {
public:
    /// `computed`: what a broken-off painting remembered; known() of the same schedule and thrift.
    StepCache(const Schedule& schedule, const Thrift& thrift, std::vector<ComputedStep> computed = {});

    /// Whether guidance acts at this step.
    bool guides(std::size_t step) const;
    /// The velocity to follow at this step, if it need not be computed.
    std::optional<std::vector<float>> reckon(std::size_t step) const;
    void remember(std::size_t step, std::span<const float> velocity);
    /// All that later decisions and velocities follow from; at most two, and none where every step is computed.
    const std::vector<ComputedStep>& known() const { return computed_; }

private:
    const Schedule& schedule_;
    Thrift thrift_;
    std::vector<ComputedStep> computed_;
};

/// The share of itself by which the velocity of `last` has changed on the way to noise level `sigma`, if it goes on changing
/// as from `before` to `last`.
double drift(const ComputedStep& before, const ComputedStep& last, std::span<const float> sigmas, double sigma);

}  // namespace haibao
