// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/merge/check.h"

// Rows whose texts are too long for their boxes.
namespace haibao::merge {

/// Share of the template's size below which no text is set: smaller it would be another poster.
inline constexpr double least_fit = 0.4;

/// fill(), and with Fit::shrink each of the row's texts that does not fit its box as much smaller as it must be: on as many
/// lines as the template's text has where that is possible, else broken. What was done is a warning ("set-smaller"); what
/// does not fit at least_fit stays as it is, which is an error ("does-not-fit"). Boxes that shrink their text by themselves are left alone. Never fails.
FilledPoster fill_row(const MergeTask& task, const TableRow& row, const typeset::FontSet& fonts, const PictureFolder& pictures);

}  // namespace haibao::merge
