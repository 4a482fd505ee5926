// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/text.h"

namespace haibao::document {

/// Larger or smaller letters with all of theirs that is measured in points: line height, outlines, shadows. The box stays.
void scale_type(Text& text, double factor);
/// A shadow as of something so much larger or smaller.
void scale_shadows(std::vector<Shadow>& shadows, double factor);

}  // namespace haibao::document
