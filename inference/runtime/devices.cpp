// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cctype>

#include "inference/runtime/ascend.h"
#include "inference/runtime/backend_libraries.h"
#include "inference/runtime/calibration.h"
#include "inference/runtime/ggml_registry.h"
#include "inference/runtime/rpc.h"
#include "inference/runtime/survey.h"

namespace haibao {
namespace {

Result<FoundDevice> processor() {
    auto loaded = load_target("cpu");
    if (!loaded) return pass_on(loaded);
    return FoundDevice{loaded->front().info, "cpu", {}, false};
}

/// A second library for a device that another one offers already: the first one is used.
void name_each_once(std::vector<FoundDevice>& found) {
    for (auto device = found.begin(); device != found.end(); ++device) {
        const auto earlier = std::find_if(found.begin(), device, [&](const FoundDevice& other) { return other.info.usable && other.info.name == device->info.name; });
        if (earlier == device || !device->info.usable) continue;
        device->info.usable = false;
        device->info.reason = std::format("{} offers it already; take one of the two libraries away.", std::filesystem::path(earlier->target).filename().string());
        device->info.name += "-" + std::filesystem::path(device->target).stem().string();
    }
}

void add_ascend(std::vector<FoundDevice>& found) {
    // A backend that works, or that said itself why it does not, knows more than a look at files.
    if (std::ranges::any_of(found, [](const FoundDevice& device) { return device.info.device_class == "ascend"; })) return;
    const AscendFinding finding = look_for_ascend(machine_roots());
    if (finding.state != AscendState::no_card) found.push_back({missing_ascend(finding), {}, {}, false});
}

/// "vulkan0" of "vulkan".
bool is_numbered(const std::string& name, const std::string& stem) {
    return name.starts_with(stem) && name.size() > stem.size() && std::ranges::all_of(name.substr(stem.size()), [](unsigned char c) { return std::isdigit(c); });
}

std::string names_of(const std::vector<FoundDevice>& found) {
    std::string names;
    for (const FoundDevice& device : found)
        if (device.info.usable) names += (names.empty() ? "" : ", ") + device.info.name;
    return names.empty() ? "none; is the ggml package installed?" : names;
}

}  // namespace

std::vector<FoundDevice> find_devices() {
    std::vector<FoundDevice> found;
    if (auto cpu = processor()) found.push_back(std::move(*cpu));
    std::vector<std::string> targets;
    for (const BackendLibrary& library : backend_libraries()) targets.push_back(library.file.string());
    for (FoundDevice& device : probe_all(targets)) found.push_back(std::move(device));
    name_each_once(found);
    add_ascend(found);
    return found;
}

std::vector<DeviceInfo> list_devices() {
    std::vector<DeviceInfo> infos;
    for (FoundDevice& device : find_devices()) infos.push_back(std::move(device.info));
    return infos;
}

Survey survey_devices() {
    std::vector<FoundDevice> found = find_devices();
    const FoundDevice* automatic = fastest(found, calibrated_rate);
    Survey survey{{}, automatic ? automatic->info.name : ""};
    for (FoundDevice& device : found) survey.devices.push_back(std::move(device.info));
    return survey;
}

Result<std::vector<FoundDevice>> choose_devices(const std::string& name) {
    if (name == "cpu") {
        auto cpu = processor();
        if (!cpu) return pass_on(cpu);
        return std::vector{std::move(*cpu)};
    }
    std::vector<FoundDevice> found;
    if (is_rpc_name(name)) {
        auto targets = rpc_targets(name);
        if (!targets) return pass_on(targets);
        found = probe_all(*targets);
        for (const FoundDevice& server : found)
            if (!server.info.usable) return fail(ErrorKind::device, "{}", server.info.reason);
        return found;
    }
    found = find_devices();
    const auto named = std::ranges::find(found, name, [](const FoundDevice& device) { return device.info.name; });
    const FoundDevice* chosen = name == "auto" ? fastest(found, calibrated_rate) : named == found.end() ? nullptr : &*named;
    // A backend that fails does not tell its devices' numbers: "vulkan" stands for "vulkan0".
    const auto of_class = std::ranges::find_if(found, [&](const FoundDevice& device) { return !device.info.usable && is_numbered(name, device.info.name); });
    if (!chosen && of_class != found.end()) chosen = &*of_class;
    if (!chosen) return fail(ErrorKind::not_found, "There is no device named {} here. Found: {}.", name, names_of(found));
    if (!chosen->info.usable) return fail(ErrorKind::device, "The device {} cannot be used. {}", name, chosen->info.reason);
    return std::vector{*chosen};
}

DeviceInfo merged(const std::string& name, const std::vector<DeviceInfo>& devices) {
    DeviceInfo whole = devices.front();
    whole.name = name;
    for (std::size_t i = 1; i < devices.size(); ++i) {
        whole.description += " + " + devices[i].description;
        whole.memory_total += devices[i].memory_total;
        whole.memory_free += devices[i].memory_free;
    }
    return whole;
}

Result<DeviceInfo> describe_device(const std::string& name) {
    std::vector<DeviceInfo> infos;
    if (is_rpc_name(name)) {
        auto targets = rpc_targets(name);
        if (!targets) return pass_on(targets);
        // A server talks to one client at a time: while this process is that client, a probe would wait in vain.
        if (std::ranges::all_of(*targets, is_loaded))
            for (const std::string& target : *targets)
                if (auto devices = load_target(target))
                    for (RegisteredDevice& device : *devices) infos.push_back(std::move(device.info));
    } else {
        for (const RegisteredDevice& device : loaded_devices())
            if (device.info.name == name) return device.info;
    }
    if (infos.empty()) {
        auto chosen = choose_devices(name);
        if (!chosen) return pass_on(chosen);
        for (FoundDevice& device : *chosen) infos.push_back(std::move(device.info));
    }
    return infos.size() == 1 ? infos.front() : merged(name, infos);
}

}  // namespace haibao
