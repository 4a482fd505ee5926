// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/graph_trace.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstring>
#include <limits>

namespace haibao {
namespace {

/// Nodes that only look at another's memory: the processor skips them.
bool computes_nothing(const ggml_tensor* node) {
    switch (node->op) {
        case GGML_OP_NONE:
        case GGML_OP_RESHAPE:
        case GGML_OP_VIEW:
        case GGML_OP_PERMUTE:
        case GGML_OP_TRANSPOSE: return true;
        default: return ggml_is_empty(node);
    }
}

double product_flops(const ggml_tensor* node) {
    switch (node->op) {
        case GGML_OP_MUL_MAT:
        case GGML_OP_MUL_MAT_ID: return 2.0 * static_cast<double>(node->src[0]->ne[0]) * static_cast<double>(ggml_nelements(node));
        case GGML_OP_CONV_2D: {
            const ggml_tensor* kernel = node->src[0];  // [width, height, in, out]
            return 2.0 * static_cast<double>(kernel->ne[0] * kernel->ne[1] * kernel->ne[2]) * static_cast<double>(ggml_nelements(node));
        }
        default: return static_cast<double>(ggml_nelements(node));
    }
}

double bytes_of(const ggml_tensor* node) {
    double bytes = static_cast<double>(ggml_nbytes(node));
    for (int i = 0; i < GGML_MAX_SRC; ++i)
        if (node->src[i]) bytes += static_cast<double>(ggml_nbytes(node->src[i]));
    return bytes;
}

/// The network's own names; ggml makes up others: "node_12", "x (view)".
bool named_by_us(const char* name) {
    return *name && !std::strchr(name, ' ') && std::strncmp(name, "node_", 5) != 0 && std::strncmp(name, "leaf_", 5) != 0;
}

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// The names of one graph, each once; number 0 is "".
class Names {
public:
    std::uint16_t number(const std::string& name) {
        if (name.empty()) return 0;
        const auto [known, is_new] = numbers_.try_emplace(name, static_cast<std::uint16_t>(list_.size()));
        if (is_new && list_.size() > std::numeric_limits<std::uint16_t>::max()) {
            numbers_.erase(known);
            return 0;
        }
        if (is_new) list_.push_back(name);
        return known->second;
    }
    std::vector<std::string> list() && { return std::move(list_); }

private:
    std::vector<std::string> list_{""};
    std::map<std::string, std::uint16_t> numbers_;
};

/// The nodes that the device reported, in order. It skips those that compute nothing and may compute a norm and the
/// product with its weights as one. Empty where the numbers do not fit: then nobody knows which time is whose.
std::vector<const ggml_tensor*> reported_nodes(ggml_cgraph* graph, std::size_t count) {
    std::vector<const ggml_tensor*> computed, fused;
    for (int i = 0; i < ggml_graph_n_nodes(graph); ++i) {
        const ggml_tensor* node = ggml_graph_node(graph, i);
        if (computes_nothing(node)) continue;
        const bool joins = !computed.empty() && node->op == GGML_OP_MUL && computed.back()->op == GGML_OP_RMS_NORM &&
                           (node->src[0] == computed.back() || node->src[1] == computed.back());
        computed.push_back(node);
        if (!joins) fused.push_back(node);
    }
    if (computed.size() == count) return computed;
    if (fused.size() == count) return fused;
    return {};
}

}  // namespace

double trace_clock() {
    using Clock = std::chrono::steady_clock;
    static const Clock::time_point first = Clock::now();
    return std::chrono::duration<double>(Clock::now() - first).count();
}

GraphRun describe_run(ggml_cgraph* graph, const NodeWorks& works, std::string label, double begin, double end, std::span<const double> ends) {
    GraphRun run{.label = std::move(label), .begin = begin, .seconds = end - begin};
    const auto work_of = [&works](const ggml_tensor* node) {
        const auto known = works.find(node);
        NodeWork work = known == works.end() ? NodeWork{ggml_op_desc(node)} : known->second;
        if (work.flops == 0) work.flops = product_flops(node);
        return work;
    };
    for (int i = 0; i < ggml_graph_n_nodes(graph); ++i) {
        const ggml_tensor* node = ggml_graph_node(graph, i);
        if (computes_nothing(node)) continue;
        const NodeWork work = work_of(node);
        run.flops += work.flops;
        run.bytes += bytes_of(node) + work.hidden_bytes;
        ++run.nodes;
    }
    Names names;
    const auto nodes = reported_nodes(graph, ends.size());
    run.operations.reserve(nodes.size());
    double before = begin;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const ggml_tensor* node = nodes[i];
        const NodeWork work = work_of(node);
        run.operations.push_back({.operation = names.number(lower_case(work.operation)),
                                  .node = named_by_us(node->name) ? names.number(node->name) : std::uint16_t{0},
                                  .begin = static_cast<float>(before - begin),
                                  .seconds = static_cast<float>(ends[i] - before),
                                  .flops = static_cast<float>(work.flops),
                                  .bytes = static_cast<float>(bytes_of(node) + work.hidden_bytes)});
        before = ends[i];
    }
    run.names = std::move(names).list();
    return run;
}

}  // namespace haibao
