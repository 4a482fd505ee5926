// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine_cases.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

#include "inference/models/autoencoder.h"
#include "inference/models/diffusion_transformer.h"
#include "inference/models/language_model.h"
#include "inference/ops/weight_loader.h"
#include "inference/pipeline/philox.h"

namespace haibao::bench {
namespace {

std::vector<float> random_values(std::int64_t count) {
    std::vector<float> values(static_cast<std::size_t>(count));
    Philox(7, RandomStream::noise).normals(values);
    return values;
}

/// The wide product of the feed-forward net alone: the rate that a block is measured by.
Result<double> wide_product(Stopwatch& watch, Device& device, ModelFolder& folder, std::int64_t tokens) {
    auto store = folder.tensors(Component::transformer);
    if (!store) return pass_on(store);
    ops::WeightLoader load(device, **store);
    const ops::Linear layer = load.linear("transformer_blocks.0.ff.net.0.proj", 4096, 16384, ops::Bias::yes);
    auto weights = load.finish();
    if (!weights) return pass_on(weights);
    DeviceTensors values(device, 2);
    ggml_tensor* x = values.add(GGML_TYPE_F32, {4096, tokens}, "x");
    ggml_tensor* y = values.add(GGML_TYPE_F32, {16384, tokens}, "y");
    if (auto allocated = values.allocate(); !allocated) return pass_on(allocated);
    DeviceTensors::set(x, random_values(4096 * tokens));
    RunContext run{device, {}, nullptr, &watch.operations};
    return watch.median_seconds([&]() -> Result<void> {
        Graph g(run);
        g.store(ops::linear(g, x, layer), y);
        return g.run();
    });
}

/// The attention of a block alone: 32 heads of 128.
Result<double> block_attention(Stopwatch& watch, Device& device, std::int64_t tokens) {
    DeviceTensors values(device, 4);
    std::array<ggml_tensor*, 3> qkv;
    for (ggml_tensor*& t : qkv) t = values.add(GGML_TYPE_F32, {128, 32, tokens}, "x");
    ggml_tensor* mixed = values.add(GGML_TYPE_F32, {4096, tokens}, "y");
    if (auto allocated = values.allocate(); !allocated) return pass_on(allocated);
    for (ggml_tensor* t : qkv) DeviceTensors::set(t, random_values(4096 * tokens));
    RunContext run{device, {}, nullptr, &watch.operations};
    return watch.median_seconds([&]() -> Result<void> {
        Graph g(run);
        g.store(ops::attention(g, qkv[0], qkv[1], qkv[2], {.scale = 0.088f, .coarse = true}), mixed);
        return g.run();
    });
}

/// Loads the language model and measures with it.
Result<double> with_language_model(Stopwatch& watch, Device& device, ModelFolder& folder, const std::function<Result<double>(RunContext&, LanguageModel&)>& measure) {
    auto store = folder.tensors(Component::vision_language_encoder);
    if (!store) return pass_on(store);
    const auto config = read_language_config(folder);
    if (!config) return std::unexpected(config.error());
    auto model = LanguageModel::load(device, **store, *config);
    if (!model) return pass_on(model);
    RunContext run{device, {}, nullptr, &watch.operations};
    return measure(run, **model);
}

/// `count` tokens of text, read into a cache of `capacity` tokens for each of `sequences` pictures.
auto read_prompt(RunContext& run, LanguageModel& model, std::int32_t count, std::int64_t sequences, std::int64_t capacity) {
    TokenPositions positions;
    for (std::int32_t i = 0; i < count; ++i) positions.add(i, i, i);
    auto cache = model.make_cache(run.device, sequences, capacity);
    if (cache)
        if (auto read = model.prefill(run, **cache, std::vector<std::int32_t>(static_cast<std::size_t>(count), 3), positions); !read) cache = pass_on(read);
    return cache;
}

/// A whole prompt at once, and the head for its last token.
Result<double> prefill_tokens(Stopwatch& watch, Device& device, ModelFolder& folder, std::int32_t count) {
    return with_language_model(watch, device, folder, [&](RunContext& run, LanguageModel& model) {
        return watch.median_seconds([&]() -> Result<void> {
            auto cache = read_prompt(run, model, count, 1, count);
            return cache ? Result<void>{} : pass_on(cache);
        });
    });
}

double prefill_operations(double tokens) {
    const double hidden = 4096, ff = 13696, kv = 256, vocabulary = 16512;
    return 2 * tokens * (2 * hidden * hidden + 2 * kv * hidden + 3 * ff * hidden) + 2 * vocabulary * hidden + 2 * tokens * tokens * hidden;
}

/// Weights read for a token: attention, gate, up and down, and the head. They are stored as bf16, which the processor keeps unless all is to be f32, and the
/// head even then.
double decode_bytes(const Device& device) {
    const double hidden = 4096, ff = 13696, kv = 256;
    const double of_layer = (device.on_cpu() ? device.precision() != Precision::f32 : device.matrix_type() != GGML_TYPE_F32) ? 2 : 4;
    const double of_head = device.on_cpu() ? 2 : 4;
    return of_layer * (2 * hidden * hidden + 2 * kv * hidden + 3 * ff * hidden) + of_head * 16512 * hidden;
}

Result<double> decode_picture(Stopwatch& watch, Device& device, ModelFolder& folder, int side) {
    auto store = folder.tensors(Component::vae);
    if (!store) return pass_on(store);
    const auto config = read_autoencoder_config(folder);
    if (!config) return std::unexpected(config.error());
    auto decoder = Autoencoder::load(device, **store, *config, Autoencoder::Half::decoder);
    if (!decoder) return pass_on(decoder);
    RunContext run{device, {}, nullptr, &watch.operations};
    const auto latent = random_values(16 * (side / 8) * (side / 8));
    return watch.median_seconds([&]() -> Result<void> {
        auto picture = (*decoder)->decode(run, latent, side / 8, side / 8, {});
        return picture ? Result<void>{} : pass_on(picture);
    });
}

/// All convolutions of the released decoder (spec §8).
double decoder_operations(double side) {
    const auto conv = [](double in, double out, double edge, double taps = 9) { return 2 * in * out * taps * edge * edge; };
    const double e = side / 8;
    return conv(16, 1024, e) + 12 * conv(1024, 1024, e) + conv(1024, 1024, 2 * e) + 8 * conv(1024, 1024, 2 * e) +
           conv(1024, 1024, 4 * e) + conv(1024, 512, 4 * e) + 7 * conv(512, 512, 4 * e) + conv(1024, 512, 4 * e, 1) +
           conv(512, 512, 8 * e) + conv(512, 128, 8 * e) + 7 * conv(128, 128, 8 * e) + conv(512, 128, 8 * e, 1) +
           conv(128, 3, 8 * e);
}

}  // namespace

void Operations::add(const TraceEvent& event) {
    const auto* run = std::get_if<GraphRun>(&event);
    if (!run) return;
    for (const OperationRun& one : run->operations) {
        Sum& sum = sums_[run->names[one.operation]];
        ++sum.count, sum.seconds += one.seconds, sum.flops += one.flops, sum.bytes += one.bytes;
    }
    graphs_ += run->seconds;
}

Result<void> Operations::see(const std::function<Result<void>()>& work) {
    if (!wanted) return {};
    sums_.clear(), graphs_ = 0;
    running_ = true;
    auto done = work();
    running_ = false;
    return done;
}

void Operations::print() const {
    std::vector<std::pair<std::string, Sum>> sorted(sums_.begin(), sums_.end());
    std::ranges::sort(sorted, std::greater(), [](const auto& one) { return one.second.seconds; });
    for (const auto& [name, sum] : sorted)
        std::fprintf(stderr, "    %-16s %4d times %8.4f s  %7.1f GFLOP/s  %6.1f GB/s\n", name.c_str(), sum.count, sum.seconds, sum.flops / 1e9 / sum.seconds,
                     sum.bytes / 1e9 / sum.seconds);
    if (!sorted.empty()) std::fprintf(stderr, "    %-27s %8.4f s\n", "all graphs", graphs_);
}

Result<double> Stopwatch::median_seconds(const std::function<Result<void>()>& work) {
    std::vector<double> seconds;
    for (int run = 0; run <= runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        if (auto done = work(); !done) return pass_on(done);
        if (run) seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    if (auto seen = operations.see(work); !seen) return pass_on(seen);
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

Result<double> diffusion_block(Stopwatch& watch, Device& device, ModelFolder& folder, int side) {
    auto store = folder.tensors(Component::transformer);
    if (!store) return pass_on(store);
    const auto config = read_diffusion_config(folder);
    if (!config) return std::unexpected(config.error());
    auto network = DiffusionTransformer::load(device, **store, *config);
    if (!network) return pass_on(network);
    const std::int64_t tokens = static_cast<std::int64_t>(side / 16) * (side / 16);
    const auto glyphs = random_values(64 * config->text_dim), latent = random_values(tokens * 64);
    const std::vector<std::int32_t> prior(static_cast<std::size_t>(tokens), 1);
    RunContext run{device, {}, nullptr, &watch.operations};
    auto prepared = (*network)->prepare(run, {.height = side, .width = side, .glyphs = glyphs, .prior = prior});
    if (!prepared) return pass_on(prepared);
    return watch.median_seconds([&]() -> Result<void> {
        auto velocity = (*network)->velocity(run, **prepared, latent, 500);
        return velocity ? Result<void>{} : pass_on(velocity);
    });
}

/// One block: 4 projections, the feed-forward net, and the two products of attention.
double block_operations(double side) {
    const double tokens = side / 16 * side / 16 + 64, dim = 4096;
    return 2 * tokens * 12 * dim * dim + 4 * tokens * tokens * dim;
}

Result<double> decode_token(Stopwatch& watch, Device& device, ModelFolder& folder, std::int64_t sequences) {
    return with_language_model(watch, device, folder, [&](RunContext& run, LanguageModel& model) -> Result<double> {
        auto cache = read_prompt(run, model, 512, sequences, 600);
        if (!cache) return pass_on(cache);
        TokenPositions next;
        next.add(512, 512, 512);
        const std::vector<std::int32_t> ids(static_cast<std::size_t>(sequences), 5);
        return watch.median_seconds([&]() -> Result<void> {
            auto logits = model.decode(run, **cache, ids, next);
            return logits ? Result<void>{} : pass_on(logits);
        });
    });
}

std::vector<Case> cases(ModelFolder& folder, const Device& device) {
    const double tokens = 4160;  // 1024² and 64 of text
    const double bytes = decode_bytes(device);
    return {
        {"wide_product", "the feed-forward net's wide product, 4160 tokens", 2 * tokens * 4096 * 16384, true, [&](Stopwatch& w, Device& d) { return wide_product(w, d, folder, 4160); }},
        {"attention", "the attention of 4160 tokens", 4 * tokens * tokens * 4096, true, [](Stopwatch& w, Device& d) { return block_attention(w, d, 4160); }},
        {"block_512", "diffusion block, 512² (1024 + 64 tokens)", block_operations(512), true, [&](Stopwatch& w, Device& d) { return diffusion_block(w, d, folder, 512); }},
        {"block_1024", "diffusion block, 1024² (4096 + 64 tokens)", block_operations(1024), true, [&](Stopwatch& w, Device& d) { return diffusion_block(w, d, folder, 1024); }},
        {"prefill", "language layer, 512 tokens at once", prefill_operations(512), true, [&](Stopwatch& w, Device& d) { return prefill_tokens(w, d, folder, 512); }},
        {"decode", "language layer + head, 1 token", bytes, false, [&](Stopwatch& w, Device& d) { return decode_token(w, d, folder, 1); }},
        {"decode_4", "language layer + head, 4 pictures at once", bytes, false, [&](Stopwatch& w, Device& d) { return decode_token(w, d, folder, 4); }},
        {"decode_512", "autoencoder, decode 512²", decoder_operations(512), true, [&](Stopwatch& w, Device& d) { return decode_picture(w, d, folder, 512); }},
        {"decode_1024", "autoencoder, decode 1024²", decoder_operations(1024), true, [&](Stopwatch& w, Device& d) { return decode_picture(w, d, folder, 1024); }},
    };
}

}  // namespace haibao::bench
