// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cassert>

#include "inference/ops/cpu_conv.h"
#include "inference/ops/cpu_linear_int8.h"
#include "inference/ops/cpu_paths.h"

// Where the build has no oneDNN every op takes ggml's path, and nothing below is called.
namespace haibao::ops {

bool built_with_cpu_paths() { return false; }

std::shared_ptr<const PackedMatrix> pack_matrix(std::int64_t, std::int64_t, bool, const ReadRows&) { return nullptr; }
std::shared_ptr<const PackedMatrix> pack_matrix_for_few(std::int64_t, std::int64_t, const ReadRows&) { return nullptr; }
std::shared_ptr<const PackedMatrix> pack_halves(std::int64_t, std::int64_t, const ReadRows&) { return nullptr; }
bool takes_bf16(const PackedMatrix&) { return false; }
bool is_in_strips(const PackedMatrix&) { return false; }

ggml_tensor* product_operand(Graph&, ggml_tensor* x, bool) { return x; }

ggml_tensor* cpu_linear(Graph&, ggml_tensor*, const Linear&, Activation) {
    assert(false);
    return nullptr;
}

ggml_tensor* cpu_linear_expanding(Graph&, ggml_tensor*, const Linear&, Activation) {
    assert(false);
    return nullptr;
}

bool can_multiply_int8(std::int64_t) { return false; }
std::shared_ptr<const Int8Matrix> quantise_matrix(std::int64_t, std::int64_t, const ReadRows&) { return nullptr; }

ggml_tensor* quantised_tokens(Graph&, ggml_tensor* x) { return x; }

ggml_tensor* cpu_linear_int8(Graph&, ggml_tensor*, const Linear&, Activation) {
    assert(false);
    return nullptr;
}

ggml_tensor* cpu_attention(Graph&, ggml_tensor*, ggml_tensor*, ggml_tensor*, float, bool) {
    assert(false);
    return nullptr;
}

std::shared_ptr<const PackedConvolution> pack_convolution(const Convolution&, bool, std::span<const float>) {
    return nullptr;
}

ggml_tensor* cpu_conv2d(Graph&, const FeatureMap&, const Convolution&, Rows, std::int64_t, const ConvOptions&) {
    assert(false);
    return nullptr;
}

ggml_tensor* cpu_moments(Graph&, const FeatureMap&, std::int64_t) {
    assert(false);
    return nullptr;
}

}  // namespace haibao::ops
