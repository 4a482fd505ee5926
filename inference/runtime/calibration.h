// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "inference/runtime/probe.h"

// `auto` is the device that was measured to be the fastest here. A measurement takes about a second per device and is made
// once per driver version.
namespace haibao {

/// What measurements are remembered under: device, its driver's words, and the fingerprint of the driver's libraries.
std::string calibration_key(const FoundDevice& device);

/// Rates in GFLOP/s by key, in a small file that may be lost.
class CalibrationBook {
public:
    explicit CalibrationBook(std::filesystem::path file) : file_(std::move(file)) {}
    /// Nothing when this driver has not been measured; 0 when it failed.
    std::optional<double> rate(const FoundDevice& device) const;
    /// Replaces what was known of the device with other drivers.
    void remember(const FoundDevice& device, double rate) const;

private:
    std::filesystem::path file_;
};

/// Measures with the probe program (haibao-worker --calibrate); 0 when the device failed or took too long.
double measure(const FoundDevice& device);

using RateOf = std::function<double(const FoundDevice&)>;
/// The fastest usable one among the processor and real cards; software devices are never asked, and where there is no card
/// nothing is measured at all. Null: there is none.
const FoundDevice* fastest(const std::vector<FoundDevice>& found, const RateOf& rate);

/// From the book in the cache folder, else measured and remembered. Without a probe program any card counts as faster than
/// the processor.
double calibrated_rate(const FoundDevice& device);

}  // namespace haibao
