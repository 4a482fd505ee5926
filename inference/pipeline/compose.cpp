// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/compose.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "inference/pipeline/philox.h"

namespace haibao {
namespace {

constexpr std::size_t pictures_at_once = 16;

/// What an inspector shows of a choice: its place in the grids, which are drawn one after the other, and its alternatives.
TokenDrawn describe_choice(const std::vector<Grid>& grids, std::size_t token, std::int32_t id, std::span<const Candidate> candidates) {
    TokenDrawn drawn{.at = trace_clock(), .grids = static_cast<int>(grids.size()), .id = id, .candidates = static_cast<int>(candidates.size())};
    int position = static_cast<int>(token);
    while (position >= grids[static_cast<std::size_t>(drawn.grid)].count()) position -= grids[static_cast<std::size_t>(drawn.grid++)].count();
    const Grid& grid = grids[static_cast<std::size_t>(drawn.grid)];
    drawn.rows = grid.rows;
    drawn.columns = grid.columns;
    drawn.position = position;
    for (const Candidate& c : candidates) drawn.entropy -= c.probability * std::log2(c.probability);
    for (const Candidate& c : candidates.first(std::min(candidates.size(), TokenDrawn::most_choices))) drawn.likeliest.push_back({c.id, c.probability});
    return drawn;
}

/// All pictures of one batch, drawn in step.
class Drawing {
public:
    Drawing(const CompositionRequest& request, std::size_t first, std::span<const std::uint64_t> seeds, TraceSink* trace)
        : request_(request), sampling_(request.sampling), first_(first), trace_(trace), ids_(seeds.size()) {
        for (const std::uint64_t seed : seeds) random_.emplace_back(seed, RandomStream::visual_tokens);
    }

    /// Chooses the next id of every picture from its row of `logits`, or from the only row there is.
    Result<void> draw(std::span<const float> logits, std::size_t row) {
        for (std::size_t picture = 0; picture < ids_.size(); ++picture) {
            std::vector<std::int32_t>& ids = ids_[picture];
            const std::size_t from = logits.size() == row ? 0 : picture * row;
            const auto left = candidates(logits.subspan(from, row), sampling_);
            if (!left) return std::unexpected(left.error());
            const std::int32_t id = choose(*left, random_[picture].uniform(ids.size()));
            if (traced(trace_)) {
                TokenDrawn drawn = describe_choice(request_.grids, ids.size(), id, *left);
                drawn.picture = static_cast<int>(first_ + picture);
                trace_->add(drawn);
            }
            ids.push_back(id);
        }
        return {};
    }

    std::vector<std::int32_t> latest() const {
        std::vector<std::int32_t> last;
        for (const auto& ids : ids_) last.push_back(ids.back());
        return last;
    }
    const std::vector<std::vector<std::int32_t>>& ids() const { return ids_; }

private:
    const CompositionRequest& request_;
    const SamplingOptions& sampling_;
    std::size_t first_;  ///< of the job's pictures
    TraceSink* trace_;
    std::vector<Philox> random_;
    std::vector<std::vector<std::int32_t>> ids_;
};

int tokens_of(const std::vector<Grid>& grids) {
    int tokens = 0;
    for (const Grid& grid : grids) tokens += grid.count();
    return tokens;
}

Result<void> check(const CompositionRequest& request, const LanguageConfig& config) {
    for (const Grid& grid : request.grids)
        if (grid.rows < 1 || grid.columns < 1 || grid.rows > 1024 || grid.columns > 1024)
            return fail(ErrorKind::invalid_input, "A picture of {}×{} visual tokens cannot be drawn.", grid.rows,
                        grid.columns);
    if (request.grids.empty() || request.seeds.empty())
        return fail(ErrorKind::invalid_input, "There is no picture to draw.");
    if (request.sampling.allowed_ids > config.visual_vocabulary)
        return fail(ErrorKind::invalid_input, "The model's {} codes exceed its visual vocabulary of {}.",
                    request.sampling.allowed_ids, config.visual_vocabulary);
    return {};
}

/// Draws `count` pictures from the `first` on together; `step` is called after each token.
Result<std::vector<std::vector<std::int32_t>>> draw_together(RunContext& run, const LanguageModel& model,
                                                             const CompositionRequest& request, std::size_t first, std::size_t count,
                                                             const std::function<void(int)>& step) {
    const auto seeds = std::span(request.seeds).subspan(first, count);
    const LanguageConfig& config = model.config();
    const auto row = static_cast<std::size_t>(config.visual_vocabulary);
    const int tokens = tokens_of(request.grids);
    const auto prompt = prompt_positions(request.prompt, request.sources, config.image_start, config.image_end);
    if (!prompt) return std::unexpected(prompt.error());
    const TokenPositions positions = grid_positions(prompt->next, request.grids);
    auto cache = model.make_cache(run.device, static_cast<std::int64_t>(seeds.size()),
                                  static_cast<std::int64_t>(request.prompt.size()) + tokens - 1);
    if (!cache) return pass_on(cache);

    Drawing drawing(request, first, seeds, run.trace);
    auto logits = model.prefill(run, **cache, request.prompt, prompt->tokens);
    for (int token = 0;; ++token) {
        if (!logits) return pass_on(logits);
        if (auto drawn = drawing.draw(*logits, row); !drawn) return pass_on(drawn);
        step(token + 1);
        if (token + 1 == tokens) break;
        logits = model.decode(run, **cache, drawing.latest(), positions.at(static_cast<std::size_t>(token)));
    }
    const int large = request.grids.back().count();
    std::vector<std::vector<std::int32_t>> result;
    for (const auto& ids : drawing.ids()) result.emplace_back(ids.end() - large, ids.end());
    return result;
}

}  // namespace

Result<std::vector<std::vector<std::int32_t>>> compose(RunContext& run, const LanguageModel& model,
                                                       const CompositionRequest& request,
                                                       const CompositionProgress& progress) {
    if (auto checked = check(request, model.config()); !checked) return pass_on(checked);
    const int tokens = tokens_of(request.grids);
    const int batches = static_cast<int>((request.seeds.size() + pictures_at_once - 1) / pictures_at_once);
    std::vector<std::vector<std::int32_t>> all;
    for (int batch = 0; batch < batches; ++batch) {
        const std::size_t first = static_cast<std::size_t>(batch) * pictures_at_once;
        const std::size_t count = std::min(pictures_at_once, request.seeds.size() - first);
        auto drawn = draw_together(run, model, request, first, count, [&](int done) {
            if (progress) progress(batch * tokens + done, batches * tokens);
        });
        if (!drawn) return pass_on(drawn);
        std::ranges::move(*drawn, std::back_inserter(all));
    }
    return all;
}

}  // namespace haibao
