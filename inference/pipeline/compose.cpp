// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/compose.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "inference/pipeline/philox.h"
#include "inference/runtime/less_memory.h"

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

/// The tokens that a request leaves to be drawn: the first one, and one past the last. Equal when all are kept.
struct Drawn {
    std::size_t first = 0, end = 0;
};

Drawn drawn_of(const CompositionRequest& request, std::size_t tokens) {
    if (request.kept.empty()) return {0, tokens};
    const auto first = std::ranges::find(request.kept, -1);
    if (first == request.kept.end()) return {tokens, tokens};
    const auto last = std::ranges::find_last(request.kept, -1).begin();
    return {static_cast<std::size_t>(first - request.kept.begin()), static_cast<std::size_t>(last - request.kept.begin()) + 1};
}

/// All pictures of one batch, drawn in step.
class Drawing {
public:
    /// `seeds`: a part of the request's. `trace` may be null.
    Drawing(const CompositionRequest& request, std::span<const std::uint64_t> seeds, std::size_t first, TraceSink* trace)
        : request_(request), first_picture_(static_cast<std::size_t>(seeds.data() - request.seeds.data())), trace_(trace),
          ids_(seeds.size(), {request.kept.begin(), request.kept.begin() + (request.kept.empty() ? 0 : static_cast<std::ptrdiff_t>(first))}) {
        for (const std::uint64_t seed : seeds) random_.emplace_back(seed, RandomStream::visual_tokens);
    }

    /// Chooses the next id of every picture from its row of `logits`, or from the only row there is.
    Result<void> draw(std::span<const float> logits, std::size_t row) {
        for (std::size_t picture = 0; picture < ids_.size(); ++picture) {
            std::vector<std::int32_t>& ids = ids_[picture];
            if (const std::int32_t kept = request_.kept.empty() ? -1 : request_.kept[ids.size()]; kept >= 0) {
                ids.push_back(kept);
                continue;
            }
            const std::size_t from = logits.size() == row ? 0 : picture * row;
            const auto left = candidates(logits.subspan(from, row), request_.sampling);
            if (!left) return std::unexpected(left.error());
            const std::int32_t id = choose(*left, random_[picture].uniform(ids.size()));
            if (traced(trace_)) {
                TokenDrawn drawn = describe_choice(request_.grids, ids.size(), id, *left);
                drawn.picture = static_cast<int>(first_picture_ + picture);
                trace_->add(drawn);
            }
            ids.push_back(id);
        }
        return {};
    }
    /// What is kept after the last drawn one.
    void complete() {
        for (auto& ids : ids_)
            if (ids.size() < request_.kept.size()) ids.insert(ids.end(), request_.kept.begin() + static_cast<std::ptrdiff_t>(ids.size()), request_.kept.end());
    }

    std::vector<std::int32_t> latest() const {
        std::vector<std::int32_t> last;
        for (const auto& ids : ids_) last.push_back(ids.back());
        return last;
    }
    const std::vector<std::vector<std::int32_t>>& ids() const { return ids_; }

private:
    const CompositionRequest& request_;
    std::size_t first_picture_;
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
    if (!request.kept.empty() && std::ssize(request.kept) != tokens_of(request.grids))
        return fail(ErrorKind::invalid_input, "{} visual tokens are kept or left open, but the picture has {}.", request.kept.size(),
                    tokens_of(request.grids));
    if (request.sampling.allowed_ids > config.visual_vocabulary)
        return fail(ErrorKind::invalid_input, "The model's {} codes exceed its visual vocabulary of {}.",
                    request.sampling.allowed_ids, config.visual_vocabulary);
    return {};
}

/// Draws the pictures of some seeds together; `step` is called after each token.
Result<std::vector<std::vector<std::int32_t>>> draw_together(RunContext& run, const LanguageModel& model,
                                                             const CompositionRequest& request,
                                                             std::span<const std::uint64_t> seeds,
                                                             const std::function<void(int)>& step) {
    const LanguageConfig& config = model.config();
    const auto row = static_cast<std::size_t>(config.visual_vocabulary);
    const auto tokens = static_cast<std::size_t>(tokens_of(request.grids));
    const auto prompt = prompt_positions(request.prompt, request.sources, config.image_start, config.image_end);
    if (!prompt) return std::unexpected(prompt.error());
    const TokenPositions places = grid_positions(prompt->next, request.grids);
    const Drawn drawn = drawn_of(request, tokens);
    Drawing drawing(request, seeds, drawn.first, run.trace);
    if (drawn.first < drawn.end) {
        auto cache = model.make_cache(run.device, static_cast<std::int64_t>(seeds.size()),
                                      static_cast<std::int64_t>(request.prompt.size() + drawn.end) - 1);
        if (!cache) return pass_on(cache);
        std::vector<std::int32_t> known = request.prompt;
        TokenPositions known_places = prompt->tokens;
        for (std::size_t i = 0; i < drawn.first; ++i) {
            known.push_back(request.kept[i]);
            known_places.add(places.t[i], places.h[i], places.w[i]);
        }
        auto logits = model.prefill(run, **cache, known, known_places);
        for (std::size_t token = drawn.first;; ++token) {
            if (!logits) return pass_on(logits);
            if (auto done = drawing.draw(*logits, row); !done) return pass_on(done);
            step(static_cast<int>(token + 1 - drawn.first));
            if (token + 1 == drawn.end) break;
            logits = model.decode(run, **cache, drawing.latest(), places.at(token));
        }
    }
    drawing.complete();
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
    const std::span<const std::uint64_t> seeds(request.seeds);
    const Drawn open = drawn_of(request, static_cast<std::size_t>(tokens_of(request.grids)));
    const int tokens = static_cast<int>(open.end - open.first);
    std::vector<std::vector<std::int32_t>> all;
    std::size_t at_once = std::min(pictures_at_once, seeds.size());
    const auto fewer = [&]() -> std::optional<std::string> {
        if (at_once == 1) return std::nullopt;
        at_once = (at_once + 1) / 2;
        return std::format("{} pictures are composed at a time", at_once);
    };
    for (int batch = 0; all.size() < seeds.size(); ++batch) {
        const auto some = [&]() -> Result<void> {
            const std::size_t left = seeds.size() - all.size();
            const int batches = batch + static_cast<int>((left + at_once - 1) / at_once);
            auto drawn = draw_together(run, model, request, seeds.subspan(all.size(), std::min(at_once, left)), [&](int done) {
                if (progress) progress(batch * tokens + done, batches * tokens);
            });
            if (!drawn) return pass_on(drawn);
            std::ranges::move(*drawn, std::back_inserter(all));
            return {};
        };
        if (auto done = with_less_memory(run.device, some, fewer); !done) return pass_on(done);
    }
    return all;
}

}  // namespace haibao
