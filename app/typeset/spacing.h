// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/typeset/paragraph.h"

namespace haibao::typeset {

/// What an em-wide punctuation mark loses as a half-width one, before and after its ink, in em of its own advance.
struct Half {
    double start = 0, end = 0;
};

/// By the font's `halt` or `vhal`; where it has none, by the class, if the ink leaves the room. Zero for other glyphs.
Half half_form(const Face& face, char32_t c, Punct punct, bool vertical, const QString& lang);

/// Fills in, for all units, punctuation classes, blanks, and what stands between neighbours: letter spacing, autospace
/// (typesetting-spec §11), trims (§9), and where no gap may open (§12).
void set_spacing(const Source& source, ShapedParagraph& paragraph);

}  // namespace haibao::typeset
