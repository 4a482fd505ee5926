// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/ggml_registry.h"

#include <dlfcn.h>
#include <ggml.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <mutex>

#include "inference/runtime/backend_libraries.h"
#include "inference/runtime/rpc.h"
#include "inference/runtime/trace_log.h"

namespace haibao {
namespace {

/// ggml says why a library does not serve only in its log.
std::string last_complaint;
std::mutex complaint_mutex;

void listen_to_ggml() {
    static const bool once = [] {
        ggml_log_set(
            [](ggml_log_level level, const char* text, void*) {
                hear_ggml(level, text, nullptr);
                if (level != GGML_LOG_LEVEL_ERROR) return;
                const std::scoped_lock lock(complaint_mutex);
                last_complaint = text;
            },
            nullptr);
        return true;
    }();
    (void)once;
}

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
    if (is_software_rasteriser(info.description)) {
        info.software = true;
        info.reason = "Software Vulkan: it computes correctly, but more slowly than the processor itself. Use cpu.";
    }
    return info;
}

std::vector<RegisteredDevice> devices_of(ggml_backend_reg_t backend) {
    std::vector<RegisteredDevice> found;
    for (std::size_t i = 0; i < ggml_backend_reg_dev_count(backend); ++i) {
        ggml_backend_dev_t device = ggml_backend_reg_dev_get(backend, i);
        // Host helpers are not places where a model can live.
        if (ggml_backend_dev_type(device) != GGML_BACKEND_DEVICE_TYPE_ACCEL) found.push_back({device, describe(device)});
    }
    return found;
}

Result<ggml_backend_reg_t> load_library(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    // A diffusion step is too large for CANN's captured graphs; read when its backend starts.
    if (name.contains("cann")) setenv("GGML_CANN_ACL_GRAPH", "off", 0);
    // ggml does the same again; this way the system's own words are known.
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return fail(ErrorKind::device, "{} cannot be loaded: {}. Install what it needs (its driver), build it for this system, or take it away.", name,
                    dlerror());
    if (!dlsym(library, "ggml_backend_init"))
        return fail(ErrorKind::device, "{} is no backend of ggml: it has no function ggml_backend_init. Take it out of that folder.", name);
    {
        const std::scoped_lock lock(complaint_mutex);
        last_complaint.clear();
    }
    if (ggml_backend_reg_t backend = ggml_backend_load(file.c_str())) return backend;
    const std::scoped_lock lock(complaint_mutex);
    if (last_complaint.contains("incompatible API version"))
        return fail(ErrorKind::device, "{} was built against another version of ggml than the one here ({}). Build it against that one.", name, ggml_version());
    return fail(ErrorKind::device, "{} finds nothing here that it can use. Its driver may be missing or too old for it.", name);
}

Result<ggml_backend_reg_t> load(const std::string& target) {
    if (target == "cpu") {
        // A ggml that was built in one piece has it already.
        if (ggml_backend_dev_t built_in = ggml_backend_dev_by_type(GGML_BACKEND_DEVICE_TYPE_CPU)) return ggml_backend_dev_backend_reg(built_in);
        const std::filesystem::path library = best_processor_library();
        if (library.empty()) return fail(ErrorKind::device, "ggml's processor backend was not found. Reinstall the package libggml0.");
        return load_library(library);
    }
    if (!is_rpc_name(target)) return load_library(target);
    auto add_server = rpc_function("ggml_backend_rpc_add_server");
    if (!add_server) return pass_on(add_server);
    const std::string endpoint = target.substr(rpc_prefix.size());
    ggml_backend_reg_t server = reinterpret_cast<ggml_backend_reg_t (*)(const char*)>(*add_server)(endpoint.c_str());
    if (!server) return fail(ErrorKind::device, "The server {} offers no device.", endpoint);
    return server;
}

std::map<std::string, ggml_backend_reg_t>& loaded() {
    static std::map<std::string, ggml_backend_reg_t> backends;
    return backends;
}

}  // namespace

bool is_software_rasteriser(const std::string& description) {
    return description.contains("llvmpipe") || description.contains("SwiftShader") || description.contains("softpipe");
}

Result<void*> rpc_function(const char* name) {
    listen_to_ggml();
    static Result<ggml_backend_reg_t> library = []() -> Result<ggml_backend_reg_t> {
        const std::filesystem::path file = rpc_library();
        if (file.empty()) return fail(ErrorKind::device, "ggml's part for other machines is not installed here. Install the package libggml0-backend-rpc.");
        return load_library(file);
    }();
    if (!library) return std::unexpected(library.error());
    if (void* function = ggml_backend_reg_get_proc_address(*library, name)) return function;
    return fail(ErrorKind::device, "libggml-rpc.so has no {}; it belongs to another version of ggml.", name);
}

Result<std::vector<RegisteredDevice>> load_target(const std::string& target) {
    listen_to_ggml();
    auto known = loaded().find(target);
    if (known == loaded().end()) {
        auto backend = load(target);
        if (!backend) return pass_on(backend);
        known = loaded().emplace(target, *backend).first;
    }
    std::vector<RegisteredDevice> found = devices_of(known->second);
    if (is_rpc_name(target))
        for (RegisteredDevice& device : found) device.info.name = target;
    return found;
}

bool is_loaded(const std::string& target) { return loaded().contains(target); }

std::vector<RegisteredDevice> loaded_devices() {
    std::vector<RegisteredDevice> all;
    for (const auto& [target, backend] : loaded())
        for (RegisteredDevice& device : devices_of(backend)) all.push_back(std::move(device));
    return all;
}

}  // namespace haibao
