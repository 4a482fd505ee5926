// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ggml-backend.h>

#include <string>
#include <vector>

#include "inference/base/result.h"
#include "inference/runtime/devices.h"

namespace haibao {

struct RegisteredDevice {
    ggml_backend_dev_t device;
    DeviceInfo info;
};

/// Loads a backend into this process, once: "cpu" (the variant that suits the processor), a library's file, or a server
/// "rpc:HOST:PORT". Returns its devices as they are now. Errors: device, a sentence with the remedy. A library or a server
/// that aborts takes the process along: see probe.h.
Result<std::vector<RegisteredDevice>> load_target(const std::string& target);

/// A graphics card simulated by the processor: it computes right, and never faster than the processor itself.
bool is_software_rasteriser(const std::string& description);

/// A function of ggml's client and server for other machines, which lie in a library of their own. Errors: device.
Result<void*> rpc_function(const char* name);

bool is_loaded(const std::string& target);

/// Devices of what this process has loaded so far.
std::vector<RegisteredDevice> loaded_devices();

}  // namespace haibao
