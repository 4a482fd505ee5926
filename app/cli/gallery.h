// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/gallery/search.h"
#include "app/gallery/sweep.h"

// What the subcommands of `haibao-cli gallery` share.
namespace haibao::cli {

/// The library, brought up to date (sweep); what had to be repaired is said on stderr. A library that can only be read is
/// opened for that.
Result<gallery::Library> open_gallery(Console& console, const std::string& named);
/// The same without the sweep.
Result<gallery::Library> open_unswept(const std::string& named);

/// With the way out where the database is damaged.
Error with_remedy(Error error);

/// Says on stderr what a sweep found.
void tell(Console& console, const gallery::SweepReport& report);

/// A search from the command line. Errors: invalid_input with the position.
Result<gallery::Query> parse_search(const std::string& text);

/// The pictures that a command is about: ids, or everything a search finds.
struct Selection {
    std::vector<std::int64_t> ids;
    std::string search;
    void add_options(CLI::App& command);
    /// Errors: invalid_input (neither or both given, a query that cannot be understood).
    Result<std::vector<gallery::PictureId>> pictures(gallery::Library& library) const;
};

nlohmann::json to_json(const gallery::Picture& picture);
nlohmann::json to_json(const gallery::PictureDetails& picture);
std::string local_time(gallery::Time time);

void add_gallery_list(CLI::App& gallery, Invocation& invocation);     ///< list, search, show, lineage
void add_gallery_edit(CLI::App& gallery, Invocation& invocation);     ///< tag, star, label, note, trash, restore
void add_gallery_export(CLI::App& gallery, Invocation& invocation);   ///< export
void add_gallery_album(CLI::App& gallery, Invocation& invocation);    ///< album …
void add_gallery_import(CLI::App& gallery, Invocation& invocation);   ///< init, add, import, check, thumbnails

}  // namespace haibao::cli
