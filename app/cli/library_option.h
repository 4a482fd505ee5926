// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "app/gallery/library.h"

namespace haibao::cli {

/// `-L,--library FOLDER`, the same everywhere.
void add_library_option(CLI::App& command, std::string& library);

enum class MissingLibrary { make, complain };
/// The library named, or the user's own where nothing is. Errors: those of gallery::Library.
Result<gallery::Library> open_library(const std::string& named, MissingLibrary missing);

}  // namespace haibao::cli
