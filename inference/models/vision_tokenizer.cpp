// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/models/vision_tokenizer.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "inference/ops/weight_loader.h"

namespace haibao {
namespace {

using ops::Bias;

// Patches that are compared with the codebook in one graph: their scores take 16 MiB at the released 16384 codes.
constexpr std::int64_t quantised_at_once = 256;

/// Where cell `i` of `cells` lies between two entries of a table with `side` entries. In f32, as the reference's
/// grid_sample computes it.
struct Between {
    int low, high;
    float weight;  ///< of `high`
};
Between between(int i, int cells, int side) {
    const float normalised = (static_cast<float>(i) + 0.5f) / static_cast<float>(cells) * 2 - 1;
    const float at = std::clamp(((normalised + 1) * static_cast<float>(side) - 1) / 2, 0.0f, static_cast<float>(side - 1));
    const int low = static_cast<int>(at);
    return {low, std::min(low + 1, side - 1), at - static_cast<float>(low)};
}

}  // namespace

std::vector<float> stretched_positions(std::span<const float> table, int side, std::int64_t channels, int rows,
                                       int columns) {
    std::vector<float> positions;
    positions.reserve(static_cast<std::size_t>(channels) * static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns));
    const auto entry = [&](int y, int x) { return table.data() + (std::int64_t{y} * side + x) * channels; };
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const Between y = between(row, rows, side), x = between(column, columns, side);
            const float *a = entry(y.low, x.low), *b = entry(y.low, x.high);
            const float *c = entry(y.high, x.low), *d = entry(y.high, x.high);
            const float wa = (1 - y.weight) * (1 - x.weight), wb = (1 - y.weight) * x.weight;
            const float wc = y.weight * (1 - x.weight), wd = y.weight * x.weight;
            for (std::int64_t i = 0; i < channels; ++i)
                positions.push_back(a[i] * wa + b[i] * wb + c[i] * wc + d[i] * wd);
        }
    return positions;
}

Result<std::unique_ptr<VisionTokenizer>> VisionTokenizer::load(Device& device, const TensorStore& store,
                                                               const VisionConfig& config) {
    std::unique_ptr<VisionTokenizer> model(new VisionTokenizer);
    model->config_ = config;
    if (auto loaded = model->load_tower(device, store); !loaded) return pass_on(loaded);
    if (auto loaded = model->load_quantiser(device, store); !loaded) return pass_on(loaded);
    return model;
}

Result<void> VisionTokenizer::load_tower(Device& device, const TensorStore& store) {
    const std::int64_t hidden = config_.hidden, patch = config_.patch, channels = config_.channels;
    const std::int64_t positions = std::int64_t{config_.table_side} * config_.table_side;
    ops::WeightLoader load(device, store);
    patch_embed_ = load.exact_linear("model.visual.patch_embed.proj", channels * patch * patch, hidden, Bias::yes,
                                     {hidden, channels, patch, patch});
    position_table_ = load.host("model.visual.embeddings.position_embedding.weight", {positions, hidden});
    const auto norm = [&](const std::string& name) {
        return Norm{load.tensor(name + ".weight", {hidden}), load.tensor(name + ".bias", {hidden})};
    };
    const Bias attention_bias = config_.attention_bias ? Bias::yes : Bias::no;
    for (int i = 0; i < config_.depth; ++i) {
        const std::string at = "model.visual.blocks." + std::to_string(i);
        Block& block = blocks_.emplace_back();
        block.norm1 = norm(at + ".norm1");
        block.qkv = load.linear(at + ".attn.qkv", hidden, 3 * hidden, attention_bias);
        block.proj = load.linear(at + ".attn.proj", hidden, hidden, attention_bias);
        block.norm2 = norm(at + ".norm2");
        block.fc1 = load.linear(at + ".mlp.fc1", hidden, config_.intermediate, Bias::yes);
        block.fc2 = load.linear(at + ".mlp.fc2", config_.intermediate, hidden, Bias::yes);
    }
    auto weights = load.finish();
    if (!weights) return pass_on(weights);
    tower_weights_ = std::move(*weights);
    return {};
}

/// An argmax over thousands of codes hangs on the last digits, so the quantiser is computed on the processor in f32
/// whatever the device and the precision: the same features give the same ids everywhere.
Result<void> VisionTokenizer::load_quantiser(Device& device, const TensorStore& store) {
    if (!device.on_cpu()) {
        auto processor = Device::open("cpu", Precision::f32, device.threads());
        if (!processor) return pass_on(processor);
        processor_ = std::move(*processor);
    }
    const std::int64_t hidden = config_.hidden, codes = config_.codes, dim = config_.code_dim;
    ops::WeightLoader load(processor_ ? *processor_ : device, store);
    quant_conv_ = load.exact_linear("model.vqmodel.quant_conv", hidden, dim, Bias::yes, {dim, hidden, 1, 1});
    codebook_ = load.exact_linear("model.vqmodel.quantize.embedding", dim, codes, Bias::no);
    const std::vector<float> table = load.host("model.vqmodel.quantize.embedding.weight", {codes, dim});
    for (auto row = table.begin(); row != table.end(); row += dim) {
        double squares = 0;
        for (std::int64_t i = 0; i < dim; ++i) squares += static_cast<double>(row[i]) * row[i];
        code_scales_.push_back(1.0f / std::max(static_cast<float>(std::sqrt(squares)), 1e-12f));
    }
    auto weights = load.finish();
    if (!weights) return pass_on(weights);
    quantiser_weights_ = std::move(*weights);
    return {};
}

