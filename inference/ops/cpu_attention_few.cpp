// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "inference/ops/cpu_paths.h"
#include "inference/ops/lanes.h"

namespace haibao::ops {
namespace {

/// One head's keys or values: rows of `dims` floats, `stride` floats apart.
struct Rows {
    const float* data;
    std::int64_t stride;
    std::int64_t count;
};

/// scores[j] = scale · q·k_j
HAIBAO_PER_PROCESSOR void score(const float* q, Rows keys, std::int64_t dims, float scale, float* scores) {
    const std::int64_t whole = dims / lanes * lanes;
    for (std::int64_t j = 0; j < keys.count; ++j) {
        const float* k = keys.data + j * keys.stride;
        Lanes sum{};
        for (std::int64_t i = 0; i < whole; i += lanes)
            sum += *reinterpret_cast<const Lanes*>(q + i) * *reinterpret_cast<const Lanes*>(k + i);
        for (std::int64_t i = whole; i < dims; ++i) sum[i - whole] += q[i] * k[i];
        scores[j] = scale * sum_of(sum);
    }
}

/// result = Σ weights[j] · v_j
HAIBAO_PER_PROCESSOR void mix(const float* weights, Rows values, std::int64_t dims, float* result) {
    std::int64_t i = 0;
    for (; i + 4 * lanes <= dims; i += 4 * lanes) {
        Lanes a{}, b{}, c{}, d{};
        for (std::int64_t j = 0; j < values.count; ++j) {
            const Lanes* v = reinterpret_cast<const Lanes*>(values.data + j * values.stride + i);
            a += weights[j] * v[0];
            b += weights[j] * v[1];
            c += weights[j] * v[2];
            d += weights[j] * v[3];
        }
        Lanes* to = reinterpret_cast<Lanes*>(result + i);
        to[0] = a, to[1] = b, to[2] = c, to[3] = d;
    }
    std::fill(result + i, result + dims, 0.0f);
    for (std::int64_t j = 0; j < values.count && i < dims; ++j)
        for (std::int64_t rest = i; rest < dims; ++rest)
            result[rest] += weights[j] * values.data[j * values.stride + rest];
}

void softmax(std::vector<float>& x) {
    const float most = std::ranges::max(x);
    double total = 0.0;
    for (float& value : x) {
        value = std::exp(value - most);
        total += static_cast<double>(value);
    }
    const float scale = static_cast<float>(1.0 / total);
    for (float& value : x) value *= scale;
}

typedef _Float16 HalfLanes __attribute__((vector_size(lanes * sizeof(_Float16)), aligned(sizeof(_Float16)), may_alias));

HAIBAO_PER_PROCESSOR void widen(const _Float16* from, std::int64_t count, float* to) {
    const std::int64_t whole = count / lanes * lanes;
    for (std::int64_t i = 0; i < whole; i += lanes)
        *reinterpret_cast<Lanes*>(to + i) = __builtin_convertvector(*reinterpret_cast<const HalfLanes*>(from + i), Lanes);
    for (std::int64_t i = whole; i < count; ++i) to[i] = static_cast<float>(from[i]);
}

const char* head_of(const ggml_tensor* t, std::int64_t head, std::int64_t batch) {
    return static_cast<const char*>(t->data) + static_cast<std::size_t>(head) * t->nb[1] + static_cast<std::size_t>(batch) * t->nb[3];
}
Rows rows_of(const ggml_tensor* t, std::int64_t head, std::int64_t batch) {
    return {reinterpret_cast<const float*>(head_of(t, head, batch)), static_cast<std::int64_t>(t->nb[2] / sizeof(float)), t->ne[2]};
}

/// Keys or values of one head as floats; a cache of halves is widened once for all the heads that share it.
class HeadRows {
public:
    explicit HeadRows(const ggml_tensor* tensor) : tensor_(tensor) {}

    Rows of(std::int64_t head, std::int64_t batch) {
        if (tensor_->type == GGML_TYPE_F32) return rows_of(tensor_, head, batch);
        const char* data = head_of(tensor_, head, batch);
        const std::int64_t dims = tensor_->ne[0], count = tensor_->ne[2];
        if (std::exchange(widened_, data) != data) {
            values_.resize(static_cast<std::size_t>(dims * count));
            for (std::int64_t row = 0; row < count; ++row)
                widen(reinterpret_cast<const _Float16*>(data + static_cast<std::size_t>(row) * tensor_->nb[2]), dims, values_.data() + row * dims);
        }
        return {values_.data(), dims, count};
    }

private:
    const ggml_tensor* tensor_;
    const char* widened_ = nullptr;
    std::vector<float> values_;
};

void run_attention(ggml_tensor* result, float scale, int ith, int nth) {
    const ggml_tensor* q = result->src[0];
    const std::int64_t dims = q->ne[0], heads = q->ne[1], queries = q->ne[2], group = heads / result->src[1]->ne[1];
    thread_local std::vector<float> scores;
    HeadRows all_keys(result->src[1]), all_values(result->src[2]);
    const auto [first, last] = share(heads * queries * q->ne[3], ith, nth);
    for (std::int64_t unit = first; unit < last; ++unit) {
        const std::int64_t head = unit % heads, query = unit / heads % queries, batch = unit / heads / queries;
        const Rows own = rows_of(q, head, batch), keys = all_keys.of(head / group, batch), values = all_values.of(head / group, batch);
        scores.resize(static_cast<std::size_t>(keys.count));
        score(own.data + query * own.stride, keys, dims, scale, scores.data());
        softmax(scores);
        mix(scores.data(), values, dims, static_cast<float*>(result->data) + unit * dims);
    }
}

}  // namespace

ggml_tensor* cpu_attention_of_few(Graph& g, ggml_tensor* q, ggml_tensor* k, ggml_tensor* v, float scale) {
    std::array<ggml_tensor*, 3> args{q, k, v};
    for (ggml_tensor*& t : args)
        if (t->nb[0] != ggml_type_size(t->type)) t = ggml_cont(g.context(), t);
    return cpu_node(g, {"attention", attention_flops(q, k)}, args, {q->ne[0] * q->ne[1], q->ne[2], q->ne[3], 1},
                    [scale](ggml_tensor* result, int ith, int nth) { run_attention(result, scale, ith, nth); });
}

}  // namespace haibao::ops
