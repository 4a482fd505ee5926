// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/diffusion_transformer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <optional>

#include "inference/models/patches.h"
#include "inference/ops/rotary.h"
#include "inference/ops/weight_loader.h"
#include "inference/runtime/less_memory.h"

namespace haibao {
namespace {

using ops::Activation;
using ops::Bias;

constexpr float norm_eps = 1e-5f;       // all norms of this network; none has weights
constexpr double rotary_theta = 10000;  // fixed in the reference (spec §6.4)
constexpr int pixels_per_latent = 8;
/// Where memory is short a block is computed in pieces of a multiple of so many tokens: the processor's products and attention
/// then cut their tiles where they cut them in one piece, and not a bit changes.
constexpr std::int64_t piece_tokens = 256;

/// [cos(v·f), sin(v·f)] with f from 1 down to 1/10000 (spec §6.2).
void append_sinusoid(std::vector<float>& into, float value, std::int64_t width) {
    const std::int64_t half = width / 2;
    const std::size_t start = into.size();
    into.resize(start + static_cast<std::size_t>(width));
    for (std::int64_t i = 0; i < half; ++i) {
        const float angle = value * std::exp(-std::log(10000.0f) * static_cast<float>(i) / static_cast<float>(half));
        into[start + static_cast<std::size_t>(i)] = std::cos(angle);
        into[start + static_cast<std::size_t>(half + i)] = std::sin(angle);
    }
}

/// Text tokens do not rotate (all angles 0); image token (i, j) rotates by its row, then by its column (spec §6.4).
ops::RotaryTable rotary(std::int64_t text, std::int64_t rows, std::int64_t columns, std::int64_t head_dim) {
    const std::vector<float> frequencies = ops::rotary_frequencies(rotary_theta, head_dim / 2);
    ops::RotaryAxis row{std::vector<std::int32_t>(static_cast<std::size_t>(text), 0), frequencies};
    ops::RotaryAxis column = row;
    for (std::int32_t i = 0; i < rows; ++i)
        for (std::int32_t j = 0; j < columns; ++j) {
            row.positions.push_back(i);
            column.positions.push_back(j);
        }
    return ops::rotary_table(std::array{std::move(row), std::move(column)});
}

}  // namespace

/// The streams and constants of one condition. `stream` is [dim, text + image]: text first, as attention wants it.
struct DiffusionTransformer::Prepared {
    explicit Prepared(Device& device) : tensors(device) {}

    std::int64_t text = 0, rows = 0, columns = 0;  ///< tokens; patch grid
    std::vector<float> size_embedding;             ///< sinusoids of crop and size, [4 · condition_dim]
    DeviceTensors tensors;
    ggml_tensor* text_start = nullptr;  ///< [dim, text] projected glyphs
    ggml_tensor* prior = nullptr;       ///< [dim, image] projected visual tokens
    ggml_tensor* cos = nullptr;         ///< [head_dim, text + image]
    ggml_tensor* sin = nullptr;
    ggml_tensor* stream = nullptr;      ///< [dim, text + image]
    ggml_tensor* temb = nullptr;        ///< [time_dim]
    std::int64_t at_once = 0;           ///< tokens that a block computes at once; 0 = all

