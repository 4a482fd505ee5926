// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/sampler.h"

#include <algorithm>
#include <cmath>

namespace haibao {
namespace {

Result<void> check(const SamplingOptions& options) {
    if (!(options.temperature >= 0.0 && options.temperature <= 100.0))
        return fail(ErrorKind::invalid_input, "The temperature {} is not between 0 and 100.", options.temperature);
    if (!(options.top_p > 0.0 && options.top_p <= 1.0))
        return fail(ErrorKind::invalid_input, "top_p {} is not above 0 and at most 1.", options.top_p);
    if (options.top_k < 0) return fail(ErrorKind::invalid_input, "top_k {} is negative.", options.top_k);
    if (options.allowed_ids < 0)
        return fail(ErrorKind::invalid_input, "{} allowed visual tokens make no sense.", options.allowed_ids);
    return {};
}

bool likelier(const Candidate& a, const Candidate& b) {
    return a.probability != b.probability ? a.probability > b.probability : a.id < b.id;
}
/// A heap's order is the other way round: its front is the likeliest.
bool less_likely(const Candidate& a, const Candidate& b) { return likelier(b, a); }

/// Drops what is less likely than the k-th.
void keep_top_k(std::vector<Candidate>& all, std::int64_t k) {
    if (k == 0 || static_cast<std::size_t>(k) >= all.size()) return;
    std::ranges::nth_element(all, all.begin() + (k - 1), likelier);
    const double least = all[static_cast<std::size_t>(k - 1)].probability;
    std::erase_if(all, [least](const Candidate& c) { return c.probability < least; });
    // Back to the order of ids, in which sums are made.
    std::ranges::sort(all, {}, &Candidate::id);
}

/// The smallest set of the likeliest whose sum reaches p of `total`, likeliest first. A heap, because the set is small
/// as a rule and the vocabulary large.
std::vector<Candidate> take_top_p(std::vector<Candidate> all, double p, double total) {
    if (p >= 1.0) {
        std::ranges::sort(all, likelier);
        return all;
    }
    std::vector<Candidate> kept;
    std::ranges::make_heap(all, less_likely);
    for (double sum = 0.0; !all.empty() && sum < p * total;) {
        std::ranges::pop_heap(all, less_likely);
        kept.push_back(all.back());
        all.pop_back();
        sum += kept.back().probability;
    }
    return kept;
}

double total_of(const std::vector<Candidate>& all) {
    double total = 0.0;
    for (const Candidate& c : all) total += c.probability;
    return total;
}

}  // namespace

Result<std::vector<Candidate>> candidates(std::span<const float> logits, const SamplingOptions& options) {
    if (auto checked = check(options); !checked) return pass_on(checked);
    if (options.allowed_ids > 0) logits = logits.first(std::min<std::size_t>(logits.size(), options.allowed_ids));
    if (logits.empty() || !std::ranges::all_of(logits, [](float x) { return std::isfinite(x); }))
        return fail(ErrorKind::device, "The language model computed values that are no numbers. Check the model's files "
                    "(verify), or try --device cpu.");

    const auto best = std::ranges::max_element(logits);
    if (options.temperature == 0.0) return std::vector{Candidate{static_cast<std::int32_t>(best - logits.begin()), 1.0}};

    std::vector<Candidate> all;
    all.reserve(logits.size());
    for (std::size_t id = 0; id < logits.size(); ++id) {
        const double difference = static_cast<double>(logits[id]) - static_cast<double>(*best);
        const double weight = std::exp(difference / options.temperature);
        if (weight > 0.0) all.push_back({static_cast<std::int32_t>(id), weight});
    }
    keep_top_k(all, options.top_k);
    const double total = total_of(all);
    std::vector<Candidate> kept = take_top_p(std::move(all), options.top_p, total);
    const double kept_total = total_of(kept);
    for (Candidate& c : kept) c.probability /= kept_total;
    return kept;
}

std::int32_t choose(std::span<const Candidate> candidates, double uniform) {
    double sum = 0.0;
    for (const Candidate& c : candidates) {
        sum += c.probability;
        if (uniform < sum) return c.id;
    }
    return candidates.back().id;  // the sum rounded to a little under 1
}

Result<std::int32_t> sample(std::span<const float> logits, const SamplingOptions& options, double uniform) {
    auto kept = candidates(logits, options);
    if (!kept) return pass_on(kept);
    return choose(*kept, uniform);
}

}  // namespace haibao
