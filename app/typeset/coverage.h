// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <utility>
#include <vector>

#include "app/document/text.h"
#include "app/typeset/font_set.h"

namespace haibao::typeset {

/// Characters that are not set in the font that a text asks for: another one stands in, or a box.
struct Lack {
    QString family;           ///< as the style names it
    bool installed = true;    ///< false: the family itself is missing
    QStringList characters;   ///< each once, in their order
    std::u32string code_points;
};

/// By family. What a style's Latin font or one of its fallback families has is not lacking, nor are emoji.
std::vector<Lack> lacking(const document::Text& text, const FontSet& fonts);

/// The characters of a text that need a glyph, each once: what a family must cover to set all of it.
std::u32string characters_of(const document::Text& text);

}  // namespace haibao::typeset
