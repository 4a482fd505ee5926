// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "inference/base/config_reader.h"
#include "inference/base/result.h"
#include "inference/weights/model_folder.h"

/// The hyper-parameters of the networks, read once from the checkpoint's configs with every value checked (spec §1),
/// and the tensors that they call for (spec §10). Errors of read_…: not_found (key), corrupt_file (absurd
/// value), unsupported.
namespace haibao {

struct LanguageConfig {
    int vocabulary, visual_vocabulary;  ///< rows of embed_tokens and of lm_head
    int hidden, intermediate, layers, heads, kv_heads, head_dim;
    int max_positions;
    double norm_eps;
    bool attention_bias;
    double rope_theta;
    int rotary_dims;                  ///< head_dim · partial_rotary_factor: the first dims of a head rotate
    std::array<int, 3> rope_section;  ///< frequencies of t, h, w; sum = rotary_dims / 2
    int image_token, image_start, image_end;
};
Result<LanguageConfig> read_language_config(const ModelFolder& model);

struct VisionConfig {
    int depth, hidden, intermediate, heads, head_dim, patch, channels;
    int table_side;  ///< learned positions per side: image_size / patch
    double norm_eps;
    bool attention_bias;
    int codes, code_dim;  ///< of the quantiser: num_embeddings, embed_dim
};
Result<VisionConfig> read_vision_config(const ModelFolder& model);

struct GlyphConfig {
    int vocabulary, d_model, d_kv, heads, d_ff, layers, buckets, max_distance;
    double norm_eps;
};
Result<GlyphConfig> read_glyph_config(const ModelFolder& model);

struct DiffusionConfig {
    int layers, heads, head_dim, dim, patch, in_channels, out_channels;
    int text_dim, time_dim, condition_dim, codes;
};
Result<DiffusionConfig> read_diffusion_config(const ModelFolder& model);

struct AutoencoderConfig {
    int in_channels, out_channels, latent_channels, layers_per_block, norm_groups;
    std::vector<int> channels;         ///< block_out_channels
    std::vector<double> latents_mean;  ///< latent_channels values
    std::vector<double> latents_std;
};
Result<AutoencoderConfig> read_autoencoder_config(const ModelFolder& model);

struct SchedulerConfig {
    int train_timesteps;
    double base_shift, max_shift;
    int base_tokens, max_tokens;  ///< base_image_seq_len, max_image_seq_len
};
/// Refuses what the spec's formula (§1.9, §7) does not cover: exponential shift, Karras, beta and so on.
Result<SchedulerConfig> read_scheduler_config(const ModelFolder& model);

/// A tensor that a component must hold.
struct ExpectedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    std::string alternative;  ///< another name that will do (encoder.embed_tokens.weight), or empty
    bool optional = false;    ///< stored in released files but never used
};
/// Everything the component's network reads, from its config. Empty for components without weights.
Result<std::vector<ExpectedTensor>> expected_tensors(const ModelFolder& model, Component component);

/// Sizes that different components must agree on (text width, codebook, latent channels, ids below the vocabulary).
/// Errors: corrupt_file with a sentence that names both files.
Result<void> check_agreement(const ModelFolder& model);

}  // namespace haibao
