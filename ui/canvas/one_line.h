// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/document/poster.h"

namespace haibao::ui {

/// Characters. More are not laid out while the window waits: a whole book takes a while.
inline constexpr qsizetype most_laid_out = 2000;

/// A change of a text's words or looks, and what it means for its box. Where the text was one line that fills its box, as titles
/// are placed, the box grows along the line with it: a letter more, or larger letters, make no second line. A box that grows by
/// lines, and has no place for another one, is as long as they are as far as there is room, and as high. It is pushed back where
/// it would leave the page, or the safe margin that it was within.
void edit_text(document::Poster& poster, document::LayerId id, const std::function<void(document::Poster&)>& edit);

/// Whether the text is one line that fits its box, which does not grow by lines.
bool is_one_line(const document::Text& text);
/// The box that holds the whole text without a break, and a little more, so that rounding never breaks it.
QSizeF box_of_line(const document::Text& text);

/// What is typed into a layer, in place of `begin`…`end` (UTF-16 units). What comes at once into an empty box of several lines, and is
/// more than it holds, is set smaller, as far as it can be read: nobody has chosen its size yet, but somebody drew the box.
void type_text(document::Poster& poster, document::LayerId id, int begin, int end, const QString& with);

}  // namespace haibao::ui
