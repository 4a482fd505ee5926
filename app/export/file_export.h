// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/core/atomic_file.h"
#include "app/export/embedded_metadata.h"
#include "app/export/preset.h"
#include "app/render/finding.h"

namespace haibao {

/// Where a file goes, and how it is made.
struct ExportTarget {
    std::filesystem::path file;
    IfExists if_exists = IfExists::fail;
    int threads = 1;
    std::stop_token stop;
    /// Called when the file is complete, just before it appears under its name: a journal written here knows of every file
    /// that there is. May be empty; an error stops the file from appearing.
    std::function<Result<void>(const struct ExportedFile&)> ready;
};

/// What came out.
struct ExportedFile {
    std::filesystem::path file;  ///< the name really used
    std::string format;
    std::uint64_t bytes = 0;
    std::string sha256;          ///< hexadecimal, of the file
    int width = 0, height = 0;   ///< pixels; 0 for a PDF
    double dpi = 0;
    int quality = 0;             ///< 0 where there is none
    int pages = 0;               ///< of a PDF
    int most_ink_percent = 0;    ///< 0 unless CMYK
    std::vector<render::Finding> findings;
};

/// Puts something around rows that have their final colours: marks, whose inks no profile decides.
using Surround = std::function<std::unique_ptr<RowSource>(RowSource&)>;

/// Rows in the profile that their info() names → colours of the preset's profile → the preset's format → a file.
/// `black`: the same page with pure black in white (KeyBlackRows), or null. Errors: those of encode() and AtomicFile.
Result<ExportedFile> write_rows(RowSource& rows, RowSource* black, const Preset& preset, const PictureAbout& about, const ExportTarget& target,
                                const Surround& surround = {});

/// The same questions before anything is rendered or read. Errors: invalid_input, not_found (the profile).
Result<void> check_rows(QSize size, const Preset& preset);

/// Puts a written file in its place: size, SHA-256 and the final name go into `result`. Errors: io, those of target.ready.
Result<void> commit_file(AtomicFile& file, const ExportTarget& target, ExportedFile& result);

/// SHA-256 of a file in hexadecimal. Errors: not_found, io.
Result<std::string> file_sha256(const std::filesystem::path& file);

}  // namespace haibao
