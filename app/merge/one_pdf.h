// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/merge/run.h"

namespace haibao::merge {

/// run_merge() where all rows become the pages of one PDF: fonts and pictures that they share are in it once. A row that
/// fails has no page; nothing is written when the run is stopped.
Result<MergeReport> write_one_pdf(const MergeTask& task, const QSet<qint64>& bad, const typeset::FontSet& fonts, const MergeRunOptions& options,
                                  TableReader reader);

}  // namespace haibao::merge
