// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/graph.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace haibao {
namespace {

constexpr std::size_t max_nodes = 16384;

std::vector<std::int64_t> row_major_shape(const ggml_tensor* tensor) {
    std::vector<std::int64_t> shape(tensor->ne, tensor->ne + ggml_n_dims(tensor));
    std::ranges::reverse(shape);
    return shape;
}

}  // namespace

Graph::Graph(RunContext& run, std::string scope) : run_(run), scope_(std::move(scope)), traced_(traced(run.trace)) {
    const std::size_t bytes = ggml_tensor_overhead() * max_nodes + ggml_graph_overhead_custom(max_nodes, false);
    room_ = std::make_unique_for_overwrite<std::byte[]>(bytes);
    context_.reset(ggml_init({bytes, room_.get(), true}));
    graph_ = ggml_new_graph_custom(context_.get(), max_nodes, false);
}

ggml_tensor* Graph::add_input(ggml_type type, std::initializer_list<std::int64_t> ne,
                              std::span<const std::byte> bytes) {
    std::array<std::int64_t, 4> sides{1, 1, 1, 1};
    std::ranges::copy(ne, sides.begin());
    ggml_tensor* tensor = ggml_new_tensor(context_.get(), type, 4, sides.data());
    assert(ggml_nbytes(tensor) == bytes.size());
    ggml_set_input(tensor);
    inputs_.push_back({tensor, {bytes.begin(), bytes.end()}});
    return tensor;
}

ggml_tensor* Graph::input(std::initializer_list<std::int64_t> ne, std::span<const float> values) {
    return add_input(GGML_TYPE_F32, ne, std::as_bytes(values));
}

ggml_tensor* Graph::input(std::initializer_list<std::int64_t> ne, std::span<const std::int32_t> values) {
    return add_input(GGML_TYPE_I32, ne, std::as_bytes(values));
}

ggml_tensor* Graph::name(ggml_tensor* node, std::string_view name) {
    const std::string full = scope_ + std::string(name);
    ggml_set_name(node, full.c_str());
    if (traced_) last_name_ = full;
    if (run_.taps) {
        // A copy of its own: the node itself may be a view, or be overwritten in place by its user.
        ggml_tensor* copy = ggml_cont(context_.get(), node);
        ggml_set_output(copy);
        ggml_build_forward_expand(graph_, copy);
        named_.emplace_back(copy, full);
    }
    return node;
}

void Graph::output(ggml_tensor* node, std::vector<float>& into) {
    if (!ggml_is_contiguous(node)) node = ggml_cont(context_.get(), node);
    ggml_set_output(node);
    ggml_build_forward_expand(graph_, node);
    outputs_.emplace_back(node, &into);
}

void Graph::store(ggml_tensor* node, ggml_tensor* into) {
    ggml_build_forward_expand(graph_, ggml_cpy(context_.get(), node, into));
}

Result<void> Graph::run() {
    if (run_.cancelled && run_.cancelled()) return fail(ErrorKind::cancelled, "Cancelled.");
    Device& device = run_.device;
    if (!device.allocate(graph_))
        return fail(ErrorKind::out_of_memory, "Not enough memory on {} for this picture. Choose a smaller size.",
                    device.info().name);
    for (const Input& input : inputs_) {
        // An input that nothing reads has no memory.
        if (input.tensor->buffer || input.tensor->data)
            ggml_backend_tensor_set(input.tensor, input.bytes.data(), 0, input.bytes.size());
    }
    const ggml_status status = compute();
    if (status == GGML_STATUS_ALLOC_FAILED || *failure_)
        return fail(ErrorKind::out_of_memory, "{} ran out of memory while painting. Choose a smaller size.",
                    device.info().name);
    if (status == GGML_STATUS_ABORTED) return fail(ErrorKind::cancelled, "Cancelled.");
    if (status != GGML_STATUS_SUCCESS)
        return fail(ErrorKind::device, "{} failed while computing ({}). Try again, or use --device cpu.",
                    device.info().name, ggml_status_to_string(status));
    read_back();
    device.release();
    return {};
}

ggml_status Graph::compute() {
    // What follows a node without memory is worth nothing, and must not be stored.
    const std::function<bool()> ends_early = [this] { return *failure_ || (run_.cancelled && run_.cancelled()); };
    if (!traced_) return run_.device.compute(graph_, ends_early);
    std::vector<double> ends;
    ends.reserve(static_cast<std::size_t>(ggml_graph_n_nodes(graph_)));
    const double begin = trace_clock();
    const ggml_status status = run_.device.compute(graph_, ends_early, &ends);
    const double end = trace_clock();
    // A scope is "block.3.", and stands for the whole.
    const std::string label = scope_.empty() ? last_name_ : scope_.substr(0, scope_.find_last_not_of('.') + 1);
    if (status == GGML_STATUS_SUCCESS) run_.trace->add(describe_run(graph_, works_, label, begin, end, ends));
    return status;
}

void Graph::read_back() {
    for (const auto& [node, into] : outputs_) {
        into->resize(static_cast<std::size_t>(ggml_nelements(node)));
        ggml_backend_tensor_get(node, into->data(), 0, ggml_nbytes(node));
    }
    for (const auto& [node, name] : named_) {
        HostTensor& tensor = (*run_.taps)[name];
        tensor.shape = row_major_shape(node);
        tensor.values.resize(static_cast<std::size_t>(ggml_nelements(node)));
        assert(node->type == GGML_TYPE_F32);
        ggml_backend_tensor_get(node, tensor.values.data(), 0, ggml_nbytes(node));
    }
}

}  // namespace haibao
