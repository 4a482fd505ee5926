// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/device.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "inference/runtime/ggml_registry.h"
#include "inference/runtime/processor.h"
#include "inference/runtime/survey.h"
#include "inference/runtime/trace.h"

namespace haibao {
namespace {

constexpr std::size_t max_graph_nodes = 16384;

/// `halves` (bf16 or f16) if the device multiplies them, which spares half the memory; f32 otherwise. On the processor this is for
/// ggml's own kernels, where the fast paths do not serve.
ggml_type best_matrix_type(ggml_backend_dev_t device, Precision precision, ggml_type halves) {
    if (precision == Precision::f32) return GGML_TYPE_F32;
    const ggml_context_ptr context(ggml_init({ggml_tensor_overhead() * 4, nullptr, true}));
    ggml_tensor* weight = ggml_new_tensor_2d(context.get(), halves, 64, 64);
    ggml_tensor* x = ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, 64, 64);
    ggml_tensor* product = ggml_mul_mat(context.get(), weight, x);
    return ggml_backend_dev_supports_op(device, product) ? halves : GGML_TYPE_F32;
}

void set_threads(ggml_backend_t cpu, int threads) {
    ggml_backend_reg_t registry = ggml_backend_dev_backend_reg(ggml_backend_get_device(cpu));
    void* address = ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_n_threads");
    if (address) reinterpret_cast<ggml_backend_set_n_threads_t>(address)(cpu, threads);
}

void set_abort_callback(ggml_backend_t cpu, ggml_abort_callback ask, void* data) {
    ggml_backend_reg_t registry = ggml_backend_dev_backend_reg(ggml_backend_get_device(cpu));
    void* address = ggml_backend_reg_get_proc_address(registry, "ggml_backend_set_abort_callback");
    if (address) reinterpret_cast<ggml_backend_set_abort_callback_t>(address)(cpu, ask, data);
}

}  // namespace

/// ggml asks this after each node of a graph on the processor, in one of its threads.
bool Device::asked_to_stop(void* between_nodes) {
    const auto& between = *static_cast<const BetweenNodes*>(between_nodes);
    if (between.ends) between.ends->push_back(trace_clock());
    return between.cancelled && (*between.cancelled)();
}

Result<std::unique_ptr<Device>> Device::open(const std::string& name, Precision precision, int threads) {
    auto chosen = choose_devices(name);
    if (!chosen) return pass_on(chosen);
    return open(name, *chosen, precision, threads);
}

Result<std::unique_ptr<Device>> Device::open(const std::string& name, const std::vector<FoundDevice>& chosen, Precision precision, int threads) {
    auto processor = load_target("cpu");
    if (!processor) return pass_on(processor);
    return_large_memory_at_once();
    std::unique_ptr<Device> device(new Device);
    device->precision_ = precision;
    device->threads_ = threads > 0 ? threads : usable_cores();
    device->cpu_.reset(ggml_backend_dev_init(processor->front().device, nullptr));
    if (!device->cpu_)
        return fail(ErrorKind::device, "ggml's processor backend could not be started. Reinstall the package libggml0.");
    set_threads(device->cpu_.get(), device->threads_);
    set_abort_callback(device->cpu_.get(), asked_to_stop, &device->between_nodes_);

    if (chosen.front().target == "cpu") {
        device->info_ = chosen.front().info;
        device->places_ = {{device->cpu_.get(), 1}};
        device->trim();
        device->matrix_type_ = best_matrix_type(processor->front().device, precision, GGML_TYPE_BF16);
        device->bf16_products_ = precision != Precision::f32 && processor_multiplies_bf16();
        device->int8_products_ = precision == Precision::int8 && processor_multiplies_int8();
        return device;
    }
    if (precision == Precision::f32) keep_operands_f32();
    if (auto opened = device->open_accelerators(name, chosen); !opened) return pass_on(opened);
    // Debian's Vulkan shaders have bf16 for plain arithmetic alone: a card's matrix units take f16, into which all digits of bf16 fit, in the range that weights have.
    const ggml_type halves = device->info_.device_class == "vulkan" ? GGML_TYPE_F16 : GGML_TYPE_BF16;
    const auto takes_f32_only = [&](const ggml_backend_ptr& one) { return best_matrix_type(ggml_backend_get_device(one.get()), precision, halves) == GGML_TYPE_F32; };
    device->matrix_type_ = std::ranges::any_of(device->accelerators_, takes_f32_only) ? GGML_TYPE_F32 : halves;
    device->trim();
    return device;
}

