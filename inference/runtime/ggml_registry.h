// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ggml-backend.h>

#include <vector>

#include "inference/runtime/devices.h"

namespace haibao {

struct RegisteredDevice {
    ggml_backend_dev_t device;
    DeviceInfo info;
};

/// Loads ggml's backend libraries from the system's folder, once per process.
void load_backends();
/// What they offer, the CPU first.
std::vector<RegisteredDevice> registered_devices();

}  // namespace haibao
