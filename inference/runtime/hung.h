// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string_view>
#include <system_error>

// Devices that gave no answer in time (probe.h), for whoever shows them without the engine.
namespace haibao {

/// For which a backend is waited when it is tried.
inline constexpr std::chrono::seconds probe_patience{20};

/// Whether a device's reason says that it gave no answer, just now or when it was last tried: trying it again may help.
constexpr bool gave_no_answer(std::string_view reason) { return reason.contains("did not answer"); }

/// One small file for each library that hung lies there.
inline std::filesystem::path hung_folder(const std::filesystem::path& cache_folder) { return cache_folder / "hung"; }

/// Libraries that hung are tried again.
inline void forget_hung_libraries(const std::filesystem::path& cache_folder) {
    std::error_code ignored;
    std::filesystem::remove_all(hung_folder(cache_folder), ignored);
}

}  // namespace haibao
