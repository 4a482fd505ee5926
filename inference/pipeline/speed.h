// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace haibao {

/// How much of the painting may be reckoned from what was computed before, see step_cache.h. `exact` computes all of it.
enum class Speed : std::uint8_t { exact, balanced, fast };

inline constexpr std::array<std::string_view, 3> speed_words{"exact", "balanced", "fast"};
constexpr std::string_view to_string(Speed speed) { return speed_words[static_cast<std::size_t>(speed)]; }
constexpr std::optional<Speed> speed_from(std::string_view word) {
    const auto found = std::ranges::find(speed_words, word);
    if (found == speed_words.end()) return std::nullopt;
    return static_cast<Speed>(found - speed_words.begin());
}

/// A step at which the network was run, and what was followed: [channels, height/8, width/8].
struct ComputedStep {
    int step = 0;  ///< 0-based
    std::vector<float> velocity;
    bool operator==(const ComputedStep&) const = default;
};

}  // namespace haibao
