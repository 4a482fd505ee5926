// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inference/weights/layer_turns.h"

#include <algorithm>

namespace haibao {
namespace {

/// Two places are no less than two layers.
constexpr int least_turns = 3;

}  // namespace

std::uint64_t bytes_with_turns(std::span<const std::uint64_t> layers, int turns) {
    const int count = static_cast<int>(layers.size());
    std::uint64_t staying = 0, place = 0;
    for (int i = 0; i < count; ++i) {
        const std::uint64_t bytes = layers[static_cast<std::size_t>(i)];
        if (takes_turns(i, turns, count))
            place = std::max(place, bytes);
        else
            staying += bytes;
    }
    return staying + 2 * place;
}

int layers_in_turn(std::span<const std::uint64_t> layers, std::uint64_t room) {
    const int count = static_cast<int>(layers.size());
    if (count < least_turns || bytes_with_turns(layers, 0) <= room) return 0;
    for (int turns = least_turns; turns < count; ++turns)
        if (bytes_with_turns(layers, turns) <= room) return turns;
    return count;
}

}  // namespace haibao
