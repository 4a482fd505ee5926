// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/devices.h"

#include <algorithm>
#include <cctype>

#include "inference/runtime/ggml_registry.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

/// ggml's device name ("Vulkan0", "ROCm1", "CANN0", "CPU") in our spelling; class first, then the index.
std::pair<std::string, std::string> class_and_index(std::string name) {
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto digits = std::ranges::find_if(name, [](unsigned char c) { return std::isdigit(c); });
    std::string stem(name.begin(), digits);
    const std::string index(digits, name.end());
    if (stem == "rocm") stem = "hip";
    if (stem == "cann") stem = "ascend";
    return {stem, index};
}

DeviceInfo describe(ggml_backend_dev_t device) {
    DeviceInfo info;
    const auto [stem, index] = class_and_index(ggml_backend_dev_name(device));
    info.device_class = stem;
    info.name = stem + index;
    info.description = ggml_backend_dev_description(device);
    std::size_t available = 0, total = 0;
    ggml_backend_dev_memory(device, &available, &total);
    info.memory_free = available;
    info.memory_total = total;
    if (info.description.contains("llvmpipe")) {
        info.software = true;
        info.reason = "Software Vulkan: it computes correctly, but more slowly than the processor itself. Use cpu.";
    }
    return info;
}

}  // namespace

std::vector<RegisteredDevice> registered_devices() {
    load_backends();
    std::vector<RegisteredDevice> found;
    for (std::size_t i = 0; i < ggml_backend_dev_count(); ++i) {
        ggml_backend_dev_t device = ggml_backend_dev_get(i);
        // BLAS and other host helpers are not places where a model can live.
        if (ggml_backend_dev_type(device) == GGML_BACKEND_DEVICE_TYPE_ACCEL) continue;
        found.push_back({device, describe(device)});
    }
    std::ranges::stable_partition(found, [](const RegisteredDevice& d) { return d.info.device_class == "cpu"; });
    return found;
}

std::vector<DeviceInfo> list_devices() {
    std::vector<DeviceInfo> infos;
    for (RegisteredDevice& found : registered_devices()) infos.push_back(std::move(found.info));
    return infos;
}

void load_backends() {
    static const bool loaded = [] {
        ggml_log_set(hear_ggml, nullptr);
        ggml_backend_load_all();
        return true;
    }();
    (void)loaded;
}

}  // namespace haibao
