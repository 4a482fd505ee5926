// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/render/display_list.h"

namespace haibao::pdf {

/// Words of a line whose letters stand apart: spaced titles, the quarter of an em between 8 and 月. Readers guess a space into
/// each such gap, and a search for the word misses it, unless ActualText around it says the words.
struct SpacedWords {
    std::size_t begin = 0, end = 0;  ///< items
    QString text;
};

/// In order; all that stands on the line with such a word is taken together, since MuPDF begins a line behind each ActualText. Runs
/// are cut in the gaps, where a blank is put (an unseen run), so that readers who know no ActualText copy a space there as before.
/// Only horizontal lines, and within a group.
std::vector<SpacedWords> part_spaced_words(std::vector<render::Item>& items);

}  // namespace haibao::pdf
