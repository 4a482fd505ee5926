// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "app/export/embedded_metadata.h"
#include "app/export/raster.h"
#include "app/export/sink.h"

// Pictures as files (export-spec §1). A format is one file with an encoder and one line in the table of encode.cpp.
namespace haibao {

enum class Chroma : std::uint8_t { full, half };                  ///< 4:4:4, 4:2:0
enum class TiffPacking : std::uint8_t { none, lzw, deflate };

struct EncodeOptions {
    int quality = 90;                           ///< 1…100: JPEG, WebP, AVIF
    std::optional<std::uint64_t> target_bytes;  ///< instead: the best quality whose file is no larger
    bool lossless = false;                      ///< WebP, AVIF
    Chroma chroma = Chroma::full;               ///< JPEG, AVIF; a lossy WebP always has 4:2:0
    bool progressive = false;                   ///< JPEG
    int bits = 8;                               ///< PNG, TIFF 8 or 16; AVIF 8, 10 or 12
    TiffPacking packing = TiffPacking::lzw;
    std::array<std::uint8_t, 3> matte{255, 255, 255};  ///< behind transparent pixels where the format has no alpha
    EmbeddedMetadata metadata;
    int threads = 1;                            ///< never changes the bytes
    std::stop_token stop;
};

struct FileFormat {
    using Encode = Result<void> (*)(RowSource& rows, const EncodeOptions& options, Sink& sink);
    std::string_view name;  ///< "jpeg"; presets and {fmt} use the first extension
    std::array<std::string_view, 2> extensions;
    std::string_view media_type;
    int longest_side;       ///< pixels
    bool alpha, deep, cmyk, gray, lossy;  ///< what it can hold; deep: 16-bit values are taken
    Encode encode;
};

/// All formats, in the order in which they are offered.
std::span<const FileFormat> file_formats();
/// By name or extension, in any case, with or without the dot. Null when there is none.
const FileFormat* find_format(std::string_view name);

/// What a user should know about the result.
struct EncodeReport {
    std::uint64_t bytes = 0;
    int quality = 0;  ///< really used; 0 where there is none
    bool flattened = false;  ///< transparent pixels were put on the matte
};

/// Whether the picture can be written at all: asked before anything is rendered. Errors: invalid_input with a sentence.
Result<void> check_encodable(const RasterInfo& info, const FileFormat& format, const EncodeOptions& options);

/// Reads all rows and writes the file. Alpha and depth that the format lacks are reduced; CMYK is never converted here.
/// Errors: those of the rows and the sink; invalid_input (see check_encodable; a target size that cannot be reached);
/// cancelled; out_of_memory.
Result<EncodeReport> encode(RowSource& rows, const FileFormat& format, const EncodeOptions& options, Sink& sink);

// The encoders; info().format is one that the table says they can hold.
Result<void> encode_png_rows(RowSource& rows, const EncodeOptions& options, Sink& sink);
Result<void> encode_jpeg(RowSource& rows, const EncodeOptions& options, Sink& sink);
Result<void> encode_webp(RowSource& rows, const EncodeOptions& options, Sink& sink);
Result<void> encode_avif(RowSource& rows, const EncodeOptions& options, Sink& sink);
Result<void> encode_tiff(RowSource& rows, const EncodeOptions& options, Sink& sink);

}  // namespace haibao
