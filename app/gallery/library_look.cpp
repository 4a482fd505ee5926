// SPDX-FileCopyrightText: 2026 The Haibao authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include "app/gallery/library.h"

namespace haibao::gallery {
namespace {

constexpr std::int64_t per_block = looks_per_block;

/// The open blob of a block, closed at the end.
struct Blob {
    sqlite3_blob* handle = nullptr;
    Blob() = default;
    Blob(const Blob&) = delete;
    Blob& operator=(const Blob&) = delete;
    ~Blob() { sqlite3_blob_close(handle); }
};

}  // namespace

Result<void> Library::write_look(PictureId id, std::span<const std::uint8_t> slot) {
    const auto number = static_cast<std::int64_t>(id);
    if (auto done = prepared_->run("INSERT OR IGNORE INTO look(block, data) VALUES(?, zeroblob(?))", number / per_block, looks_per_block * look_bytes); !done)
        return done;
    Blob blob;
    const int offset = static_cast<int>(number % per_block) * static_cast<int>(look_bytes);
    if (sqlite3_blob_open(database_->handle(), "main", "look", "data", number / per_block, 1, &blob.handle) != SQLITE_OK ||
        sqlite3_blob_write(blob.handle, slot.data(), static_cast<int>(slot.size()), offset) != SQLITE_OK)
        return std::unexpected(sqlite::error_of(database_->handle(), database_->name()));
    return {};
}

Result<void> Library::set_look(PictureId id, const Look& look) {
    if (auto done = write_look(id, pack(look)); !done) return done;
    return prepared_->run("UPDATE picture SET looked = 1 WHERE id = ?", id);
}

Result<std::optional<Look>> Library::look(PictureId id) {
    const auto number = static_cast<std::int64_t>(id);
    auto row = prepared_->query("SELECT substr(data, ?, ?) FROM look WHERE block = ?", number % per_block * std::int64_t{look_bytes} + 1, look_bytes,
                                number / per_block);
    if (!row) return pass_on(row);
    auto found = (*row)->step();
    if (!found) return pass_on(found);
    return *found ? unpack((*row)->blob(0)) : std::nullopt;
}

Result<void> Library::set_no_look(PictureId id) { return prepared_->run("UPDATE picture SET looked = -1 WHERE id = ?", id); }

Result<std::vector<PictureId>> Library::without_look(int most) {
    return prepared_->ids<PictureId>("SELECT id FROM picture WHERE looked = 0 AND missing IS NULL ORDER BY id DESC LIMIT ?", most);
}

}  // namespace haibao::gallery
