// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/engine_bench.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <ranges>

#include "inference/ops/ops.h"
#include "tests/benchmarks/engine_cases.h"
#include "tests/benchmarks/peers.h"
#include "tests/benchmarks/products_bench.h"
#include "tests/benchmarks/synthetic_model.h"

namespace haibao::bench {
namespace {

std::filesystem::path builtin() { return std::filesystem::path(HAIBAO_SOURCE_DIR) / "assets" / "models" / "builtin"; }

struct Arguments {
    std::filesystem::path model = builtin();
    Precision precision = Precision::fast;
    std::vector<std::string> against{"ggml"};
    std::string only, device = "cpu";
    int runs = 5;
    bool operations = false, json = false;

    bool on_processor() const { return device == "cpu"; }
};

/// Layers with quantised matrices: products, and tokens one at a time. Three of each, because the first and the last keep more bits.
Result<void> run_quantised(const std::filesystem::path& pattern) {
    std::printf("| type | 3 diffusion blocks, 1024² | GFLOP/s | 3 language layers + head, 1 token | GB/s |\n|---|---|---|---|---|\n");
    for (const ModelType type : {ModelType::bf16, ModelType::q8_0, ModelType::q6_k, ModelType::q4_k, ModelType::q4_0}) {
        auto model = SyntheticModel::make(pattern, type);
        auto device = Device::open("cpu", Precision::fast, 0);
        if (!model) return pass_on(model);
        if (!device) return pass_on(device);
        ModelFolder& folder = model->folder();
        Stopwatch watch;
        const auto block = diffusion_block(watch, **device, folder, 1024), token = decode_token(watch, **device, folder, 1);
        if (!block) return std::unexpected(block.error());
        if (!token) return std::unexpected(token.error());
        std::uint64_t bytes = 2 * std::uint64_t{16512} * 4096;  // the head is stored as bf16 in all of them, and kept so
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
    explicit EngineBench(const Arguments& arguments) : arguments_(arguments) {
        watch_.runs = arguments.runs;
        watch_.operations.wanted = arguments.operations;
    }

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
    static std::string products(const Device& device) {
        return std::string(device.bf16_products() ? "bf16" : "f32") + (device.int8_products() ? " and int8" : "");
    }

    void describe(Device& device) {
        about_ = {{"device", device.info().description}, {"threads", threads_}, {"products", products(device)}, {"onednn", used_instructions()}};
        if (arguments_.json) return;
        if (!arguments_.on_processor()) std::printf("%s; random weights, medians of %d\n\n", device.info().description.c_str(), watch_.runs);
        else std::printf("%s, %d threads, %s products, oneDNN with %s; random weights, medians of %d\n\n", device.info().description.c_str(), threads_,
                    products(device).c_str(), used_instructions().c_str(), watch_.runs);
        std::printf("| case | seconds | rate | of the best |");
        for (const std::string& peer : arguments_.against) std::printf(" %s | faster |", peer.c_str());
        std::printf("\n|---|---|---|---|");
        for (std::size_t i = 0; i < arguments_.against.size(); ++i) std::printf("---|---|");
        std::printf("\n");
    }

    /// What the machine can do: the better of bf16 and f32 is what shares are of.
    void add_products() {
        for (const ProductRate& product : measure_products(threads_, watch_.runs)) {
            if (!(product.seconds > 0)) continue;
            Row row{"oneDNN alone, 4096 × 4096 × 4096, " + product.type, product.seconds, product_operations, true, {}};
            if (product.type != "int8") best_ = std::max(best_, row.rate());
            rows_.push_back(row);
        }
        bandwidth_ = measure_reading(threads_, watch_.runs) / 1e9;
        if (bandwidth_ > 0) rows_.push_back({"memory, read from one end to the other", 1 / bandwidth_, 1e9, false, {}});
        for (const Row& row : rows_) print(row);
    }

    Result<void> add(const Case& c) {
        Row row{c.name, 0, c.amount, c.computes, {}};
        auto own = measure(c, ops::CpuPaths::fast);
        if (!own) return pass_on(own);
        row.seconds = *own;
        watch_.operations.print();
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

    Result<double> measure(const Case& c, ops::CpuPaths paths) {
        ops::choose_cpu_paths(paths);
        auto device = Device::open(arguments_.device, arguments_.precision, threads_);
        return device ? c.measure(watch_, **device) : pass_on(device);
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
    Stopwatch watch_;
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
        else if (word == "--operations") arguments.operations = true;
        else if (word == "--precision") {
            const std::string_view precision = value();
            if (precision != "fast" && precision != "int8" && precision != "f32") return std::nullopt;
            arguments.precision = precision == "f32" ? Precision::f32 : precision == "fast" ? Precision::fast : Precision::int8;
        } else if (word == "--only") arguments.only = value();
        else if (word == "--runs") arguments.runs = std::max(1, std::atoi(std::string(value()).c_str()));
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
