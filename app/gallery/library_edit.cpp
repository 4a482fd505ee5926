// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "app/gallery/library.h"
#include "app/gallery/search_text.h"
#include "inference/base/system_reason.h"
#include "inference/base/utf8.h"

// What people add to pictures: stars, tags, albums, the trash; and where posters and exports went.
namespace haibao::gallery {
namespace fs = std::filesystem;
using sqlite::Transaction;
namespace {

std::int64_t number(PictureId id) { return static_cast<std::int64_t>(id); }
std::int64_t milliseconds(Time time) { return time.time_since_epoch().count(); }

std::string trimmed(std::string_view text) {
    while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
    while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
    std::string name = valid_utf8(text);
    std::ranges::replace(name, '\n', ' ');
    return name;
}

/// What a row of ours says, and no other program's or a damaged one: only such a file is ours to delete.
bool lies_in_pictures(std::string_view stored) {
    const fs::path plain = fs::path(stored).lexically_normal();
    return plain.is_relative() && plain.has_filename() && plain.has_parent_path() && *plain.begin() == "pictures";
}

}  // namespace

Result<void> Library::require(PictureId id) {
    auto there = prepared_->integer("SELECT 1 FROM picture WHERE id = ?", id);
    if (!there) return pass_on(there);
    if (!*there) return fail(ErrorKind::not_found, "There is no picture {} in the library; nothing was changed.", number(id));
    return {};
}

/// `sql` takes the value and the id; every picture must be there.
Result<void> Library::change(std::span<const PictureId> ids, const char* sql, std::optional<std::int64_t> value) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    for (const PictureId id : ids) {
        if (auto done = prepared_->run(sql, value, id); !done) return done;
        if (database_->changes() == 0) return fail(ErrorKind::not_found, "There is no picture {} in the library; nothing was changed.", number(id));
    }
    return transaction->commit();
}

Result<void> Library::set_stars(std::span<const PictureId> ids, int stars) {
    if (stars < 0 || stars > 5) return fail(ErrorKind::invalid_input, "A picture has 0 to 5 stars, not {}.", stars);
    return change(ids, "UPDATE picture SET stars = ? WHERE id = ?", stars);
}

Result<void> Library::set_label(std::span<const PictureId> ids, Label label) {
    return change(ids, "UPDATE picture SET label = ? WHERE id = ?", static_cast<std::int64_t>(label));
}

Result<void> Library::trash(std::span<const PictureId> ids) {
    return change(ids, "UPDATE picture SET trashed = coalesce(trashed, ?) WHERE id = ?", milliseconds(now()));
}

Result<void> Library::restore(std::span<const PictureId> ids) { return change(ids, "UPDATE picture SET trashed = ? WHERE id = ?", std::nullopt); }

Result<void> Library::set_note(PictureId id, std::string_view note) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    if (auto done = prepared_->run("UPDATE picture_text SET note = ? WHERE picture = ?", valid_utf8(note), id); !done) return done;
    if (auto done = index_words(id); !done) return done;
    return transaction->commit();
}

Result<std::optional<std::int64_t>> Library::tag_id(std::string_view name, bool make) {
    const std::string plain = trimmed(name), folded = fold(plain);
    if (folded.empty()) return fail(ErrorKind::invalid_input, "A tag needs a name.");
    auto id = prepared_->integer("SELECT id FROM tag WHERE folded = ?", folded);
    if (!id || *id || !make) return id;
    if (auto done = prepared_->run("INSERT INTO tag(name, folded) VALUES(?, ?)", plain, folded); !done) return pass_on(done);
    return database_->last_id();
}

Result<void> Library::put_tags(std::span<const PictureId> ids, std::span<const std::string> tags) {
    for (const std::string& tag : tags) {
        auto tag_number = tag_id(tag, true);
        if (!tag_number) return pass_on(tag_number);
        for (const PictureId id : ids)
            if (auto done = prepared_->run("INSERT OR IGNORE INTO picture_tag(tag, picture) VALUES(?, ?)", **tag_number, id); !done) return done;
    }
    for (const PictureId id : ids)
        if (auto done = index_words(id); !done) return done;
    return {};
}

Result<void> Library::add_tags(std::span<const PictureId> ids, std::span<const std::string> tags) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    for (const PictureId id : ids)
        if (auto there = require(id); !there) return there;
    if (auto done = put_tags(ids, tags); !done) return done;
    return transaction->commit();
}

