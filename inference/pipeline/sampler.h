// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "inference/base/result.h"

namespace haibao {

/// How the next visual token is chosen (spec 3.5): temperature, then top-k, then top-p, then softmax.
struct SamplingOptions {
    double temperature = 1.0;        ///< 0 = greedy: the likeliest id, the lowest of equals
    std::int64_t top_k = 0;          ///< 0 = off; ids as likely as the k-th stay in
    double top_p = 1.0;              ///< (0, 1]; the id that crosses the threshold stays in
    std::int32_t allowed_ids = 0;    ///< ids ≥ this are never chosen; 0 = all may be
};

/// An id that can still be chosen; the probabilities of all candidates sum to 1.
struct Candidate {
    std::int32_t id;
    double probability;
};

/// What is left of a row of logits, likeliest first (the lower id first among equals).
/// Errors: invalid_input (options out of their ranges), device (logits that are no numbers).
Result<std::vector<Candidate>> candidates(std::span<const float> logits, const SamplingOptions& options);

/// The candidate that `uniform` in [0, 1) falls on; there must be one.
std::int32_t choose(std::span<const Candidate> candidates, double uniform);

/// Both at once: chooses an id; `uniform` in [0, 1) decides. Everything is computed in double and in a fixed order, so the choice
/// depends on the logits and `uniform` alone. Errors as above.
Result<std::int32_t> sample(std::span<const float> logits, const SamplingOptions& options, double uniform);

}  // namespace haibao
