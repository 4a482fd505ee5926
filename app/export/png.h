// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "inference/base/image.h"
#include "inference/base/result.h"

namespace haibao {

/// One text in a PNG (PNG specification §11.3.3): `parameters`, `haibao`, … Both UTF-8; the keyword has 1…79 bytes.
struct PngText {
    std::string keyword;
    std::string text;
    bool operator==(const PngText&) const = default;
};

/// An sRGB PNG with the texts before the pixels, never compressed: as tEXt where they are Latin-1, else as iTXt
/// (export-spec §5). The same input gives the same bytes. Errors: invalid_input, out_of_memory.
Result<std::vector<std::uint8_t>> encode_png(const Image& image, const std::vector<PngText>& texts);

/// What a PNG says about itself beside its pixels.
struct PngInfo {
    int width = 0, height = 0;  ///< pixels
    std::vector<PngText> texts;  ///< tEXt, zTXt and iTXt in file order
    bool cut_off = false;        ///< the file ends before its last chunk
};

/// Reads the texts of a PNG from outside: chunk lengths, checksums and compressed sizes are not trusted; at most 16 MiB of
/// text and 1000 entries are kept. Errors: corrupt_file (no PNG), `name` is used in the sentence.
Result<PngInfo> read_png_info(std::istream& stream, std::string_view name);
/// Errors: also not_found, io.
Result<PngInfo> read_png_info(const std::filesystem::path& file);

}  // namespace haibao
