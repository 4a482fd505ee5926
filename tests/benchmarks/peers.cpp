// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/peers.h"

#include <cstdio>
#include <format>
#include <memory>
#include <nlohmann/json.hpp>

namespace haibao::bench {

Result<std::optional<PeerTime>> time_peer(const std::string& script, const std::string& name, int threads) {
    const std::string command = std::format("python3 '{}/tests/benchmarks/{}' --threads {} {}", HAIBAO_SOURCE_DIR, script, threads, name);
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) return fail(ErrorKind::io, "{} could not be started. Is python3 installed?", script);
    std::string said;
    for (char part[4096]; const std::size_t count = std::fread(part, 1, sizeof part, pipe.get());) said.append(part, count);
    const auto answer = nlohmann::json::parse(said, nullptr, false);
    if (!answer.is_object()) return fail(ErrorKind::io, "{} {} gave no answer. Its own words are above.", script, name);
    if (answer.contains("absent")) return fail(ErrorKind::not_found, "{}", answer["absent"].get<std::string>());
    if (!answer.contains("seconds")) return std::nullopt;
    return PeerTime{answer["type"], answer["seconds"]};
}

}  // namespace haibao::bench
