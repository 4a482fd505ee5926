// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace haibao::bench {

/// One product of 4096 × 4096 × 4096 through oneDNN alone, with its own threads and its own layout of the weights: what this
/// machine can do at most.
struct ProductRate {
    std::string type;  ///< "bf16", "f32", "int8"
    double seconds;    ///< median; 0 where oneDNN cannot
};
constexpr double product_operations = 2.0 * 4096 * 4096 * 4096;

/// Empty where the build has no oneDNN.
std::vector<ProductRate> measure_products(int threads, int runs);
/// Bytes per second that so many threads read from memory together, each from one end of its share of a gigabyte, or of half of what is
/// free, to the other; the median. 0 where the build has no oneDNN.
double measure_reading(int threads, int runs);
/// The instructions that oneDNN uses, after ONEDNN_MAX_CPU_ISA: "AVX512_CORE_BF16"; "none" where the build has no oneDNN.
std::string used_instructions();

}  // namespace haibao::bench
