// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>
#include <vector>

namespace haibao {

/// Chooses a filter for each row by the least sum of absolute differences (PNG specification §9, §12.7).
class PngFilter {
public:
    PngFilter(std::size_t stride, std::size_t pixel_bytes) : stride_(stride), bytes_(pixel_bytes), trial_(stride), left_(stride), corner_(stride) {}

    /// Writes the filter's number and the filtered row, stride + 1 bytes. `above` has a row's bytes.
    void best(std::span<const std::uint8_t> row, const std::uint8_t* above, std::uint8_t* out) {
        // Neighbours that are missing count as 0; with rows shifted by a pixel the loops have no borders and become vectors.
        std::memcpy(left_.data() + bytes_, row.data(), stride_ - bytes_);
        std::memcpy(corner_.data() + bytes_, above, stride_ - bytes_);
        std::uint64_t least = ~std::uint64_t{0};
        const auto keep_if_better = [&](std::uint8_t number) {
            const std::uint64_t sum = weight(trial_.data());
            if (sum >= least) return;
            least = sum;
            out[0] = number;
            std::memcpy(out + 1, trial_.data(), stride_);
        };
        const std::uint8_t* const x = row.data();
        const std::uint8_t *a = left_.data(), *b = above, *c = corner_.data();
        std::uint8_t* const t = trial_.data();
        for (std::size_t i = 0; i < stride_; ++i) t[i] = static_cast<std::uint8_t>(x[i] - b[i]);
        keep_if_better(2);
        if (least == 0) return;  // like the row above: nothing is better
        for (std::size_t i = 0; i < stride_; ++i) t[i] = static_cast<std::uint8_t>(x[i] - a[i]);
        keep_if_better(1);
        for (std::size_t i = 0; i < stride_; ++i) t[i] = static_cast<std::uint8_t>(x[i] - ((a[i] + b[i]) >> 1));
        keep_if_better(3);
        for (std::size_t i = 0; i < stride_; ++i) t[i] = static_cast<std::uint8_t>(x[i] - paeth(a[i], b[i], c[i]));
        keep_if_better(4);
    }

private:
    static std::uint8_t paeth(std::int16_t a, std::int16_t b, std::int16_t c) {
        const auto pa = static_cast<std::int16_t>(std::abs(b - c)), pb = static_cast<std::int16_t>(std::abs(a - c));
        const auto pc = static_cast<std::int16_t>(std::abs(a + b - 2 * c));
        const std::int16_t bc = pb <= pc ? b : c;
        return static_cast<std::uint8_t>(pa <= pb && pa <= pc ? a : bc);
    }
    std::uint64_t weight(const std::uint8_t* row) const {
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < stride_;) {
            std::uint32_t part = 0;
            for (const std::size_t end = std::min(stride_, i + (std::size_t{1} << 16)); i < end; ++i)
                part += static_cast<std::uint32_t>(std::abs(static_cast<std::int8_t>(row[i])));
            sum += part;
        }
        return sum;
    }

    std::size_t stride_, bytes_;
    std::vector<std::uint8_t> trial_, left_, corner_;
};

}  // namespace haibao
