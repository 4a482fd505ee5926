// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "inference/models/token_positions.h"
#include "inference/pipeline/compose.h"
#include "inference/pipeline/paint.h"
#include "tests/parity/parity.h"

namespace haibao::test {
namespace {

using Ids = std::vector<std::int32_t>;

/// A prompt as the language model takes it.
struct Request {
    Ids ids;                                  ///< with those of the source pictures in place
    Ids sources;                              ///< the source pictures' ids
    std::vector<Grid> source_grids, targets;  ///< targets in the order of drawing: preview, large
    PromptPositions positions;
    TokenPositions decode;
};

Request read_request(ParityCase& test) {
    Request request;
    for (const auto& grid : test.param("grid_thw")) request.source_grids.push_back({grid.at(1), grid.at(2)});
    const std::vector<std::string> images = test.texts("images");
    if (request.source_grids.size() <= images.size()) throw ParityFailure{"grid_thw names no target grid"};
    while (request.source_grids.size() > images.size()) {
        request.targets.push_back(request.source_grids.back());
        request.source_grids.pop_back();
    }
    for (const std::string& image : images) {
        const SourceIds source = source_ids(test, image);
        request.sources.insert(request.sources.end(), source.ids.begin(), source.ids.end());
    }
    request.ids = test.integers("in.input_ids");
    std::size_t next = 0;
    for (std::int32_t& id : request.ids)
        if (id == test.networks().prompts().tokens().image.id && next < request.sources.size())
            id = request.sources[next++];
    const LanguageConfig& config = need(test.networks().language_model())->config();
    request.positions = need(prompt_positions(request.ids, request.source_grids, config.image_start, config.image_end));
    request.decode = grid_positions(request.positions.next, request.targets);
    return request;
}

Ids rows(const TokenPositions& positions) {
    Ids all = positions.t;
    all.insert(all.end(), positions.h.begin(), positions.h.end());
    all.insert(all.end(), positions.w.begin(), positions.w.end());
    return all;
}

void prefill(ParityCase& test, Answers& answers) {
    const Request request = read_request(test);
    answers.chosen("source_ids", request.sources);
    answers.integers("position_ids", rows(request.positions.tokens));
    answers.integers("decode_position_ids", rows(request.decode));
    const LanguageModel& model = *need(test.networks().language_model());
    const Ids ids = test.has("in.embedded_ids") ? test.integers("in.embedded_ids") : request.ids;
    Taps taps;
    RunContext run = test.run(&taps);
    auto cache = need(model.make_cache(test.networks().device(), 1, static_cast<std::int64_t>(ids.size())));
    answers.floats("logits",
                   need(model.prefill(run, *cache, ids, request.positions.tokens, LanguageModel::Logits::of_all)));
    answers.taps(taps);
}

/// Greedy decoding. Where ids may differ the expected ones are fed back, so that every step can still be compared.
void greedy(ParityCase& test, Answers& answers) {
    const bool masked = test.name().ends_with("_masked");
    const Request request = read_request(test);
    const LanguageModel& model = *need(test.networks().language_model());
    const Ids expected = test.integers("out.generated_ids"), steps = test.integers("out.step_index");
    RunContext run = test.run();
    auto cache = need(
        model.make_cache(test.networks().device(), 1, static_cast<std::int64_t>(request.ids.size() + expected.size())));
    std::vector<float> logits = need(model.prefill(run, *cache, request.ids, request.positions.tokens)), kept;
    Ids drawn;
    for (std::size_t k = 0; k < expected.size(); ++k) {
        if (std::ranges::contains(steps, static_cast<std::int32_t>(k)))
            kept.insert(kept.end(), logits.begin(), logits.end());
        const auto allowed = masked ? std::min<std::size_t>(logits.size(), test.networks().codes()) : logits.size();
        drawn.push_back(static_cast<std::int32_t>(std::ranges::max_element(logits.begin(), logits.begin() + allowed) -
                                                  logits.begin()));
        const bool ended = !masked && drawn.back() == model.config().image_end;
        if (ended || k + 1 == expected.size()) break;
        const std::int32_t feed = test.exact() ? drawn.back() : expected[k];
        logits = need(model.decode(run, *cache, {&feed, 1}, request.decode.at(k)));
    }
    answers.chosen("generated_ids", drawn);
    answers.integers("step_index", steps);
    answers.floats("step_logits", std::move(kept));
    if (!masked) return;

    // The engine's own decoder must draw the same picture. Once an id differs the rest is another picture, so where ids
    // may differ those of the steps above are counted.
    CompositionRequest composition{.prompt = request.ids,
                                   .sources = request.source_grids,
                                   .grids = request.targets,
                                   .sampling = {.temperature = 0, .allowed_ids = test.networks().codes()},
                                   .seeds = {1}};
    const int offset = test.integer("large_offset"), count = test.integer("th") * test.integer("tw");
    const Ids large = test.exact() ? need(compose(run, model, composition)).front()
                                   : Ids(drawn.begin() + offset,
                                         drawn.begin() + std::min<int>(offset + count, static_cast<int>(drawn.size())));
    answers.chosen("large_ids", large);
    if (static_cast<int>(large.size()) != count) throw ParityFailure{"the case expects fewer ids than its grids hold"};
    answers.chosen("prior_token_ids", prior_of(large, test.integer("th"), test.integer("tw")));
}

}  // namespace

std::vector<ParityGroup> language_cases() { return {{"ar_prefill_", prefill}, {"ar_greedy_", greedy}}; }

}  // namespace haibao::test
