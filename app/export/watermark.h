// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/poster_export.h"

namespace haibao {

/// Lays the mark over everything, as layers of the poster; sharp in a PDF, too. Errors: not_found, io, corrupt_file.
Result<void> add_watermark(document::Poster& poster, const Watermark& watermark);

}  // namespace haibao
