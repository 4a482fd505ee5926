// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/document.h"
#include "app/export/pdf/mark_paths.h"

namespace haibao::pdf {

/// Crop and registration marks, colour bar and slug line, as the options say: all outside the bleed.
void draw_marks(Content& content, Document& document, const PageGeometry& geometry, int page);

}  // namespace haibao::pdf
