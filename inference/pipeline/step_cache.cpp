// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/step_cache.h"

#include <cmath>
#include <utility>

namespace haibao {

Thrift thrift_of(Speed speed) {
    switch (speed) {
        case Speed::exact: return {};
        case Speed::balanced: return {.drift = 0.03, .guided_to = 0.2};
        case Speed::fast: return {.drift = 0.06, .in_a_row = 5, .guided_to = 0.4};
    }
    return {};
}

double drift(const ComputedStep& before, const ComputedStep& last, std::span<const float> sigmas, double sigma) {
    double changed = 0, all = 0;
    for (std::size_t i = 0; i < last.velocity.size(); ++i) {
        const double now = last.velocity[i], change = now - double{before.velocity[i]};
        changed += change * change;
        all += now * now;
    }
    const double from = sigmas[static_cast<std::size_t>(before.step)], to = sigmas[static_cast<std::size_t>(last.step)];
    return std::sqrt(changed / all) * (to - sigma) / (from - to);
}

StepCache::StepCache(const Schedule& schedule, const Thrift& thrift, std::vector<ComputedStep> computed)
    : schedule_(schedule), thrift_(thrift), computed_(std::move(computed)) {}

bool StepCache::guides(std::size_t step) const {
    const double sigma = schedule_.sigmas[step];
    return sigma <= thrift_.guided_from && sigma >= thrift_.guided_to;
}

std::optional<std::vector<float>> StepCache::reckon(std::size_t step) const {
    if (thrift_.drift <= 0 || computed_.size() < 2 || step + 1 == schedule_.timesteps.size()) return std::nullopt;
    const ComputedStep &before = computed_[0], &last = computed_[1];
    if (static_cast<int>(step) - last.step > thrift_.in_a_row) return std::nullopt;
    const auto other_side = [&](const ComputedStep& computed) { return guides(static_cast<std::size_t>(computed.step)) != guides(step); };
    if (other_side(before) || other_side(last)) return std::nullopt;
    // Written so that a drift that is no number computes the step, and breaks down there with a sentence.
    if (!(drift(before, last, schedule_.sigmas, schedule_.sigmas[step]) <= thrift_.drift)) return std::nullopt;
    const float from = schedule_.sigmas[static_cast<std::size_t>(before.step)], to = schedule_.sigmas[static_cast<std::size_t>(last.step)];
    const float on = (to - schedule_.sigmas[step]) / (from - to);
    std::vector<float> velocity = last.velocity;
    for (std::size_t i = 0; i < velocity.size(); ++i) velocity[i] += on * (last.velocity[i] - before.velocity[i]);
    return velocity;
}

void StepCache::remember(std::size_t step, std::span<const float> velocity) {
    if (thrift_.drift <= 0) return;
    if (computed_.size() == 2) computed_.erase(computed_.begin());
    computed_.push_back({static_cast<int>(step), {velocity.begin(), velocity.end()}});
}

}  // namespace haibao
