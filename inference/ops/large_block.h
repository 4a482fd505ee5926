// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace haibao::ops {

/// Memory for weights that are read from one end to the other again and again, in the system's large pages where it has some: with small
/// ones two cores look pages up for a third of the time. 64-byte aligned. Throws std::bad_alloc.
std::shared_ptr<std::byte> large_block(std::size_t bytes);

/// A matrix's tiles one behind the other in such a block. All but the last have as many outputs.
class TileBlock {
public:
    TileBlock() = default;
    /// `bytes_of`: what a tile of so many outputs takes.
    TileBlock(std::int64_t outputs, std::int64_t of_tile, const std::function<std::size_t(std::int64_t)>& bytes_of) {
        const auto place_of = [&](std::int64_t count) { return count > 0 ? (bytes_of(count) + 63) / 64 * 64 : 0; };
        full_ = place_of(outputs >= of_tile ? of_tile : 0);
        block_ = large_block(static_cast<std::size_t>(outputs / of_tile) * full_ + place_of(outputs % of_tile));
    }
    std::byte* tile(std::size_t index) const { return block_.get() + index * full_; }

private:
    std::size_t full_ = 0;
    std::shared_ptr<std::byte> block_;
};

}  // namespace haibao::ops
