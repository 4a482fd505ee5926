// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gallery/sweep.h"

namespace haibao::gallery {

/// What SQLite's own check and ours find wrong in the database; empty: nothing. Reads all of it.
Result<std::vector<std::string>> check_database(Library& library);

struct RepairReport {
    bool was_fine = false;                ///< nothing was wrong; nothing was changed
    std::filesystem::path set_aside;      ///< the broken database, kept
    std::int64_t rescued = 0;             ///< pictures whose rows were saved, with stars, tags, albums as far as they could be read
    std::int64_t reread = 0;              ///< of these, whose words came from the file again
    std::int64_t lost_rows = 0;           ///< of any table, that hung in the air and were dropped
    SweepReport sweep;                    ///< what was made from the pictures' own metadata
    std::vector<std::string> lines;       ///< the same in sentences
};

/// Mends a library whose database is damaged: sets the broken file aside, copies every row that can still be read into a new
/// one, and takes up the rest from the pictures themselves. Other programs must have closed the library. Errors: io,
/// not_found.
Result<RepairReport> repair(const std::filesystem::path& folder, const Progress& progress = {});

/// Makes the search indexes again from the texts.
Result<void> rebuild_indexes(Library& library);

}  // namespace haibao::gallery
