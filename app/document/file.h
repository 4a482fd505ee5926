// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <filesystem>

#include "app/core/atomic_file.h"
#include "app/core/sqlite.h"
#include "app/document/poster.h"

// The .haibao file: one SQLite database per poster (docs/document-format.md). With its journal mode a closed poster is one file.
namespace haibao::document {

/// Writes a whole poster as a new file, complete or not at all; pictures that nothing uses are left out. Returns the name
/// really used. `thumbnail`: a PNG, may be empty. Errors: io.
Result<std::filesystem::path> write_poster(const Poster& poster, const std::filesystem::path& file, IfExists if_exists,
                                           const QByteArray& thumbnail = {});

/// Errors: not_found, io, unsupported (a newer Haibao's), corrupt_file: says what rescue_poster() would save.
Result<Poster> read_poster(const std::filesystem::path& file);
/// The same from bytes. `name` is used in sentences.
Result<Poster> read_poster(QByteArrayView bytes, const std::string& name);

/// What could be read of a damaged poster.
struct Rescue {
    Poster poster;
    QStringList losses;  ///< English sentences; empty: nothing is missing
};
/// Reads around the damage, and never touches the file. Errors: not_found, io, unsupported, corrupt_file (nothing can be read).
Result<Rescue> rescue_poster(const std::filesystem::path& file);
Result<Rescue> rescue_poster(QByteArrayView bytes, const std::string& name);

/// A poster that is open: every save() writes what changed since the last one as one transaction, so that a crash at any
/// moment leaves the state before or the state after.
class PosterFile {
public:
    enum class Mode { edit, read_only };
    /// A file or folder that is write-protected opens as read_only. Errors: as read_poster().
    static Result<PosterFile> open(const std::filesystem::path& file, Mode mode);

    const std::filesystem::path& file() const { return file_; }
    bool read_only() const { return mode_ == Mode::read_only; }
    /// As it was last saved.
    const Poster& poster() const { return poster_; }
    /// Errors: io (space, rights, read_only(), another program changed the file meanwhile), invalid_input (could not be opened
    /// again; names the layer); the file then holds the last state.
    Result<void> save(const Poster& poster);
    Result<void> set_thumbnail(const QByteArray& png);
    Result<QByteArray> thumbnail();

private:
    PosterFile(sqlite::Database database, std::filesystem::path file, Mode mode)
        : database_(std::move(database)), file_(std::move(file)), mode_(mode) {}
    Result<void> check_writable();

    sqlite::Database database_;
    std::filesystem::path file_;
    Mode mode_;
    Poster poster_;
    std::int64_t data_version_ = 0;
};

}  // namespace haibao::document