    std::int64_t image() const { return rows * columns; }
    std::int64_t tokens() const { return text + image(); }
    /// Halves what is computed at once. Says so, or nothing where it is as little as can be.
    std::optional<std::string> fewer_at_once() {
        const std::int64_t before = at_once ? at_once : (tokens() + piece_tokens - 1) / piece_tokens * piece_tokens;
        if (before <= piece_tokens) return std::nullopt;
        at_once = std::max(before / 2 / piece_tokens, std::int64_t{1}) * piece_tokens;
        return std::format("painting goes on with {} of {} tokens at a time", at_once, tokens());
    }
};

Result<std::unique_ptr<DiffusionTransformer>> DiffusionTransformer::load(Device& device, const TensorStore& store, const DiffusionConfig& c, std::uint64_t room) {
    std::unique_ptr<DiffusionTransformer> m(new DiffusionTransformer);
    m->config_ = c;
    ops::WeightLoader load(device, store, room);
    const std::int64_t dim = c.dim, patch_values = c.in_channels * c.patch * c.patch;
    m->image_projector_ = load.linear("image_projector.proj", patch_values, dim, Bias::yes);
    m->glyph_in_ = load.linear("glyph_projector.net.0.proj", c.text_dim, dim, Bias::yes);
    m->glyph_out_ = load.linear("glyph_projector.net.2", dim, dim, Bias::yes);
    m->prior_embedding_ = load.table("prior_token_embedding.weight", c.codes, dim);
    m->prior_in_ = load.linear("prior_projector.net.0.proj", dim, dim, Bias::yes);
    m->prior_out_ = load.linear("prior_projector.net.2", dim, dim, Bias::yes);
    const std::string time = "time_condition_embed.timestep_embedder.", cond = "time_condition_embed.condition_embedder.";
    m->time_in_ = load.linear(time + "linear_1", c.time_dim, c.time_dim, Bias::yes);
    m->time_out_ = load.linear(time + "linear_2", c.time_dim, c.time_dim, Bias::yes);
    m->condition_in_ = load.linear(cond + "linear_1", 4 * c.condition_dim, c.time_dim, Bias::yes);
    m->condition_out_ = load.linear(cond + "linear_2", c.time_dim, c.time_dim, Bias::yes);
    for (std::int64_t i = 0; i < c.layers; ++i) {
        const std::string p = std::format("transformer_blocks.{}.", i);
        Block block;
        load.begin_layer();
        block.modulation = load.linear(p + "norm1.linear", c.time_dim, 12 * dim, Bias::yes);
        block.to_q = load.coarse_linear(p + "attn1.to_q", dim, dim, Bias::yes);
        block.to_k = load.coarse_linear(p + "attn1.to_k", dim, dim, Bias::yes);
        block.to_v = load.coarse_linear(p + "attn1.to_v", dim, dim, Bias::yes);
        block.to_out = load.coarse_linear(p + "attn1.to_out.0", dim, dim, Bias::yes);
        block.expand = load.coarse_linear(p + "ff.net.0.proj", dim, 4 * dim, Bias::yes);
        block.contract = load.coarse_linear(p + "ff.net.2", 4 * dim, dim, Bias::yes);
        m->blocks_.push_back(std::move(block));
    }
    load.end_layers();
    m->norm_out_ = load.linear("norm_out.linear", c.time_dim, 2 * dim, Bias::yes);
    m->proj_out_ = load.linear("proj_out", dim, c.out_channels * c.patch * c.patch, Bias::yes);
    auto weights = load.finish();
    if (!weights) return pass_on(weights);
    m->weights_ = std::move(*weights);
    m->stream_ = load.layer_stream();
    return m;
}

Result<std::shared_ptr<DiffusionTransformer::Prepared>> DiffusionTransformer::prepare(RunContext& run, const DiffusionCondition& condition) const {
    const DiffusionConfig& c = config_;
    const std::int64_t dim = c.dim;
    auto p = std::make_shared<Prepared>(run.device);
    p->text = static_cast<std::int64_t>(condition.glyphs.size()) / c.text_dim;
    p->rows = condition.height / (pixels_per_latent * c.patch);
    p->columns = condition.width / (pixels_per_latent * c.patch);
    if (p->image() <= 0 || static_cast<std::int64_t>(condition.prior.size()) != p->image())
        return fail(ErrorKind::invalid_input, "{} visual tokens do not fill a picture of {}×{} pixels.",
                    condition.prior.size(), condition.width, condition.height);
    if (std::ranges::any_of(condition.prior, [&](std::int32_t id) { return id < 0 || id >= c.codes; }))
        return fail(ErrorKind::invalid_input, "A visual token lies outside the model's {} codes.", c.codes);
    for (const int value : {condition.crop_top, condition.crop_left, condition.height, condition.width})
        append_sinusoid(p->size_embedding, static_cast<float>(value), c.condition_dim);

    if (p->text) p->text_start = p->tensors.add(GGML_TYPE_F32, {dim, p->text}, "text_start");
    p->prior = p->tensors.add(GGML_TYPE_F32, {dim, p->image()}, "prior");
    p->cos = p->tensors.add(GGML_TYPE_F32, {c.head_dim, p->text + p->image()}, "cos");
    p->sin = p->tensors.add(GGML_TYPE_F32, {c.head_dim, p->text + p->image()}, "sin");
    p->stream = p->tensors.add(GGML_TYPE_F32, {dim, p->text + p->image()}, "stream");
    p->temb = p->tensors.add(GGML_TYPE_F32, {c.time_dim}, "temb");
    if (auto allocated = p->tensors.allocate(); !allocated) return pass_on(allocated);
    const ops::RotaryTable table = rotary(p->text, p->rows, p->columns, c.head_dim);
    DeviceTensors::set(p->cos, table.cos);
    DeviceTensors::set(p->sin, table.sin);

    Graph g(run);
    if (p->text) {
        ggml_tensor* glyphs = g.input({c.text_dim, p->text}, condition.glyphs);            // [text_dim, text]
        ggml_tensor* hidden = ops::linear(g, glyphs, glyph_in_, Activation::gelu_erf);     // [dim, text]
        g.store(g.name(ops::linear(g, hidden, glyph_out_), "glyph_proj"), p->text_start);  // [dim, text]
    }
    ggml_tensor* ids = g.input({p->image()}, condition.prior);
    ggml_tensor* prior = ops::lookup(g, prior_embedding_, ids);                // [dim, image]
    if (condition.drop_prior) prior = ggml_scale(g.context(), prior, 0.0f);
    prior = ops::linear(g, prior, prior_in_, Activation::silu);                // [dim, image]
    g.store(g.name(ops::linear(g, prior, prior_out_), "prior_proj"), p->prior);
    g.name(ops::slice(g, p->cos, 1, p->text, p->image()), "rope_cos");
    g.name(ops::slice(g, p->sin, 1, p->text, p->image()), "rope_sin");
    if (auto done = g.run(); !done) return pass_on(done);
    return p;
}

Result<void> DiffusionTransformer::embed(RunContext& run, Prepared& p, std::span<const float> latent, float timestep) const {
    const DiffusionConfig& c = config_;
    if (static_cast<std::int64_t>(latent.size()) != c.in_channels * p.image() * c.patch * c.patch)
        return fail(ErrorKind::internal, "The latent does not have the picture's size.");
    Graph g(run);
    const std::vector<float> patches = patchify(latent, c.in_channels, p.rows, p.columns, c.patch);
    ggml_tensor* image = g.input({c.in_channels * c.patch * c.patch, p.image()}, patches);  // [C·p·p, image]
    image = g.name(ops::linear(g, image, image_projector_), "image_proj");                  // [dim, image]
    image = ops::add(g, image, p.prior);
    g.store(p.text ? ggml_concat(g.context(), p.text_start, image, 1) : image, p.stream);   // [dim, text + image]

    std::vector<float> sinusoid;
    append_sinusoid(sinusoid, timestep, c.time_dim);
    ggml_tensor* time = ops::linear(g, g.input({c.time_dim}, sinusoid), time_in_, Activation::silu);
    time = g.name(ops::linear(g, time, time_out_), "time_emb");                             // [time_dim]
    ggml_tensor* size = g.input({4 * c.condition_dim}, p.size_embedding);
    size = ops::linear(g, size, condition_in_, Activation::silu);
    size = g.name(ops::linear(g, size, condition_out_), "cond_emb");                        // [time_dim]
    g.store(g.name(ggml_silu(g.context(), ops::add(g, time, size)), "temb"), p.temb);
    return g.run();
}

/// Some consecutive tokens of a stream: first text, then image.
struct DiffusionTransformer::Part {
    std::int64_t first, count;
    std::int64_t text, image;  ///< of them

