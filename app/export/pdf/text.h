// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/pdf/content.h"
#include "app/export/pdf/fonts.h"
#include "app/render/display_list.h"

namespace haibao::pdf {

enum class TextMode { fill = 0, invisible = 3, clip = 7 };

/// One text object with the run's glyphs in their places. With the font of empty glyphs it is the run's text alone. Colour and
/// graphics state are the caller's. `is_said`: an ActualText around it says the text, so that none is written within.
void write_text(Content& content, Font& font, const render::GlyphRun& run, TextMode mode, const QTransform& to_pdf, bool is_said = false);

}  // namespace haibao::pdf
