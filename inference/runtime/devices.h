// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace haibao {

/// f32: the goldens' arithmetic. fast: 16-bit products where the processor or GPU has them. int8: on a processor that has them 8-bit
/// products for the diffusion transformer's wide layers; otherwise as fast.
enum class Precision { f32, fast, int8 };

/// One compute device, or one that was found but cannot be used (then `usable` is false and `reason` says why).
struct DeviceInfo {
    std::string name;          ///< "cpu", "vulkan0", "cuda0", "hip0", "ascend0": what --device takes
    std::string device_class;  ///< "cpu", "vulkan", "cuda", "hip", "ascend"
    std::string description;   ///< the driver's words: "AMD EPYC", "NVIDIA RTX 4090"
    std::uint64_t memory_total = 0;  ///< bytes
    std::uint64_t memory_free = 0;   ///< bytes
    bool usable = true;
    bool software = false;     ///< a software rasteriser (llvmpipe): computes right, never recommended
    std::string reason;        ///< why not usable or not recommended, with the remedy
};

/// Every device that ggml's backends report, the CPU first. Loads the backend libraries on first use.
std::vector<DeviceInfo> list_devices();

}  // namespace haibao
