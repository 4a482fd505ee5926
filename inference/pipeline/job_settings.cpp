// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/pipeline/job_settings.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "inference/picture/repaint.h"

namespace haibao {
namespace {

constexpr int most_steps = 200, most_pictures = 64, most_sources = 8;
constexpr int most_aspect_with_source = 4;

Result<void> check_side(const char* what, int side) {
    if (side >= painted_side::least && side <= painted_side::most && side % painted_side::unit == 0) return {};
    const int nearest = std::clamp((side + painted_side::unit / 2) / painted_side::unit * painted_side::unit, painted_side::least, painted_side::most);
    return fail(ErrorKind::invalid_input, "A {} of {} pixels cannot be painted: sides are multiples of {} from {} to {}. "
                "The nearest is {}.", what, side, painted_side::unit, painted_side::least, painted_side::most, nearest);
}

Result<void> check_visual_tokens(const GenerationRequest& request, const JobSettings& settings) {
    if (request.visual_tokens.empty()) return {};
    if (static_cast<int>(request.visual_tokens.size()) != request.count)
        return fail(ErrorKind::invalid_input, "The job keeps visual tokens of {} pictures, but {} are wanted.",
                    request.visual_tokens.size(), request.count);
    const auto wanted = static_cast<std::size_t>(settings.grid_rows() * settings.grid_columns());
    for (const auto& ids : request.visual_tokens)
        if (ids.size() != wanted)
            return fail(ErrorKind::invalid_input, "The kept visual tokens are {}, but a picture of {}×{} has {}.",
                        ids.size(), settings.width, settings.height, wanted);
    return {};
}

/// Whether what is remembered of computed steps fits the latents and the steps behind them.
bool sound(const PaintingPoint& point) {
    int before = -1;
    for (const ComputedStep& computed : point.computed) {
        if (computed.step <= before || computed.step >= point.steps || computed.velocity.size() != point.latent.size()) return false;
        if (!std::ranges::all_of(computed.velocity, [](float value) { return std::isfinite(value); })) return false;
        before = computed.step;
    }
    return point.computed.size() <= 2;
}

Result<void> check_painted(const GenerationRequest& request, const JobSettings& settings) {
    std::set<int> seen;
    for (const PaintingPoint& point : request.painted) {
        if (request.visual_tokens.empty())
            return fail(ErrorKind::invalid_input, "A painting can only be gone on with together with its visual tokens.");
        if (point.picture < 0 || point.picture >= request.count || !seen.insert(point.picture).second)
            return fail(ErrorKind::invalid_input, "The kept painting of picture {} belongs to no picture of this job.", point.picture + 1);
        if (point.steps < 1 || point.steps > settings.steps)
            return fail(ErrorKind::invalid_input, "The kept painting has {} steps behind it, but the job has {}.", point.steps, settings.steps);
        if (!std::ranges::all_of(point.latent, [](float value) { return std::isfinite(value); }))
            return fail(ErrorKind::invalid_input, "The kept painting of picture {} is damaged.", point.picture + 1);
        if (!sound(point))
            return fail(ErrorKind::invalid_input, "What picture {} remembers of its steps is damaged.", point.picture + 1);
    }
    return {};
}

}  // namespace

Result<JobSettings> settle(const GenerationRequest& request, const ModelDefaults& defaults) {
    JobSettings s{.width = request.width.value_or(defaults.width),
                  .height = request.height.value_or(defaults.height),
                  .steps = request.steps.value_or(defaults.steps),
                  .guidance = request.guidance.value_or(defaults.guidance),
                  .temperature = request.temperature.value_or(defaults.temperature),
                  .top_p = request.top_p.value_or(defaults.top_p)};
    if (request.repaint) {
        if (auto checked = check_repaint(request.repaint->base, request.repaint->mask, request.repaint->feather); !checked) return pass_on(checked);
        if (!(request.repaint->strength > 0 && request.repaint->strength <= 1))
            return fail(ErrorKind::invalid_input, "A strength of {} is not above 0 and at most 1; 1 makes the region anew, 0.3 only refines it.",
                        request.repaint->strength);
        if (request.width || request.height)
            return fail(ErrorKind::invalid_input, "A repainted picture keeps the size of its base; leave the size out.");
        const auto [height, width] = working_size({request.repaint->base.height, request.repaint->base.width});
        s.width = width;
        s.height = height;
    }
    if (request.prompt.find_first_not_of(" \t\r\n") == std::string::npos)
        return fail(ErrorKind::invalid_input, "The prompt is empty. Say what the poster should show.");
    if (auto width = check_side("width", s.width); !width) return pass_on(width);
    if (auto height = check_side("height", s.height); !height) return pass_on(height);
    if (s.steps < 1 || s.steps > most_steps)
        return fail(ErrorKind::invalid_input, "{} steps cannot be taken. Choose from 1 to {}.", s.steps, most_steps);
    if (request.count < 1 || request.count > most_pictures)
        return fail(ErrorKind::invalid_input, "A job makes 1 to {} pictures, not {}.", most_pictures, request.count);
    if (!std::isfinite(s.guidance) || s.guidance < 0 || s.guidance > 100)
        return fail(ErrorKind::invalid_input, "A guidance of {} makes no picture. Choose from 0 to 100; 1.5 is usual.",
                    s.guidance);
    if (!std::isfinite(s.temperature) || s.temperature < 0 || s.temperature > 10)
        return fail(ErrorKind::invalid_input, "The temperature must be from 0 to 10, not {}.", s.temperature);
    if (!(s.top_p > 0 && s.top_p <= 1))
        return fail(ErrorKind::invalid_input, "top-p must be above 0 and at most 1, not {}.", s.top_p);
    if (request.sources.size() > most_sources)
        return fail(ErrorKind::invalid_input, "A job takes at most {} reference pictures, not {}.", most_sources,
                    request.sources.size());
    if (!request.sources.empty() &&
        std::max(s.width, s.height) > most_aspect_with_source * std::min(s.width, s.height))
        return fail(ErrorKind::invalid_input, "With reference pictures one side may be at most {} times the other; "
                    "{}×{} is not.", most_aspect_with_source, s.width, s.height);
    if (auto tokens = check_visual_tokens(request, s); !tokens) return pass_on(tokens);
    if (auto painted = check_painted(request, s); !painted) return pass_on(painted);
    return s;
}

}  // namespace haibao
