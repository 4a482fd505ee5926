// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/products_bench.h"

#include <omp.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <oneapi/dnnl/dnnl.hpp>
#include <thread>

#include "inference/ops/large_block.h"
#include "inference/runtime/processor.h"

namespace haibao::bench {
namespace {

using dnnl::memory;
using Type = memory::data_type;

constexpr memory::dim side = 4096;

/// The median time of x · W; the values do not matter to the time, as long as they are ordinary ones.
double median_product(Type operand, Type result, int runs) {
    dnnl::engine engine(dnnl::engine::kind::cpu, 0);
    dnnl::stream stream(engine);
    const memory::desc x({side, side}, operand, memory::format_tag::ab), y({side, side}, result, memory::format_tag::ab);
    const dnnl::matmul::primitive_desc description(engine, x, memory::desc({side, side}, operand, memory::format_tag::any), y);
    memory source(x, engine), weights(description.weights_desc(), engine), destination(y, engine);
    std::vector<float> values(static_cast<std::size_t>(side * side));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i * 7919 % 61) - 30;
    memory plain({{side, side}, Type::f32, memory::format_tag::ab}, engine, values.data());
    dnnl::reorder(plain, source).execute(stream, plain, source);
    dnnl::reorder(plain, weights).execute(stream, plain, weights);
    const dnnl::matmul product(description);
    std::vector<double> seconds;
    for (int run = 0; run <= runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        product.execute(stream, {{DNNL_ARG_SRC, source}, {DNNL_ARG_WEIGHTS, weights}, {DNNL_ARG_DST, destination}});
        stream.wait();
        if (run) seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

typedef std::uint64_t Words __attribute__((vector_size(64), may_alias));

std::uint64_t sum_of_all(const std::byte* from, std::size_t bytes) {
    Words sums[4]{};
    for (std::size_t i = 0; i < bytes; i += sizeof sums)
        for (std::size_t k = 0; k < 4; ++k) sums[k] += *reinterpret_cast<const Words*>(from + i + k * sizeof(Words));
    std::uint64_t sum = 0;
    for (const Words& some : sums)
        for (std::size_t i = 0; i < 8; ++i) sum += some[i];
    return sum;
}

}  // namespace

double measure_reading(int threads, int runs) {
    constexpr std::size_t most = std::size_t{1} << 30, piece = 4096;
    const std::size_t each = std::min(most, available_memory() / 2) / static_cast<std::size_t>(threads);
    const std::size_t of_each = std::max(each / piece, std::size_t{1}) * piece;
    const auto block = ops::large_block(static_cast<std::size_t>(threads) * of_each);
    std::memset(block.get(), 1, static_cast<std::size_t>(threads) * of_each);
    std::vector<double> seconds;
    std::vector<std::uint64_t> sums(static_cast<std::size_t>(threads));
    for (int run = 0; run <= runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        {
            std::vector<std::jthread> readers;
            for (std::size_t i = 0; i < sums.size(); ++i) readers.emplace_back([&, i] { sums[i] = sum_of_all(block.get() + i * of_each, of_each); });
        }
        if (run) seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::sort(seconds);
    return static_cast<double>(sums.size() * of_each) / seconds[seconds.size() / 2];
}

std::vector<ProductRate> measure_products(int threads, int runs) {
    omp_set_num_threads(threads);
    std::vector<ProductRate> rates;
    for (const auto& [name, operand, result] : {std::tuple{"bf16", Type::bf16, Type::f32}, std::tuple{"f32", Type::f32, Type::f32}, std::tuple{"int8", Type::s8, Type::s32}}) {
        double seconds = 0;
        try {
            seconds = median_product(operand, result, runs);
        } catch (const dnnl::error&) {  // no implementation for these instructions
        }
        rates.push_back({name, seconds});
    }
    return rates;
}

std::string used_instructions() {
    switch (dnnl::get_effective_cpu_isa()) {
        case dnnl::cpu_isa::sse41: return "SSE41";
        case dnnl::cpu_isa::avx: return "AVX";
        case dnnl::cpu_isa::avx2: return "AVX2";
        case dnnl::cpu_isa::avx2_vnni: return "AVX2_VNNI";
        case dnnl::cpu_isa::avx2_vnni_2: return "AVX2_VNNI_2";
        case dnnl::cpu_isa::avx512_core: return "AVX512_CORE";
        case dnnl::cpu_isa::avx512_core_vnni: return "AVX512_CORE_VNNI";
        case dnnl::cpu_isa::avx512_core_bf16: return "AVX512_CORE_BF16";
        case dnnl::cpu_isa::avx512_core_fp16: return "AVX512_CORE_FP16";
        case dnnl::cpu_isa::avx512_core_amx: return "AVX512_CORE_AMX";
        case dnnl::cpu_isa::avx512_core_amx_fp16: return "AVX512_CORE_AMX_FP16";
        default: return "other";
    }
}

}  // namespace haibao::bench
