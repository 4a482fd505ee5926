// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine costs at the released layer shapes, beside ggml's own kernels in the same run. Medians.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "inference/models/autoencoder.h"
#include "inference/models/diffusion_transformer.h"
#include "inference/models/language_model.h"
#include "inference/ops/weight_loader.h"
#include "inference/pipeline/philox.h"
#include "tests/benchmarks/bench_gallery.h"
#include "tests/benchmarks/export_bench.h"
#include "tests/benchmarks/inspector_bench.h"
#include "tests/benchmarks/passes_bench.h"
#include "tests/benchmarks/render_bench.h"
#include "tests/benchmarks/synthetic_model.h"
#include "tests/benchmarks/typeset_bench.h"

using namespace haibao;

namespace {

constexpr int most_runs = 5;
constexpr double enough_seconds = 20;  // a slow case is run once or twice, not five times

std::vector<float> random_values(std::int64_t count) {
    std::vector<float> values(static_cast<std::size_t>(count));
    Philox(7, RandomStream::noise).normals(values);
    return values;
}

/// The median time of `work`, after one run to warm up.
Result<double> median_seconds(const std::function<Result<void>()>& work) {
    std::vector<double> seconds;
    double total = 0;
    for (int run = 0; run <= most_runs && (run < 2 || total < enough_seconds); ++run) {
        const auto start = std::chrono::steady_clock::now();
        if (auto done = work(); !done) return pass_on(done);
        const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (run) seconds.push_back(took);
        total += took;
    }
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

/// A case measured twice: Haibao's paths and ggml's. `amount` is work in units of 1e9 (operations or bytes).
struct Case {
    std::string name;
    double amount;
    const char* unit;
    std::function<Result<double>(Device&)> measure;
};

Result<double> diffusion_block(Device& device, ModelFolder& folder, int side) {
    auto store = folder.tensors(Component::transformer);
    if (!store) return pass_on(store);
    const auto config = read_diffusion_config(folder);
    if (!config) return std::unexpected(config.error());
    auto network = DiffusionTransformer::load(device, **store, *config);
    if (!network) return pass_on(network);
    const std::int64_t tokens = static_cast<std::int64_t>(side / 16) * (side / 16);
    const auto glyphs = random_values(64 * config->text_dim), latent = random_values(tokens * 64);
    const std::vector<std::int32_t> prior(static_cast<std::size_t>(tokens), 1);
    RunContext run{device, {}, nullptr};
    auto prepared = (*network)->prepare(run, {.height = side, .width = side, .glyphs = glyphs, .prior = prior});
    if (!prepared) return pass_on(prepared);
    return median_seconds([&]() -> Result<void> {
        auto velocity = (*network)->velocity(run, **prepared, latent, 500);
        return velocity ? Result<void>{} : pass_on(velocity);
    });
}

/// One block: 4 projections, the feed-forward net, and the two products of attention.
double block_operations(double side) {
    const double tokens = side / 16 * side / 16 + 64, dim = 4096;
    return 2 * tokens * 12 * dim * dim + 4 * tokens * tokens * dim;
}

/// The wide product of the feed-forward net alone: the rate that a block is measured by.
Result<double> wide_product(Device& device, ModelFolder& folder, std::int64_t tokens) {
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
    RunContext run{device, {}, nullptr};
    return median_seconds([&]() -> Result<void> {
        Graph g(run);
        g.store(ops::linear(g, x, layer), y);
        return g.run();
    });
}

/// The attention of a block alone: 32 heads of 128.
Result<double> block_attention(Device& device, std::int64_t tokens) {
    DeviceTensors values(device, 4);
    std::array<ggml_tensor*, 3> qkv;
    for (ggml_tensor*& t : qkv) t = values.add(GGML_TYPE_F32, {128, 32, tokens}, "x");
    ggml_tensor* mixed = values.add(GGML_TYPE_F32, {4096, tokens}, "y");
    if (auto allocated = values.allocate(); !allocated) return pass_on(allocated);
    for (ggml_tensor* t : qkv) DeviceTensors::set(t, random_values(4096 * tokens));
    RunContext run{device, {}, nullptr};
    return median_seconds([&]() -> Result<void> {
        Graph g(run);
        g.store(ops::attention(g, qkv[0], qkv[1], qkv[2], {.scale = 0.088f}), mixed);
        return g.run();
    });
}

Result<double> decode_token(Device& device, ModelFolder& folder, std::int64_t sequences) {
    auto store = folder.tensors(Component::vision_language_encoder);
    if (!store) return pass_on(store);
    const auto config = read_language_config(folder);
    if (!config) return std::unexpected(config.error());
    auto model = LanguageModel::load(device, **store, *config);
    if (!model) return pass_on(model);
    RunContext run{device, {}, nullptr};
    auto cache = (*model)->make_cache(device, sequences, 600);
    if (!cache) return pass_on(cache);
    TokenPositions positions;
    for (std::int32_t i = 0; i < 512; ++i) positions.add(i, i, i);
    auto read = (*model)->prefill(run, **cache, std::vector<std::int32_t>(512, 3), positions);
    if (!read) return pass_on(read);
    const std::vector<std::int32_t> ids(static_cast<std::size_t>(sequences), 5);
    return median_seconds([&]() -> Result<void> {
        auto logits = (*model)->decode(run, **cache, ids, positions.at(511));
        return logits ? Result<void>{} : pass_on(logits);
    });
}

/// Weights read for a token: attention, gate, up and down in 2 bytes each, the head in 4 (it is kept in f32).
double decode_bytes() {
    const double hidden = 4096, ff = 13696, kv = 256;
    return 2 * (2 * hidden * hidden + 2 * kv * hidden + 3 * ff * hidden) + 4 * 16512 * hidden;
}

Result<double> decode_picture(Device& device, ModelFolder& folder, int side) {
    auto store = folder.tensors(Component::vae);
    if (!store) return pass_on(store);
    const auto config = read_autoencoder_config(folder);
    if (!config) return std::unexpected(config.error());
    auto decoder = Autoencoder::load(device, **store, *config, Autoencoder::Half::decoder);
    if (!decoder) return pass_on(decoder);
    RunContext run{device, {}, nullptr};
    const auto latent = random_values(16 * (side / 8) * (side / 8));
    return median_seconds([&]() -> Result<void> {
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

/// Layers with quantised matrices: products, and tokens one at a time. Three of each, because the first and the last keep more bits.
Result<void> run_quantised(const std::filesystem::path& pattern) {
    std::printf("| type | 3 diffusion blocks, 1024² | GFLOP/s | 3 language layers + head, 1 token | GB/s |\n|---|---|---|---|---|\n");
    for (const ModelType type : {ModelType::bf16, ModelType::q8_0, ModelType::q6_k, ModelType::q4_k, ModelType::q4_0}) {
        auto model = bench::SyntheticModel::make(pattern, type);
        auto device = Device::open("cpu", Precision::fast, 0);
        if (!model) return pass_on(model);
        if (!device) return pass_on(device);
        ModelFolder& folder = model->folder();
        const auto block = diffusion_block(**device, folder, 1024), token = decode_token(**device, folder, 1);
        if (!block) return std::unexpected(block.error());
        if (!token) return std::unexpected(token.error());
        std::uint64_t bytes = 4 * std::uint64_t{16512} * 4096;  // the head is kept in f32
        auto store = folder.tensors(Component::vision_language_encoder);
        for (const std::string& name : (*store)->names())
            if (name.contains("language_model.layers.")) bytes += (*store)->find(name)->bytes.size();
        std::printf("| %-5s | %8.3f s | %6.1f | %8.4f s | %5.1f |\n", model_type_words[static_cast<std::size_t>(type)], *block, 3 * block_operations(1024) / 1e9 / *block,
                    *token, static_cast<double>(bytes) / 1e9 / *token);
        std::fflush(stdout);
    }
    return {};
}

Result<void> run_cases(const std::vector<Case>& cases, int threads) {
    for (const Case& c : cases) {
        double seconds[2] = {};
        for (const auto paths : {ops::CpuPaths::fast, ops::CpuPaths::portable}) {
            ops::choose_cpu_paths(paths);
            auto device = Device::open("cpu", Precision::fast, threads);
            if (!device) return pass_on(device);
            auto measured = c.measure(**device);
            if (!measured) return pass_on(measured);
            seconds[paths == ops::CpuPaths::portable] = *measured;
        }
        std::printf("| %-42s | %9.3f | %8.1f %-7s | %9.3f | %5.1f× |\n", c.name.c_str(), seconds[0],
                    c.amount / 1e9 / seconds[0], c.unit, seconds[1], seconds[1] / seconds[0]);
        std::fflush(stdout);
    }
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc > 1 && std::string_view(argv[1]) == "gallery") return bench::gallery(argc - 2, argv + 2);
    if (argc > 1 && std::string_view(argv[1]) == "render") return bench::render_bench();
    if (argc > 1 && std::string_view(argv[1]) == "passes") return bench::passes_bench(argc - 2, argv + 2);
    if (argc > 1 && std::string_view(argv[1]) == "export") return bench::export_bench();
    if (argc > 1 && std::string_view(argv[1]) == "typeset") return bench::typeset_bench();
    const std::filesystem::path builtin = std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets" / "models" / "builtin";
    if (argc > 1 && std::string_view(argv[1]) == "quantised") {
        if (auto done = run_quantised(builtin); done) return 0;
        else return std::fprintf(stderr, "%s\n", done.error().message.c_str()), 1;
    }
    if (argc > 1 && std::string_view(argv[1]) == "inspector") return bench::inspector_bench(argc - 1, argv + 1);
    const std::filesystem::path pattern =
        argc > 1 ? argv[1] : builtin;
    auto model = bench::SyntheticModel::make(pattern);
    if (!model) {
        std::fprintf(stderr, "%s\n", model.error().message.c_str());
        return 1;
    }
    ModelFolder& folder = model->folder();
    {
        auto device = Device::open("cpu", Precision::fast, 0);
        if (!device) return 1;
        std::printf("%s, %d threads, %s products; random weights, medians\n\n", (*device)->info().description.c_str(),
                    (*device)->threads(), (*device)->bf16_products() ? "bf16" : "f32");
    }
    std::printf("| case | seconds | rate | plain ggml | faster |\n|---|---|---|---|---|\n");
    const double tokens = 4160;  // 1024² and 64 of text
    const std::vector<Case> cases{
        {"the feed-forward net's wide product alone", 2 * tokens * 4096 * 16384, "GFLOP/s", [&](Device& d) { return wide_product(d, folder, 4160); }},
        {"the attention of 4160 tokens alone", 4 * tokens * tokens * 4096, "GFLOP/s", [&](Device& d) { return block_attention(d, 4160); }},
        {"diffusion block, 512² (1024 + 64 tokens)", block_operations(512), "GFLOP/s",
         [&](Device& d) { return diffusion_block(d, folder, 512); }},
        {"diffusion block, 1024² (4096 + 64 tokens)", block_operations(1024), "GFLOP/s",
         [&](Device& d) { return diffusion_block(d, folder, 1024); }},
        {"language layer + head, 1 token", decode_bytes(), "GB/s", [&](Device& d) { return decode_token(d, folder, 1); }},
        {"language layer + head, 4 pictures at once", decode_bytes(), "GB/s",
         [&](Device& d) { return decode_token(d, folder, 4); }},
        {"autoencoder, decode 512²", decoder_operations(512), "GFLOP/s",
         [&](Device& d) { return decode_picture(d, folder, 512); }},
    };
    if (auto done = run_cases(cases, 0); !done) {
        std::fprintf(stderr, "%s\n", done.error().message.c_str());
        return 1;
    }
    return 0;
}
