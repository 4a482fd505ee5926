// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <stop_token>

#include "app/gallery/library.h"

namespace haibao::gallery {

/// Only folders whose content changed since the last sweep (a look at each folder's time: milliseconds), all folders, or all
/// folders and the content of every file against its hash (as long as reading them takes).
enum class SweepDepth : std::uint8_t { changed_folders, names, contents };

struct SweepReport {
    std::int64_t taken_up = 0;     ///< files without a row, now with one
    std::int64_t found_again = 0;  ///< rows whose file was missing or had moved
    std::int64_t missing = 0;      ///< rows newly marked: their file is gone
    std::int64_t altered = 0;      ///< files whose content changed; only with `contents`
    std::int64_t leftovers = 0;    ///< unfinished files of programs that died, deleted
    /// Files and folders that cannot be read, with the reason. `changed_folders` reports each once.
    std::vector<std::pair<std::filesystem::path, std::string>> broken;
    bool changed_anything() const { return taken_up + found_again + missing + altered + leftovers > 0 || !broken.empty(); }
    bool stopped = false;
};

/// files done, of how many
using Progress = std::function<void(std::int64_t, std::int64_t)>;

/// Brings rows and files together again: files without rows are taken up from their own metadata; rows without files are
/// marked as missing, never dropped; a file that comes back, also under another name, is known by its hash. Can be stopped
/// at any time and goes on next time. In a library that can only be read nothing is noted: `changed_folders` does nothing, the
/// others count what they would. Errors: io, corrupt_file.
Result<SweepReport> sweep(Library& library, SweepDepth depth = SweepDepth::changed_folders, const Progress& progress = {}, std::stop_token stop = {});

/// Works out the look of pictures that have none. Returns of how many.
Result<std::int64_t> make_looks(Library& library, int threads, const Progress& progress = {}, std::stop_token stop = {});

}  // namespace haibao::gallery
