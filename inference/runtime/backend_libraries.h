// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace haibao {

/// A ggml backend as a shared library that may bring devices. The processor's own, host helpers (BLAS) and RPC, which has
/// no device before it is told a server, are none of these.
struct BackendLibrary {
    std::filesystem::path file;
    std::string kind;  ///< "vulkan" of libggml-vulkan.so
};

/// Where the user puts backends that the distribution does not carry: $XDG_DATA_HOME/haibao/backends; need not exist.
std::filesystem::path user_backend_folder();
/// Where ggml's own lie, beside the library that this process runs; empty when there is none.
std::filesystem::path system_backend_folder();
/// The user's first, each folder in alphabetical order. One of the user's stands in for the system's of the same name.
std::vector<BackendLibrary> backend_libraries(const std::filesystem::path& user = user_backend_folder(),
                                              const std::filesystem::path& system = system_backend_folder());
/// The processor's variant that suits this machine best; empty when there is none.
std::filesystem::path best_processor_library();
/// ggml's client for servers on other machines; empty when it is not installed.
std::filesystem::path rpc_library();
/// What can be made again: $XDG_CACHE_HOME/haibao; need not exist.
std::filesystem::path cache_folder();

}  // namespace haibao
