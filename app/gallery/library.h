// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "app/core/prepared.h"
#include "app/gallery/look.h"
#include "app/gallery/picture.h"

namespace haibao::gallery {

/// A picture that was just made, to be kept: its whole file and what is known about it.
struct NewPicture {
    std::span<const std::uint8_t> bytes;  ///< the encoded file
    std::string extension = "png";
    int width = 0, height = 0;  ///< pixels
    Making making;
    std::vector<std::int32_t> visual_tokens;
    std::vector<Parent> parents;
    std::vector<std::string> tags;
    std::optional<Look> look;     ///< worked out from the bytes, when not given
    std::optional<Time> created;  ///< now, when not given
};

/// What a row says about a file that is in its place already.
struct PictureRow {
    std::string file;  ///< as picture.file holds it
    bool linked = false;
    Sha256Bytes sha256{};
    std::int64_t bytes = 0, changed = 0;
    int width = 0, height = 0;
    Time created{};
    Making making;
    std::vector<Parent> parents;
};

struct TagCount {
    std::string name;
    std::int64_t pictures = 0;
};

struct Album {
    AlbumId id = AlbumId::none;
    std::string name;
    std::optional<std::string> query;  ///< of a smart album
    std::int64_t pictures = 0;         ///< of a manual one
};

struct NewPoster {
    std::filesystem::path file;
    std::string title;
    std::vector<PictureId> pictures;  ///< that it shows
};

struct NewExport {
    std::optional<PictureId> picture;
    std::optional<PosterId> poster;
    std::filesystem::path file;
    std::string preset, format;
    int width = 0, height = 0;
    std::int64_t bytes = 0;
    Sha256Bytes sha256{};
};

/// `any`: for writing where that is possible, else for reading only.
enum class LibraryAccess { read_only, read_write, any };

/// A folder with pictures/YYYY/MM/… and library.db. One object per thread; several, also of several processes, may have the
/// same folder open. Everything that changes is one durable transaction. Errors of all functions: io, corrupt_file (then
/// see recover.h), and not_found for ids that are not there.
class Library {
public:
    /// Makes the folder and the database where they are missing, and opens them. Errors: also unsupported (newer).
    static Result<Library> create(const std::filesystem::path& folder);
    /// Errors: also not_found (no library there), unsupported (newer; or older and only to be read).
    static Result<Library> open(const std::filesystem::path& folder, LibraryAccess access = LibraryAccess::read_write);

    const std::filesystem::path& folder() const { return folder_; }
    bool read_only() const { return read_only_; }
    /// For tables that other parts keep in the same database.
    sqlite::Database& database() { return *database_; }
    sqlite::Prepared& prepared() { return *prepared_; }
    /// Of picture.file.
    std::filesystem::path absolute(std::string_view stored) const { return folder_ / std::filesystem::path(stored); }

    /// Writes the files atomically, then all rows at once. When a file cannot be written, the earlier ones are kept.
    Result<std::vector<PictureId>> add(std::span<const NewPicture> pictures);
    Result<PictureId> add(const NewPicture& picture);
    /// A row for a file in its place; a row that has this file already is brought up to date. To be called inside a
    /// transaction.
    Result<PictureId> put_row(const PictureRow& row);

    /// Makes the search indexes' entries of one picture again. Inside a transaction of the caller's.
    Result<void> index_words(PictureId id);

    Result<PictureDetails> get(PictureId id);
    /// In the order asked for; what is not there is left out.
    Result<std::vector<Picture>> pictures(std::span<const PictureId> ids);
    Result<std::vector<std::int32_t>> visual_tokens(PictureId id);
    Result<std::vector<PictureId>> with_hash(const Sha256Bytes& sha256);
    /// All rows, the trash and what is missing included.
    Result<std::int64_t> count();

    Result<std::optional<Look>> look(PictureId id);
    Result<void> set_look(PictureId id, const Look& look);
    /// Its file cannot be decoded: it is not offered again by without_look().
    Result<void> set_no_look(PictureId id);
    /// Pictures without a look, the newest first: for a pass in the background.
    Result<std::vector<PictureId>> without_look(int most);

    /// add_tags() inside a transaction of the caller's.
    Result<void> put_tags(std::span<const PictureId> ids, std::span<const std::string> tags);
    Result<void> set_stars(std::span<const PictureId> ids, int stars);
    Result<void> set_label(std::span<const PictureId> ids, Label label);
    Result<void> set_note(PictureId id, std::string_view note);
    Result<void> add_tags(std::span<const PictureId> ids, std::span<const std::string> tags);
    Result<void> remove_tags(std::span<const PictureId> ids, std::span<const std::string> tags);
    Result<std::vector<TagCount>> tags();

    /// Into the trash and back; nothing is deleted.
    Result<void> trash(std::span<const PictureId> ids);
    Result<void> restore(std::span<const PictureId> ids);
    /// Deletes what is in the trash, files first. Linked files are only forgotten. Returns how many.
    Result<std::int64_t> empty_trash();

    /// With a query: a smart album. Errors: invalid_input (no name, or a name that exists).
    Result<AlbumId> create_album(std::string_view name, std::optional<std::string> query = {});
    /// Errors: not_found, with the names that there are.
    Result<AlbumId> find_album(std::string_view name);
    /// Errors: those of create_album(), not_found.
    Result<void> rename_album(AlbumId album, std::string_view name);
    Result<void> delete_album(AlbumId album);
    Result<void> add_to_album(AlbumId album, std::span<const PictureId> ids);
    Result<void> remove_from_album(AlbumId album, std::span<const PictureId> ids);
    Result<std::vector<Album>> albums();

    /// Keeps where a poster lies and which pictures it shows; called again for the same file it replaces that.
    Result<PosterId> put_poster(const NewPoster& poster);
    Result<ExportId> add_export(const NewExport& made);
    Result<void> set_parents(PictureId id, std::span<const Parent> parents);

    /// Grows whenever anything changes, by this object or by anybody else. Cheap.
    Result<std::int64_t> version();

private:
    Library(std::filesystem::path folder, sqlite::Database database, bool read_only);
    static Result<Library> open_for_writing(const std::filesystem::path& folder, sqlite::Access access);
    static Result<Library> open_for_reading(const std::filesystem::path& folder);

    Result<PictureRow> write(const NewPicture& picture);
    Result<void> put_details(PictureId id, const NewPicture& picture);
    Result<void> write_look(PictureId id, std::span<const std::uint8_t> slot);
    Result<std::int64_t> put_model(const Making& making);
    Result<void> change(std::span<const PictureId> ids, const char* sql, std::optional<std::int64_t> value);
    Result<void> require(PictureId id);
    Result<std::optional<std::int64_t>> tag_id(std::string_view name, bool make);
    Result<void> remove_row(PictureId id);

    std::filesystem::path folder_;
    std::shared_ptr<void> copy_;  ///< keeps the private copy that a library on a read-only disk is read from
    std::unique_ptr<sqlite::Database> database_;
    std::unique_ptr<sqlite::Prepared> prepared_;
    bool read_only_ = false;
};

/// `library.db` in a folder.
std::filesystem::path database_file(const std::filesystem::path& folder);

/// What tells whether a file is still the one that was looked at.
struct FileStamp {
    std::int64_t bytes = 0;
    std::int64_t changed = 0;  ///< nanoseconds, as the file system counts
    Time modified{};
};
/// Nothing where there is no such file.
std::optional<FileStamp> stamp_of(const std::filesystem::path& file);

}  // namespace haibao::gallery
