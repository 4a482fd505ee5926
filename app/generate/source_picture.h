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

/// Reads a mask in any such format: white is made anew, black and transparent stay, grey lies in between. Errors as above.
Result<MaskPicture> read_mask(const std::filesystem::path& file);

/// The files of a region that is made anew.
struct RepaintFiles {
    std::filesystem::path base, mask;
    int feather = default_feather;
    double strength = 1;  ///< see haibao::Repaint
};
/// Reads both and checks them against each other. Errors also: invalid_input, see check_repaint().
Result<RepaintPicture> read_repaint(const RepaintFiles& files);

}  // namespace haibao::generate
