// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>

#include "app/core/atomic_file.h"
#include "app/export/name_template.h"
#include "app/generate/job_runner.h"

namespace haibao::cli {

/// Where pictures go: a folder and the names in it, as `--out` says.
class OutputFiles {
public:
    /// `pattern`: a name template; what stands before the first token may hold any folders, also absolute ones. A folder
    /// alone gets the usual name. `-` is stdout. Errors: invalid_input.
    static Result<OutputFiles> parse(const std::string& pattern, IfExists if_exists);

    bool to_stdout() const { return to_stdout_; }
    /// Whether the folder can be written, asked before hours of painting rather than after. Makes missing folders.
    /// Errors: io.
    Result<void> check() const;
    /// Encodes the picture with its record and writes it; what this object wrote itself is not overwritten. Returns the file's
    /// name. Errors: io, invalid_input.
    Result<std::filesystem::path> write(const generate::FinishedPicture& picture, int total);
    /// The same with a finished poster's PNG in the picture's place.
    Result<std::filesystem::path> write(const generate::FinishedPicture& picture, int total, std::span<const std::uint8_t> png);
    IfExists if_exists() const { return if_exists_; }

private:
    std::filesystem::path folder_;
    NameTemplate names_;
    IfExists if_exists_ = IfExists::unique;
    bool to_stdout_ = false;
    std::set<std::filesystem::path> written_;
};

}  // namespace haibao::cli
