// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/png.h"
#include "app/export/png_stream.h"

namespace haibao {

Result<std::vector<std::uint8_t>> encode_png(const Image& image, const std::vector<PngText>& texts) {
    const std::size_t stride = std::size_t{3} * static_cast<std::size_t>(image.width);
    if (image.width < 1 || image.height < 1 || image.rgb.size() != stride * static_cast<std::size_t>(image.height))
        return fail(ErrorKind::invalid_input, "A picture of {}×{} pixels with {} bytes cannot be written.", image.width, image.height,
                    image.rgb.size());
    std::vector<std::uint8_t> bytes;
    PngStream stream(
        [&](std::span<const std::uint8_t> more) -> Result<void> {
            bytes.insert(bytes.end(), more.begin(), more.end());
            return {};
        },
        1);
    PngHeader header{.width = image.width, .height = image.height};
    header.texts = texts;
    if (auto begun = stream.begin(header); !begun) return pass_on(begun);
    for (std::size_t at = 0; at < image.rgb.size();) {
        const std::size_t size = std::min(stride * static_cast<std::size_t>(stream.block_rows()), image.rgb.size() - at);
        const auto from = image.rgb.begin() + static_cast<std::ptrdiff_t>(at);
        if (auto done = stream.rows({from, from + static_cast<std::ptrdiff_t>(size)}); !done) return pass_on(done);
        at += size;
    }
    if (auto finished = stream.finish(); !finished) return pass_on(finished);
    return bytes;
}

}  // namespace haibao
