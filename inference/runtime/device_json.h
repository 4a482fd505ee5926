// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include "inference/runtime/devices.h"

// A device as JSON: what the worker answers with, and what a probe process prints.
namespace haibao {

inline nlohmann::json device_json(const DeviceInfo& device) {
    return {{"name", device.name},
            {"class", device.device_class},
            {"description", device.description},
            {"memory_total", device.memory_total},
            {"memory_free", device.memory_free},
            {"usable", device.usable},
            {"software", device.software},
            {"reason", device.reason}};
}

/// Throws nlohmann's exceptions where a field is missing or of another type.
inline DeviceInfo device_from(const nlohmann::json& json) {
    return {.name = json.at("name").get<std::string>(),
            .device_class = json.at("class").get<std::string>(),
            .description = json.at("description").get<std::string>(),
            .memory_total = json.at("memory_total").get<std::uint64_t>(),
            .memory_free = json.at("memory_free").get<std::uint64_t>(),
            .usable = json.at("usable").get<bool>(),
            .software = json.at("software").get<bool>(),
            .reason = json.at("reason").get<std::string>()};
}

}  // namespace haibao
