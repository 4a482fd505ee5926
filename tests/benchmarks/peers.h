// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "inference/base/result.h"

namespace haibao::bench {

/// What another program took for a case of the same shapes: its fastest type's median.
struct PeerTime {
    std::string type;  ///< "bf16", "f32"
    double seconds = 0;
};

/// Runs `SCRIPT --threads N CASE` from tests/benchmarks, which prints {"type", "seconds"} or {"absent": why}. Nothing where the
/// script knows no such case. Errors: not_found: the other program is absent; the sentence says what is missing.
Result<std::optional<PeerTime>> time_peer(const std::string& script, const std::string& name, int threads);

}  // namespace haibao::bench
