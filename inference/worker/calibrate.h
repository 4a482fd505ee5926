// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace haibao {

/// Loads the target, opens the device `name` in it and times a chain of linear layers of the released model's width, in the
/// precision and by the path that painting takes. One JSON object: {"gflops": …} or {"error": …}.
std::string calibration_report(const std::string& target, const std::string& name);
/// Opens the device and times how weights get there. {"bytes_per_second": …} or {"error": …}.
std::string upload_report(const std::string& device);

}  // namespace haibao
