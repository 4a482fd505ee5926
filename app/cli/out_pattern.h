// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace haibao::cli {

/// What --out says: a folder and the names in it. What stands before the first token may hold any folders, also absolute ones.
struct OutPattern {
    std::filesystem::path folder;  ///< empty: the working folder
    std::string names;             ///< a name template; empty: only a folder was named, which gets the usual names

    static OutPattern parse(const std::string& out);
    /// ".png" of the names; empty where they have none, or a token says it.
    std::string extension() const;
};

}  // namespace haibao::cli
