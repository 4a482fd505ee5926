// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/architecture.h"

#include <format>

namespace haibao {
namespace {

// Far above any real model, far below what could overflow a product of three.
constexpr int wide = 1 << 17, deep = 1024, words = 1 << 24;

int whole(ConfigReader& cfg, std::string_view key, int most) { return static_cast<int>(cfg.integer(key, 1, most)); }
int whole(ConfigReader& cfg, std::string_view key, int most, int otherwise) {
    return static_cast<int>(cfg.integer(key, 1, most, otherwise));
}

/// Passes the config on unless its reader found something wrong.
template <class Config>
Result<Config> checked(const ConfigReader& cfg, Config config) {
    if (auto result = cfg.result(); !result) return pass_on(result);
    return config;
}

void want(ConfigReader& cfg, bool holds, std::string sentence, ErrorKind kind = ErrorKind::corrupt_file) {
    if (!holds) cfg.reject(kind, std::move(sentence));
}

}  // namespace

Result<LanguageConfig> read_language_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::vision_language_encoder);
    ConfigReader top = model.reader(Component::vision_language_encoder);
    ConfigReader cfg = top.child("text_config");
    LanguageConfig c{};
    c.vocabulary = whole(cfg, "vocab_size", words);
    c.visual_vocabulary = whole(cfg, "vision_vocab_size", words);
    c.hidden = whole(cfg, "hidden_size", wide);
    c.intermediate = whole(cfg, "intermediate_size", wide);
    c.layers = whole(cfg, "num_hidden_layers", deep);
    c.heads = whole(cfg, "num_attention_heads", deep);
    c.kv_heads = whole(cfg, "num_key_value_heads", deep, c.heads);
    c.head_dim = whole(cfg, "head_dim", 4096, std::max(1, c.hidden / c.heads));
    c.max_positions = whole(cfg, "max_position_embeddings", words, 131072);
    c.norm_eps = cfg.number("rms_norm_eps", 0, 1);
    c.attention_bias = cfg.boolean("attention_bias", true);
    cfg.one_of("hidden_act", {"silu"}, "silu");
    want(top, c.heads % c.kv_heads == 0, file + ": num_attention_heads is not a multiple of num_key_value_heads.");

    ConfigReader rope = cfg.child("rope_parameters");
    rope.one_of("rope_type", {"default"}, "default");
    c.rope_theta = rope.number("rope_theta", 1, 1e12);
    c.rotary_dims = static_cast<int>(c.head_dim * rope.number("partial_rotary_factor", 0, 1));
    auto section = rope.integers("mrope_section", 3, 0, 4096);
    for (int axis = 0; axis < 3; ++axis) c.rope_section[axis] = static_cast<int>(section[axis]);
    want(top, c.rotary_dims % 2 == 0 && section[0] + section[1] + section[2] == c.rotary_dims / 2,
         std::format("{}: mrope_section adds up to {}, but {} rotary dimensions call for {}.", file,
                     section[0] + section[1] + section[2], c.rotary_dims, c.rotary_dims / 2));

    auto token = [&](const char* key) { return static_cast<int>(top.integer(key, 0, c.vocabulary - 1)); };
    c.image_token = token("image_token_id");
    c.image_start = token("image_start_token_id");
    c.image_end = token("image_end_token_id");
    return checked(top, c);
}

