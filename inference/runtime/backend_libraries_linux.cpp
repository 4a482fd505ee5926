// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/backend_libraries.h"

#include <dlfcn.h>
#include <ggml-backend.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace haibao {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view prefix = "libggml-", suffix = ".so";
/// The processor's variants are chosen among themselves, and rpc has its own way. BLAS and its like compute with the
/// processor's memory; ggml's BLAS backend was measured to be slower than none.
constexpr std::array no_devices{"base", "blas", "cpu", "rpc", "zendnn"};

/// An XDG folder; `fallback` lies below the home folder.
fs::path xdg_folder(const char* variable, const char* fallback) {
    const char* named = std::getenv(variable);
    if (named && *named == '/') return fs::path(named) / "haibao";
    const char* home = std::getenv("HOME");
    return fs::path(home ? home : "/") / fallback / "haibao";
}

/// "vulkan" of libggml-vulkan.so; empty for other files.
std::string kind_of(const fs::path& file) {
    const std::string name = file.filename().string();
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return {};
    return name.substr(prefix.size(), name.size() - prefix.size() - suffix.size());
}

std::vector<BackendLibrary> libraries_in(const fs::path& folder) {
    std::vector<BackendLibrary> found;
    std::error_code ignored;
    if (folder.empty()) return found;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string kind = kind_of(entry.path());
        if (kind.empty() || kind.starts_with("cpu-") || std::ranges::contains(no_devices, kind)) continue;
        found.push_back({entry.path(), kind});
    }
    std::ranges::sort(found, {}, &BackendLibrary::file);
    return found;
}

bool holds_processor_library(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (kind_of(entry.path()).starts_with("cpu")) return true;
    return false;
}

/// How well a variant suits this processor; 0 = not at all.
int score_of(const fs::path& file) {
    const std::unique_ptr<void, int (*)(void*)> library(dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL), &dlclose);
    if (!library) return 0;
    void* score = dlsym(library.get(), "ggml_backend_score");
    return score ? reinterpret_cast<int (*)()>(score)() : 1;
}

}  // namespace

fs::path user_backend_folder() { return xdg_folder("XDG_DATA_HOME", ".local/share") / "backends"; }
fs::path cache_folder() { return xdg_folder("XDG_CACHE_HOME", ".cache"); }

fs::path system_backend_folder() {
    static const fs::path folder = []() -> fs::path {
        Dl_info here{};
        if (dladdr(reinterpret_cast<void*>(&ggml_backend_load), &here) == 0 || !here.dli_fname) return {};
        std::error_code ignored;
        const fs::path beside = fs::absolute(here.dli_fname, ignored).parent_path();
        // Debian numbers the folder after the library's version (ggml/backends0); other builds leave them beside it.
        for (const auto& entry : fs::directory_iterator(beside / "ggml", ignored))
            if (entry.path().filename().string().starts_with("backends") && holds_processor_library(entry.path())) return entry.path();
        return holds_processor_library(beside) ? beside : fs::path();
    }();
    return folder;
}

std::vector<BackendLibrary> backend_libraries(const fs::path& user, const fs::path& system) {
    std::vector<BackendLibrary> all = libraries_in(user);
    for (BackendLibrary& library : libraries_in(system))
        if (!std::ranges::contains(all, library.kind, &BackendLibrary::kind)) all.push_back(std::move(library));
    return all;
}

fs::path best_processor_library() {
    int best = 0;
    fs::path chosen;
    std::error_code ignored;
    const fs::path folder = system_backend_folder();
    if (folder.empty()) return {};
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (!kind_of(entry.path()).starts_with("cpu")) continue;
        if (const int score = score_of(entry.path()); score > best) best = score, chosen = entry.path();
    }
    return chosen;
}

fs::path rpc_library() {
    std::error_code ignored;
    for (const fs::path& folder : {user_backend_folder(), system_backend_folder()})
        if (const fs::path file = folder / "libggml-rpc.so"; fs::exists(file, ignored)) return file;
    return {};
}

}  // namespace haibao
