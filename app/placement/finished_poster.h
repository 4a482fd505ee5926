// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "app/generate/record.h"
#include "app/placement/place.h"
#include "inference/base/image.h"

// From a painted picture to what the user asked for.
namespace haibao::placement {

/// Whether this way with texts ends in a poster with live text.
inline bool makes_poster(generate::TextMode mode) { return mode == generate::TextMode::layers || mode == generate::TextMode::both; }

/// A record as a poster's notes hold it.
QJsonObject json_of(const generate::Record& record);

/// The picture as ground, with its record in its own file and in the poster's notes, and the prompt's texts on it.
/// Errors: as place_texts.
Result<PlacedPoster> poster_of(const Image& picture, const generate::Record& record, const std::shared_ptr<const typeset::FontSet>& fonts);

/// A small PNG of the poster for its file; empty when that fails.
QByteArray thumbnail_of(const document::Poster& poster, const typeset::FontSet& fonts);

/// The poster as one PNG with the record, which then names the document, too. Errors: invalid_input, out_of_memory.
Result<std::vector<std::uint8_t>> flattened_png(const document::Poster& poster, const generate::Record& record, const typeset::FontSet& fonts);

}  // namespace haibao::placement
