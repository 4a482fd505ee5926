// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/glyph_encoder.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "inference/ops/weight_loader.h"

namespace haibao {

using ops::Bias;

namespace {

/// 1 GiB; the released encoder with its longest text has 25 million.
constexpr std::int64_t most_bias_values = std::int64_t{1} << 28;

}  // namespace

int relative_position_bucket(std::int64_t relative, int buckets, int max_distance) {
    const int half = buckets / 2, exact = half / 2;
    const int side = relative > 0 ? half : 0;
    const std::int64_t distance = std::abs(relative);
    if (distance < exact) return side + static_cast<int>(distance);
    const float ratio = std::log(static_cast<float>(distance) / static_cast<float>(exact)) /
                        static_cast<float>(std::log(static_cast<double>(max_distance) / exact));
    const int logarithmic = exact + static_cast<int>(ratio * static_cast<float>(half - exact));
    return side + std::min(logarithmic, half - 1);
}

Result<std::unique_ptr<GlyphEncoder>> GlyphEncoder::load(Device& device, const TensorStore& store,
                                                         const GlyphConfig& config) {
    std::unique_ptr<GlyphEncoder> encoder(new GlyphEncoder);
    encoder->config_ = config;
    const std::int64_t width = config.d_model, inner = std::int64_t{config.heads} * config.d_kv;
    ops::WeightLoader load(device, store);
    // The two names are tied; files hold either.
    const char* table = store.find("shared.weight") ? "shared.weight" : "encoder.embed_tokens.weight";
    encoder->embeddings_ = load.table(table, config.vocabulary, width);
    encoder->bucket_bias_ = load.host("encoder.block.0.layer.0.SelfAttention.relative_attention_bias.weight",
                                      {config.buckets, config.heads});
    for (int i = 0; i < config.layers; ++i) {
        const std::string at = "encoder.block." + std::to_string(i) + ".layer.";
        Block& block = encoder->blocks_.emplace_back();
        block.attention_norm = load.tensor(at + "0.layer_norm.weight", {width});
        block.q = load.linear(at + "0.SelfAttention.q", width, inner, Bias::no);
        block.k = load.linear(at + "0.SelfAttention.k", width, inner, Bias::no);
        block.v = load.linear(at + "0.SelfAttention.v", width, inner, Bias::no);
        block.o = load.linear(at + "0.SelfAttention.o", inner, width, Bias::no);
        block.mlp_norm = load.tensor(at + "1.layer_norm.weight", {width});
        block.wi_0 = load.linear(at + "1.DenseReluDense.wi_0", width, config.d_ff, Bias::no);
        block.wi_1 = load.linear(at + "1.DenseReluDense.wi_1", width, config.d_ff, Bias::no);
        block.wo = load.linear(at + "1.DenseReluDense.wo", config.d_ff, width, Bias::no);
    }
    encoder->final_norm_ = load.tensor("encoder.final_layer_norm.weight", {width});
    auto loaded = load.finish();
    if (!loaded) return pass_on(loaded);
    encoder->weights_ = std::move(*loaded);
    return encoder;
}

/// [keys, queries, heads] in ggml's order.
std::vector<float> GlyphEncoder::position_bias(std::int64_t tokens) const {
    const auto heads = static_cast<std::size_t>(config_.heads), n = static_cast<std::size_t>(tokens);
    std::vector<std::size_t> buckets(2 * n);  // of key − query, from 1 − n on
    for (std::int64_t relative = 1 - tokens; relative < tokens; ++relative)
        buckets[static_cast<std::size_t>(relative + tokens - 1)] =
            static_cast<std::size_t>(relative_position_bucket(relative, config_.buckets, config_.max_distance));
    std::vector<float> bias(heads * n * n);
    for (std::size_t head = 0; head < heads; ++head)
        for (std::size_t query = 0; query < n; ++query)
            for (std::size_t key = 0; key < n; ++key)
                bias[(head * n + query) * n + key] = bucket_bias_[buckets[key + n - 1 - query] * heads + head];
    return bias;
}

ggml_tensor* GlyphEncoder::block(Graph& g, std::size_t index, ggml_tensor* x, ggml_tensor* bias) const {
    const Block& w = blocks_[index];
    const auto eps = static_cast<float>(config_.norm_eps);
    const std::int64_t tokens = x->ne[1];
    const auto heads = [&](ggml_tensor* y) { return ops::reshape(g, y, config_.d_kv, config_.heads, tokens); };
    ggml_tensor* a = ops::rms_norm(g, x, w.attention_norm, eps);  // [d_model, tokens]
    ggml_tensor* q = heads(ops::linear(g, a, w.q));               // [d_kv, heads, tokens]
    ggml_tensor* k = heads(ops::linear(g, a, w.k));               // [d_kv, heads, tokens]
    ggml_tensor* v = heads(ops::linear(g, a, w.v));               // [d_kv, heads, tokens]
    a = ops::attention(g, q, k, v, {.scale = 1.0f, .bias = bias});  // [d_kv·heads, tokens]; T5 does not scale
    x = ops::add(g, x, ops::linear(g, a, w.o));                   // [d_model, tokens]
    ggml_tensor* m = ops::rms_norm(g, x, w.mlp_norm, eps);        // [d_model, tokens]
    ggml_tensor* gate = ops::linear(g, m, w.wi_0, ops::Activation::gelu_tanh);  // [d_ff, tokens]
    m = ops::mul(g, gate, ops::linear(g, m, w.wi_1));             // [d_ff, tokens]
    x = ops::add(g, x, ops::linear(g, m, w.wo));                  // [d_model, tokens]
    // The reference counts the last block's state after the final norm.
    return index + 1 < blocks_.size() ? g.name(x, "hidden." + std::to_string(index + 1)) : x;
}

Result<std::vector<float>> GlyphEncoder::encode_row(RunContext& run, std::span<const std::int32_t> ids) const {
    const auto tokens = static_cast<std::int64_t>(ids.size());
    if (tokens * tokens * config_.heads > most_bias_values)
        return fail(ErrorKind::out_of_memory, "A text of {} bytes is too long for the glyph encoder. Shorten it.", tokens);
    DeviceTensors kept(run.device, 2);
    ggml_tensor* stream = kept.add(GGML_TYPE_F32, {config_.d_model, tokens}, "stream");
    ggml_tensor* bias = kept.add(GGML_TYPE_F32, {tokens, tokens, config_.heads}, "position_bias");
    if (auto allocated = kept.allocate(); !allocated) return pass_on(allocated);
    DeviceTensors::set(bias, position_bias(tokens));
    {
        Graph g(run);
        ggml_tensor* x = ops::lookup(g, embeddings_, g.input({tokens}, ids));  // [d_model, tokens]
        g.store(g.name(x, "hidden.0"), stream);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        Graph g(run);
        g.store(block(g, i, stream, bias), stream);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    std::vector<float> result;
    Graph g(run);
    ggml_tensor* x = ops::rms_norm(g, stream, final_norm_, static_cast<float>(config_.norm_eps));  // [d_model, tokens]
    g.output(g.name(x, "hidden." + std::to_string(blocks_.size())), result);
    if (auto done = g.run(); !done) return pass_on(done);
    return result;
}

Result<HostTensor> GlyphEncoder::encode(RunContext& run, const std::vector<std::vector<std::int32_t>>& rows) const {
    HostTensor packed{{0, config_.d_model}, {}};
    const auto append = [](HostTensor& to, const std::vector<float>& values) {
        to.values.insert(to.values.end(), values.begin(), values.end());
        to.shape[0] = static_cast<std::int64_t>(to.values.size()) / to.shape[1];
    };
    for (const std::vector<std::int32_t>& ids : rows) {
        if (ids.empty()) return fail(ErrorKind::invalid_input, "The glyph encoder was given a text without ids.");
        if (std::ranges::any_of(ids, [&](std::int32_t id) { return id < 0 || id >= config_.vocabulary; }))
            return fail(ErrorKind::invalid_input, "A text needs ids from 0 to {}, but the glyph encoder knows only {}.",
                        std::ranges::max(ids), config_.vocabulary);
        // Every row runs with taps of its own; the caller sees them packed like the result.
        Taps taps;
        RunContext row{run.device, run.cancelled, run.taps ? &taps : nullptr, run.trace};
        auto encoded = encode_row(row, ids);
        if (!encoded) return pass_on(encoded);
        append(packed, *encoded);
        for (const auto& [name, tensor] : taps)
            append(run.taps->try_emplace(name, HostTensor{{0, config_.d_model}, {}}).first->second, tensor.values);
    }
    return packed;
}

}  // namespace haibao
