// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/generate/pace.h"
#include "inference/pipeline/engine.h"

namespace haibao::generate {

/// Where a whole job stands, for a bar.
struct JobProgress {
    Progress now;       ///< the worker's last word; `picture` counts through the whole job
    int pictures = 1;   ///< of the whole job
    double fraction = 0;  ///< of the current stage over all its pictures, 0…1
    std::optional<double> seconds_left;        ///< of the whole job; empty until there is ground for an estimate
    std::optional<double> stage_seconds_left;  ///< of the current stage, likewise
};

/// Turns the worker's progress into fractions and estimates of the time left. Each stage is judged by its own pace so far;
/// one that has not begun, by the pace of earlier jobs where that is known. Takes the clock as a parameter.
class ProgressMeter {
public:
    explicit ProgressMeter(int pictures = 1, const StageTimes& expected = {}) : pictures_(pictures), expected_(expected) {}

    /// `seconds` since the job began, never falling. A job runs in parts: `first` is the index of this part's picture 0,
    /// `count` the pictures in this part.
    JobProgress update(const Progress& progress, double seconds, int first = 0, int count = 1);

private:
    struct Pace {
        double seconds = 0;   ///< spent in the stage so far
        double begun_at = 0;  ///< fraction that was done when it was first heard of
        double fraction = 0;  ///< done now
        bool known = false;
    };
    std::optional<double> left(Stage stage) const;

    int pictures_;
    StageTimes expected_;
    std::array<Pace, 5> paces_{};
    std::optional<Stage> last_stage_;
    double last_seconds_ = 0;
};

/// "8 s", "2 min 10 s", "1 h 5 min".
std::string short_duration(double seconds);

}  // namespace haibao::generate