/// All devices of each server, or the one of a library that bears the name.
Result<void> Device::open_accelerators(const std::string& name, const std::vector<FoundDevice>& chosen) {
    std::vector<DeviceInfo> infos;
    std::set<std::string> targets;
    for (const FoundDevice& found : chosen) {
        if (!targets.insert(found.target).second) continue;  // a server with several devices was found once for each
        auto devices = load_target(found.target);
        if (!devices) return pass_on(devices);
        for (const RegisteredDevice& device : *devices) {
            if (device.info.name != found.info.name) continue;
            accelerators_.emplace_back(ggml_backend_dev_init(device.device, nullptr));
            if (!accelerators_.back())
                return fail(ErrorKind::device, "The device {} ({}) could not be started. Check its driver, or use --device cpu.", device.info.name,
                            device.info.description);
            infos.push_back(device.info);
        }
    }
    if (infos.empty()) return fail(ErrorKind::device, "The device {} is gone. Look again with haibao-cli devices.", name);
    info_ = infos.size() == 1 ? infos.front() : merged(name, infos);
    for (std::size_t i = 0; i < infos.size(); ++i) {
        const double part = info_.memory_free > 0 ? static_cast<double>(infos[i].memory_free) / static_cast<double>(info_.memory_free)
                                                  : 1.0 / static_cast<double>(infos.size());
        places_.push_back({accelerators_[i].get(), part});
    }
    return {};
}

bool Device::computes(const ggml_tensor* node) const {
    return std::ranges::all_of(places_, [&](const Place& place) { return ggml_backend_dev_supports_op(ggml_backend_get_device(place.backend), node); });
}

bool Device::keeps(ggml_type type) const {
    const ggml_context_ptr context(ggml_init({ggml_tensor_overhead() * 8, nullptr, true}));
    ggml_tensor* weight = ggml_new_tensor_2d(context.get(), type, 256, 64);
    ggml_tensor* product = ggml_mul_mat(context.get(), weight, ggml_new_tensor_2d(context.get(), GGML_TYPE_F32, 256, 64));
    ggml_tensor* rows = ggml_get_rows(context.get(), weight, ggml_new_tensor_1d(context.get(), GGML_TYPE_I32, 8));
    return computes(product) && computes(rows);
}

namespace {

/// What is computed from what, whatever the sizes.
std::size_t topology(ggml_cgraph* graph) {
    std::unordered_map<const ggml_tensor*, std::size_t> numbers;
    std::size_t sum = 0;
    const auto add = [&sum](std::size_t value) { sum = (sum ^ value) * 0x100000001b3; };  // FNV-1a
    const auto add_tensor = [&](const ggml_tensor* tensor) { add(tensor ? numbers.try_emplace(tensor, numbers.size() + 1).first->second : 0); };
    for (int i = 0; i < ggml_graph_n_nodes(graph); ++i) {
        const ggml_tensor* node = ggml_graph_node(graph, i);
        add(static_cast<std::size_t>(node->op));
        add(static_cast<std::size_t>(node->flags));
        for (const ggml_tensor* source : node->src) add_tensor(source);
        add_tensor(node->view_src);
        add_tensor(node);
    }
    return sum;
}

/// A scheduler cannot be told to plan anew, but does so when the number of nodes changes: one of its own comes between.
void forget_plan(ggml_backend_sched_t scheduler) {
    const ggml_context_ptr context(ggml_init({ggml_tensor_overhead() * 4 + ggml_graph_overhead_custom(4, false), nullptr, true}));
    ggml_tensor* one = ggml_new_tensor_1d(context.get(), GGML_TYPE_F32, 1);
    ggml_cgraph* graph = ggml_new_graph_custom(context.get(), 4, false);
    ggml_build_forward_expand(graph, ggml_add(context.get(), one, one));
    ggml_backend_sched_reset(scheduler);
    ggml_backend_sched_alloc_graph(scheduler, graph);
}

}  // namespace