    static Part whole(const Prepared& p) { return {0, p.tokens(), p.text, p.image()}; }
    /// The next p.at_once tokens, and a rest that is no piece of its own.
    static Part from(const Prepared& p, std::int64_t first) {
        const std::int64_t left = p.tokens() - first, count = left - p.at_once < piece_tokens ? left : p.at_once;
        const std::int64_t text = std::clamp<std::int64_t>(p.text - first, 0, count);
        return {first, count, text, count - text};
    }
    ggml_tensor* of(Graph& g, ggml_tensor* x) const { return ops::slice(g, x, 1, first, count); }
};

/// The twelve vectors of a block, image and text interleaved (spec §6.3).
struct DiffusionTransformer::Modulation {
    Modulation(Graph& graph, ggml_tensor* all, const Part& of, std::int64_t channels)
        : part(of), g(graph), mod(all), dim(channels) {}

    Part part;

    enum Vector { shift_msa, scale_msa = 2, gate_msa = 4, shift_mlp = 6, scale_mlp = 8, gate_mlp = 10 };

    /// LN(x)·(1 + scale) + shift, each stream with its own vectors.
    ggml_tensor* modulated(ggml_tensor* x, Vector shift, Vector scale) const {
        return ops::modulated_norm(g, x, norm_eps, vectors(shift), vectors(scale));
    }
    /// x + gate·y, likewise.
    ggml_tensor* gated(ggml_tensor* x, ggml_tensor* y, Vector gate) const { return ops::gated(g, x, y, vectors(gate)); }
    ggml_tensor* text_part(ggml_tensor* x) const { return ops::slice(g, x, 1, 0, part.text); }
    ggml_tensor* image_part(ggml_tensor* x) const { return ops::slice(g, x, 1, part.text, part.image); }

private:
    ops::ByStream vectors(Vector which) const {
        const auto vector = [&](int text) { return ops::slice(g, mod, 0, (which + text) * dim, dim); };
        return {part.text, vector(1), vector(0)};  // text comes first
    }