Result<void> Library::remove_tags(std::span<const PictureId> ids, std::span<const std::string> tags) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    for (const std::string& tag : tags) {
        auto known = tag_id(tag, false);
        if (!known) return pass_on(known);
        if (!*known) continue;
        for (const PictureId id : ids)
            if (auto done = prepared_->run("DELETE FROM picture_tag WHERE tag = ? AND picture = ?", **known, id); !done) return done;
        if (auto done = prepared_->run("DELETE FROM tag WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM picture_tag WHERE tag = ?1)", **known); !done) return done;
    }
    for (const PictureId id : ids)
        if (auto done = index_words(id); !done) return done;
    return transaction->commit();
}

Result<std::vector<TagCount>> Library::tags() {
    auto row = prepared_->query("SELECT g.name, (SELECT count(*) FROM picture_tag pt WHERE pt.tag = g.id) FROM tag g ORDER BY g.folded");
    if (!row) return pass_on(row);
    std::vector<TagCount> list;
    for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
        if (!more) return pass_on(more);
        list.push_back({(*row)->text(0), (*row)->integer(1)});
    }
    return list;
}

Result<void> Library::remove_row(PictureId id) {
    for (const char* sql : {"DELETE FROM picture_trigrams WHERE rowid = ?", "DELETE FROM picture_grams WHERE rowid = ?", "DELETE FROM picture WHERE id = ?"})
        if (auto done = prepared_->run(sql, id); !done) return done;
    return write_look(id, std::array<std::uint8_t, look_bytes>{});
}

Result<std::int64_t> Library::empty_trash() {
    std::int64_t all = 0;
    for (;;) {
        auto some = empty_some_trash(256);
        if (!some) return some;
        if (*some == 0) return all;
        all += *some;
    }
}

/// In one transaction, so that nothing can be restored between the look at it and its end.
Result<std::int64_t> Library::empty_some_trash(int most) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    std::vector<std::pair<PictureId, fs::path>> doomed;
    {
        auto row = prepared_->query("SELECT id, file, linked FROM picture WHERE trashed IS NOT NULL LIMIT ?", most);
        if (!row) return pass_on(row);
        for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
            if (!more) return pass_on(more);
            const bool ours = (*row)->integer(2) == 0 && lies_in_pictures((*row)->text(1));
            doomed.emplace_back(PictureId{(*row)->integer(0)}, ours ? absolute((*row)->text(1)) : fs::path());
        }
    }
    // Files first: a row without its file is shown as missing, a file without its row would come back.
    std::optional<Error> failure;
    std::int64_t deleted = 0;
    for (const auto& [id, file] : doomed) {
        std::error_code error;
        if (!file.empty()) fs::remove(file, error);
        if (error) {
            failure = Error{ErrorKind::io, std::format("{} could not be deleted; the trash was not emptied further.", file.filename().string()), system_reason(error)};
            break;
        }
        if (auto done = remove_row(id); !done) return pass_on(done);
        ++deleted;
    }
    if (auto done = transaction->commit(); !done) return pass_on(done);
    if (failure) return std::unexpected(std::move(*failure));
    return deleted;
}

Result<AlbumId> Library::create_album(std::string_view name, std::optional<std::string> query) {
    const std::string plain = trimmed(name), folded = fold(plain);
    if (folded.empty()) return fail(ErrorKind::invalid_input, "An album needs a name.");
    auto known = prepared_->integer("SELECT id FROM album WHERE folded = ?", folded);
    if (!known) return pass_on(known);
    if (*known) return fail(ErrorKind::invalid_input, "There is an album “{}” already; choose another name.", plain);
    if (auto done = prepared_->run("INSERT INTO album(name, folded, query, created) VALUES(?, ?, ?, ?)", plain, folded, query, milliseconds(now())); !done)
        return pass_on(done);
    return AlbumId{database_->last_id()};
}

Result<AlbumId> Library::find_album(std::string_view name) {
    auto known = prepared_->integer("SELECT id FROM album WHERE folded = ?", fold(trimmed(name)));
    if (!known) return pass_on(known);
    if (*known) return AlbumId{**known};
    auto all = albums();
    if (!all) return pass_on(all);
    std::string names;
    for (const Album& album : *all) names += (names.empty() ? "" : ", ") + album.name;
    return fail(ErrorKind::not_found, "There is no album “{}”; there are: {}.", name, names.empty() ? "none" : names);
}

