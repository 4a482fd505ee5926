// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <cstdint>
#include <span>

#include "inference/base/result.h"

namespace haibao {

enum class PixelFormat : std::uint8_t { gray8, rgb8, rgba8, rgb16, rgba16, cmyk8 };  ///< 16-bit in the machine's byte order; alpha straight

constexpr int bytes_per_pixel(PixelFormat format) {
    switch (format) {
        case PixelFormat::gray8: return 1;
        case PixelFormat::rgb8: return 3;
        case PixelFormat::rgba8:
        case PixelFormat::cmyk8: return 4;
        case PixelFormat::rgb16: return 6;
        case PixelFormat::rgba16: return 8;
    }
    return 0;
}

/// What every encoder needs to know before the first row.
struct RasterInfo {
    int width = 0, height = 0;  ///< pixels
    PixelFormat format = PixelFormat::rgb8;
    double dpi = 72;
    QByteArray icc;             ///< the profile of the pixels; empty = sRGB
};

/// A picture that gives its rows from the top, so that a page larger than memory can be written. Each row is asked for once.
class RowSource {
public:
    virtual ~RowSource() = default;
    virtual const RasterInfo& info() const = 0;
    /// Fills the next rows; `rows` holds a whole number of them, without padding. Errors: out_of_memory, cancelled.
    virtual Result<void> read(std::span<std::uint8_t> rows) = 0;
};

}  // namespace haibao