Result<VisionConfig> read_vision_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::vision_language_encoder);
    ConfigReader top = model.reader(Component::vision_language_encoder);
    ConfigReader cfg = top.child("vision_config");
    VisionConfig c{};
    c.depth = whole(cfg, "depth", deep);
    c.hidden = whole(cfg, "hidden_size", wide);
    c.intermediate = whole(cfg, "intermediate_size", wide);
    c.heads = whole(cfg, "num_heads", deep);
    c.head_dim = c.hidden / c.heads;
    c.patch = whole(cfg, "patch_size", 256);
    c.channels = whole(cfg, "in_channels", 16, 3);
    c.table_side = whole(cfg, "image_size", 1 << 16) / c.patch;
    c.norm_eps = cfg.number("layer_norm_eps", 0, 1);
    c.attention_bias = cfg.boolean("attention_bias", true);
    cfg.one_of("hidden_act", {"gelu"}, "gelu");
    want(top, c.hidden % c.heads == 0, file + ": vision_config.hidden_size is not a multiple of num_heads.");
    want(top, c.table_side >= 1, file + ": vision_config.image_size is below patch_size.");
    want(top, c.channels == 3 && cfg.integer("spatial_merge_size", 1, 64, 1) == 1,
         file + ": only three channels and spatial_merge_size 1 are known.", ErrorKind::unsupported);

    ConfigReader vq = top.child("vq_config");
    c.codes = whole(vq, "num_embeddings", words);
    c.code_dim = whole(vq, "embed_dim", wide);
    want(top, vq.integer("latent_channels", 1, wide, c.hidden) == c.hidden,
         file + ": vq_config.latent_channels is not vision_config.hidden_size.");
    return checked(top, c);
}

Result<GlyphConfig> read_glyph_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::text_encoder);
    ConfigReader cfg = model.reader(Component::text_encoder);
    GlyphConfig c{};
    c.vocabulary = static_cast<int>(cfg.integer("vocab_size", 259, words));  // 256 bytes and three specials
    c.d_model = whole(cfg, "d_model", wide);
    c.d_kv = whole(cfg, "d_kv", 4096);
    c.heads = whole(cfg, "num_heads", deep);
    c.d_ff = whole(cfg, "d_ff", wide);
    c.layers = whole(cfg, "num_layers", deep);
    c.buckets = static_cast<int>(cfg.integer("relative_attention_num_buckets", 4, 4096, 32));
    c.max_distance = static_cast<int>(cfg.integer("relative_attention_max_distance", 2, words, 128));
    c.norm_eps = cfg.number("layer_norm_epsilon", 0, 1, 1e-6);
    cfg.one_of("feed_forward_proj", {"gated-gelu"}, "relu");
    want(cfg, c.buckets % 4 == 0 && c.max_distance > c.buckets / 4,
         file + ": relative_attention_num_buckets must be a multiple of 4 and fit relative_attention_max_distance.");
    return checked(cfg, c);
}

Result<DiffusionConfig> read_diffusion_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::transformer);
    ConfigReader cfg = model.reader(Component::transformer);
    DiffusionConfig c{};
    c.layers = whole(cfg, "num_layers", deep);
    c.heads = whole(cfg, "num_attention_heads", deep);
    c.head_dim = whole(cfg, "attention_head_dim", 4096);
    c.dim = c.heads * c.head_dim;
    c.patch = whole(cfg, "patch_size", 64);
    c.in_channels = whole(cfg, "in_channels", 1024);
    c.out_channels = whole(cfg, "out_channels", 1024, c.in_channels);
    c.text_dim = whole(cfg, "text_embed_dim", wide);
    c.time_dim = whole(cfg, "time_embed_dim", wide);
    c.condition_dim = whole(cfg, "condition_dim", wide);
    c.codes = whole(cfg, "prior_vq_quantizer_codebook_size", words);
    want(cfg, c.head_dim % 4 == 0, file + ": attention_head_dim is not a multiple of 4, so it cannot hold two axes.");
    want(cfg, c.time_dim % 2 == 0 && c.condition_dim % 2 == 0,
         file + ": time_embed_dim and condition_dim must be even.");
    want(cfg, c.dim <= wide, file + ": num_attention_heads times attention_head_dim is absurd.");
    want(cfg, c.patch == 2, file + ": only patch_size 2 is known.", ErrorKind::unsupported);
    return checked(cfg, c);
}

