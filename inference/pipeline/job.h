// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "inference/models/diffusion_transformer.h"
#include "inference/pipeline/compose.h"
#include "inference/pipeline/engine.h"
#include "inference/pipeline/job_settings.h"
#include "inference/pipeline/latent_preview.h"
#include "inference/pipeline/networks.h"
#include "inference/pipeline/paint.h"
#include "inference/picture/repaint.h"

namespace haibao {

/// The steps of one job, from its request to its pictures. Lives as long as the job; the networks belong to the engine.
class Job {
public:
    /// All of them outlive the job. `settings`: of this request, as settle() gives them.
    Job(Networks& networks, const GenerationRequest& request, const JobSettings& settings, Observer& observer)
        : networks_(networks),
          request_(request),
          settings_(settings),
          observer_(observer),
          run_{networks.device(), [&observer] { return observer.cancelled(); }, nullptr, observer.trace()} {}

    /// Once. Errors: those of Engine::generate().
    Result<GenerationResult> run();

private:
    using Clock = std::chrono::steady_clock;

    /// The picture of which a region is repainted, as the stages see it.
    struct Base {
        Image picture;  ///< of the size that is worked on
        Mask soft;      ///< of the size that the user has: the feathered mask
        std::vector<float> latent;
        std::vector<float> anew;  ///< [height/8, width/8]: `soft` as the latents see it
    };

    Result<void> read_sources();
    Result<CompositionRequest> composition() const;
    bool refines() const { return request_.repaint && request_.repaint->strength < 1; }
    Result<std::vector<std::vector<std::int32_t>>> grids_of_pictures();
    Result<std::vector<std::int32_t>> read_base(const std::vector<Grid>& grids);
    Result<std::vector<std::vector<std::int32_t>>> compose_grids(const CompositionRequest& request);
    Result<void> encode_base();
    Result<std::vector<float>> encode_glyphs(const std::vector<std::string>& texts);
    Result<void> prepare_painting();
    Result<void> write_sources();
    Result<std::vector<float>> paint_picture(int index, std::span<const std::int32_t> ids);
    void keep(int index, const PaintedStep& step);
    Result<Image> finish(int index, std::span<const float> latent);

    DiffusionCondition condition(std::span<const float> glyphs, std::span<const std::int32_t> prior) const {
        return {.height = settings_.height, .width = settings_.width, .glyphs = glyphs, .prior = prior};
    }
    /// Runs one stage and notes how long it took, and apart from that how long its networks took to load.
    template <class Work>
    auto timed(Stage stage, Work work) {
        const auto start = Clock::now();
        const double loading = networks_.loading_seconds();
        auto result = work();
        const double loaded = networks_.loading_seconds() - loading;
        if (loaded > 0) note(Stage::loading, loaded);
        note(stage, std::chrono::duration<double>(Clock::now() - start).count() - loaded);
        return result;
    }
    void note(Stage stage, double seconds);

    Networks& networks_;
    const GenerationRequest& request_;
    const JobSettings& settings_;
    Observer& observer_;
    RunContext run_;
    std::vector<StageSeconds> timings_;
    /// Reference pictures, read once for the language model and once for the diffusion transformer. Both see the same pixels: the source
    /// resized to whole visual tokens (contracts: image-to-image; spec §9.4 explains what fails otherwise).
    std::vector<TokenizedPicture> sources_;
    std::vector<float> glyphs_, no_glyphs_;  ///< [text tokens, text_dim]
    std::shared_ptr<DiffusionTransformer::Prepared> unconditional_;
    std::optional<ConditionCache> source_cache_;
    std::optional<Base> base_;
    Clock::time_point last_kept_;
    bool preview_tried_ = false;
    const LatentPreview* preview_ = nullptr;
};

}  // namespace haibao
