// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inference/runtime/device.h"
#include "inference/runtime/graph_trace.h"

namespace haibao {

/// A tensor read back to the host; `shape` is row-major (slowest first), without leading ones.
struct HostTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};

/// Values of named nodes ("block.0.attn_image"), for parity checks.
using Taps = std::map<std::string, HostTensor>;

/// What every model call gets: where to compute, when to stop, whom to show intermediate values.
struct RunContext {
    Device& device;
    std::function<bool()> cancelled;  ///< may be empty
    Taps* taps = nullptr;             ///< not null: every named node is read back
    TraceSink* trace = nullptr;       ///< is told what ran and for how long; may be null
};

/// One piece of work between two cancel points: built, run once, thrown away.
///   Graph g(run, "block.3.");
///   ggml_tensor* x = g.input({channels, tokens}, values);
///   g.output(ops::linear(g, x, weights.out), result);
///   if (auto done = g.run(); !done) return pass_on(done);
class Graph {
public:
    /// `scope` is put before the names of this graph's nodes. Throws std::bad_alloc.
    explicit Graph(RunContext& run, std::string scope = {});

    ggml_context* context() { return context_.get(); }
    Device& device() { return run_.device; }

    /// A tensor filled from the host when the graph runs; the values are copied. `ne` fastest first.
    ggml_tensor* input(std::initializer_list<std::int64_t> ne, std::span<const float> values);
    ggml_tensor* input(std::initializer_list<std::int64_t> ne, std::span<const std::int32_t> values);

    /// Names a node; with taps its value is read back under scope + name. Returns the node.
    ggml_tensor* name(ggml_tensor* node, std::string_view name);
    /// Says what a custom node does, for a trace.
    void describe(ggml_tensor* node, const NodeWork& work) {
        if (traced_) works_.emplace(node, work);
    }
    /// Reads a node back to the host after the run. `into` must outlive run().
    void output(ggml_tensor* node, std::vector<float>& into);
    /// Copies a node into a DeviceTensors tensor (or a view of one) as part of the run.
    void store(ggml_tensor* node, ggml_tensor* into);

    /// Keeps an object alive until the graph is gone (parameters of custom ops).
    template <class T, class... Args>
    T* keep(Args&&... args) {
        auto owned = std::make_shared<T>(std::forward<Args>(args)...);
        kept_.push_back(owned);
        return owned.get();
    }

    /// After run() has failed: whether memory ran out in a node, and not before all. At most the one node behind it may have been
    /// computed, too: one thread asks whether to go on while another fails.
    bool failed_midway() const { return *failure_; }
    /// Set by a custom node that could not get its memory; run() then fails.
    std::atomic<bool>* failure() { return failure_.get(); }

    /// Errors: cancelled (asked before the work starts and, on the processor, before each node), out_of_memory (the graph may be
    /// built again in smaller parts, see failed_midway()), device.
    Result<void> run();

private:
    struct Input {
        ggml_tensor* tensor;
        std::vector<std::byte> bytes;
    };

    ggml_tensor* add_input(ggml_type type, std::initializer_list<std::int64_t> ne, std::span<const std::byte> bytes);
    ggml_status compute();
    void read_back();

    RunContext& run_;
    std::string scope_;
    std::string last_name_;  ///< stands for the graph in a trace
    bool traced_;
    NodeWorks works_;
    std::shared_ptr<std::atomic<bool>> failure_ = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<std::byte[]> room_;  ///< of the context: ggml ends the process where it cannot get some itself
    ggml_context_ptr context_;
    ggml_cgraph* graph_;
    std::vector<Input> inputs_;
    std::vector<std::pair<ggml_tensor*, std::vector<float>*>> outputs_;
    std::vector<std::pair<ggml_tensor*, std::string>> named_;
    std::vector<std::shared_ptr<void>> kept_;
};

}  // namespace haibao
