// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/progress_meter.h"

#include <algorithm>
#include <cmath>

#include "inference/worker/protocol.h"

namespace haibao::generate {
namespace {

/// An estimate from less than this is noise.
constexpr double least_seconds = 0.5, least_fraction = 0.02;

std::size_t index(Stage stage) { return static_cast<std::size_t>(stage); }

/// Composing draws all pictures of a part in one go; the later stages go picture by picture.
bool one_by_one(Stage stage) { return stage == Stage::painting || stage == Stage::finishing; }

}  // namespace

JobProgress ProgressMeter::update(const Progress& progress, double seconds, int first, int count) {
    const int total = std::max(1, progress.total);
    const int step = std::clamp(progress.step, 0, total);
    const int picture = std::clamp(first + progress.picture, 0, pictures_ - 1);
    const double part = double(step) / total;
    const double done = one_by_one(progress.stage) ? picture + part : first + part * count;
    const double fraction = std::clamp(done / pictures_, 0.0, 1.0);

    if (last_stage_) paces_[index(*last_stage_)].seconds += seconds - last_seconds_;
    last_stage_ = progress.stage;
    last_seconds_ = seconds;
    Pace& pace = paces_[index(progress.stage)];
    if (!pace.known) pace.begun_at = fraction;
    pace.known = true;
    pace.fraction = fraction;
    // What comes before in the order is over for these pictures, heard of or not.
    const auto over = [this](Stage earlier, int pictures) {
        Pace& before = paces_[index(earlier)];
        before.fraction = std::max(before.fraction, std::min(1.0, double(pictures) / pictures_));
    };
    if (one_by_one(progress.stage)) over(Stage::composing, first + count);
    if (progress.stage == Stage::finishing) over(Stage::painting, picture + 1);

    JobProgress job{{progress.stage, picture, step, total}, pictures_, fraction, {}, left(progress.stage)};
    double sum = 0;
    for (const Stage stage : {Stage::composing, Stage::painting, Stage::finishing}) {
        const auto stage_left = left(stage);
        if (!stage_left) return job;
        sum += *stage_left;
    }
    job.seconds_left = sum;
    return job;
}

std::optional<double> ProgressMeter::left(Stage stage) const {
    const Pace& pace = paces_[index(stage)];
    const double gained = pace.fraction - pace.begun_at;
    if (pace.fraction >= 1) return 0;
    if (gained >= least_fraction && pace.seconds >= least_seconds) return pace.seconds / gained * (1 - pace.fraction);
    if (const double expected = expected_[index(stage)]; expected > 0) return expected * (1 - pace.fraction);
    return std::nullopt;
}

std::string short_duration(double seconds) {
    const long whole = std::max(1L, std::lround(seconds));
    if (whole < 60) return std::format("{} s", whole);
    if (whole < 3600) return std::format("{} min {} s", whole / 60, whole % 60);
    return std::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

}  // namespace haibao::generate
