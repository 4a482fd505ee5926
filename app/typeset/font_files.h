// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <filesystem>

#include "app/document/poster.h"
#include "app/typeset/font_set.h"

namespace haibao::typeset {

/// SHA-256 of a font file, hexadecimal; empty when it cannot be read. Kept, since a collection has 20 MB. Thread-safe.
QString hash_of_font_file(const std::filesystem::path& file);

/// Notes in every text of the poster which font files it is set with, so that another version is noticed later
/// (typesetting-spec §1). Fonts that are not there keep what was noted.
void note_font_files(document::Poster& poster, const FontSet& fonts);

}  // namespace haibao::typeset