Result<void> Library::rename_album(AlbumId album, std::string_view name) {
    const std::string plain = trimmed(name), folded = fold(plain);
    if (folded.empty()) return fail(ErrorKind::invalid_input, "An album needs a name.");
    auto known = prepared_->integer("SELECT id FROM album WHERE folded = ?1 OR id = ?2 ORDER BY id = ?2", folded, album);
    if (!known) return pass_on(known);
    if (!*known) return fail(ErrorKind::not_found, "This album is not there any more.");
    if (AlbumId{**known} != album) return fail(ErrorKind::invalid_input, "There is an album “{}” already; choose another name.", plain);
    return prepared_->run("UPDATE album SET name = ?, folded = ? WHERE id = ?", plain, folded, album);
}

Result<void> Library::delete_album(AlbumId album) { return prepared_->run("DELETE FROM album WHERE id = ?", album); }

Result<void> Library::add_to_album(AlbumId album, std::span<const PictureId> ids) {
    auto smart = prepared_->integer("SELECT query IS NOT NULL FROM album WHERE id = ?", album);
    if (!smart) return pass_on(smart);
    if (!*smart) return fail(ErrorKind::not_found, "This album is not there any more.");
    if (**smart) return fail(ErrorKind::invalid_input, "This album is a saved search: what it finds is in it, nothing can be put in by hand.");
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    for (const PictureId id : ids) {
        if (auto there = require(id); !there) return there;
        if (auto done = prepared_->run("INSERT OR IGNORE INTO album_picture(album, picture, position) SELECT ?1, id, "
                                       "coalesce((SELECT max(position) FROM album_picture WHERE album = ?1), 0) + 1 FROM picture WHERE id = ?2",
                                       album, id);
            !done)
            return done;
    }
    return transaction->commit();
}

Result<void> Library::remove_from_album(AlbumId album, std::span<const PictureId> ids) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    for (const PictureId id : ids)
        if (auto done = prepared_->run("DELETE FROM album_picture WHERE album = ? AND picture = ?", album, id); !done) return done;
    return transaction->commit();
}

Result<std::vector<Album>> Library::albums() {
    auto row = prepared_->query("SELECT a.id, a.name, a.query, (SELECT count(*) FROM album_picture ap WHERE ap.album = a.id) FROM album a ORDER BY a.folded");
    if (!row) return pass_on(row);
    std::vector<Album> list;
    for (auto more = (*row)->step(); !more || *more; more = (*row)->step()) {
        if (!more) return pass_on(more);
        const sqlite::Statement& album = **row;
        list.push_back({AlbumId{album.integer(0)}, album.text(1), album.is_null(2) ? std::nullopt : std::optional(album.text(2)), album.integer(3)});
    }
    return list;
}

Result<PosterId> Library::put_poster(const NewPoster& poster) {
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return pass_on(transaction);
    const std::int64_t time = milliseconds(now());
    if (auto done = prepared_->run("INSERT INTO poster(file, title, created, changed) VALUES(?1, ?2, ?3, ?3) "
                                   "ON CONFLICT(file) DO UPDATE SET title = excluded.title, changed = excluded.changed",
                                   poster.file.string(), valid_utf8(poster.title), time);
        !done)
        return pass_on(done);
    auto id = prepared_->integer("SELECT id FROM poster WHERE file = ?", poster.file.string());
    if (!id) return pass_on(id);
    if (auto done = prepared_->run("DELETE FROM poster_picture WHERE poster = ?", **id); !done) return pass_on(done);
    for (const PictureId picture : poster.pictures)
        if (auto done = prepared_->run("INSERT OR IGNORE INTO poster_picture(poster, picture) VALUES(?, ?)", **id, picture); !done) return pass_on(done);
    if (auto done = transaction->commit(); !done) return pass_on(done);
    return PosterId{**id};
}

Result<ExportId> Library::add_export(const NewExport& made) {
    const auto optional = [](auto id) { return id ? std::optional(static_cast<std::int64_t>(*id)) : std::nullopt; };
    if (auto done = prepared_->run("INSERT INTO export(picture, poster, file, preset, format, width, height, bytes, sha256, made) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                   optional(made.picture), optional(made.poster), made.file.string(), made.preset, made.format, made.width, made.height,
                                   made.bytes, std::span<const std::uint8_t>(made.sha256), milliseconds(now()));
        !done)
        return pass_on(done);
    return ExportId{database_->last_id()};
}

}  // namespace haibao::gallery
