// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/poster.h"

namespace haibao::ui {

/// What is typed into a layer, in place of `begin`…`end` (UTF-16 units). Where the text was one line that fills its box, as titles
/// are placed, the box grows along the line with it: a letter more makes no second line.
/// A box that grows by lines is pushed back where they would leave the page, or the safe margin that it was within.
void type_text(document::Poster& poster, document::LayerId id, int begin, int end, const QString& with);

}  // namespace haibao::ui
