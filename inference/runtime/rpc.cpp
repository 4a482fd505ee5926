// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/runtime/rpc.h"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace haibao {
namespace {

bool is_endpoint(std::string_view part) {
    const std::size_t colon = part.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    const std::string_view host = part.substr(0, colon), digits = part.substr(colon + 1);
    int port = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    // ggml splits at the first colon, so an IPv6 address cannot be said.
    const auto in_a_name = [](char c) { return c > ' ' && c != ':' && c != '/' && c != 127; };
    return failure == std::errc{} && end == digits.data() + digits.size() && port > 0 && port < 65536 && std::ranges::all_of(host, in_a_name);
}

}  // namespace

Result<std::vector<std::string>> rpc_targets(std::string_view device) {
    std::vector<std::string> targets;
    const std::string_view named = device.substr(rpc_prefix.size());
    if (named.empty()) return fail(ErrorKind::invalid_input, "{} names no server: write rpc:HOST:PORT, several with commas.", device);
    for (const auto part : std::views::split(named, ',')) {
        const std::string_view endpoint(part);
        if (!is_endpoint(endpoint))
            return fail(ErrorKind::invalid_input, "\"{}\" in {} is no server: write rpc:HOST:PORT, several with commas, for example rpc:192.168.0.7:50052.",
                        endpoint, device);
        const std::string target = std::string(rpc_prefix) + std::string(endpoint);
        if (std::ranges::contains(targets, target)) return fail(ErrorKind::invalid_input, "{} names the server {} twice.", device, endpoint);
        targets.push_back(target);
    }
    return targets;
}

}  // namespace haibao
