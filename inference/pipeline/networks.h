// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "inference/models/autoencoder.h"
#include "inference/models/diffusion_transformer.h"
#include "inference/models/glyph_encoder.h"
#include "inference/models/language_model.h"
#include "inference/models/vision_tokenizer.h"
#include "inference/picture/preprocess.h"
#include "inference/pipeline/engine.h"
#include "inference/pipeline/latent_preview.h"
#include "inference/text/prompt.h"
#include "inference/weights/memory_plan.h"
#include "inference/weights/model_folder.h"

namespace haibao {

/// A checkpoint's networks on one device, each loaded when it is first asked for. Of a large checkpoint only the stage
/// at work is kept, so that memory peaks at the largest stage; a small one stays loaded for the next job.
class Networks {
public:
    /// Opens the device, reads and checks all configs; no weights yet.
    /// Errors: not_found, corrupt_file, unsupported, device.
    static Result<std::unique_ptr<Networks>> open(const std::filesystem::path& model_folder,
                                                  const EngineOptions& options);

    /// What the job's stages will take (plan_memory): weights get the room that the work of their stage leaves on an accelerator, and where
    /// that has no room for all stages even a small checkpoint's take turns. Without it they must fit as a whole.
    void expect(std::vector<StageMemory> stages);
    /// Whether a stage can do its work at its best beside what is loaded now.
    bool has_room_for(std::string_view stage) const;

    // Errors of all: not_found, corrupt_file, unsupported, out_of_memory. The pointer lasts until done_with/release.
    Result<LanguageModel*> language_model();
    Result<VisionTokenizer*> vision_tokenizer();
    Result<GlyphEncoder*> glyph_encoder();
    Result<DiffusionTransformer*> diffusion_transformer();
    Result<Autoencoder*> autoencoder(Autoencoder::Half half);
    /// Measured on the decoder when it is first asked for, and kept: it counts as loading. Errors: those of autoencoder() and
    /// LatentPreview::measure().
    Result<const LatentPreview*> preview(RunContext& run, int channels);

    /// The job needs no network of this component for a while.
    void done_with(Component component);
    /// Drops every network.
    void release();
    bool keeps_everything() const { return keeps_everything_; }
    /// Spent on loading networks so far; the time grows with the model, not with the picture.
    double loading_seconds() const { return loading_seconds_; }

    Device& device() { return *device_; }
    const ModelFolder& folder() const { return folder_; }
    ModelFolder& folder() { return folder_; }
    const PromptBuilder& prompts() const { return *prompts_; }
    const VisionPreprocessor& vision_preprocessor() const { return preprocessor_; }
    const SchedulerConfig& scheduler() const { return scheduler_config_; }
    std::int32_t codes() const { return vision_config_.codes; }

private:
    explicit Networks(ModelFolder folder) : folder_(std::move(folder)) {}
    Result<void> read_configs();
    template <class Load>
    auto load_with_room(std::string_view stage, Load load) const;

    ModelFolder folder_;
    std::unique_ptr<Device> device_;
    std::optional<PromptBuilder> prompts_;
    VisionPreprocessor preprocessor_;
    LanguageConfig language_config_{};
    VisionConfig vision_config_{};
    GlyphConfig glyph_config_{};
    DiffusionConfig diffusion_config_{};
    AutoencoderConfig autoencoder_config_{};
    SchedulerConfig scheduler_config_{};
    bool small_ = false, keeps_everything_ = false;
    double loading_seconds_ = 0;
    std::vector<StageMemory> expected_;

    std::unique_ptr<LanguageModel> language_model_;
    std::unique_ptr<VisionTokenizer> vision_tokenizer_;
    std::unique_ptr<GlyphEncoder> glyph_encoder_;
    std::unique_ptr<DiffusionTransformer> diffusion_transformer_;
    std::unique_ptr<Autoencoder> encoder_, decoder_;
    std::optional<LatentPreview> preview_;
};

/// An engine on networks that are open; Engine::open() opens them, too.
std::unique_ptr<Engine> engine_on(std::unique_ptr<Networks> networks);

/// The ids of a picture seen as exactly this grid, whatever its size. Errors: cancelled, out_of_memory, device.
Result<std::vector<std::int32_t>> tokenize_as(RunContext& run, const VisionTokenizer& tokenizer, const VisionPreprocessor& preprocess,
                                              const Image& picture, Grid grid);

/// A picture as the language model and the diffusion transformer will see it.
struct TokenizedPicture {
    Image picture;  ///< resized to 32·columns × 32·rows pixels
    Grid grid;
    std::vector<std::int32_t> ids;  ///< of the grid, raster order
};
/// Errors: invalid_input (too small, too long), cancelled, out_of_memory, device.
Result<TokenizedPicture> tokenize(RunContext& run, const VisionTokenizer& tokenizer, const VisionPreprocessor& preprocess,
                                  const Image& picture);

}  // namespace haibao
