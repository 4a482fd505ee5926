// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/render/display_list.h"

namespace haibao::pdf {

/// A stretch of text that readers put together wrongly unless ActualText around it says what it is. Words of a line whose letters
/// stand apart (spaced titles, the quarter of an em between 8 and 月): a space is guessed into each such gap, and a search for the
/// word misses it. Columns: each of their characters is taken for a line of its own.
struct SaidText {
    std::size_t begin = 0, end = 0;  ///< items
    QString text;
};

/// In order; all that stands on the line with such a word is taken together, since MuPDF begins a line behind each ActualText. Runs
/// are cut in the gaps of a line, where a blank is put (an unseen run), so that readers who know no ActualText copy a space there as
/// before. Within a group.
std::vector<SaidText> part_said_text(std::vector<render::Item>& items);

}  // namespace haibao::pdf
