// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine_bench.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ranges>

#include "inference/models/autoencoder.h"
#include "inference/models/diffusion_transformer.h"
#include "inference/models/language_model.h"
#include "inference/ops/weight_loader.h"
#include "inference/pipeline/philox.h"
#include "tests/benchmarks/peers.h"
#include "tests/benchmarks/products_bench.h"
#include "tests/benchmarks/synthetic_model.h"

namespace haibao::bench {
namespace {

int runs = 5;

std::filesystem::path builtin() { return std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets" / "models" / "builtin"; }

struct Arguments {
    std::filesystem::path model = builtin();
    Precision precision = Precision::fast;
    std::vector<std::string> against{"ggml"};
    std::string only, device = "cpu";
    bool json = false;

    bool on_processor() const { return device == "cpu"; }
};

std::vector<float> random_values(std::int64_t count) {
    std::vector<float> values(static_cast<std::size_t>(count));
    Philox(7, RandomStream::noise).normals(values);
    return values;
}

/// Where a case's time goes: the operations of one more run, summed up by name. Only where it is asked for.
class Operations : public TraceSink {
public:
    bool wanted = false;

    bool active() const override { return running_; }
    void add(const TraceEvent& event) override {
        const auto* run = std::get_if<GraphRun>(&event);
        if (!run) return;
        for (const OperationRun& one : run->operations) {
            Sum& sum = sums_[run->names[one.operation]];
            ++sum.count, sum.seconds += one.seconds, sum.flops += one.flops, sum.bytes += one.bytes;
        }
        graphs_ += run->seconds;
    }
    Result<void> see(const std::function<Result<void>()>& work) {
        if (!wanted) return {};
        sums_.clear(), graphs_ = 0;
        running_ = true;
        auto done = work();
        running_ = false;
        return done;
    }
    void print() const {
        std::vector<std::pair<std::string, Sum>> sorted(sums_.begin(), sums_.end());
        std::ranges::sort(sorted, std::greater(), [](const auto& one) { return one.second.seconds; });
        for (const auto& [name, sum] : sorted)
            std::fprintf(stderr, "    %-16s %4d times %8.4f s  %7.1f GFLOP/s  %6.1f GB/s\n", name.c_str(), sum.count, sum.seconds, sum.flops / 1e9 / sum.seconds,
                         sum.bytes / 1e9 / sum.seconds);
        if (!sorted.empty()) std::fprintf(stderr, "    %-27s %8.4f s\n", "all graphs", graphs_);
    }

private:
    struct Sum {
        int count = 0;
        double seconds = 0, flops = 0, bytes = 0;
    };
    bool running_ = false;
    double graphs_ = 0;
    std::map<std::string, Sum> sums_;
};
Operations operations;

/// The median time of `work`, after one run to warm up.
Result<double> median_seconds(const std::function<Result<void>()>& work) {
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

/// `amount` is the work of one run in `unit`s without its 1e9 and second: operations or bytes.
struct Case {
    const char* key;  ///< what the peers' scripts call it
    std::string name;
    double amount;
    bool computes;  ///< bound by products; else by memory
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
    RunContext run{device, {}, nullptr, &operations};
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
    RunContext run{device, {}, nullptr, &operations};
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
    RunContext run{device, {}, nullptr, &operations};
    return median_seconds([&]() -> Result<void> {
        Graph g(run);
        g.store(ops::attention(g, qkv[0], qkv[1], qkv[2], {.scale = 0.088f, .coarse = true}), mixed);
        return g.run();
    });
}

/// Loads the language model and measures with it.
Result<double> with_language_model(Device& device, ModelFolder& folder, const std::function<Result<double>(RunContext&, LanguageModel&)>& measure) {
    auto store = folder.tensors(Component::vision_language_encoder);
    if (!store) return pass_on(store);
    const auto config = read_language_config(folder);
    if (!config) return std::unexpected(config.error());
    auto model = LanguageModel::load(device, **store, *config);
    if (!model) return pass_on(model);
    RunContext run{device, {}, nullptr, &operations};
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

Result<double> decode_token(Device& device, ModelFolder& folder, std::int64_t sequences) {
    return with_language_model(device, folder, [&](RunContext& run, LanguageModel& model) -> Result<double> {
        auto cache = read_prompt(run, model, 512, sequences, 600);
        if (!cache) return pass_on(cache);
        TokenPositions next;
        next.add(512, 512, 512);
        const std::vector<std::int32_t> ids(static_cast<std::size_t>(sequences), 5);
        return median_seconds([&]() -> Result<void> {
            auto logits = model.decode(run, **cache, ids, next);
            return logits ? Result<void>{} : pass_on(logits);
        });
    });
}

/// A whole prompt at once, and the head for its last token.
Result<double> prefill_tokens(Device& device, ModelFolder& folder, std::int32_t count) {
    return with_language_model(device, folder, [&](RunContext& run, LanguageModel& model) {
        return median_seconds([&]() -> Result<void> {
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

Result<double> decode_picture(Device& device, ModelFolder& folder, int side) {
    auto store = folder.tensors(Component::vae);
    if (!store) return pass_on(store);
    const auto config = read_autoencoder_config(folder);
    if (!config) return std::unexpected(config.error());
    auto decoder = Autoencoder::load(device, **store, *config, Autoencoder::Half::decoder);
    if (!decoder) return pass_on(decoder);
    RunContext run{device, {}, nullptr, &operations};
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
        auto model = SyntheticModel::make(pattern, type);
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

/// One line of the table; seconds of others are 0 where they were not asked or are absent.
struct Row {
    std::string name;
    double seconds = 0, amount = 0;
    bool computes = true;
    std::map<std::string, PeerTime> others;

    double rate() const { return seconds > 0 ? amount / 1e9 / seconds : 0; }
};

class EngineBench {
public:
    explicit EngineBench(const Arguments& arguments) : arguments_(arguments) {}

    Result<void> run() {
        auto model = SyntheticModel::make(arguments_.model);
        if (!model) return pass_on(model);
        auto device = Device::open(arguments_.device, arguments_.precision, 0);
        if (!device) return pass_on(device);
        threads_ = (*device)->threads();
        describe(**device);
        if (arguments_.on_processor()) add_products();
        for (const Case& c : cases(model->folder(), **device)) {
            if (!c.name.contains(arguments_.only)) continue;
            if (auto done = add(c); !done) return done;
        }
        if (arguments_.json) std::printf("%s\n", json().dump(1).c_str());
        return {};
    }

private:
    static std::vector<Case> cases(ModelFolder& folder, const Device& device) {
        const double tokens = 4160;  // 1024² and 64 of text
        const double bytes = decode_bytes(device);
        return {
            {"wide_product", "the feed-forward net's wide product, 4160 tokens", 2 * tokens * 4096 * 16384, true, [&](Device& d) { return wide_product(d, folder, 4160); }},
            {"attention", "the attention of 4160 tokens", 4 * tokens * tokens * 4096, true, [](Device& d) { return block_attention(d, 4160); }},
            {"block_512", "diffusion block, 512² (1024 + 64 tokens)", block_operations(512), true, [&](Device& d) { return diffusion_block(d, folder, 512); }},
            {"block_1024", "diffusion block, 1024² (4096 + 64 tokens)", block_operations(1024), true, [&](Device& d) { return diffusion_block(d, folder, 1024); }},
            {"prefill", "language layer, 512 tokens at once", prefill_operations(512), true, [&](Device& d) { return prefill_tokens(d, folder, 512); }},
            {"decode", "language layer + head, 1 token", bytes, false, [&](Device& d) { return decode_token(d, folder, 1); }},
            {"decode_4", "language layer + head, 4 pictures at once", bytes, false, [&](Device& d) { return decode_token(d, folder, 4); }},
            {"decode_512", "autoencoder, decode 512²", decoder_operations(512), true, [&](Device& d) { return decode_picture(d, folder, 512); }},
            {"decode_1024", "autoencoder, decode 1024²", decoder_operations(1024), true, [&](Device& d) { return decode_picture(d, folder, 1024); }},
        };
    }

    static std::string products(const Device& device) {
        return std::string(device.bf16_products() ? "bf16" : "f32") + (device.int8_products() ? " and int8" : "");
    }

    void describe(Device& device) {
        about_ = {{"device", device.info().description}, {"threads", threads_}, {"products", products(device)}, {"onednn", used_instructions()}};
        if (arguments_.json) return;
        if (!arguments_.on_processor()) std::printf("%s; random weights, medians of %d\n\n", device.info().description.c_str(), runs);
        else std::printf("%s, %d threads, %s products, oneDNN with %s; random weights, medians of %d\n\n", device.info().description.c_str(), threads_,
                    products(device).c_str(), used_instructions().c_str(), runs);
        std::printf("| case | seconds | rate | of the best |");
        for (const std::string& peer : arguments_.against) std::printf(" %s | faster |", peer.c_str());
        std::printf("\n|---|---|---|---|");
        for (std::size_t i = 0; i < arguments_.against.size(); ++i) std::printf("---|---|");
        std::printf("\n");
    }

    /// What the machine can do: the better of bf16 and f32 is what shares are of.
    void add_products() {
        for (const ProductRate& product : measure_products(threads_, runs)) {
            if (!(product.seconds > 0)) continue;
            Row row{"oneDNN alone, 4096 × 4096 × 4096, " + product.type, product.seconds, product_operations, true, {}};
            if (product.type != "int8") best_ = std::max(best_, row.rate());
            rows_.push_back(row);
        }
        bandwidth_ = measure_reading(threads_, runs) / 1e9;
        if (bandwidth_ > 0) rows_.push_back({"memory, read from one end to the other", 1 / bandwidth_, 1e9, false, {}});
        for (const Row& row : rows_) print(row);
    }

    Result<void> add(const Case& c) {
        Row row{c.name, 0, c.amount, c.computes, {}};
        auto own = measure(c, ops::CpuPaths::fast);
        if (!own) return pass_on(own);
        row.seconds = *own;
        operations.print();
        for (const std::string& peer : arguments_.against) {
            if (peer == "ggml") {
                auto plain = measure(c, ops::CpuPaths::portable);
                if (!plain) return pass_on(plain);
                row.others[peer] = {"", *plain};
            } else if (!absent_.contains(peer)) {
                auto time = time_peer(peer + "_peer.py", c.key, threads_);
                if (!time) absent_[peer] = time.error().message, std::fprintf(stderr, "%s\n", time.error().message.c_str());
                else if (*time) row.others[peer] = **time;
            }
        }
        rows_.push_back(row);
        print(row);
        return {};
    }

    Result<double> measure(const Case& c, ops::CpuPaths paths) const {
        ops::choose_cpu_paths(paths);
        auto device = Device::open(arguments_.device, arguments_.precision, threads_);
        return device ? c.measure(**device) : pass_on(device);
    }

    void print(const Row& row) const {
        if (arguments_.json) return;
        const double best = row.computes ? best_ : bandwidth_;
        const std::string share = best > 0 ? std::format("{:.0f} %", 100 * row.rate() / best) : "";
        std::printf("| %-48s | %7.4f | %6.1f %-7s | %5s |", row.name.c_str(), row.seconds, row.rate(), row.computes ? "GFLOP/s" : "GB/s", share.c_str());
        for (const std::string& peer : arguments_.against) {
            const auto found = row.others.find(peer);
            if (found == row.others.end()) std::printf(" | |");
            else std::printf(" %7.4f %s | %.1f× |", found->second.seconds, found->second.type.c_str(), found->second.seconds / row.seconds);
        }
        std::printf("\n");
        std::fflush(stdout);
    }

    nlohmann::json json() const {
        nlohmann::json all = about_;
        all["absent"] = absent_;
        for (const Row& row : rows_) {
            nlohmann::json one{{"case", row.name}, {"seconds", row.seconds}, {"rate", row.rate()}, {"unit", row.computes ? "GFLOP/s" : "GB/s"}};
            if (const double best = row.computes ? best_ : bandwidth_; best > 0) one["share_of_best"] = row.rate() / best;
            for (const auto& [peer, time] : row.others) one["against"][peer] = {{"seconds", time.seconds}, {"type", time.type}};
            all["rows"].push_back(one);
        }
        return all;
    }

    const Arguments& arguments_;
    int threads_ = 0;
    double best_ = 0, bandwidth_ = 0;  ///< GFLOP/s, GB/s
    nlohmann::json about_;
    std::vector<Row> rows_;
    std::map<std::string, std::string> absent_;  ///< why
};

int failed(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message.c_str());
    return 1;
}

std::optional<Arguments> parse(int count, char** words) {
    Arguments arguments;
    for (int i = 0; i < count; ++i) {
        const std::string_view word = words[i];
        const auto value = [&] { return ++i < count ? std::string_view(words[i]) : std::string_view(); };
        if (word == "--json") arguments.json = true;
        else if (word == "--operations") operations.wanted = true;
        else if (word == "--precision") {
            const std::string_view precision = value();
            if (precision != "fast" && precision != "int8" && precision != "f32") return std::nullopt;
            arguments.precision = precision == "f32" ? Precision::f32 : precision == "fast" ? Precision::fast : Precision::int8;
        } else if (word == "--only") arguments.only = value();
        else if (word == "--runs") runs = std::max(1, std::atoi(std::string(value()).c_str()));
        else if (word == "--device") arguments.device = value();
        else if (word == "--against") {
            arguments.against.clear();
            for (const auto part : std::views::split(value(), ','))
                if (std::string_view(part) != "none") arguments.against.emplace_back(std::string_view(part));
            for (const std::string& peer : arguments.against)
                if (peer != "ggml" && peer != "torch" && peer != "llama") return std::nullopt;
        } else if (word.starts_with("-")) return std::nullopt;
        else arguments.model = word;
    }
    if (!arguments.on_processor()) std::erase(arguments.against, "ggml");  // there it is ggml that computes
    return arguments;
}

}  // namespace

int engine_bench(int count, char** words) {
    const auto arguments = parse(count, words);
    if (!arguments) {
        std::fprintf(stderr, "usage: haibao-bench [MODEL] [--against none|ggml,torch,llama] [--precision fast|int8|f32] [--only TEXT] [--runs N] [--operations] [--device D] [--json]\n       haibao-bench quantised|typeset|render|export|gallery|inspector\n");
        return 2;
    }
    if (auto done = EngineBench(*arguments).run(); !done) return failed(done.error());
    return 0;
}

int quantised_bench() {
    if (auto done = run_quantised(builtin()); !done) return failed(done.error());
    return 0;
}

}  // namespace haibao::bench