    Graph& g;
    ggml_tensor* mod;
    std::int64_t dim;
};

namespace {

/// Keys or values of the condition pictures, then the picture's own: in bf16 where that is what attention multiplies, else in f32.
ggml_tensor* after(Graph& g, ggml_tensor* kept, ggml_tensor* own) {
    if (kept->type == GGML_TYPE_BF16 && own->type != GGML_TYPE_BF16) own = ggml_cast(g.context(), own, GGML_TYPE_BF16);
    if (kept->type == GGML_TYPE_F16) kept = ggml_cast(g.context(), kept, GGML_TYPE_F32);
    return ggml_concat(g.context(), kept, own, 2);
}

}  // namespace

/// h [dim, tokens of the part] → [head_dim, heads, tokens of the part]
ggml_tensor* DiffusionTransformer::heads(Graph& g, ggml_tensor* h, const ops::Linear& layer) const {
    return ops::reshape(g, ops::linear(g, h, layer), config_.head_dim, config_.heads, h->ne[1]);
}

/// Queries or keys as attention compares them.
ggml_tensor* DiffusionTransformer::turned(Graph& g, ggml_tensor* heads, const Prepared& p, const Part& part) const {
    return ops::normed_and_rotated(g, heads, norm_eps, {part.of(g, p.cos), part.of(g, p.sin)});
}

/// The rest of a block behind its keys and values [head_dim, heads, all tokens]: x, h [dim, tokens of the part] → x.
ggml_tensor* DiffusionTransformer::rest_of_block(Graph& g, const Block& block, const Modulation& mod, ggml_tensor* x, ggml_tensor* q, ggml_tensor* k,
                                                 ggml_tensor* v) const {
    ggml_tensor* a = ops::attention(g, q, k, v, {.scale = 1.0f / std::sqrt(static_cast<float>(config_.head_dim)), .coarse = true});
    a = ops::linear(g, a, block.to_out);                                               // [dim, tokens]
    if (mod.part.image) g.name(mod.image_part(a), "attn_image");
    if (mod.part.text) g.name(mod.text_part(a), "attn_text");
    x = mod.gated(x, a, Modulation::gate_msa);

    ggml_tensor* h = mod.modulated(x, Modulation::shift_mlp, Modulation::scale_mlp);
    h = ops::linear(g, h, block.expand, Activation::gelu_tanh);                        // [4·dim, tokens]
    x = mod.gated(x, ops::linear(g, h, block.contract), Modulation::gate_mlp);         // [dim, tokens]
    if (mod.part.image) g.name(mod.image_part(x), "image");
    if (mod.part.text) g.name(mod.text_part(x), "text");
    return x;
}

Result<void> DiffusionTransformer::run_whole_block(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read,
                                                   ConditionCache* write) const {
    const Block& block = blocks_[layer];
    const Part whole = Part::whole(p);
    Graph g(run, std::format("block.{}.", layer));
    const Modulation mod(g, g.name(ops::linear(g, p.temb, block.modulation), "mod"), whole, config_.dim);  // [12·dim]
    ggml_tensor* x = p.stream;                                                         // [dim, tokens]
    ggml_tensor* h = mod.modulated(x, Modulation::shift_msa, Modulation::scale_msa);   // [dim, tokens]
    h = ops::operand(g, h, {&block.to_q, &block.to_k, &block.to_v});
    ggml_tensor* q = heads(g, h, block.to_q);                                          // [head_dim, heads, tokens]
    ggml_tensor* k = heads(g, h, block.to_k);
    ggml_tensor* v = heads(g, h, block.to_v);
    q = turned(g, q, p, whole);
    k = turned(g, k, p, whole);
    if (write) {
        const ConditionCache::Layer& cache = write->layers()[layer];
        g.store(k, ops::slice(g, cache.k, 2, write->filled, whole.count));
        g.store(v, ops::slice(g, cache.v, 2, write->filled, whole.count));
    }
    if (read) {
        const ConditionCache::Layer& cache = read->layers()[layer];
        k = after(g, ops::slice(g, cache.k, 2, 0, read->filled), k);  // [head_dim, heads, cache + tokens]
        v = after(g, ops::slice(g, cache.v, 2, 0, read->filled), v);
    }
    g.store(rest_of_block(g, block, mod, x, q, k, v), p.stream);
    return g.run();
}

/// All keys and values first, as attention wants them; then each part's tokens, whose place in the stream nobody reads any more.
Result<void> DiffusionTransformer::run_block_in_parts(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read,
                                                      ConditionCache* write) const {
    const DiffusionConfig& c = config_;
    const Block& block = blocks_[layer];
    DeviceTensors between(run.device, 2);
    const ggml_type type = run.device.bf16_products() ? GGML_TYPE_BF16 : GGML_TYPE_F32;
    ggml_tensor* keys = between.add(type, {c.head_dim, c.heads, p.tokens()}, "keys");
    ggml_tensor* values = between.add(type, {c.head_dim, c.heads, p.tokens()}, "values");
    if (auto allocated = between.allocate(); !allocated) return allocated;
    const auto in_parts = [&](auto compute) -> Result<void> {
        for (Part part{}; part.first < p.tokens(); part.first += part.count) {
            const auto one = [&]() -> Result<void> {
                part = Part::from(p, part.first);
                Graph g(run, std::format("block.{}.", layer));
                const Modulation mod(g, ops::linear(g, p.temb, block.modulation), part, c.dim);
                ggml_tensor* x = part.of(g, p.stream);
                compute(g, part, mod, x, mod.modulated(x, Modulation::shift_msa, Modulation::scale_msa));
                return g.run();
            };
            if (auto done = with_less_memory(run.device, one, [&] { return p.fewer_at_once(); }); !done) return done;
        }
        return {};
    };
    auto prepared = in_parts([&](Graph& g, const Part& part, const Modulation&, ggml_tensor*, ggml_tensor* h) {
        const auto keep = [&](ggml_tensor* part_of, ggml_tensor* whole, ggml_tensor* cached) {
            g.store(part_of, ops::slice(g, whole, 2, part.first, part.count));
            if (cached) g.store(part_of, ops::slice(g, cached, 2, write->filled + part.first, part.count));
        };
        h = ops::operand(g, h, {&block.to_k, &block.to_v});
        keep(turned(g, heads(g, h, block.to_k), p, part), keys, write ? write->layers()[layer].k : nullptr);
        keep(heads(g, h, block.to_v), values, write ? write->layers()[layer].v : nullptr);
    });
    if (!prepared) return prepared;
    return in_parts([&](Graph& g, const Part& part, const Modulation& mod, ggml_tensor* x, ggml_tensor* h) {
        ggml_tensor *k = keys, *v = values;
        if (read) {
            k = after(g, ops::slice(g, read->layers()[layer].k, 2, 0, read->filled), k);
            v = after(g, ops::slice(g, read->layers()[layer].v, 2, 0, read->filled), v);
        }
        ggml_tensor* q = turned(g, heads(g, h, block.to_q), p, part);
        g.store(rest_of_block(g, block, mod, x, q, k, v), part.of(g, p.stream));
    });
}

Result<void> DiffusionTransformer::run_block(RunContext& run, Prepared& p, std::size_t layer, const ConditionCache* read, ConditionCache* write) const {
    if (auto there = stream_->bring(layer); !there) return there;
    const auto whole = [&] { return p.at_once ? Result<void>() : run_whole_block(run, p, layer, read, write); };
    // Taps want to see the tokens whole.
    const auto less = [&] { return run.taps ? std::nullopt : p.fewer_at_once(); };
    if (auto done = with_less_memory(run.device, whole, less); !done || !p.at_once) return done;
    return run_block_in_parts(run, p, layer, read, write);
}

Result<std::vector<float>> DiffusionTransformer::head(RunContext& run, Prepared& p) const {
    const DiffusionConfig& c = config_;
    Graph g(run);
    ggml_tensor* mod = g.name(ops::linear(g, p.temb, norm_out_), "norm_out_mod");      // [2·dim]: scale, shift
    ggml_tensor* image = ops::layer_norm(g, ops::slice(g, p.stream, 1, p.text, p.image()), norm_eps);
    image = ops::modulate(g, image, ops::slice(g, mod, 0, c.dim, c.dim), ops::slice(g, mod, 0, 0, c.dim));
    g.name(image, "norm_out");                                                         // [dim, image]
    std::vector<float> patches;
    g.output(ops::linear(g, image, proj_out_), patches);                               // [C·p·p, image]
    if (auto done = g.run(); !done) return pass_on(done);
    return unpatchify(patches, c.out_channels, p.rows, p.columns, c.patch);
}

Result<std::vector<float>> DiffusionTransformer::velocity(RunContext& run, Prepared& prepared, std::span<const float> latent, float timestep,
                                                          const ConditionCache* cache) const {
    auto one = velocities(run, std::array{Pass{&prepared, cache}}, latent, timestep);
    if (!one) return pass_on(one);
    return std::move(one->front());
}

Result<std::vector<std::vector<float>>> DiffusionTransformer::velocities(RunContext& run, std::span<const Pass> passes, std::span<const float> latent,
                                                                         float timestep) const {
    for (const Pass& pass : passes) {
        const auto put_together = [&] { return embed(run, *pass.prepared, latent, timestep); };
        if (auto done = with_less_memory(run.device, put_together, [] { return std::optional<std::string>(); }); !done) return pass_on(done);
    }
    for (std::size_t layer = 0; layer < blocks_.size(); ++layer)
        for (const Pass& pass : passes)
            if (auto done = run_block(run, *pass.prepared, layer, pass.cache, nullptr); !done) return pass_on(done);
    std::vector<std::vector<float>> results;
    for (const Pass& pass : passes) {
        auto velocity = head(run, *pass.prepared);
        if (!velocity) return pass_on(velocity);
        results.push_back(std::move(*velocity));
    }
    return results;
}

Result<void> DiffusionTransformer::write_condition(RunContext& run, Prepared& prepared, std::span<const float> latent, ConditionCache& cache) const {
    if (cache.filled + prepared.image() > cache.capacity())
        return fail(ErrorKind::internal, "The condition cache is too small for its pictures.");
    if (auto done = embed(run, prepared, latent, 0.0f); !done) return done;
    for (std::size_t layer = 0; layer < blocks_.size(); ++layer)
        if (auto done = run_block(run, prepared, layer, nullptr, &cache); !done) return done;
    cache.filled += prepared.image();
    return {};
}

}  // namespace haibao
