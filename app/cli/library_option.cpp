// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library_option.h"

#include "app/cli/console.h"
#include "app/core/paths.h"

namespace haibao::cli {

void add_library_option(CLI::App& command, std::string& library) {
    command.add_option("-L,--library", library, tr("The library's folder; by default $HAIBAO_LIBRARY, else Haibao in your pictures folder"))
        ->type_name("FOLDER");
}

Result<gallery::Library> open_library(const std::string& named, MissingLibrary missing) {
    const std::filesystem::path folder = named.empty() ? paths::library() : std::filesystem::path(named);
    return missing == MissingLibrary::make ? gallery::Library::create(folder) : gallery::Library::open(folder);
}

}  // namespace haibao::cli
