// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/png.h"
#include "app/generate/record.h"

namespace haibao {

/// What a painted picture carries: `parameters` for other tools and `haibao`, the generation record itself.
std::vector<PngText> picture_texts(const generate::Record& record);

/// The same for a finished poster: the record has a `document` beside it.
std::vector<PngText> poster_texts(const generate::Record& record, const nlohmann::json& document);

/// The record in a PNG's `haibao` text. Errors: not_found (made by something else), corrupt_file, unsupported.
Result<generate::Record> record_of(const PngInfo& info, std::string_view name);

}  // namespace haibao