Result<AutoencoderConfig> read_autoencoder_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::vae);
    ConfigReader cfg = model.reader(Component::vae);
    AutoencoderConfig c{};
    c.in_channels = whole(cfg, "in_channels", 64, 3);
    c.out_channels = whole(cfg, "out_channels", 64, 3);
    c.latent_channels = whole(cfg, "latent_channels", 1024);
    c.layers_per_block = whole(cfg, "layers_per_block", 64);
    c.norm_groups = whole(cfg, "norm_num_groups", wide, 32);
    for (std::int64_t channels : cfg.integers("block_out_channels", 4, 1, wide)) {
        c.channels.push_back(static_cast<int>(channels));
        want(cfg, channels % c.norm_groups == 0,
             file + ": norm_num_groups does not divide every one of block_out_channels.");
    }
    c.latents_mean = cfg.numbers("latents_mean", c.latent_channels, -1e6, 1e6);
    c.latents_std = cfg.numbers("latents_std", c.latent_channels, 1e-6, 1e6);
    cfg.one_of("act_fn", {"silu", "swish"}, "silu");
    want(cfg, c.in_channels == 3 && c.out_channels == 3, file + ": only three colour channels are known.",
         ErrorKind::unsupported);
    for (const char* key : {"mid_block_add_attention", "use_quant_conv", "use_post_quant_conv"})
        want(cfg, !cfg.boolean(key, true),
             std::format("{}: {} must be false; GLM-Image's autoencoder has none.", file, key), ErrorKind::unsupported);
    return checked(cfg, c);
}

Result<SchedulerConfig> read_scheduler_config(const ModelFolder& model) {
    const std::string file = ModelFolder::config_name(Component::scheduler);
    ConfigReader cfg = model.reader(Component::scheduler);
    SchedulerConfig c{};
    c.train_timesteps = whole(cfg, "num_train_timesteps", 1'000'000);
    c.base_shift = cfg.number("base_shift", 0, 100);
    c.max_shift = cfg.number("max_shift", 0, 100);
    c.base_tokens = whole(cfg, "base_image_seq_len", words);
    c.max_tokens = whole(cfg, "max_image_seq_len", words, 4096);
    cfg.one_of("time_shift_type", {"linear"}, "exponential");
    want(cfg, cfg.boolean("use_dynamic_shifting", false), file + ": use_dynamic_shifting must be true.",
         ErrorKind::unsupported);
    for (const char* key :
         {"use_karras_sigmas", "use_beta_sigmas", "use_exponential_sigmas", "invert_sigmas", "stochastic_sampling"})
        want(cfg, !cfg.boolean(key, false), std::format("{}: {} is not known here.", file, key),
             ErrorKind::unsupported);
    want(cfg, !cfg.has("shift_terminal"), file + ": shift_terminal is not known here.", ErrorKind::unsupported);
    return checked(cfg, c);
}

Result<void> check_agreement(const ModelFolder& model) {
    auto language = read_language_config(model);
    if (!language) return pass_on(language);
    auto vision = read_vision_config(model);
    if (!vision) return pass_on(vision);
    auto glyph = read_glyph_config(model);
    if (!glyph) return pass_on(glyph);
    auto diffusion = read_diffusion_config(model);
    if (!diffusion) return pass_on(diffusion);
    auto autoencoder = read_autoencoder_config(model);
    if (!autoencoder) return pass_on(autoencoder);
    if (auto scheduler = read_scheduler_config(model); !scheduler) return pass_on(scheduler);

    struct Pair {
        const char *first, *second;
        int a, b;
    };
    for (const Pair& pair :
         {Pair{"text_encoder/config.json d_model", "transformer/config.json text_embed_dim", glyph->d_model,
               diffusion->text_dim},
          Pair{"vision_language_encoder/config.json vq_config.num_embeddings",
               "transformer/config.json prior_vq_quantizer_codebook_size", vision->codes, diffusion->codes},
          Pair{"vae/config.json latent_channels", "transformer/config.json in_channels", autoencoder->latent_channels,
               diffusion->in_channels},
          Pair{"transformer/config.json in_channels", "its out_channels", diffusion->in_channels,
               diffusion->out_channels}})
        if (pair.a != pair.b)
            return fail(ErrorKind::corrupt_file, "{} is {}, but {} is {}: these parts do not belong together.",
                        pair.first, pair.a, pair.second, pair.b);
    if (language->visual_vocabulary < vision->codes || language->vocabulary < language->visual_vocabulary)
        return fail(ErrorKind::corrupt_file,
                    "vision_language_encoder/config.json: {} codes, {} visual ids and {} ids in all do not fit into "
                    "each other.",
                    vision->codes, language->visual_vocabulary, language->vocabulary);
    return {};
}

}  // namespace haibao
