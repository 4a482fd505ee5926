// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/next_rung.h"

#include <algorithm>
#include <cmath>

#include "inference/weights/model_folder.h"

namespace haibao::generate {

namespace {

std::int64_t pixels_of(const Size& size) { return std::int64_t{size.width} * size.height; }

}  // namespace

std::optional<Size> smaller_size(const Request& request) {
    if (request.repaint) return std::nullopt;
    Size size{request.width.value_or(0), request.height.value_or(0)}, own;
    if (auto model = ModelFolder::open(request.model)) own = {model->defaults().width, model->defaults().height};
    if (size.width <= 0 || size.height <= 0) size = own;
    if (size.width <= 0 || size.height <= 0) return std::nullopt;
    const auto shrunk = [](int side) { return static_cast<int>(std::lround(side * std::sqrt(0.5))); };
    const Size smaller = nearest_size({shrunk(size.width), shrunk(size.height)}, request.sources.empty() ? SourcesGiven::no : SourcesGiven::yes);
    if (pixels_of(smaller) >= pixels_of(size)) return std::nullopt;
    const bool made_for = 4 * pixels_of(smaller) >= pixels_of(own) && 2 * std::min(smaller.width, smaller.height) >= std::min(own.width, own.height);
    return made_for ? std::optional(smaller) : std::nullopt;
}

bool can_move_to_processor(const Request& request) { return request.options.device != "cpu"; }

std::vector<std::string> next_tries(const QueuedJob& job) {
    std::vector<std::string> commands;
    if (job.state != JobState::failed && job.state != JobState::quarantined) return commands;
    const std::string again = std::format("haibao-cli queue retry {}", static_cast<std::int64_t>(job.id));
    if (can_move_to_processor(job.request)) commands.push_back(again + " --device cpu");
    if (const auto size = smaller_size(job.request)) commands.push_back(again + std::format(" --size {}x{}", size->width, size->height));
    return commands;
}

}  // namespace haibao::generate