ggml_tensor* VisionTokenizer::norm(Graph& g, ggml_tensor* x, const Norm& norm) const {
    return ops::layer_norm(g, x, static_cast<float>(config_.norm_eps), norm.weight, norm.bias);
}

ggml_tensor* VisionTokenizer::block(Graph& g, ggml_tensor* x, const Block& w) const {
    const std::int64_t heads = config_.heads, tokens = x->ne[1];
    const float scale = 1.0f / std::sqrt(static_cast<float>(config_.head_dim));
    ggml_tensor* qkv = ops::linear(g, norm(g, x, w.norm1), w.qkv);       // [3·hidden, tokens]
    qkv = ops::reshape(g, qkv, config_.head_dim, 3 * heads, tokens);     // [head_dim, 3·heads, tokens]
    ggml_tensor* q = ops::slice(g, qkv, 1, 0, heads);                    // [head_dim, heads, tokens]
    ggml_tensor* k = ops::slice(g, qkv, 1, heads, heads);                // [head_dim, heads, tokens]
    ggml_tensor* v = ops::slice(g, qkv, 1, 2 * heads, heads);            // [head_dim, heads, tokens]
    ggml_tensor* a = ops::attention(g, q, k, v, {.scale = scale});       // [hidden, tokens]
    x = ops::add(g, x, ops::linear(g, a, w.proj));                       // [hidden, tokens]
    ggml_tensor* m = ops::linear(g, norm(g, x, w.norm2), w.fc1, ops::Activation::gelu_erf);  // [intermediate, tokens]
    return ops::add(g, x, ops::linear(g, m, w.fc2));                     // [hidden, tokens]
}

Result<std::vector<float>> VisionTokenizer::features(RunContext& run, std::span<const float> patches, int rows,
                                                     int columns) const {
    const std::int64_t tokens = std::int64_t{rows} * columns;
    DeviceTensors kept(run.device, 1);
    ggml_tensor* stream = kept.add(GGML_TYPE_F32, {config_.hidden, tokens}, "stream");
    if (auto allocated = kept.allocate(); !allocated) return pass_on(allocated);
    {
        Graph g(run);
        ggml_tensor* x = g.input({patch_embed_.in, tokens}, patches);           // [channels·patch², tokens]
        x = g.name(ops::linear(g, x, patch_embed_), "patch_embed");             // [hidden, tokens]
        ggml_tensor* positions = g.input({config_.hidden, tokens}, stretched_positions(position_table_,
                                         config_.table_side, config_.hidden, rows, columns));
        x = ops::add(g, x, positions);                                          // [hidden, tokens]
        g.store(g.name(x, "pos_added"), stream);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    std::vector<float> result;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        Graph g(run);
        ggml_tensor* x = g.name(block(g, stream, blocks_[i]), "block." + std::to_string(i));
        if (i + 1 < blocks_.size())
            g.store(x, stream);
        else
            g.output(g.name(x, "features"), result);
        if (auto done = g.run(); !done) return pass_on(done);
    }
    return result;
}

Result<std::vector<std::int32_t>> VisionTokenizer::quantise(RunContext& run, std::span<const float> features) const {
    RunContext host{processor_ ? *processor_ : run.device, run.cancelled, nullptr, run.trace};
    const std::int64_t tokens = static_cast<std::int64_t>(features.size()) / config_.hidden;
    std::vector<float> projected;  // row-major [tokens, code_dim]
    std::vector<std::int32_t> ids;
    for (std::int64_t first = 0; first < tokens; first += quantised_at_once) {
        const std::int64_t count = std::min(quantised_at_once, tokens - first);
        std::vector<float> part, scores;
        Graph g(host);
        ggml_tensor* x = g.input({config_.hidden, count}, features.subspan(static_cast<std::size_t>(first * config_.hidden),
                                                                           static_cast<std::size_t>(count * config_.hidden)));
        x = ops::linear(g, x, quant_conv_);                  // [code_dim, count]
        if (run.taps) g.output(x, part);
        x = ops::linear(g, x, codebook_);                    // [codes, count]
        // The cosine but for the patch's own length, which changes no argmax.
        x = ops::mul(g, x, g.input({config_.codes}, code_scales_));
        g.output(x, scores);
        if (auto done = g.run(); !done) return pass_on(done);
        projected.insert(projected.end(), part.begin(), part.end());
        for (auto row = scores.begin(); row != scores.end(); row += config_.codes) {
            if (!std::all_of(row, row + config_.codes, [](float v) { return std::isfinite(v); }))
                return fail(ErrorKind::device, "Reading the source picture on {} gave values that are not numbers. Try "
                            "--device cpu, or check the model's files.", run.device.info().name);
            ids.push_back(static_cast<std::int32_t>(std::max_element(row, row + config_.codes) - row));
        }
    }
    if (run.taps) (*run.taps)["vq_preact"] = {{tokens, config_.code_dim}, std::move(projected)};
    return ids;
}

Result<std::vector<std::int32_t>> VisionTokenizer::encode(RunContext& run, std::span<const float> patches, int rows,
                                                          int columns) const {
    const std::int64_t wanted = std::int64_t{rows} * columns * patch_embed_.in;
    if (rows < 1 || columns < 1 || static_cast<std::int64_t>(patches.size()) != wanted)
        return fail(ErrorKind::invalid_input, "A grid of {}×{} patches needs {} values; {} were given.", rows, columns, wanted,
                    patches.size());
    auto tower = features(run, patches, rows, columns);
    if (!tower) return pass_on(tower);
    return quantise(run, *tower);
}

}  // namespace haibao
