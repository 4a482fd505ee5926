// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/generate/request.h"

namespace haibao::generate {

/// Reads a reference picture in any format that Qt knows (PNG, JPEG, WebP, TIFF, …): turned upright by its EXIF
/// orientation, converted to sRGB and 8 bit, composed over white where it is transparent (the reference program drops the
/// alpha channel instead, which shows whatever colour lies under it). Files up to 256 MiB and 100 million pixels.
/// Errors: not_found, io, corrupt_file, unsupported.
Result<SourcePicture> read_source_picture(const std::filesystem::path& file);
/// The same from a file's bytes; `name` is used in sentences.
Result<SourcePicture> decode_source_picture(std::string_view bytes, const std::string& name);
/// A whole file that may be a source picture. Errors: not_found, io, corrupt_file (too large).
Result<std::string> read_source_bytes(const std::filesystem::path& file);

}  // namespace haibao::generate
