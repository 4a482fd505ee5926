// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/language_model.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <tuple>

#include "inference/ops/rotary.h"
#include "inference/ops/weight_loader.h"
#include "inference/runtime/less_memory.h"

namespace haibao {

using ops::Bias;

namespace {

/// Tokens of a prompt that are read at once: bounds the memory for scores, whatever a prompt with pictures grows to.
constexpr std::size_t prompt_piece = 512;
constexpr std::size_t least_prompt_piece = 32;  // where memory is short
/// One token runs through all layers in one graph of limited size.
constexpr int most_layers = 96;

/// Which of all keys each of the newest `tokens` queries may see: 0 or −∞, [all, tokens].
ggml_tensor* causal_mask(Graph& g, std::int64_t tokens, std::int64_t all) {
    std::vector<float> mask(static_cast<std::size_t>(tokens * all), 0.0f);
    for (std::int64_t query = 0; query < tokens; ++query) {
        const auto row = mask.begin() + query * all;
        std::fill(row + (all - tokens + query + 1), row + all, -std::numeric_limits<float>::infinity());
    }
    return g.input({all, tokens}, mask);
}

}  // namespace

LanguageModel::Cache::Cache(Device& device, std::int64_t layers, std::int64_t sequences, std::int64_t capacity)
    : tensors_(device, static_cast<std::size_t>(2 * layers)), sequences_(sequences), capacity_(capacity) {}

Result<std::unique_ptr<LanguageModel>> LanguageModel::load(Device& device, const TensorStore& store,
                                                           const LanguageConfig& config, std::uint64_t room) {
    if (config.layers > most_layers)
        return fail(ErrorKind::unsupported, "The language model has {} layers; this program computes at most {}.",
                    config.layers, most_layers);
    std::unique_ptr<LanguageModel> model(new LanguageModel);
    model->config_ = config;
    model->frequencies_ = ops::rotary_frequencies(config.rope_theta, config.rotary_dims);

    const std::int64_t hidden = config.hidden, q_width = std::int64_t{config.heads} * config.head_dim,
                       kv_width = std::int64_t{config.kv_heads} * config.head_dim;
    const Bias qkv_bias = config.attention_bias ? Bias::yes : Bias::no;
    ops::WeightLoader load(device, store, room);
    const std::string root = "model.language_model.";
    model->embeddings_ = load.table(root + "embed_tokens.weight", config.vocabulary, hidden);
    for (int i = 0; i < config.layers; ++i) {
        const std::string at = root + "layers." + std::to_string(i) + ".";
        Layer& layer = model->layers_.emplace_back();
        load.begin_layer();
        layer.input_norm = load.tensor(at + "input_layernorm.weight", {hidden});
        layer.post_attention_norm = load.tensor(at + "post_self_attn_layernorm.weight", {hidden});
        // Named after what it follows in GLM-4; it is the norm before the MLP.
        layer.pre_mlp_norm = load.tensor(at + "post_attention_layernorm.weight", {hidden});
        layer.post_mlp_norm = load.tensor(at + "post_mlp_layernorm.weight", {hidden});
        layer.q = load.linear(at + "self_attn.q_proj", hidden, q_width, qkv_bias);
        layer.k = load.linear(at + "self_attn.k_proj", hidden, kv_width, qkv_bias);
        layer.v = load.linear(at + "self_attn.v_proj", hidden, kv_width, qkv_bias);
        layer.o = load.linear(at + "self_attn.o_proj", q_width, hidden, Bias::no);
        layer.gate_up = load.linear(at + "mlp.gate_up_proj", hidden, std::int64_t{2} * config.intermediate, Bias::no);
        layer.down = load.linear(at + "mlp.down_proj", config.intermediate, hidden, Bias::no);
    }
    load.end_layers();
    model->norm_ = load.tensor(root + "norm.weight", {hidden});
    model->lm_head_ = load.exact_linear_of_few("lm_head", hidden, config.visual_vocabulary, Bias::no);
    auto loaded = load.finish();
    if (!loaded) return pass_on(loaded);
    model->weights_ = std::move(*loaded);
    model->stream_ = load.layer_stream();
    return model;
}

Result<std::unique_ptr<LanguageModel::Cache>> LanguageModel::make_cache(Device& device, std::int64_t sequences,
                                                                        std::int64_t capacity) const {
    if (sequences < 1 || capacity < 1)
        return fail(ErrorKind::invalid_input, "A cache for {} sequences of {} tokens makes no sense.", sequences, capacity);
    if (capacity > config_.max_positions)
        return fail(ErrorKind::invalid_input,
                    "Prompt and picture need {} tokens, but this model reads at most {}. Shorten the prompt or choose a "
                    "smaller size.", capacity, config_.max_positions);
    std::unique_ptr<Cache> cache(new Cache(device, config_.layers, sequences, capacity));
    const ggml_type type = device.precision() == Precision::f32 ? GGML_TYPE_F32 : GGML_TYPE_F16;
    const auto add = [&](const std::string& name) {
        return cache->tensors_.add(type, {config_.head_dim, config_.kv_heads, capacity, sequences}, name);
    };
    for (int i = 0; i < config_.layers; ++i)
        cache->layers_.push_back({add("cache.k." + std::to_string(i)), add("cache.v." + std::to_string(i))});
    if (auto allocated = cache->tensors_.allocate(); !allocated) return pass_on(allocated);
    return cache;
}

Result<void> LanguageModel::check(const Cache& cache, std::span<const std::int32_t> ids,
                                  const TokenPositions& positions, std::int64_t sequences) const {
    assert(cache.layers_.size() == layers_.size());
    const auto added = static_cast<std::int64_t>(positions.size());
    if (added == 0 || static_cast<std::int64_t>(ids.size()) != added * sequences)
        return fail(ErrorKind::invalid_input, "The language model was given {} tokens for {} places.", ids.size(),
                    added * sequences);
    if (cache.length_ + added > cache.capacity_)
        return fail(ErrorKind::invalid_input, "The language model's memory for {} tokens is full.", cache.capacity_);
    const auto outside = std::ranges::find_if(ids, [&](std::int32_t id) { return id < 0 || id >= config_.vocabulary; });
    if (outside != ids.end())
        return fail(ErrorKind::invalid_input, "The prompt holds the token {}, but the model knows {} tokens only: "
                    "tokenizer.json belongs to another language model.", *outside, config_.vocabulary);
    return {};
}

ops::Rotary LanguageModel::rotary(Graph& g, const TokenPositions& positions) const {
    // One list of frequencies, cut into consecutive sections for the three axes (spec §3.2).
    std::array<ops::RotaryAxis, 3> axes;
    const std::array<const std::vector<std::int32_t>*, 3> places{&positions.t, &positions.h, &positions.w};
    auto from = frequencies_.begin();
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto to = from + config_.rope_section[i];
        axes[i] = {*places[i], {from, to}};
        from = to;
    }
    const ops::RotaryTable table = ops::rotary_table(axes);
    return {g.input({table.dims, table.tokens}, table.cos), g.input({table.dims, table.tokens}, table.sin)};
}

