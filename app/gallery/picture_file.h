// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/library.h"

namespace haibao::gallery {

enum class WithLook : std::uint8_t { no, yes };

/// What a picture's file tells by itself.
struct PictureFile {
    PictureRow row;  ///< without `file` and `linked`; created = when the file was last changed
    std::optional<Look> look;
    std::string content;  ///< the whole file
};

/// Reads the file once. With a look it is decoded, too, and a picture that cannot be is an error; without one only its head
/// is checked. Any thread. Errors: not_found, io, corrupt_file, unsupported.
Result<PictureFile> read_picture_file(const std::filesystem::path& file, WithLook with_look);

/// By the ending of its name: .png .jpg .jpeg .webp .avif .tif .tiff in any case, and not hidden.
bool may_be_picture(const std::filesystem::path& file);

/// Files larger than this are no pictures of ours.
inline constexpr std::uint64_t most_file_bytes = std::uint64_t{1} << 30;

}  // namespace haibao::gallery
