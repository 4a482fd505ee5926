// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "inference/pipeline/engine.h"
#include "inference/weights/model_folder.h"

namespace haibao::generate {

/// Seconds per stage, indexed by Stage; 0 = not known.
using StageTimes = std::array<double, 5>;

/// What the time of a job grows with.
struct JobShape {
    double megapixels = 1;  ///< of one picture
    int steps = 1;
    int passes = 2;    ///< of the diffusion transformer per step: 1 without guidance
    int pictures = 1;
    /// The processor expands quantised weights before it multiplies them, once per pass. The book knows it from the job that it remembers.
    bool expands = false;
};

/// Of a model on a device ("cpu", "vulkan0", …).
bool expands_weights(ModelFolder& model, const std::string& device);

/// What times are remembered under: of a job without a choice under "auto" and under the name of what was opened.
std::string pace_key(const std::string& model_sha256, const std::string& device, Precision precision, Speed speed);

/// Remembers how fast each model ran on each device, in a small JSON file that may be lost, so that the next job can say
/// from its start how long it will take. Growth with the size is that of tokens and attention: an estimate, not a promise.
class PaceBook {
public:
    /// An empty path remembers nothing.
    explicit PaceBook(std::filesystem::path file) : file_(std::move(file)) {}

    /// `key`: see pace_key(). All zeros when nothing is known.
    StageTimes expect(const std::string& key, const JobShape& shape) const;
    void remember(const std::string& key, const JobShape& shape, const std::vector<StageSeconds>& timings) const;

private:
    std::filesystem::path file_;
};

}  // namespace haibao::generate
