// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "app/gallery/library.h"
#include "app/gallery/sweep.h"

namespace haibao::gallery {

/// A link keeps the file where it is: the library only remembers it, and loses it when it goes.
enum class ImportMode : std::uint8_t { copy, link };

struct ImportOptions {
    ImportMode mode = ImportMode::copy;
    std::vector<std::string> tags;  ///< for every picture that comes in, and for those that turn out to be there already
    int threads = 0;                ///< 0 = all cores
};

struct ImportReport {
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;   ///< the same content is in the library already
    std::int64_t known = 0;        ///< taken in by an earlier import and unchanged since: not even read
    std::int64_t found_again = 0;  ///< whose file the library had lost
    std::int64_t restored = 0;     ///< the same content lay in the trash
    std::vector<PictureId> ids;    ///< of what was imported, found again or restored
    std::vector<std::pair<std::filesystem::path, std::string>> problems;  ///< files that were skipped, with the reason
    bool stopped = false;
};

/// Takes in files and whole folders, with what their metadata tells (foreign_metadata.h). Files that cannot be read are
/// skipped and reported. Can be stopped, or killed, at any time: called again it goes on where it was. Stopped, it leaves no
/// copy behind that has no row. Errors: not_found (a path), io (the library's disk is full; what came in before stays),
/// invalid_input (the library itself).
Result<ImportReport> import_pictures(Library& library, std::span<const std::filesystem::path> paths, const ImportOptions& options,
                                     const Progress& progress = {}, std::stop_token stop = {});

}  // namespace haibao::gallery