ggml_tensor* LanguageModel::embed(Graph& g, std::span<const std::int32_t> ids) const {
    ggml_tensor* x = ops::lookup(g, embeddings_, g.input({static_cast<std::int64_t>(ids.size())}, ids));
    return g.name(x, "hidden.0");  // [hidden, tokens]
}

/// x [hidden, tokens] of one sequence (prefill), or [hidden, sequences] with one token of each (decode).
ggml_tensor* LanguageModel::attention(Graph& g, std::size_t index, ggml_tensor* x, const ops::Rotary& rotary,
                                      Cache& cache, std::int64_t sequences) const {
    const Layer& layer = layers_[index];
    const Cache::Layer& memory = cache.layers_[index];
    const std::int64_t tokens = x->ne[1] / sequences, past = cache.length_, all = past + tokens;
    const auto heads = [&](ggml_tensor* y, std::int64_t count) {
        return ops::reshape(g, y, config_.head_dim, count, tokens, sequences);
    };
    ggml_tensor* q = heads(ops::linear(g, x, layer.q), config_.heads);     // [head_dim, heads, tokens, sequences]
    ggml_tensor* k = heads(ops::linear(g, x, layer.k), config_.kv_heads);  // [head_dim, kv_heads, tokens, sequences]
    ggml_tensor* v = heads(ops::linear(g, x, layer.v), config_.kv_heads);  // [head_dim, kv_heads, tokens, sequences]
    if (config_.rotary_dims > 0) std::tie(q, k) = ops::rotate_both(g, q, k, rotary);
    // A prompt goes to every sequence of the cache.
    for (std::int64_t s = 0; s < cache.sequences_; s += sequences) {
        const auto place = [&](ggml_tensor* t) {
            return ops::slice(g, ops::slice(g, t, 2, past, tokens), 3, s, sequences);
        };
        g.store(k, place(memory.k));
        g.store(v, place(memory.v));
    }
    ops::AttentionOptions options{.scale = 1.0f / std::sqrt(static_cast<float>(config_.head_dim)), .causal = tokens > 1};
    if (past > 0) {
        const auto known = [&](ggml_tensor* t) { return ops::slice(g, ops::slice(g, t, 2, 0, all), 3, 0, sequences); };
        k = known(memory.k);  // [head_dim, kv_heads, all, sequences]
        v = known(memory.v);  // [head_dim, kv_heads, all, sequences]
        options.causal = false;
        if (tokens > 1) options.bias = causal_mask(g, tokens, all);
    }
    ggml_tensor* mixed = ops::attention(g, q, k, v, options);
    mixed = ops::reshape(g, mixed, std::int64_t{config_.head_dim} * config_.heads, x->ne[1]);
    return ops::linear(g, mixed, layer.o);  // [hidden, tokens·sequences]
}

