// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "inference/pipeline/engine.h"

namespace haibao::protocol {

/// How much memory this process should come to in each stage of a job on the processor, for inspectors to compare.
class PlannedMemory {
public:
    PlannedMemory() = default;
    /// `base`: bytes that the process takes with the model open and nothing loaded. Without a plan where the model's files
    /// cannot be read (any more).
    PlannedMemory(const std::filesystem::path& model, const GenerationRequest& request, Precision precision, std::uint64_t base);

    /// Bytes; while a model is loaded those of the stage that it is loaded for. 0 without a plan.
    std::uint64_t begin(Stage stage);

private:
    struct Allowed {
        Stage stage;
        std::uint64_t bytes;
    };
    std::vector<Allowed> stages_;  ///< in the order of the job
    std::size_t next_ = 0;         ///< the stage behind the last one that has begun
};

}  // namespace haibao::protocol
