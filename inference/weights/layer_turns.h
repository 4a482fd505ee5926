// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

// A network whose weights are more than an accelerator has room for: some of its layers stay there, the others take turns in two places,
// spread evenly, so that the next one is on its way while layers that stay are computed. One rule for the plan and for loading.
namespace haibao {

/// Whether this one of `count` layers takes turns where `turns` of them do.
inline bool takes_turns(int layer, int turns, int count) {
    return std::int64_t{layer + 1} * turns / count > std::int64_t{layer} * turns / count;
}

/// Bytes on the device where `turns` of the layers take turns: those that stay, and two places as large as the largest that does not.
std::uint64_t bytes_with_turns(std::span<const std::uint64_t> layers, int turns);

/// The fewest layers that must take turns so that all come to `room` bytes at most; all of them where that is still too much. 0: none.
int layers_in_turn(std::span<const std::uint64_t> layers, std::uint64_t room);

}  // namespace haibao