bool Device::allocate(ggml_cgraph* graph) {
    if (!allocate_unlimited(graph)) return false;
    if (held_bytes() + graph_bytes() <= most_bytes_) return true;
    trim();
    return false;
}

bool Device::allocate_unlimited(ggml_cgraph* graph) {
    // Left to itself ggml takes the last memory plan for any graph of as many nodes and leaves, whatever their order.
    if (!scheduler_) return ggml_gallocr_reserve(allocator_.get(), graph) && ggml_gallocr_alloc_graph(allocator_.get(), graph);
    if (const std::size_t wanted = topology(graph); wanted != std::exchange(planned_, wanted)) forget_plan(scheduler_.get());
    ggml_backend_sched_reset(scheduler_.get());
    return ggml_backend_sched_alloc_graph(scheduler_.get(), graph);
}

ggml_status Device::compute(ggml_cgraph* graph, const std::function<bool()>& cancelled, std::vector<double>* ends) {
    // Beside an accelerator the processor sees parts of a graph alone: their times would have no names.
    between_nodes_ = {cancelled ? &cancelled : nullptr, scheduler_ ? nullptr : ends};
    const ggml_status status = scheduler_ ? ggml_backend_sched_graph_compute(scheduler_.get(), graph)
                                          : ggml_backend_graph_compute(cpu_.get(), graph);
    between_nodes_ = {};
    return status;
}

std::size_t Device::graph_bytes() const {
    if (!scheduler_) return ggml_gallocr_get_buffer_size(allocator_.get(), 0);
    std::size_t all = 0;
    for (const ggml_backend_ptr& accelerator : accelerators_) all += ggml_backend_sched_get_buffer_size(scheduler_.get(), accelerator.get());
    return all;
}

std::uint64_t Device::free_memory() const {
    std::uint64_t all = 0;
    for (const ggml_backend_ptr& accelerator : accelerators_) {
        std::size_t available = 0, total = 0;
        ggml_backend_dev_memory(ggml_backend_get_device(accelerator.get()), &available, &total);
        all += available;
    }
    return all;
}

std::uint64_t Device::room() const {
    constexpr std::uint64_t unknown = std::numeric_limits<std::uint64_t>::max();
    if (on_cpu()) return unknown;
    const std::uint64_t told = free_memory(), taken = held_bytes() + graph_bytes();
    return std::min(told > 0 ? told : unknown, most_bytes_ - std::min(most_bytes_, taken));
}

/// ggml's caps.async is about its own calls; whether these are safe in two threads is a matter of each backend. A server has one connection.
bool Device::takes_values_while_computing() const {
    return std::ranges::contains(std::array<std::string_view, 3>{"vulkan", "cuda", "hip"}, info_.device_class);
}

void Device::trim() {
    if (on_cpu()) return allocator_.reset(ggml_gallocr_new(ggml_backend_get_default_buffer_type(cpu_.get())));
    std::vector<ggml_backend_t> backends;
    for (const ggml_backend_ptr& accelerator : accelerators_) backends.push_back(accelerator.get());
    backends.push_back(cpu_.get());
    scheduler_.reset(ggml_backend_sched_new(backends.data(), nullptr, static_cast<int>(backends.size()), max_graph_nodes, false, false));
}

void Device::release() {
    if (scheduler_) ggml_backend_sched_reset(scheduler_.get());
}

}  // namespace haibao
