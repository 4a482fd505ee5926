// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "inference/models/language_model.h"
#include "inference/pipeline/sampler.h"

namespace haibao {

/// What the language model has to compose (spec §2.4).
struct CompositionRequest {
    std::vector<std::int32_t> prompt;  ///< ids, with those of the source pictures in place of their placeholders
    std::vector<Grid> sources;         ///< of the source pictures, in the prompt's order
    std::vector<Grid> grids;           ///< drawn one after the other: {preview, large}, or {large} with sources
    SamplingOptions sampling;          ///< allowed_ids = the number of codes, so that no end comes early
    std::vector<std::uint64_t> seeds;  ///< one per picture
    std::vector<std::int32_t> kept{};  ///< per token of all grids: an id that stands already, or −1; empty = all are drawn
};

/// Tokens gone through so far and in all, over all pictures that are drawn together.
using CompositionProgress = std::function<void(int done, int total)>;

/// Draws one large grid per seed: rows·columns ids of the last grid, raster order. Up to 16 pictures are decoded
/// together, so that the weights are read once for all of them. Token k of a picture is decided by number k of the
/// Philox stream of its seed, whatever else is drawn beside it. Tokens that are kept before the first drawn one are read with the
/// prompt; after the last drawn one nothing is computed.
/// Errors: invalid_input, cancelled (asked before each token), out_of_memory, device.
Result<std::vector<std::vector<std::int32_t>>> compose(RunContext& run, const LanguageModel& model,
                                                       const CompositionRequest& request,
                                                       const CompositionProgress& progress = {});

}  // namespace haibao
