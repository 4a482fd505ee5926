// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <span>
#include <string>
#include <vector>

#include "app/export/png.h"
#include "inference/base/result.h"

namespace haibao {

enum class PngColour : std::uint8_t { gray = 0, rgb = 2, rgba = 6 };  ///< numbered as in the file

struct PngHeader {
    int width = 0, height = 0;  ///< pixels
    PngColour colour = PngColour::rgb;
    int bits = 8;               ///< 8 or 16 per channel
    double dpi = 0;             ///< 0 = not said
    std::string icc;            ///< empty = sRGB
    std::vector<PngText> texts;
};

/// Writes a PNG row by row. Rows are packed in blocks of a fixed size by several threads, each block a deflate stream that
/// ends at a byte's edge, so the file is the same for any number of threads.
class PngStream {
public:
    using Output = std::function<Result<void>(std::span<const std::uint8_t>)>;
    /// `threads`: 1 works in the caller's thread.
    PngStream(Output output, int threads);
    ~PngStream();

    /// Everything before the pixels. Errors: invalid_input (a size of nothing), the output's own.
    Result<void> begin(const PngHeader& header);
    /// How many rows to hand over at once; only the last block may have fewer.
    int block_rows() const { return block_rows_; }
    /// The next block; 16-bit values in the machine's byte order.
    Result<void> rows(std::vector<std::uint8_t> rows);
    /// Errors: invalid_input when rows are missing.
    Result<void> finish();

private:
    enum class Last { no, yes };
    struct Packed {
        std::vector<std::uint8_t> bytes;
        std::uint32_t adler = 1;
        std::size_t unpacked = 0;
        Last last = Last::no;
    };
    Packed pack(const std::vector<std::uint8_t>& above, std::vector<std::uint8_t> rows, Last last) const;
    Result<void> put(Packed packed);
    Result<void> chunk(std::string_view type, std::span<const std::uint8_t> bytes);

    Output output_;
    int threads_;
    PngHeader header_;
    std::size_t stride_ = 0;
    int pixel_bytes_ = 0, block_rows_ = 1, rows_given_ = 0;
    std::vector<std::uint8_t> above_;  ///< the last row of the block before
    std::deque<std::future<Packed>> in_work_;
    std::uint32_t adler_ = 1;
    bool first_data_ = true;
};

}  // namespace haibao
