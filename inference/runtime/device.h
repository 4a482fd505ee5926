// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ggml-alloc.h>
#include <ggml-backend.h>
#include <ggml-cpp.h>
#include <ggml.h>

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "inference/base/result.h"
#include "inference/runtime/devices.h"

namespace haibao {

struct FoundDevice;

/// One opened compute device with the scheduler that runs graphs on it. Not thread-safe: one job at a time.
class Device {
public:
    /// `name` as in list_devices(), "auto" (see calibration.h), or "rpc:HOST:PORT[,HOST:PORT…]". `threads` 0 = every core that
    /// this process may use. Errors: not_found (no such device; lists what there is), device, invalid_input (no HOST:PORT).
    static Result<std::unique_ptr<Device>> open(const std::string& name, Precision precision, int threads);
    /// What choose_devices() found, without looking again.
    static Result<std::unique_ptr<Device>> open(const std::string& name, const std::vector<FoundDevice>& chosen, Precision precision, int threads);

    const DeviceInfo& info() const { return info_; }
    Precision precision() const { return precision_; }
    bool on_cpu() const { return accelerators_.empty(); }
    int threads() const { return threads_; }

    /// CPU with bf16 dot products (avx512_bf16 or AMX) and precision fast or int8: products take bf16 operands.
    bool bf16_products() const { return bf16_products_; }
    /// CPU with byte products (VNNI or AMX) and precision int8: layers that say they may be coarse multiply bytes.
    bool int8_products() const { return int8_products_; }
    /// The type in which a weight matrix is kept for ggml's own matrix product on this device.
    ggml_type matrix_type() const { return matrix_type_; }
    /// Whether every place says that it computes this node itself; ggml's servers say so of every node.
    bool computes(const ggml_tensor* node) const;
    /// Whether a matrix of this type can stay as it is stored: the device multiplies it and looks rows up in it.
    bool keeps(ggml_type type) const;

    /// The first place of several.
    ggml_backend_t backend() const { return on_cpu() ? cpu_.get() : accelerators_.front().get(); }

    /// Where tensors lie. More than one where several servers share a model: `part` of all bytes, by their free memory.
    struct Place {
        ggml_backend_t backend;
        double part;
    };
    const std::vector<Place>& places() const { return places_; }

    /// Allocates the graph's intermediate tensors. False: not enough memory.
    bool allocate(ggml_cgraph* graph);
    /// Computes a graph that allocate() has prepared. On the processor `cancelled` (may be empty) is asked before each node,
    /// which ends the work with GGML_STATUS_ABORTED; other devices finish the graph. The processor also notes in `ends`, where
    /// given, when each node was done, by trace_clock(): see describe_run() for which.
    ggml_status compute(ggml_cgraph* graph, const std::function<bool()>& cancelled = {}, std::vector<double>* ends = nullptr);
    /// Bytes that graphs' intermediate values take now, as large as the largest graph since trim().
    std::size_t graph_bytes() const;
    /// Forgets what allocate() prepared, so that its buffers serve the next graph.
    void release();
    /// Bytes that are free on the device as it says now; 0 where it does not tell. Not for the processor: see available_memory().
    std::uint64_t free_memory() const;
    /// Bytes of tensors that outlive graphs (DeviceTensors) on this device.
    std::uint64_t held_bytes() const { return *held_; }

    /// Bytes that tensors and graphs can still have; the largest number where the device does not tell, and on the processor.
    std::uint64_t room() const;
    /// Whether one thread may write tensors while another one computes on the same device.
    bool takes_values_while_computing() const;

    /// Graphs and tensors get no more than `bytes` together from now on: what needs more is refused, as by a device that has no more.
    void limit_memory(std::uint64_t bytes) { most_bytes_ = bytes; }

    /// Gives the graphs' memory back, which else stays as large as the largest one had need of: between stages.
    void trim();

private:
    friend class DeviceTensors;
    Device() = default;
    bool allocate_unlimited(ggml_cgraph* graph);
    Result<void> open_accelerators(const std::string& name, const std::vector<FoundDevice>& chosen);

    DeviceInfo info_;
    Precision precision_ = Precision::f32;
    int threads_ = 1;
    bool bf16_products_ = false, int8_products_ = false;
    ggml_type matrix_type_ = GGML_TYPE_F32;
    /// What ggml's threads ask and tell between the nodes of the graph at work.
    struct BetweenNodes {
        const std::function<bool()>* cancelled = nullptr;
        std::vector<double>* ends = nullptr;
    };
    static bool asked_to_stop(void* between_nodes);

    BetweenNodes between_nodes_;
    ggml_backend_ptr cpu_;
    std::vector<ggml_backend_ptr> accelerators_;
    std::vector<Place> places_;
    ggml_gallocr_ptr allocator_;        // CPU alone: no splitting needed
    ggml_backend_sched_ptr scheduler_;  // accelerators first, the CPU for what they lack
    std::shared_ptr<std::uint64_t> held_ = std::make_shared<std::uint64_t>(0);
    std::uint64_t most_bytes_ = std::numeric_limits<std::uint64_t>::max();
    std::size_t planned_ = 0;           // the topology that the scheduler has a plan for
};

}  // namespace haibao
