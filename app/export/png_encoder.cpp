// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/colour.h"
#include "app/export/encode.h"
#include "app/export/png_stream.h"

namespace haibao {

Result<void> encode_png_rows(RowSource& rows, const EncodeOptions& options, Sink& sink) {
    const RasterInfo& info = rows.info();
    PngHeader header{.width = info.width, .height = info.height, .dpi = info.dpi, .texts = options.metadata.png_texts};
    header.bits = info.format == PixelFormat::rgb16 || info.format == PixelFormat::rgba16 ? 16 : 8;
    header.colour = info.format == PixelFormat::gray8                                            ? PngColour::gray
                    : info.format == PixelFormat::rgba8 || info.format == PixelFormat::rgba16 ? PngColour::rgba
                                                                                                 : PngColour::rgb;
    // The chunk sRGB says the same in one byte.
    if (info.icc != IccProfile::srgb().bytes()) header.icc = info.icc.toStdString();
    PngStream stream([&](std::span<const std::uint8_t> bytes) { return sink.write(bytes); }, options.threads);
    if (auto begun = stream.begin(header); !begun) return begun;
    const std::size_t stride = static_cast<std::size_t>(info.width) * static_cast<std::size_t>(bytes_per_pixel(info.format));
    for (int row = 0; row < info.height; row += stream.block_rows()) {
        if (options.stop.stop_requested()) return fail(ErrorKind::cancelled, "Stopped.");
        std::vector<std::uint8_t> block(stride * static_cast<std::size_t>(std::min(stream.block_rows(), info.height - row)));
        if (auto read = rows.read(block); !read) return read;
        if (auto done = stream.rows(std::move(block)); !done) return done;
    }
    return stream.finish();
}

}  // namespace haibao
