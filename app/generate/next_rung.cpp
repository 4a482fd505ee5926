// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/generate/next_rung.h"

#include <cmath>

#include "inference/weights/model_folder.h"

namespace haibao::generate {

std::optional<Size> smaller_size(const Request& request) {
    if (request.repaint) return std::nullopt;
    Size size{request.width.value_or(0), request.height.value_or(0)};
    if (size.width <= 0 || size.height <= 0) {
        auto model = ModelFolder::open(request.model);
        if (!model) return std::nullopt;
        size = {model->defaults().width, model->defaults().height};
    }
    const auto shrunk = [](int side) { return static_cast<int>(std::lround(side * std::sqrt(0.5))); };
    const Size smaller = nearest_size({shrunk(size.width), shrunk(size.height)}, request.sources.empty() ? SourcesGiven::no : SourcesGiven::yes);
    const bool is_smaller = static_cast<std::int64_t>(smaller.width) * smaller.height < static_cast<std::int64_t>(size.width) * size.height;
    return is_smaller ? std::optional(smaller) : std::nullopt;
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
