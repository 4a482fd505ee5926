// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/document/poster.h"
#include "app/typeset/font_set.h"

namespace haibao {

/// A poster from a .haibao file, or from its JSON form (.json). Errors: not_found, io, corrupt_file (also what is wrong in the
/// JSON: it names file and place), unsupported.
Result<document::Poster> open_poster(const std::filesystem::path& file);
/// From the JSON form, whatever the file is called. Pictures are taken from the JSON's own folder and below, nowhere else.
Result<document::Poster> open_poster_json(const std::filesystem::path& file);

/// The fonts of these files alone, or all installed ones when there are none. Errors: corrupt_file.
Result<std::shared_ptr<typeset::FontSet>> open_fonts(const std::vector<std::string>& files);

}  // namespace haibao
