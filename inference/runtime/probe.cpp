// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/probe.h"

#include <sys/utsname.h>

#include <algorithm>
#include <fstream>
#include <future>
#include <set>

#include "inference/base/json.h"
#include "inference/base/sha256.h"
#include "inference/runtime/backend_libraries.h"
#include "inference/runtime/device_json.h"
#include "inference/runtime/ggml_registry.h"
#include "inference/runtime/rpc.h"

namespace haibao {
namespace fs = std::filesystem;
namespace {

/// Files of shared libraries that are mapped into this process.
std::set<std::string> mapped_libraries() {
    std::set<std::string> files;
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (const std::size_t path = line.find('/'); path != std::string::npos && line.contains(".so")) files.insert(line.substr(path));
    return files;
}

/// A hash of what was loaded beyond `before`: the backend, its driver, what that needs. An update of any of them, or of
/// the kernel, whose drivers have no file here, gives another one.
std::string fingerprint(const std::set<std::string>& before) {
    std::string text;
    std::error_code ignored;
    for (const std::string& file : mapped_libraries())
        if (!before.contains(file))
            text += std::format("{} {} {}\n", file, fs::file_size(file, ignored), fs::last_write_time(file, ignored).time_since_epoch().count());
    utsname kernel{};
    if (uname(&kernel) == 0) text += kernel.release;
    return sha256(text).substr(0, 16);
}

std::vector<FoundDevice> as_found(const std::string& target, const std::vector<RegisteredDevice>& devices, const std::string& driver) {
    std::vector<FoundDevice> found;
    for (const RegisteredDevice& device : devices) {
        const auto type = ggml_backend_dev_type(device.device);
        const bool card = type == GGML_BACKEND_DEVICE_TYPE_GPU || type == GGML_BACKEND_DEVICE_TYPE_IGPU;
        found.push_back({device.info, target, driver, card && !device.info.software && !is_rpc_name(target)});
    }
    return found;
}

/// "vulkan" of …/libggml-vulkan.so, "HOST:PORT" of a server.
std::string short_target(const std::string& target) {
    if (is_rpc_name(target)) return target.substr(rpc_prefix.size());
    const std::string stem = fs::path(target).stem().string();
    return stem.starts_with("libggml-") ? stem.substr(8) : stem;
}

FoundDevice unusable(const std::string& target, std::string reason) {
    std::string kind = is_rpc_name(target) ? "rpc" : short_target(target);
    if (kind == "cann") kind = "ascend";
    DeviceInfo info{.name = is_rpc_name(target) ? target : kind, .device_class = kind, .description = fs::path(target).filename().string(), .usable = false,
                    .reason = std::move(reason)};
    return {std::move(info), target, {}, false};
}

/// What the user can do about a target that ended or outlived its process.
std::string remedy_of(const std::string& target, const BriefRun& run) {
    if (!is_rpc_name(target))
        return "Haibao goes on without it. Update the driver of that device, or take the file away: " + target + ".";
    if (run.errors.contains("Failed to connect") || run.timed_out)
        return "Is the server running there, is the address right, does no firewall stand between? A server also keeps all but one client waiting.";
    return "Both sides need the same version of ggml.";
}

std::vector<FoundDevice> read_report(const std::string& target, const BriefRun& run, std::chrono::milliseconds patience) {
    const std::string what = is_rpc_name(target) ? "The server " + short_target(target) : fs::path(target).filename().string();
    auto json = run.timed_out ? Result<nlohmann::json>(std::unexpected(Error{})) : parse_json(run.output, "the probe's answer");
    try {
        if (json && json->contains("error")) return {unusable(target, json->at("error").get<std::string>())};
        if (json) {
            std::vector<FoundDevice> found;
            for (const nlohmann::json& entry : json->at("devices"))
                found.push_back({device_from(entry), target, json->at("driver").get<std::string>(), entry.at("hardware").get<bool>()});
            return found;
        }
    } catch (const nlohmann::json::exception&) {
        // As good as no answer.
    }
    if (is_rpc_name(target) && run.errors.contains("Failed to connect"))
        return {unusable(target, what + " cannot be reached. " + remedy_of(target, run))};
    return {unusable(target, sentence_of(what, run, patience) + " " + remedy_of(target, run))};
}

/// The library's, as it is now, on the computer as it runs now: a driver that hangs in the kernel may be sound after a start.
fs::path hung_mark(const fs::path& library) {
    std::error_code ignored;
    std::string text = std::format("{} {} {}\n", library.string(), fs::file_size(library, ignored), fs::last_write_time(library, ignored).time_since_epoch().count());
    std::string boot;
    std::getline(std::ifstream("/proc/sys/kernel/random/boot_id"), boot);
    utsname kernel{};
    if (uname(&kernel) == 0) text += kernel.release;
    return hung_folder(cache_folder()) / sha256(text + boot).substr(0, 32);
}

std::string hung_earlier(const std::string& target) {
    return std::format("{} did not answer when it was last tried, twice, and is left out until it is another file or the computer was started anew. "
                       "haibao-cli devices --again tries it at once; update the driver of that device, or take the file away: {}.",
                       fs::path(target).filename().string(), target);
}

fs::path& program() {
    static fs::path path;
    return path;
}

}  // namespace

void set_probe_program(fs::path path) { program() = std::move(path); }
const fs::path& probe_program() { return program(); }

std::string probe_report(const std::string& target) {
    const std::set<std::string> before = mapped_libraries();
    auto devices = load_target(target);
    if (!devices) return nlohmann::json{{"error", devices.error().message}}.dump();
    nlohmann::json list = nlohmann::json::array();
    const std::string driver = fingerprint(before);
    for (const FoundDevice& device : as_found(target, *devices, driver)) {
        list.push_back(device_json(device.info));
        list.back()["hardware"] = device.hardware;
    }
    // A driver's words may be of any encoding.
    return nlohmann::json{{"driver", driver}, {"devices", list}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void forget_hung_libraries() { forget_hung_libraries(cache_folder()); }

std::vector<FoundDevice> probe(const std::string& target, std::chrono::milliseconds patience) {
    if (probe_program().empty()) {
        auto devices = load_target(target);
        if (!devices) return {unusable(target, devices.error().message)};
        return as_found(target, *devices, {});
    }
    std::error_code ignored;
    const fs::path mark = is_rpc_name(target) ? fs::path() : hung_mark(target);
    // Once may be a slow disk or a busy machine.
    constexpr int hangs_enough = 2;
    int hangs = 0;
    if (!mark.empty()) std::ifstream(mark) >> hangs;
    if (hangs >= hangs_enough) return {unusable(target, hung_earlier(target))};
    auto run = run_probe_program({"--probe", target}, patience);
    if (!run) return {unusable(target, run.error().message)};
    if (run->timed_out && !mark.empty()) {
        fs::create_directories(mark.parent_path(), ignored);
        std::ofstream(mark) << hangs + 1 << ' ' << fs::path(target).filename().string() << '\n';
    } else if (hangs > 0) {
        fs::remove(mark, ignored);
    }
    return read_report(target, *run, patience);
}

std::vector<FoundDevice> probe_all(const std::vector<std::string>& targets, std::chrono::milliseconds patience) {
    std::vector<std::future<std::vector<FoundDevice>>> answers;
    // ggml's registry is not for several threads: without a process of their own one after the other.
    const auto policy = probe_program().empty() ? std::launch::deferred : std::launch::async;
    for (const std::string& target : targets) answers.push_back(std::async(policy, [&target, patience] { return probe(target, patience); }));
    std::vector<FoundDevice> all;
    for (auto& answer : answers)
        for (FoundDevice& found : answer.get()) all.push_back(std::move(found));
    return all;
}

}  // namespace haibao
