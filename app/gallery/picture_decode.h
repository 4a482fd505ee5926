// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <span>
#include <string_view>

#include "inference/base/result.h"

namespace haibao::gallery {

/// What the first bytes say, whatever the name.
enum class FileKind : std::uint8_t { unknown, png, jpeg, webp, avif, tiff };
FileKind kind_of(std::span<const std::uint8_t> bytes);

/// Loads Qt's decoders: on the main thread, before several threads decode.
void load_decoders();

/// The size as it is shown, orientation applied. Errors: corrupt_file, unsupported.
Result<QSize> picture_size(std::span<const std::uint8_t> bytes, std::string_view name);

/// The picture in sRGB and upright, alpha kept. `longest_side` > 0: made smaller where it is larger, fast where the format
/// allows it (JPEG decodes at 1/2, 1/4, 1/8). Any thread. Errors: corrupt_file, unsupported (format, more than 100 million
/// pixels); `name` is used in sentences.
Result<QImage> decode_picture(std::span<const std::uint8_t> bytes, std::string_view name, int longest_side = 0);

}  // namespace haibao::gallery
