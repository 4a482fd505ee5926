// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "inference/base/result.h"
#include "inference/runtime/probe.h"

namespace haibao {

/// All that could compute here, the processor first: each backend library is tried (probe.h), and what cannot be used is
/// there with reason and remedy, an Ascend card without its software too.
std::vector<FoundDevice> find_devices();

struct Survey {
    std::vector<DeviceInfo> devices;
    std::string automatic;  ///< what "auto" stands for; empty when nothing works
};
/// Measures cards that were not measured with their present driver.
Survey survey_devices();

/// What to load for a device by its name, also for `auto` and `rpc:…`: then one per server. Errors: not_found (lists what
/// there is), device (it is there and cannot be used; reason and remedy), invalid_input (no HOST:PORT).
Result<std::vector<FoundDevice>> choose_devices(const std::string& name);

/// One device as it is now, in the words of the driver. Devices that this process has opened are not probed again.
Result<DeviceInfo> describe_device(const std::string& name);

/// Several servers as one device: the name as asked, memory added up.
DeviceInfo merged(const std::string& name, const std::vector<DeviceInfo>& devices);

}  // namespace haibao
