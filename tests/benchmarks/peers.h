// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

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

/// The same with --in-turn: a run whenever it is asked, so that its runs and ours meet the same machine.
class Peer {
public:
    /// Waits until it is warm. Null where the script knows no such case. Errors: as time_peer().
    static Result<std::unique_ptr<Peer>> start(const std::string& script, const std::string& name, int threads);
    ~Peer();

    Result<void> run();
    PeerTime time() const;

private:
    Peer() = default;

    std::string name_, type_;
    std::unique_ptr<FILE, int (*)(FILE*)> answers_{nullptr, pclose}, turns_{nullptr, std::fclose};
    std::filesystem::path folder_;  ///< of the named pipe through which it is asked
    std::vector<double> seconds_;
};

}  // namespace haibao::bench
