// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/export/png.h"

namespace haibao {

/// Where the picture came from, in the words of IPTC's digital source types.
enum class DigitalSource : std::uint8_t { unsaid, trained_model, composite_with_trained_model };

/// What a finished picture can say about itself (export-spec §5). UTF-8; empty = not said. Never paths, hosts or users.
struct PictureAbout {
    std::string title, description, creator, rights, credit, usage_terms;
    std::vector<std::string> subjects;
    std::string program;     ///< "Haibao 0.1.0"
    std::string created;     ///< ISO 8601; only what the document says, so that the same document gives the same bytes
    DigitalSource source = DigitalSource::unsaid;
    std::string parameters;  ///< how it was painted, as A1111 writes it: holds the prompt
    std::string record;      ///< the JSON of the key `haibao`: holds the prompt, too
};

/// full · authorship without the prompts · nothing but size, resolution and colour profile.
enum class KeepMetadata : std::uint8_t { full, no_prompts, none };

/// The same as bytes for the formats' own places. All empty with KeepMetadata::none.
struct EmbeddedMetadata {
    std::vector<PngText> png_texts;
    std::string exif;  ///< a TIFF structure without the "Exif\0\0" that JPEG puts before it
    std::string xmp;   ///< an XMP packet
    std::string iptc;  ///< IIM records
};
EmbeddedMetadata embed(const PictureAbout& about, KeepMetadata keep, double dpi);

}  // namespace haibao
