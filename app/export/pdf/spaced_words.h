// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "app/render/display_list.h"

namespace haibao::pdf {

/// A word whose letters stand apart: spaced titles, the quarter of an em between 8 and 月. Readers guess a space into each such
/// gap, and a search for the word misses it, unless ActualText around it says the word.
struct SpacedWord {
    std::size_t begin = 0, end = 0;  ///< items
    QString text;
};

/// The spaced words of horizontal lines, in order. Runs are cut at the ends of such words and in their gaps, where a blank is put
/// (an unseen run), so that readers who know no ActualText copy a space there as before. Words stay within a line and a group.
std::vector<SpacedWord> part_spaced_words(std::vector<render::Item>& items);

}  // namespace haibao::pdf
