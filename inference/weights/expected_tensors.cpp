// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <format>

#include "inference/weights/architecture.h"

/// The tensor names and shapes of spec §10.
namespace haibao {
namespace {

class List {
public:
    void add(std::string name, std::vector<std::int64_t> shape) {
        tensors_.push_back({std::move(name), std::move(shape), {}, false});
    }
    void linear(const std::string& name, std::int64_t out, std::int64_t in, bool bias = true) {
        add(name + ".weight", {out, in});
        if (bias) add(name + ".bias", {out});
    }
    void norm(const std::string& name, std::int64_t size) {
        add(name + ".weight", {size});
        add(name + ".bias", {size});
    }
    void conv(const std::string& name, std::int64_t out, std::int64_t in, std::int64_t side) {
        add(name + ".weight", {out, in, side, side});
        add(name + ".bias", {out});
    }
    ExpectedTensor& last() { return tensors_.back(); }
    std::vector<ExpectedTensor> take() { return std::move(tensors_); }

private:
    std::vector<ExpectedTensor> tensors_;
};

void language_model(List& list, const LanguageConfig& c) {
    const std::int64_t q = std::int64_t{c.heads} * c.head_dim, kv = std::int64_t{c.kv_heads} * c.head_dim;
    list.add("model.language_model.embed_tokens.weight", {c.vocabulary, c.hidden});
    for (int i = 0; i < c.layers; ++i) {
        const std::string layer = std::format("model.language_model.layers.{}.", i);
        for (const char* norm :
             {"input_layernorm", "post_self_attn_layernorm", "post_attention_layernorm", "post_mlp_layernorm"})
            list.add(layer + norm + ".weight", {c.hidden});
        list.linear(layer + "self_attn.q_proj", q, c.hidden, c.attention_bias);
        list.linear(layer + "self_attn.k_proj", kv, c.hidden, c.attention_bias);
        list.linear(layer + "self_attn.v_proj", kv, c.hidden, c.attention_bias);
        list.linear(layer + "self_attn.o_proj", c.hidden, q, false);
        list.linear(layer + "mlp.gate_up_proj", 2 * std::int64_t{c.intermediate}, c.hidden, false);
        list.linear(layer + "mlp.down_proj", c.hidden, c.intermediate, false);
    }
    list.add("model.language_model.norm.weight", {c.hidden});
    list.linear("lm_head", c.visual_vocabulary, c.hidden, false);
}

void vision_tower(List& list, const VisionConfig& c) {
    list.conv("model.visual.patch_embed.proj", c.hidden, c.channels, c.patch);
    list.add("model.visual.embeddings.position_embedding.weight",
             {std::int64_t{c.table_side} * c.table_side, c.hidden});
    for (int i = 0; i < c.depth; ++i) {
        const std::string block = std::format("model.visual.blocks.{}.", i);
        list.norm(block + "norm1", c.hidden);
        list.norm(block + "norm2", c.hidden);
        list.linear(block + "attn.qkv", 3 * std::int64_t{c.hidden}, c.hidden, c.attention_bias);
        list.linear(block + "attn.proj", c.hidden, c.hidden, c.attention_bias);
        list.linear(block + "mlp.fc1", c.intermediate, c.hidden);
        list.linear(block + "mlp.fc2", c.hidden, c.intermediate);
    }
    list.add("model.vqmodel.quantize.embedding.weight", {c.codes, c.code_dim});
    list.conv("model.vqmodel.quant_conv", c.code_dim, c.hidden, 1);
    list.add("model.vqmodel.post_quant_conv.weight", {c.hidden, c.code_dim, 1, 1});
    list.last().optional = true;
    list.add("model.vqmodel.post_quant_conv.bias", {c.hidden});
    list.last().optional = true;
}

void glyph_encoder(List& list, const GlyphConfig& c) {
    const std::int64_t inner = std::int64_t{c.heads} * c.d_kv;
    list.add("shared.weight", {c.vocabulary, c.d_model});
    list.last().alternative = "encoder.embed_tokens.weight";
    for (int i = 0; i < c.layers; ++i) {
        const std::string block = std::format("encoder.block.{}.", i), attention = block + "layer.0.SelfAttention.";
        for (const char* name : {"q", "k", "v"}) list.linear(attention + name, inner, c.d_model, false);
        list.linear(attention + "o", c.d_model, inner, false);
        if (i == 0) list.add(attention + "relative_attention_bias.weight", {c.buckets, c.heads});
        list.add(block + "layer.0.layer_norm.weight", {c.d_model});
        for (const char* name : {"wi_0", "wi_1"})
            list.linear(block + "layer.1.DenseReluDense." + name, c.d_ff, c.d_model, false);
        list.linear(block + "layer.1.DenseReluDense.wo", c.d_model, c.d_ff, false);
        list.add(block + "layer.1.layer_norm.weight", {c.d_model});
    }
    list.add("encoder.final_layer_norm.weight", {c.d_model});
}

void diffusion_transformer(List& list, const DiffusionConfig& c) {
    const std::int64_t d = c.dim, area = std::int64_t{c.patch} * c.patch;
    list.linear("image_projector.proj", d, c.in_channels * area);
    list.linear("glyph_projector.net.0.proj", d, c.text_dim);
    list.linear("glyph_projector.net.2", d, d);
    list.add("prior_token_embedding.weight", {c.codes, d});
    list.linear("prior_projector.net.0.proj", d, d);
    list.linear("prior_projector.net.2", d, d);
    const std::string embed = "time_condition_embed.";
    list.linear(embed + "timestep_embedder.linear_1", c.time_dim, c.time_dim);
    list.linear(embed + "timestep_embedder.linear_2", c.time_dim, c.time_dim);
    list.linear(embed + "condition_embedder.linear_1", c.time_dim, 4 * std::int64_t{c.condition_dim});
    list.linear(embed + "condition_embedder.linear_2", c.time_dim, c.time_dim);
    for (int i = 0; i < c.layers; ++i) {
        const std::string block = std::format("transformer_blocks.{}.", i);
        list.linear(block + "norm1.linear", 12 * d, c.time_dim);
        for (const char* name : {"to_q", "to_k", "to_v", "to_out.0"}) list.linear(block + "attn1." + name, d, d);
        list.linear(block + "ff.net.0.proj", 4 * d, d);
        list.linear(block + "ff.net.2", d, 4 * d);
    }
    list.linear("norm_out.linear", 2 * d, c.time_dim);
    list.linear("proj_out", c.out_channels * area, d);
}

void resnet(List& list, const std::string& name, std::int64_t in, std::int64_t out) {
    list.norm(name + ".norm1", in);
    list.conv(name + ".conv1", out, in, 3);
    list.norm(name + ".norm2", out);
    list.conv(name + ".conv2", out, out, 3);
    if (in != out) list.conv(name + ".conv_shortcut", out, in, 1);
}

void autoencoder(List& list, const AutoencoderConfig& c) {
    const int blocks = static_cast<int>(c.channels.size()), widest = c.channels.back();
    list.conv("encoder.conv_in", c.channels[0], c.in_channels, 3);
    for (int b = 0, in = c.channels[0]; b < blocks; in = c.channels[b], ++b) {
        const std::string block = std::format("encoder.down_blocks.{}.", b);
        for (int i = 0; i < c.layers_per_block; ++i)
            resnet(list, std::format("{}resnets.{}", block, i), i ? c.channels[b] : in, c.channels[b]);
        if (b + 1 < blocks) list.conv(block + "downsamplers.0.conv", c.channels[b], c.channels[b], 3);
    }
    for (int i = 0; i < 2; ++i) resnet(list, std::format("encoder.mid_block.resnets.{}", i), widest, widest);
    list.norm("encoder.conv_norm_out", widest);
    list.conv("encoder.conv_out", 2 * std::int64_t{c.latent_channels}, widest, 3);

    list.conv("decoder.conv_in", widest, c.latent_channels, 3);
    for (int i = 0; i < 2; ++i) resnet(list, std::format("decoder.mid_block.resnets.{}", i), widest, widest);
    for (int b = 0, in = widest; b < blocks; in = c.channels[blocks - 1 - b], ++b) {
        const std::string block = std::format("decoder.up_blocks.{}.", b);
        const int out = c.channels[blocks - 1 - b];
        for (int i = 0; i <= c.layers_per_block; ++i)
            resnet(list, std::format("{}resnets.{}", block, i), i ? out : in, out);
        if (b + 1 < blocks) list.conv(block + "upsamplers.0.conv", out, out, 3);
    }
    list.norm("decoder.conv_norm_out", c.channels[0]);
    list.conv("decoder.conv_out", c.out_channels, c.channels[0], 3);
}

/// Adds a part's tensors, or passes its config's error on.
template <class Config>
Result<void> fill(List& list, Result<Config> config, void (*add)(List&, const Config&)) {
    if (!config) return pass_on(config);
    add(list, *config);
    return {};
}

}  // namespace

Result<std::vector<ExpectedTensor>> expected_tensors(const ModelFolder& model, Component component) {
    List list;
    Result<void> done;
    switch (component) {
        case Component::vision_language_encoder:
            done = fill(list, read_language_config(model), language_model);
            if (done) done = fill(list, read_vision_config(model), vision_tower);
            break;
        case Component::text_encoder: done = fill(list, read_glyph_config(model), glyph_encoder); break;
        case Component::transformer: done = fill(list, read_diffusion_config(model), diffusion_transformer); break;
        case Component::vae: done = fill(list, read_autoencoder_config(model), autoencoder); break;
        case Component::scheduler:
        case Component::processor:
        case Component::tokenizer: break;
    }
    if (!done) return pass_on(done);
    return list.take();
}

}  // namespace haibao
