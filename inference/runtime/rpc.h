// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "inference/base/result.h"

// Other machines as one device, through ggml's own RPC servers: `rpc:HOST:PORT[,HOST:PORT…]`. Their protocol neither
// encrypts nor asks who is there: for trusted networks alone, and only where the user names them.
namespace haibao {

inline constexpr std::string_view rpc_prefix = "rpc:";
inline bool is_rpc_name(std::string_view device) { return device.starts_with(rpc_prefix); }

/// One target "rpc:HOST:PORT" per server. Errors: invalid_input, with the part that is no HOST:PORT.
Result<std::vector<std::string>> rpc_targets(std::string_view device);

}  // namespace haibao