ggml_tensor* LanguageModel::layer(Graph& g, std::size_t index, ggml_tensor* x, const ops::Rotary& rotary, Cache& cache,
                                  std::int64_t sequences) const {
    const Layer& w = layers_[index];
    const auto eps = static_cast<float>(config_.norm_eps);
    ggml_tensor* a = ops::rms_norm(g, x, w.input_norm, eps);  // [hidden, tokens]
    a = attention(g, index, a, rotary, cache, sequences);     // [hidden, tokens]
    x = ops::add(g, x, ops::rms_norm(g, a, w.post_attention_norm, eps));
    ggml_tensor* m = ops::rms_norm(g, x, w.pre_mlp_norm, eps);  // [hidden, tokens]
    m = ops::linear(g, m, w.gate_up);                           // [2·intermediate, tokens]: gate, then up
    m = ggml_swiglu(g.context(), m);                            // [intermediate, tokens]: silu(gate)·up
    m = ops::linear(g, m, w.down);                              // [hidden, tokens]
    x = ops::add(g, x, ops::rms_norm(g, m, w.post_mlp_norm, eps));
    // The reference counts the last layer's state after the final norm: head() names it.
    return index + 1 < layers_.size() ? g.name(x, "hidden." + std::to_string(index + 1)) : x;
}

ggml_tensor* LanguageModel::head(Graph& g, ggml_tensor* x) const {
    x = ops::rms_norm(g, x, norm_, static_cast<float>(config_.norm_eps));  // [hidden, tokens]
    g.name(x, "hidden." + std::to_string(layers_.size()));
    return ops::linear(g, x, lm_head_);  // [visual_vocabulary, tokens]
}

/// One piece of a prompt (for one sequence, which stands for all) or one token of each sequence, layer by layer; logits row-major
/// [logits_of_last, visual_vocabulary].
Result<std::vector<float>> LanguageModel::read(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                               const TokenPositions& positions, std::int64_t logits_of_last,
                                               std::int64_t sequences) const {
    const auto tokens = static_cast<std::int64_t>(ids.size());
    DeviceTensors between(run.device, 1);
    ggml_tensor* stream = between.add(GGML_TYPE_F32, {config_.hidden, tokens}, "stream");
    if (auto allocated = between.allocate(); !allocated) return pass_on(allocated);
    {
        Graph g(run);
        g.store(embed(g, ids), stream);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        if (auto there = stream_->bring(i); !there) return pass_on(there);
        Graph g(run);
        g.store(layer(g, i, stream, rotary(g, positions), cache, sequences), stream);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    std::vector<float> logits;
    if (logits_of_last == 0) return logits;
    Graph g(run);
    g.output(head(g, ops::slice(g, stream, 1, tokens - logits_of_last, logits_of_last)), logits);
    if (auto done = g.run(); !done) return pass_on(done);
    return logits;
}

Result<std::vector<float>> LanguageModel::prefill(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                                  const TokenPositions& positions, Logits logits) const {
    assert(cache.length_ == 0);
    if (auto checked = check(cache, ids, positions, 1); !checked) return pass_on(checked);
    // Taps want to see the prompt whole.
    std::size_t piece = run.taps ? ids.size() : std::min(prompt_piece, ids.size());
    const auto shorter = [&]() -> std::optional<std::string> {
        if (piece <= least_prompt_piece) return std::nullopt;
        piece = std::max(piece / 2, least_prompt_piece);
        return std::format("the prompt is read in pieces of {} tokens", piece);
    };
    std::vector<float> result;
    for (std::size_t from = 0, count = 0; from < ids.size(); from += count) {
        std::vector<float> part;
        const auto read_piece = [&]() -> Result<void> {
            count = std::min(piece, ids.size() - from);
            const std::size_t wanted = logits == Logits::of_all ? count : from + count == ids.size();
            auto read_logits = read(run, cache, ids.subspan(from, count), positions.at(from, count), static_cast<std::int64_t>(wanted), 1);
            if (!read_logits) return pass_on(read_logits);
            part = std::move(*read_logits);
            return {};
        };
        auto done = with_less_memory(run.device, read_piece, shorter);
        cache.length_ = done ? cache.length_ + static_cast<std::int64_t>(count) : 0;
        if (!done) return pass_on(done);
        result.insert(result.end(), part.begin(), part.end());
    }
    return result;
}

Result<std::vector<float>> LanguageModel::decode(RunContext& run, Cache& cache, std::span<const std::int32_t> ids,
                                                 const TokenPositions& position) const {
    assert(position.size() == 1);
    if (auto checked = check(cache, ids, position, cache.sequences_); !checked) return pass_on(checked);
    if (stream_->count() > 0) {
        auto logits = read(run, cache, ids, position, cache.sequences_, cache.sequences_);
        if (logits) ++cache.length_;
        return logits;
    }
    std::vector<float> result;
    Graph g(run);
    const ops::Rotary turn = rotary(g, position);
    ggml_tensor* x = embed(g, ids);  // [hidden, sequences]
    for (std::size_t i = 0; i < layers_.size(); ++i) x = layer(g, i, x, turn, cache, cache.sequences_);
    g.output(head(g, x), result);
    if (auto done = g.run(); !done) return pass_on(done);
    ++cache.length_;
    return result;
}

}  // namespace haibao
