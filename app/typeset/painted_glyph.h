// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <hb.h>

#include <QImage>
#include <QRectF>

namespace haibao::typeset {

/// A glyph that its font paints (COLR version 1: gradients, transforms, blending; OpenType 1.9), in the font's first palette; what
/// is to have the text's colour is black. `box`: in em, y down; the picture covers it. Null when the glyph paints nothing there.
QImage painted_glyph(hb_font_t* font, hb_codepoint_t glyph, double units_per_em, const QRectF& box);

}  // namespace haibao::typeset
